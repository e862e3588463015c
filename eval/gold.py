"""Gold sets: questions with the spans of the library that answer them, one JSON object a line.

No text of an article is in a gold set. A span names its article, its characters and the first
16 hexadecimal digits of the SHA-256 of their UTF-8 form, so that a gold set which no longer fits
the library is noticed and never measured with.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from corpus.article import Article
from corpus.wording import KnownError
from index.holdings import Holdings

STRICT = ConfigDict(extra="forbid")  # a misspelt field would be a question judged wrongly


class Kind(StrEnum):
    """What sort of answer a question wants."""

    FIGURE = "figure"
    DEFINITION = "definition"
    WHO = "who"
    YES_NO = "yes_no"
    LIST = "list"
    WHY = "why"
    HOW = "how"
    CONTESTED = "contested"
    QUOTATION = "quotation"
    FOLLOW_UP = "follow_up"
    DATE = "date"
    OTHER = "other"


@checked(frozen=True, slots=True, config=STRICT)
class GoldSpan:
    """Characters of an article that answer a question."""

    article: str
    start: int
    end: int
    sha256: str
    language: str

    def words(self, article: Article) -> str:
        return article.text[self.start : self.end]


@checked(frozen=True, slots=True, config=STRICT)
class Expected:
    """What an answer must say, as far as that can be checked word by word.

    Every figure, every name and every item has to be there; a name or an item may be written in
    several ways, French and English ones among them.
    """

    figures: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    yes_no: Literal["yes", "no", "depends"] | None = None
    items: tuple[tuple[str, ...], ...] = ()


@checked(frozen=True, slots=True, config=STRICT)
class GoldPosition:
    """One side of a contested question; `spans` are places in the item's list of spans."""

    label: str
    spans: tuple[int, ...]


@checked(frozen=True, slots=True, kw_only=True, config=STRICT)
class GoldItem:
    """A question, and what answers it; spans of several articles are alternatives."""

    id: str
    question: str
    language: Literal["fr", "en"]
    kind: Kind
    spans: tuple[GoldSpan, ...]
    answer: Expected = field(default_factory=Expected)
    positions: tuple[GoldPosition, ...] = ()
    previous: tuple[str, ...] = ()  # earlier questions of the conversation
    pair: str = ""  # id of the same question in the other language
    near_miss: bool = False  # the subject is there and the fact is missing

    @property
    def answerable(self) -> bool:
        return bool(self.spans)

    @property
    def cross_lingual(self) -> bool:
        """Whether all that answers is in another language than the question."""
        return self.answerable and all(span.language != self.language for span in self.spans)

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(span.article for span in self.spans))


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The questions of one file, in its order."""

    name: str
    sha256: str  # of the file
    items: tuple[GoldItem, ...]

    def limited(self, most: int | None) -> "GoldSet":
        """Only the first questions, for a quick look."""
        return replace(self, items=self.items[:most])


def read_gold(path: Path) -> GoldSet:
    """Raises KnownError when the file is missing, or a line is not of the form above."""
    try:
        content = path.read_bytes()
        lines = content.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(
            en=f"{path} cannot be read: {error}. A gold set is a file of JSON lines in UTF-8.",
            fr=f"{path} ne peut pas être lu : {error}. Un jeu de référence est un fichier de "
            "lignes JSON en UTF-8.",
        ) from error
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    items = tuple(_item(path, number, line) for number, line in numbered)
    _check_ids(path, items)
    return GoldSet(path.stem, hashlib.sha256(content).hexdigest(), items)


def gold_item(document: Mapping[str, Any]) -> GoldItem:
    """One line of a gold set. Raises ValueError when it is not of the form above."""
    item = _ITEM.validate_python(document)
    places = {place for position in item.positions for place in position.spans}
    if places - set(range(len(item.spans))):
        raise ValueError(f"positions: {sorted(places)} with {len(item.spans)} spans")
    return item


def gold_json(item: GoldItem) -> dict[str, Any]:
    """The same as a document; `gold_item` reads it back."""
    document: dict[str, Any] = _ITEM.dump_python(item, mode="json")
    return document


def gold_bytes(items: Sequence[GoldItem]) -> bytes:
    """The content of a gold set's file."""
    return b"".join(_ITEM.dump_json(item) + b"\n" for item in items)


def check_fits(items: Sequence[GoldItem], library: Holdings) -> None:
    """Raises KnownError when a span is not in the library, or not with the words it was made of."""
    there = {record.id for record in library.records()}
    for item in items:
        for span in item.spans:
            if span.article not in there:
                raise KnownError(
                    en=f"Article {span.article}, which answers question {item.id}, is not in the "
                    "library. Name the articles of the gold set with --corpus, or add them.",
                    fr=f"L'article {span.article}, qui répond à la question {item.id}, n'est pas "
                    "dans la bibliothèque. Indiquez les articles du jeu de référence par "
                    "--corpus, ou ajoutez-les.",
                )
            found = span_hash(library.article(span.article).text, span.start, span.end)
            if found != span.sha256:
                raise KnownError(
                    en=f"Question {item.id}: characters {span.start} to {span.end} of article "
                    f"{span.article} are other ones than the gold set was made of ({found} "
                    f"instead of {span.sha256}). Mark the span anew.",
                    fr=f"Question {item.id} : les caractères {span.start} à {span.end} de "
                    f"l'article {span.article} ne sont plus ceux du jeu de référence ({found} au "
                    f"lieu de {span.sha256}). Repérez de nouveau ce passage.",
                )


def span_hash(text: str, start: int, end: int) -> str:
    """First 16 hexadecimal digits of the SHA-256 of these characters in UTF-8."""
    return hashlib.sha256(text[start:end].encode()).hexdigest()[:16]


_ITEM = TypeAdapter(GoldItem)


def _item(path: Path, number: int, line: str) -> GoldItem:
    try:
        return gold_item(json.loads(line))
    except ValueError as error:  # json's and pydantic's errors are such, too
        what = _first(error) if isinstance(error, ValidationError) else str(error)
        raise KnownError(
            en=f"{path}, line {number} is no question of a gold set: {what}.",
            fr=f"{path}, ligne {number} : ce n'est pas une question de jeu de référence ({what}).",
        ) from error


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc'])) or 'line'}: {first['msg']}"


def _check_ids(path: Path, items: Sequence[GoldItem]) -> None:
    if not items:
        raise KnownError(
            en=f"{path} holds no question: nothing can be measured.",
            fr=f"{path} ne contient aucune question : rien à mesurer.",
        )
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise KnownError(
                en=f"{path} holds two questions {item.id!r}. Give every question an id of its own.",
                fr=f"{path} contient deux questions {item.id!r}. Donnez à chaque question un "
                "identifiant à elle.",
            )
        seen.add(item.id)
