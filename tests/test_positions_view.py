"""The position map: what is counted, where each source stands, and what is said of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from corpus.article import Article, BasedOn, Kind
from corpus.wording import InterfaceLanguage, Wording
from qa.answer import Answer, Citation, Position
from ui.positions import AGREE, DISAGREE
from ui.web.ask import positions_words as words
from ui.web.ask.periods import PERIODS_SHOWN, YEARS_SHOWN, Period, periods
from ui.web.ask.positions_headline import Taken, headline
from ui.web.ask.positions_view import Row, Source, positions_context
from ui.web.markup import render

KEEP, DROP, BOTH = (Wording(en, fr) for en, fr in (("keep", "garder"), ("drop", "abandonner"),
                                                   ("both", "les deux")))  # fmt: skip
OTHER = Wording("other", "autre")


def written(
    number: int, date: str = "", language: str = "en", kind: Kind | None = None
) -> tuple[Citation, Article]:
    """Source `number`, by an author of its own."""
    text = f"Statement {number}."
    article = Article(
        title=f"Article {number}", text=text, authors=(f"Author {number}",), date=date,
        language=language, kind=kind,
    )  # fmt: skip
    place = f"{article.id}:0-{len(text)}"
    return Citation(number, article.id, place, 0, len(text), text, language), article


def answered(sources: Sequence[tuple[Citation, Article]], positions: Sequence[Position]) -> Answer:
    return Answer(
        question="?", searched_as="?", language="en", confidence=1.0, answerer="extractive",
        generation=1, fingerprint="f", citations=tuple(citation for citation, _ in sources),
        articles=tuple(article for _, article in sources), positions=tuple(positions),
    )  # fmt: skip


class Tags(HTMLParser):
    """Names of the tags and attributes in some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)


def position(label: Wording, *citations: int, option: str = "") -> Position:
    return Position(label, citations, option, len(citations))


def rows_of(answer: Answer) -> tuple[Row, ...]:
    rows = positions_context(answer, "0")["rows"]
    assert isinstance(rows, tuple)
    return rows


@pytest.fixture
def contested() -> Answer:
    """Four sources: one of 2012, two of 2016, one without a date."""
    return answered(
        [
            written(1, "2016-06-02", "fr", Kind.OPINION),
            written(2, "2012", "en", Kind.STUDY),
            written(3, "", "fr", Kind.VENDOR),
            written(4, "2016", "en"),
            written(5, "2016-01", "", Kind.NOTE),
        ],
        [
            position(OTHER, 5),
            position(KEEP, 4, option="keep"),
            position(DROP, 1, 2, 3, option="drop"),
        ],
    )


def test_nothing_for_an_answer_without_positions() -> None:
    assert positions_context(answered([written(1)], ()), "0") == {}
    assert render("positions.html", "en", map={}).strip() == ""


def test_the_most_frequent_comes_first_and_who_takes_none_last(contested: Answer) -> None:
    assert [(row.label, row.count, row.share, row.assigned) for row in rows_of(contested)] == [
        (DROP, 3, 12, True),
        (KEEP, 1, 4, True),
        (OTHER, 1, 4, False),
    ]


def test_sources_stand_in_order_of_time_in_the_column_of_their_year(contested: Answer) -> None:
    first = rows_of(contested)[0]
    assert [(source.number, source.column) for source in first.dated] == [(2, 1), (1, 5)]
    assert [source.number for source in first.undated] == [3]
    shown = positions_context(contested, "0")
    assert shown["columns"] == tuple(Period(year, year) for year in range(2012, 2017))
    assert shown["used"] == {1, 5}


def test_a_mark_says_in_words_what_it_shows(contested: Answer) -> None:
    study, opinion, vendor = rows_of(contested)[0].sources
    assert study.name == Wording(
        "Quote 2: Article 2 (2012, English, study)", "Citation 2 : Article 2 (2012, anglais, étude)"
    )
    assert vendor.name.en == "Quote 3: Article 3 (undated, French, vendor)"
    assert (opinion.shape, opinion.places, opinion.language.fr) == ("opinion", "0-12", "français")


