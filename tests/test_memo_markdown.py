"""The memo as Markdown, read back by two parsers that did not write it: markdown-it and pandoc."""

import json
import re
from typing import Any

from markdown_it import MarkdownIt

from corpus.article import Article
from corpus.wording import InterfaceLanguage
from qa.answer import Answer, Sentence
from tests.memo_material import (
    BOARD,
    CEO,
    DISPUTED,
    HOSTILE,
    POINT,
    REFUSED,
    answer,
    cited,
    frozen,
    hostile,
)
from ui.memo import MemoForm, memo_bytes
from ui.memo.document import fit, one_line


def markdown(*answers: Answer, language: InterfaceLanguage = "en") -> str:
    kept = [frozen(each) for each in answers]
    return memo_bytes(kept, MemoForm.MARKDOWN, language).decode()


def tree(text: str) -> Any:
    import pypandoc

    return json.loads(pypandoc.convert_text(text, "json", "gfm", sandbox=True, verify_format=False))


def words(node: Any) -> str:
    """All text below a node of pandoc's tree."""
    if isinstance(node, list):
        return "".join(map(words, node))
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        return str(content)
    if kind in ("Space", "SoftBreak"):
        return " "
    if kind == "LineBreak":
        return "\n"
    if kind == "Note":
        return ""
    return words(content) if content is not None else ""


def found(node: Any, kind: str) -> list[Any]:
    """The nodes of a kind, in order, also inside notes."""
    if isinstance(node, dict):
        own = [node] if node.get("t") == kind else []
        return own + found(list(node.values()), kind)
    return [each for child in node for each in found(child, kind)] if isinstance(node, list) else []


def test_notes_hold_the_quotes_exactly() -> None:
    notes = found(tree(markdown(DISPUTED))["blocks"], "Note")
    # A second reference is a note of its own for pandoc: the sentences', then the table's.
    said = [words(note["c"]) for note in notes]
    for note, quote in zip(said[:2], (CEO.quote, BOARD.quote), strict=True):
        assert note.startswith(f"“{quote}”")
    assert said[-1].startswith(f"“{POINT.quote}”")


def test_the_table_and_its_header() -> None:
    (table,) = found(tree(markdown(DISPUTED))["blocks"], "Table")
    _, _, _, (_, header), (body,), _ = table["c"]
    cells = [[words(cell[4]) for cell in row[1]] for row in (*header, *body[3])]
    assert cells[0] == ["Position", "Sources", "Years", "Kinds", "Languages"]
    assert cells[1] == [
        "The chief executive",
        "1 · Norton et al. (2019)",
        "2019",
        "study",
        "English",
    ]
    assert len(cells) == 4


def test_links_lead_to_the_sources() -> None:
    links = found(tree(markdown(DISPUTED))["blocks"], "Link")
    addresses = {link["c"][2][0] for link in links}
    assert addresses == {
        "https://www.field.example/who-leads?a=1&b=2",
        "https://lac.example/comite",
    }


def test_several_answers_in_french() -> None:
    text = markdown(DISPUTED, REFUSED, language="fr")
    titles = [words(header["c"][2]) for header in found(tree(text)["blocks"], "Header")]
    assert titles == [
        "Ce que dit la littérature\u00a0: 2 questions",
        "1. Who leads?",
        "Réponse",
        "Les sources divergent",
        "Limites à connaître",
        "2. What is the weather?",
        "La bibliothèque ne répond pas à cette question.",
        "Proches, sans être une réponse",
        "Limites à connaître",
        "Bibliographie",
    ]


def test_what_others_write_stays_text() -> None:
    """Nothing but our own structure, and the words are there as they were."""
    kept = [hostile(payload) for payload in HOSTILE]
    text = memo_bytes(kept, MemoForm.MARKDOWN, "en").decode()
    blocks = tree(text)["blocks"]
    for kind in ("RawInline", "RawBlock", "Image", "Code", "CodeBlock", "Strikeout", "Math"):
        assert found(blocks, kind) == [], kind
    headers = [words(header["c"][2]) for header in found(blocks, "Header")]
    asked = [f"{n}. {one_line(payload)}" for n, payload in enumerate(HOSTILE, start=1)]
    assert headers[1:-1:4] == asked
    assert all(link["c"][2][0].startswith("https://x.example/") for link in found(blocks, "Link"))
    notes = [words(note["c"]) for note in found(blocks, "Note")]
    quotes = [f"“Before {fit(payload)} after.”" for payload in HOSTILE]
    assert [note[: len(quote)] for note, quote in zip(notes[::2], quotes, strict=True)] == quotes
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    assert re.findall(r"<(?:script|img|code|s|pre)\b", html) == []
    assert set(re.findall(r'href="([^"]{0,18})', html)) == {"https://x.example/"}


def test_a_line_that_looks_like_markup_is_a_line() -> None:
    lines = ["# a", "- a", "+ a", "1. a", "2) a", "> a", "===", "---", "::: a"]
    kept = []
    for line in lines:
        quote = f"{line}\n{line}"
        article = Article(title="Title", text=quote)
        said = {"sentences": (Sentence(line, (1,)),), "citations": (cited(1, article, quote),)}
        kept.append(answer(question=line, articles=(article,), **said))
    blocks = tree(markdown(*kept))["blocks"]
    notes = [words(note["c"]) for note in found(blocks, "Note")]
    assert [note.partition("” ")[0] for note in notes] == [f"“{line}\n{line}" for line in lines]
    paragraphs = [words(block["c"]) for block in blocks if block["t"] == "Para"]
    assert [each for each in paragraphs if each in lines] == lines
