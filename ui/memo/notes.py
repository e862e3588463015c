"""What stands behind the references: the quotes, each with its source and its place there."""

from collections.abc import Iterable, Iterator

from corpus.article import Article
from corpus.wording import InterfaceLanguage, Wording
from index.passage import Hit
from qa.answer import Answer, Citation
from ui.memo import words
from ui.memo.document import Inline, Inlines, Note, References, Text, fit, one_line
from ui.memo.places import place
from ui.memo.sources import long_name, quoted, site


class Notes:
    """Numbers the quotes of all answers in the order in which the memo first refers to them."""

    def __init__(self, language: InterfaceLanguage) -> None:
        self._language = language
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._notes: list[Note] = []

    @property
    def all(self) -> tuple[Note, ...]:
        return tuple(self._notes)

    def cited(self, numbers: Iterable[int], answer: Answer) -> References:
        """References to citations of this answer."""
        citations = {citation.number: citation for citation in answer.citations}
        articles = {article.id: article for article in answer.articles}
        chosen = [citations[number] for number in numbers]
        return References(
            tuple(self._of_citation(each, articles[each.article_id]) for each in chosen)
        )

    def near(self, hit: Hit, article: Article) -> References:
        """A reference to a passage that is no answer."""
        passage = hit.passage
        start, quote = _without_heading(passage.start, article.text[passage.start : passage.end])
        return References((self._number(article, start, quote, passage.language),))

    def _of_citation(self, citation: Citation, article: Article) -> int:
        return self._number(article, citation.start, citation.quote, citation.language)

    def _number(self, article: Article, start: int, quote: str, language: str) -> int:
        key = (article.id, start, start + len(quote))
        if key not in self._numbers:
            number = self._numbers[key] = len(self._notes) + 1
            said = tuple(_note(article, start, quote, language, self._language))
            self._notes.append(Note(number, said))
        return self._numbers[key]


def _without_heading(start: int, text: str) -> tuple[int, str]:
    """Where the passage begins under its headings, and what it says there."""
    while text.startswith("#") and "\n\n" in text:
        end = text.index("\n\n") + 2
        start, text = start + end, text[end:]
    return start, text


def _note(
    article: Article, start: int, quote: str, spoken: str, language: InterfaceLanguage
) -> Iterator[Inline]:
    opening, closing = quoted("\0", language).split("\0")
    yield Text(opening)
    yield Text(fit(quote), spoken)
    foreign = spoken not in ("", language)
    marker = f" ({in_language(spoken).in_language(language)})." if foreign else ""
    yield Text(f"{closing}{marker} ")
    if article.is_note:
        yield Text(words.READING_NOTE[article.based_on].in_language(language) + " ")
    yield from long_name(article, language)
    yield Text(f". {_where(article, start, language)}. ")
    if address := site(article.url):
        yield address


def in_language(code: str) -> Wording:
    """As "in French"."""
    other = words.filled(words.IN_OTHER, code=one_line(code))
    return words.IN_LANGUAGE.get(code, other)


def _where(article: Article, start: int, language: InterfaceLanguage) -> str:
    found = place(article, start)
    paragraph = words.filled(words.PARAGRAPH, n=found.paragraph, total=found.of)
    heading = one_line(found.heading)
    parts = [words.IN_THE_NOTE.in_language(language)] if article.is_note else []
    parts += [quoted(heading, language)] if heading else []
    told = ", ".join([*parts, paragraph.in_language(language)])
    return told[0].upper() + told[1:]


def of_text(text: str, language: str = "") -> Inlines:
    """Plain words as the content of a block."""
    return (Text(one_line(text), language),)
