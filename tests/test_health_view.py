"""The health of the library on the page: what is said, to whom sees it and to whom does not."""

import re
from html import unescape

import pytest

from corpus.article import Record
from corpus.duplicates import signature
from corpus.history import Asked
from corpus.topics import Topic
from qa.health import Health, health
from tests.asked import asked, record, refused
from tests.fake_embedder import FakeEmbedder
from ui.web.health.view import LISTED, YEARS, health_html

EVIL = '</button><script>hacked=1</script><img src=x onerror="hacked=1">'


def made(*records: Record, history: tuple[Asked, ...] = (), twins: bool = False) -> Health:
    same = signature("one and the same text, over and over again")
    return health(records, {r.id: same for r in records} if twins else {}, history, FakeEmbedder())


def dated(id_: str, year: int, language: str, *topics: Topic) -> Record:
    return record(id_, date=str(year), language=language, topics=topics)


def cells(html: str, topic: str) -> list[str]:
    """What is said of each period of a topic, and the total."""
    row = re.search(
        rf'role="rowheader" class="name">{re.escape(topic)}</div>(.*?)class="sum">(\d+)', html, re.S
    )
    assert row
    return [*re.findall(r'class="spoken">(.*?)</span>', row[1]), row[2]]


def headers(html: str) -> list[str]:
    return re.findall(r'role="columnheader"[^>]*>(.*?)</div>', html)


LIBRARY = (
    dated("a", 2016, "fr", Topic.NPS),
    dated("b", 2016, "en", Topic.NPS),
    dated("c", 2016, "en", Topic.NPS),
    record("d", language="de", topics=(Topic.NPS,)),
    dated("e", 2020, "fr", Topic.ROI),
    record("f"),
)


def test_each_cell_says_its_counts_in_words() -> None:
    html = health_html(made(*LIBRARY), "en")
    assert headers(html) == ["Topic", "2016", "2020", "undated", "total"]
    assert cells(html, "NPS and its critics") == [
        "1 in French, 2 in English", "none", "1 in “de”", "4",
    ]  # fmt: skip
    assert cells(html, "without a topic") == ["none", "none", "1 in an unknown language", "1"]
    assert cells(html, "All articles")[-1] == "6"
    french = health_html(made(*LIBRARY), "fr")
    assert headers(french)[3:] == ["sans date", "total"]
    assert cells(french, "Le NPS et ses critiques")[:2] == ["1 en français, 2 en anglais", "aucun"]


def test_every_row_has_as_many_cells_as_there_are_columns() -> None:
    html = health_html(made(*LIBRARY), "en")
    rows = re.findall(
        r'role="row"(.*?)(?=role="row"|role="rowgroup" class="foot"|</section>)', html, re.S
    )
    widths = {len(re.findall(r'role="(?:columnheader|rowheader|cell)"', row)) for row in rows}
    assert widths == {5}
    assert len(rows) == 1 + len(Topic) + 1 + 1  # header, topics, without a topic, all
    assert html.count('id="health-counts"') == 1


def test_the_languages_differ_in_words_not_only_in_colour() -> None:
    html = health_html(made(*LIBRARY), "en")
    assert 'class="part fr level-2"><span class="tag">fr</span>1' in html  # half of the most, 2
    assert 'class="part en level-4"><span class="tag">en</span>2' in html
    assert 'class="part other level-2"><span class="tag">+</span>1' in html


def test_many_years_share_the_first_column() -> None:
    records = [dated(str(year), year, "fr", Topic.AI) for year in range(2000, 2026)]
    columns = headers(health_html(made(*records), "en"))
    assert columns[1] == f"≤ {2025 - YEARS}"
    assert columns[2:-1] == [str(year) for year in range(2026 - YEARS, 2026)]


def test_missing_metadata_are_bars_and_articles_to_open() -> None:
    html = health_html(made(*LIBRARY), "en")
    assert 'progress value="2" max="6" aria-label="date"' in html
    assert html.count('data-article="f"') == 7  # in every field's list
    assert "Which ones" in html


def test_long_lists_are_cut_and_say_so() -> None:
    html = health_html(made(*(record(f"r{n:02}", language="fr") for n in range(LISTED + 5))), "fr")
    assert 'data-article="r19"' in html
    assert 'data-article="r20"' not in html
    assert "… et 5 de plus" in html


def test_gaps_say_what_to_read_next() -> None:
    history = (
        refused("How much does it cost?", at=1),
        refused("How much does it cost", at=2),
        refused("Combien de moutons ?", language="fr", at=3),
        asked("Who?", "a"),
    )
    html = health_html(made(*LIBRARY, history=history), "en")
    assert '<q lang="en">How much does it cost</q>' in html
    assert "asked 2 times · English · " in html
    assert '<time datetime="2026-11-22T08:00:02+00:00">22 November 2026</time>' in html
    assert "4 questions asked, 1 answered, 3 not." in html
    assert "Too little history to judge: 1 answer so far" in html


def test_with_enough_answers_sources_are_judged() -> None:
    history = tuple(asked(f"question {n}", "a") for n in range(20))
    html = health_html(made(*LIBRARY, history=history), "fr")
    assert "Aucune source ne ressort." in html
    assert "5 sources sur 6" in html
    # All cite one source, and every other one of five others in turn: 60 citations of 6 sources.
    five = tuple(asked(f"question {n}", "a", *"bcdef"[n % 10 : n % 10 + 1]) for n in range(40))
    over = health_html(made(*LIBRARY, history=five), "fr")
    assert "une source citée figure dans 25 % des réponses" in over
    assert "dans 100 % des réponses" in over
    assert "Toutes les sources ont été citées." in over


def test_near_duplicates_are_side_by_side() -> None:
    html = health_html(made(LIBRARY[0], LIBRARY[1], twins=True), "fr")
    twins = html[html.index('class="twins"') : html.index('class="gaps"')]
    assert "100 % en commun" in twins
    assert re.findall(r'data-article="(\w)"', twins) == ["a", "b"]


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "The library is empty."), ("fr", "La bibliothèque est vide.")]
)
def test_an_empty_library_has_questions_only(language: str, expected: str) -> None:
    html = health_html(made(), "fr" if language == "fr" else "en")
    assert expected in html
    assert 'role="table"' not in html
    assert 'class="gaps"' in html


def test_hostile_titles_and_questions_are_text() -> None:
    evil = record("a", title=EVIL, language='"><script>')
    history = (refused(EVIL), refused("Why?"))
    html = health_html(made(evil, history=history), "en")
    assert "<script" not in html and "<img" not in html
    assert EVIL in unescape(html)