def test_what_is_not_known_of_a_source_is_said_so(contested: Answer) -> None:
    (unclassified,) = rows_of(contested)[1].sources
    assert (unclassified.shape, unclassified.kind) == ("unknown", words.UNKNOWN)
    (note,) = rows_of(contested)[2].sources
    assert note.language == words.UNKNOWN
    assert note.name.en == "Quote 5: Article 5 (2016, note)"


def test_a_title_with_braces_is_a_title() -> None:
    citation, _ = written(1)
    article = Article(title="{facts} {n}", text="Statement 1.")
    assert Source(citation, article, 0).name.en == "Quote 1: {facts} {n} (undated)"


def test_the_legend_names_the_kinds_that_are_there(contested: Answer) -> None:
    assert positions_context(contested, "0")["legend"] == (
        ("study", Wording("study", "étude")),
        ("opinion", Wording("opinion", "point de vue")),
        ("vendor", Wording("vendor", "fournisseur")),
        ("note", Wording("note", "note")),
        ("unknown", words.UNKNOWN),
    )


def test_a_source_that_takes_two_positions_is_one_source() -> None:
    citation, article = written(1)
    again = Citation(2, article.id, citation.passage_id, 0, 9, "Statement", "en")
    shown = positions_context(
        answered(
            [(citation, article), (again, article), written(3)],
            [position(KEEP, 1, 3, option="keep"), position(DROP, 2, option="drop")],
        ),
        "0",
    )
    assert shown["headline"] == Wording(
        "2 independent sources take a position; 2 positions in all. The most frequent: keep "
        "(2 sources).",
        "2 sources indépendantes prennent position ; 2 positions en tout. La plus fréquente : "
        "garder (2 sources).",
    )
    assert shown["several_each"] is True


def test_headings() -> None:
    sources = [written(1), written(2)]

    def heading(*positions: Position) -> object:
        return positions_context(answered(sources, positions), "0")["heading"]

    assert heading(position(KEEP, 1, option="keep"), position(DROP, 2, option="drop")) == DISAGREE
    assert heading(position(KEEP, 1, 2, option="keep")) == AGREE
    assert heading(position(KEEP, 1, option="keep"), position(OTHER, 2)) == words.ONE_SOURCE
    assert heading(position(OTHER, 1, 2)) == words.NO_POSITION


@pytest.mark.parametrize(
    ("counts", "sources", "said"),
    [
        ([3, 1], 4,
         "4 independent sources take a position; 2 positions in all. The most frequent: keep "
         "(3 sources)."),
        ([2, 2, 1], 5,
         "5 independent sources take a position; 3 positions in all. The most frequent, 2 sources "
         "each: keep; drop."),
        ([1, 1], 2,
         "2 independent sources take a position; 2 positions in all. None is more frequent than "
         "another."),
        ([1, 1], 1,
         "1 independent source takes a position; 2 positions in all. None is more frequent than "
         "another."),
        ([2], 2, "2 independent sources take a position, all the same one: keep."),
        ([1], 1, "1 independent source takes a position: keep."),
        ([], 0, "2 independent sources speak on it and take none of the known positions."),
    ],
)  # fmt: skip
def test_headline(counts: list[int], sources: int, said: str) -> None:
    taken = [Taken(label, n) for label, n in zip((KEEP, DROP, BOTH), counts, strict=False)]
    assert headline(taken, sources, 2).en == said


def test_a_headline_in_french() -> None:
    taken = [Taken(KEEP, 2), Taken(DROP, 2), Taken(BOTH, 1)]
    assert headline(taken, 5, 0).fr == (
        "5 sources indépendantes prennent position ; 3 positions en tout. "
        "Les plus fréquentes, 2 sources chacune : garder ; abandonner."
    )


