"""The position map: which source takes which position, when, and as what it was published.

A picture (positions × sources over the years), the quotes of each position and a table, all made
of the same facts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.article import Article, Kind
from corpus.filters import KIND_NAMES
from corpus.language import LANGUAGE_NAMES
from corpus.wording import Wording
from qa.answer import Answer, Citation, Position
from qa.positions.independence import independent
from ui.positions import facts, heading
from ui.web.ask import positions_words as words
from ui.web.ask.periods import Period, periods
from ui.web.ask.positions_headline import Taken, headline, in_both


@dataclass(frozen=True, slots=True)
class Source:
    """One source of a position: a mark of the picture, a quote, a line of the table."""

    citation: Citation
    article: Article
    column: int  # of the picture, from 1; 0 without a date

    @property
    def number(self) -> int:
        return self.citation.number

    @property
    def places(self) -> str:
        """What the reader highlights, "start-end"."""
        return f"{self.citation.start}-{self.citation.end}"

    @property
    def shape(self) -> str:
        """Of its mark, by name in the style sheet."""
        return _shape(self.article.kind)

    @property
    def kind(self) -> Wording:
        return _kind_name(self.article.kind)

    @property
    def language(self) -> Wording:
        code = self.article.language
        return LANGUAGE_NAMES.get(code, Wording(code, code)) if code else words.UNKNOWN

    @property
    def facts(self) -> tuple[Wording, ...]:
        """Year, language and kind, as far as they are known; that there is no date is said."""
        article = self.article
        years = () if article.year is None else (article.year,)
        languages = (article.language,) if article.language else ()
        known = facts(years, languages, (article.kind,) if article.kind else ())
        return known if years else (words.UNDATED, *known)

    @property
    def name(self) -> Wording:
        """Of its mark, for those who do not see it."""
        number, title = str(self.number), self.article.title
        return in_both(
            words.MARK,
            n=Wording(number, number),
            title=Wording(title, title),
            facts=Wording(
                ", ".join(fact.en for fact in self.facts), ", ".join(fact.fr for fact in self.facts)
            ),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One position and its sources: `dated` in order of time, `undated` in that of citation."""

    label: Wording
    option: str  # of the dispute; empty: they speak on it and take none
    count: int  # of independent sources
    share: int  # of the most frequent one's count, in twelfths: the length of its bar
    dated: tuple[Source, ...]
    undated: tuple[Source, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        return (*self.dated, *self.undated)

    @property
    def assigned(self) -> bool:
        return bool(self.option)

    @property
    def unit(self) -> Wording:
        return words.SOURCE if self.count == 1 else words.SOURCES


def positions_context(answer: Answer, number: int | str) -> dict[str, object]:
    """What `positions.html` shows for exchange `number`; empty for an answer without positions."""
    rows, columns = _laid_out(answer)
    assigned = [row for row in rows if row.assigned]
    sources = len(independent([s.article for row in assigned for s in row.sources], dict))
    unassigned = sum(row.count for row in rows if not row.assigned)
    if not rows:
        return {}
    return {
        "w": words,
        "number": number,
        "heading": _heading(assigned, sources),
        "headline": headline(
            [Taken(row.label, row.count) for row in assigned], sources, unassigned
        ),
        "several_each": sum(row.count for row in assigned) > sources,
        "rows": rows,
        "columns": columns,
        "used": {source.column for row in rows for source in row.dated},
        "undated": any(row.undated for row in rows),
        "legend": _legend(source for row in rows for source in row.sources),
    }


def _heading(assigned: Sequence[Row], sources: int) -> Wording:
    """One source alone neither agrees nor disagrees."""
    if not assigned:
        return words.NO_POSITION
    return words.ONE_SOURCE if sources == 1 else heading([row.option for row in assigned])


def _laid_out(answer: Answer) -> tuple[tuple[Row, ...], tuple[Period, ...]]:
    """The rows, the most frequent first and "other" last, and the columns of years."""
    articles = {article.id: article for article in answer.articles}
    quoted = {citation.number: citation for citation in answer.citations}
    cited = [
        (position, [(quoted[n], articles[quoted[n].article_id]) for n in position.citations])
        for position in answer.positions
    ]
    years = [article.year for _, quotes in cited for _, article in quotes]
    columns = periods([year for year in years if year is not None])
    most = max((_count(position) for position in answer.positions if position.option), default=1)
    rows = [_row(position, quotes, columns, most) for position, quotes in cited]
    return tuple(sorted(rows, key=lambda row: (not row.assigned, -row.count))), columns


def _row(
    position: Position,
    quotes: Iterable[tuple[Citation, Article]],
    columns: Sequence[Period],
    most: int,
) -> Row:
    sources = [Source(quote, article, _column(article, columns)) for quote, article in quotes]
    dated = [source for source in sources if source.column]
    return Row(
        label=position.label,
        option=position.option,
        count=_count(position),
        share=max(1, round(12 * _count(position) / most)),
        dated=tuple(sorted(dated, key=lambda source: source.article.date)),
        undated=tuple(source for source in sources if not source.column),
    )


def _count(position: Position) -> int:
    return position.sources or len(position.citations)


def _column(article: Article, columns: Sequence[Period]) -> int:
    return next((at for at, period in enumerate(columns, 1) if article.year in period), 0)


def _legend(sources: Iterable[Source]) -> tuple[tuple[str, Wording], ...]:
    """The marks that are in the picture, each with its kind of source."""
    present = {source.article.kind for source in sources}
    return tuple((_shape(kind), _kind_name(kind)) for kind in (*Kind, None) if kind in present)


def _shape(kind: Kind | None) -> str:
    return kind.value if kind else "unknown"


def _kind_name(kind: Kind | None) -> Wording:
    return KIND_NAMES[kind] if kind else words.UNKNOWN
