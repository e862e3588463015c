"""The memo as pandoc's document tree (its JSON form, types of pandoc 3).

Every word goes into a `Str`, which pandoc escapes for the format that it writes. There is no
image, no include and no raw text in the tree but one: a field of Word made of numbers of ours.
"""

import re
from typing import Any

from ui.memo.document import (
    Block,
    Document,
    Entries,
    Heading,
    Inline,
    Inlines,
    Link,
    Paragraph,
    Points,
    References,
    Table,
    Text,
)
from ui.memo.word_styles import ASIDE, ENTRY, KIND, TITLE

Node = dict[str, Any]

_API = [1, 23, 1]
_NOTHING: list[Any] = ["", [], []]  # no identifier, no classes, no attributes
_REGIONS = {"en": "en-GB", "fr": "fr-FR"}
_PIECES = re.compile(r" |\n+|[^ \n]+")


def syntax_tree(document: Document) -> Node:
    return {
        "pandoc-api-version": _API,
        "meta": {"lang": {"t": "MetaString", "c": region(document.language)}},
        "blocks": _Tree(document).blocks(),
    }


def region(language: str) -> str:
    """As Word names languages."""
    return _REGIONS.get(language, language)


class _Tree:
    """Knows which notes have their place already: later references only point there."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes = {note.number: note.words for note in document.notes}
        self._placed: set[int] = set()

    def blocks(self) -> list[Node]:
        title = Text(self._document.title, self._document.title_language)
        head = [
            self._styled(KIND, [self._paragraph((Text(self._document.kind),))]),
            self._styled(TITLE, [self._paragraph((title,))]),
        ]
        return head + [self._block(block) for block in self._document.blocks]

    def _block(self, block: Block) -> Node:
        match block:
            case Heading():
                return _node("Header", [block.level, _NOTHING, self._inlines(block.words)])
            case Paragraph():
                paragraph = self._paragraph(block.words)
                return self._styled(ASIDE, [paragraph]) if block.aside else paragraph
            case Points():
                return _node("BulletList", [[self._paragraph(item)] for item in block.items])
            case Entries():
                return self._styled(ENTRY, [self._paragraph(item) for item in block.items])
            case Table():
                return self._table(block)

    def _paragraph(self, words: Inlines) -> Node:
        return _node("Para", self._inlines(words))

    @staticmethod
    def _styled(style: str, blocks: list[Node]) -> Node:
        return _node("Div", [["", [], [["custom-style", style]]], blocks])

    def _table(self, table: Table) -> Node:
        widths = [[_node("AlignLeft"), _node("ColWidth", width)] for width in table.widths]
        header = [self._row([(Text(name, strong=True),) for name in table.header])]
        rows = [self._row(row) for row in table.rows]
        body = [_NOTHING, 0, [], rows]
        no_caption: list[Any] = [None, []]
        return _node(
            "Table",
            [_NOTHING, no_caption, widths, [_NOTHING, header], [body], [_NOTHING, []]],
        )

    def _row(self, cells: "tuple[Inlines, ...] | list[Inlines]") -> list[Any]:
        left = _node("AlignDefault")
        return [
            _NOTHING,
            [[_NOTHING, left, 1, 1, [_node("Plain", self._inlines(cell))]] for cell in cells],
        ]

    def _inlines(self, words: Inlines) -> list[Node]:
        return [node for inline in words for node in self._inline(inline)]

    def _inline(self, inline: Inline) -> list[Node]:
        match inline:
            case Text():
                return _text(inline)
            case Link():
                return [_node("Link", [_NOTHING, _words(inline.words), [inline.address, ""]])]
            case References():
                comma = _node("Superscript", [_node("Str", ",")])
                nodes = [node for n in inline.numbers for node in (comma, self._reference(n))]
                return nodes[1:]

    def _reference(self, number: int) -> Node:
        name = f"note_{number}"
        if number in self._placed:
            return _node("RawInline", ["openxml", _pointing_to(name, number)])
        self._placed.add(number)
        note = _node("Note", [self._paragraph(self._notes[number])])
        return _node("Span", [[name, [], []], [note]])


def _text(text: Text) -> list[Node]:
    nodes = _words(text.words)
    if text.strong:
        nodes = [_node("Strong", nodes)]
    if text.emphasised:
        nodes = [_node("Emph", nodes)]
    if text.language:
        nodes = [_node("Span", [["", [], [["lang", region(text.language)]]], nodes])]
    return nodes


def _words(words: str) -> list[Node]:
    """Pandoc wants words and spaces apart."""
    return [
        _node("Space")
        if piece == " "
        else _node("LineBreak")
        if "\n" in piece
        else _node("Str", piece)
        for piece in _PIECES.findall(words)
    ]


def _pointing_to(bookmark: str, number: int) -> str:
    """A cross-reference of Word to a footnote, which keeps its number when notes are moved."""
    run = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'
    return "".join(
        run.format(content)
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> NOTEREF {bookmark} \\f \\h </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{number}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


def _node(kind: str, content: Any = None) -> Node:
    return {"t": kind} if content is None else {"t": kind, "c": content}