@pytest.mark.parametrize(
    ("years", "labels"),
    [
        ([], []),
        ([2020], ["2020"]),
        ([2018, 2021], ["2018", "2019", "2020", "2021"]),
        ([2009, 2021], ["2008–09", "2010–11", "2012–13", "2014–15", "2016–17", "2018–19",
                        "2020–21"]),
        ([2024, 1997], ["1995–99", "2000–04", "2005–09", "2010–14", "2015–19", "2020–24"]),
        ([1899, 2025], ["1850–99", "1900–49", "1950–99", "2000–49"]),
        ([1998, 2009], ["1998–99", "2000–01", "2002–03", "2004–05", "2006–07", "2008–09"]),
    ],
)  # fmt: skip
def test_periods(years: list[int], labels: list[str]) -> None:
    assert [period.label for period in periods(years)] == labels


@pytest.mark.parametrize("first", range(1, 2026, 97))
def test_every_year_has_a_column_and_there_is_room_for_all(first: int) -> None:
    for last in range(first, 2026, 61):
        columns = periods([first, last])
        single = columns[0].first == columns[0].last
        assert len(columns) <= (YEARS_SHOWN if single else PERIODS_SHOWN)
        assert first in columns[0]
        assert last in columns[-1]
        assert all(one.last + 1 == next_.first for one, next_ in pairwise(columns))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_table_says_what_the_picture_shows(
    contested: Answer, language: InterfaceLanguage
) -> None:
    html = render("positions.html", language, map=positions_context(contested, "7"))
    picture, table = html.split("<table>")
    marks = re.findall(
        r'<a class="source-mark[^>]* data-quote="(.*?)"[^>]*aria-label="(.*?)"', picture
    )
    lines = re.findall(r'<a [^>]*data-quote="(.*?)"[^>]*aria-label="(.*?)"', table)
    assert lines == marks
    assert [quote for quote, _ in marks] == [f"quote-7-{n}" for n in (2, 1, 3, 4, 5)]
    assert re.findall(
        r'<th scope="rowgroup" rowspan="(\d)">(.*?)</th><td rowspan="\d">(\d)', table
    ) == [
        ("3", DROP.in_language(language), "3"),
        ("1", KEEP.in_language(language), "1"),
        ("1", OTHER.in_language(language), "1"),
    ]
    undated = words.UNDATED.in_language(language)
    assert re.findall(rf"<td>(\d{{4}}|{undated})</td>", table) == [
        "2012",
        "2016",
        undated,
        "2016",
        "2016",
    ]


def test_quotes_are_in_their_own_language(contested: Answer) -> None:
    html = render("positions.html", "en", map=positions_context(contested, "0"))
    assert '<blockquote lang="fr">Statement 1.</blockquote>' in html
    assert '<blockquote lang="en">Statement 2.</blockquote>' in html


def test_a_mark_carries_the_language_of_the_source_and_a_quote_in_another_says_so() -> None:
    citation, article = written(1, "2016")
    note = replace(article, based_on=BasedOn.FULL_TEXT)
    (mixed, noted) = (
        render("positions.html", "en", map=positions_context(answer, "0"))
        for source in (article, note)
        for answer in (
            answered(
                [(replace(citation, language="fr"), source)], [position(KEEP, 1, option="keep")]
            ),
        )
    )
    assert '<span class="tongue">EN</span>' in noted
    assert 'aria-label="Quote 1: Article 1 (2016, English)"' in noted
    assert '<span class="foreign">in French in the reading note</span>' in noted
    assert '<span class="foreign">in French in the original</span>' in mixed
    assert "the letters are the language of the source" in noted


def test_without_any_date_there_is_no_axis() -> None:
    answer = answered([written(1), written(2)], [position(KEEP, 1, 2, option="keep")])
    html = render("positions.html", "en", map=positions_context(answer, "0"))
    assert "timeline" not in html
    assert "None of these sources has a date." in html


def test_a_hostile_title_is_text() -> None:
    citation, _ = written(1, kind=Kind.STUDY)
    title = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
    article = Article(title=title, text="Statement 1.", language='"><script>')
    answer = answered([(citation, article)], [position(KEEP, 1, option="keep")])
    html = render("positions.html", "en", map=positions_context(answer, "0"))
    tags = Tags(html)
    assert tags.names.isdisjoint({"img", "script"})
    assert not any(name.startswith("on") for name in tags.attributes)
    assert "<script>" not in html
