"""Counts by topic, language and year, and what is missing, counted by hand."""

from corpus.article import Kind
from corpus.inventory import UNDATED, Field, Mention, Period, Tally, inventory, periods
from corpus.topics import Topic
from tests.asked import record

FULL = record(
    "full",
    authors=("A",),
    publisher="P",
    date="2016-06-02",
    language="fr",
    kind=Kind.STUDY,
    url="https://example.org/full",
    topics=(Topic.NPS, Topic.ROI),
)
BARE = record("bare")
ENGLISH = record("english", date="2016", language="en", topics=(Topic.NPS,))
UNDATED_FRENCH = record("undated", language="fr", topics=(Topic.NPS,))
RECORDS = (FULL, BARE, ENGLISH, UNDATED_FRENCH)


def test_an_article_counts_on_each_of_its_topics_and_once_in_all() -> None:
    found = inventory(RECORDS)
    rows = {row.topic: row for row in found.rows}
    assert [*rows] == [*Topic, None]  # also topics without an article
    assert rows[Topic.NPS].tallies == (
        Tally("en", 2016, 1),
        Tally("fr", 2016, 1),
        Tally("fr", None, 1),
    )
    assert rows[Topic.ROI].tallies == (Tally("fr", 2016, 1),)
    assert rows[None].tallies == (Tally("", None, 1),)
    assert (rows[Topic.AI].articles, rows[Topic.AI].tallies) == (0, ())
    assert (found.articles, sum(tally.articles for tally in found.whole)) == (4, 4)


def test_without_a_topic_is_a_row_only_where_there_is_such_an_article() -> None:
    assert inventory((FULL,)).rows[-1].topic is Topic.PUBLIC_SECTOR


def test_what_is_missing_by_field() -> None:
    missing = {
        each.field: [a.article_id for a in each.articles] for each in inventory(RECORDS).missing
    }
    assert missing == {
        Field.AUTHORS: ["bare", "english", "undated"],
        Field.DATE: ["bare", "undated"],
        Field.PUBLISHER: ["bare", "english", "undated"],
        Field.LANGUAGE: ["bare"],
        Field.KIND: ["bare", "english", "undated"],
        Field.TOPICS: ["bare"],
        Field.URL: ["bare", "english", "undated"],
    }
    assert inventory((BARE,)).missing[0].articles == (Mention("bare", "Title bare", ""),)


def test_columns_are_the_last_years_that_occur_with_all_before_as_one() -> None:
    tallies = [Tally("fr", year, 1) for year in (1999, 2004, 2016, 2020)] + [Tally("en", None, 2)]
    assert periods(tallies, 2) == (
        Period(1999, 2004),
        Period(2016, 2016),
        Period(2020, 2020),
        UNDATED,
    )
    assert periods(tallies[:2], 2) == (Period(1999, 1999), Period(2004, 2004))
    assert periods((), 2) == ()


def test_every_article_is_in_exactly_one_column() -> None:
    tallies = [
        Tally("fr", 1999, 1), Tally("en", 2004, 2), Tally("fr", 2004, 4), Tally("de", 2020, 8),
        Tally("", None, 16),
    ]  # fmt: skip
    columns = periods(tallies, 1)
    assert [dict(period.within(tallies)) for period in columns] == [
        {"fr": 5, "en": 2},
        {"de": 8},
        {"": 16},
    ]
