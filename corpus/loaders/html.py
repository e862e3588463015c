"""Web pages: main text and metadata by trafilatura; scripts and styles never survive."""

import re
from copy import deepcopy
from itertools import islice

from lxml import etree, html
from trafilatura import bare_extraction, extract_metadata

from corpus.dates import iso_date
from corpus.decoding import decode_text
from corpus.loaded import LONGEST_TEXT, Loaded, Metadata, names, one_line
from corpus.wording import KnownError

_DECLARED_ENCODING = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)=[\"'\s]*([\w.:-]+)", re.I
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NEVER_TEXT = ("script", "style", "noscript", "template")
_NOT_CONTENT = (
    "svg", "iframe", "object", "nav", "header", "footer", "aside", "form", "button", "select",
    "textarea", "head",
)  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "blockquote", "pre", "tr", "td", "th", "dt", "dd",
    "figcaption", "ul", "ol", "table", "br", "body",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

_MOST_ELEMENTS = 30_000  # an article's page has some thousands

# Only dates that the page declares: trafilatura's extensive search guesses from any digits.
_DECLARED_DATES_ONLY = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def load(data: bytes) -> Loaded:
    """Read the main text of a web page and what its head declares.

    Raises KnownError for a page without text, such as one that is drawn by scripts.
    """
    declared = _DECLARED_ENCODING.search(data[:2048])
    source = decode_text(data, declared=declared[1].decode("ascii") if declared else "")
    tree = _parsed(source)
    text = _main_text(tree)
    if not text.strip():
        raise KnownError(
            en="The page has no text of its own; a script may draw it. Save it as PDF from the "
            "browser and add that.",
            fr="La page ne contient pas de texte ; un script l’affiche peut-être. Enregistrez-la "
            "en PDF depuis le navigateur et ajoutez ce PDF.",
        )
    return Loaded(text, _metadata(tree))


def _parsed(source: str) -> html.HtmlElement:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", source), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise KnownError(
            en="The page cannot be read as HTML. Save it again from the browser.",
            fr="La page ne se lit pas comme du HTML. Enregistrez-la de nouveau depuis le "
            "navigateur.",
        ) from error
    etree.strip_elements(tree, *_NEVER_TEXT, with_tail=False)
    return tree


def _main_text(tree: html.HtmlElement) -> str:
    """What trafilatura takes for the main text, or all text outside menus and forms."""
    body = None
    if _is_ordinary(tree):
        document = bare_extraction(deepcopy(tree), include_comments=False, favor_recall=True)
        body = getattr(document, "body", None)
    if body is not None and "".join(body.itertext()).strip():
        return "\n\n".join(_extracted_blocks(body))
    etree.strip_elements(tree, *_NOT_CONTENT, with_tail=False)
    return _all_text(tree)


def _is_ordinary(tree: html.HtmlElement) -> bool:
    """Whether the extractor can take it: it needs minutes for millions of empty elements."""
    few_elements = sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) <= _MOST_ELEMENTS
    return few_elements and len(tree.text_content()) <= LONGEST_TEXT


def _extracted_blocks(body: etree._Element) -> list[str]:
    """Render trafilatura's own small vocabulary (head, p, list, item, table, quote)."""
    blocks = [_words(body.text)]
    for element in body:
        if element.tag == "head":
            blocks.append(f"## {_inner(element)}")
        elif element.tag == "list":
            blocks.append("\n".join(_items(element)))
        elif element.tag == "table":
            blocks.append("\n".join(_rows(element)))
        elif element.tag == "quote" and len(element):
            blocks += _extracted_blocks(element)
        else:
            blocks.append(_inner(element))
        blocks.append(_words(element.tail))
    return [block for block in blocks if block.strip(" #-")]


def _items(element: etree._Element) -> list[str]:
    ordered = element.get("rend") == "ol"
    lines = []
    for number, item in enumerate(element.iterchildren("item"), start=1):
        nested = item.findall("list")
        inside = [line for each in nested for line in _items(each)]
        for each in nested:
            item.remove(each)
        lines.append(f"{number}. {_inner(item)}" if ordered else f"- {_inner(item)}")
        lines += inside
    return [line for line in lines if line.strip(" -.0123456789")]


def _rows(table: etree._Element) -> list[str]:
    rows = (
        " | ".join(_inner(cell) for cell in row.iterchildren("cell")) for row in table.iter("row")
    )
    return [f"- {row}" for row in rows if row.strip(" |")]


def _all_text(tree: html.HtmlElement) -> str:
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if tag in _HEADINGS:
            pieces.append("\n\n## " if event == "start" else "\n\n")
        elif tag == "li":
            pieces.append("\n- " if event == "start" else "\n")
        elif tag in _BLOCKS:
            pieces.append("\n\n")
        pieces.append(_single_spaces((element.text if event == "start" else element.tail) or ""))
    return "".join(pieces)


def _metadata(tree: html.HtmlElement) -> Metadata:
    found = extract_metadata(tree, date_config=_DECLARED_DATES_ONLY, extensive=False)
    return Metadata(
        title=one_line(found.title),
        authors=names((found.author or "").split(";")),
        publisher=one_line(found.sitename),
        date=iso_date(one_line(found.date)),
        language=one_line(tree.get("lang"))[:2].lower(),
        url=_web_address(one_line(found.url)),
    )


def _web_address(url: str) -> str:
    return url if url.startswith(("https://", "http://")) else ""


def _inner(element: etree._Element) -> str:
    return _words("".join(element.itertext()))


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _single_spaces(text: str) -> str:
    """Unlike `_words`, keeps those at the ends: they part the text from its neighbours."""
    return re.sub(r"\s+", " ", text)
