"""Word documents (DOCX): headings, paragraphs, lists, tables and properties."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from corpus.loaded import Loaded, Metadata, names, one_line
from corpus.wording import KnownError

# A text of 2,000,000 characters makes an XML part of about 20 MiB; pictures are stored as
# they are. Office files hardly exceed a compression of 20:1, a zip bomb has 1,000:1.
_MIB = 1024 * 1024
_MOST_XML = 32 * _MIB
_MOST_TOTAL = 128 * _MIB
_MOST_RATIO = 200
_MOST_PARTS = 10_000

_HEADING_STYLE = re.compile(r"(?:heading|titre|title|subtitle|sous-titre)\b", re.I)
_NUMBERED_STYLE = re.compile(r"(?:list number|liste? (?:à )?num)", re.I)
_LIST_STYLE = re.compile(r"(?:list|liste)\b", re.I)
_TEMPLATE_AUTHORS = {"python-docx", "microsoft office user", "user", "utilisateur"}


def load(data: bytes) -> Loaded:
    """Read a DOCX file. Raises KnownError for a damaged, encrypted or exploding one.

    The property "created" is when the file was made, often that of a template: it is not
    taken for the date of publication.
    """
    _refuse_bomb(data)
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(_blocks(document))
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        etree.LxmlError,
    ) as error:
        raise _damaged() from error
    if not text.strip():
        raise KnownError(
            en="The document has no text, perhaps only pictures. Add a version with text.",
            fr="Le document ne contient pas de texte, peut-être seulement des images. Ajoutez-en "
            "une version avec du texte.",
        )
    return Loaded(text, _properties(document))


def _refuse_bomb(data: bytes) -> None:
    """Look at the declared sizes only: zipfile never unpacks more than is declared."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise _damaged() from error
    if (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > _MOST_TOTAL
        or any(map(_explodes, parts))
    ):
        raise KnownError(
            en="The document unpacks to far more than a text needs (a “zip bomb”); it was not "
            "opened. Export it again from Word, without embedded files.",
            fr="Le document se décompresse bien au-delà de ce qu’un texte demande (une « bombe "
            "zip ») ; il n’a pas été ouvert. Exportez-le de nouveau depuis Word, sans fichiers "
            "incorporés.",
        )


def _explodes(part: zipfile.ZipInfo) -> bool:
    if part.filename.endswith((".xml", ".rels")) and part.file_size > _MOST_XML:
        return True
    return part.file_size > _MIB and part.file_size > _MOST_RATIO * max(part.compress_size, 1)


def _damaged() -> KnownError:
    return KnownError(
        en="The DOCX document is damaged or incomplete. Open it in Word or LibreOffice and save "
        "it again.",
        fr="Le document DOCX est endommagé ou incomplet. Ouvrez-le dans Word ou LibreOffice et "
        "enregistrez-le de nouveau.",
    )


def _blocks(document: Document) -> Iterator[str]:
    """Yield the blocks of the document; neighbouring list items share one block."""
    items: list[str] = []
    for element in document.iter_inner_content():
        block = _table(element) if isinstance(element, Table) else _paragraph(element)
        if block.startswith(("- ", "1. ")) and isinstance(element, Paragraph):
            items.append(_renumbered(block, items))
            continue
        if items:
            yield "\n".join(items)
            items = []
        if block:
            yield block
    if items:
        yield "\n".join(items)


def _paragraph(paragraph: Paragraph) -> str:
    text = " ".join(paragraph.text.split())
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if not text:
        return ""
    if _HEADING_STYLE.match(style):
        return f"## {text}"
    if _NUMBERED_STYLE.match(style):
        return f"1. {text}"
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    return f"- {text}" if numbered or _LIST_STYLE.match(style) else text


def _renumbered(item: str, before: list[str]) -> str:
    """Word stores no numbers: count the numbered items directly above."""
    if not item.startswith("1. "):
        return item
    count = 0
    for line in reversed(before):
        if line.startswith("- "):
            break
        count += 1
    return f"{count + 1}. {item.removeprefix('1. ')}"


def _table(table: Table) -> str:
    """One line a row; a merged cell is the same element several times, written once."""
    lines = []
    for row in table.rows:
        cells = {id(cell._tc): cell for cell in row.cells}.values()
        texts = [" ".join(cell.text.split()) for cell in cells]
        if any(texts):
            lines.append("- " + " | ".join(texts))
    return "\n".join(lines)


def _properties(document: Document) -> Metadata:
    core = document.core_properties
    authors = names(re.split(r"[;,]", core.author or ""))
    return Metadata(
        title=one_line(core.title),
        authors=tuple(author for author in authors if author.lower() not in _TEMPLATE_AUTHORS),
        language=one_line(core.language)[:2].lower(),
    )
