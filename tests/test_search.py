"""One way from what was typed to hits."""

from collections.abc import Iterator

import pytest

from corpus.filters import Filters
from index.library import Library
from index.scope import scope_of
from index.search import search
from index.snapshot import Snapshot
from tests.invented import ALL


@pytest.fixture
def snapshot(library: Library) -> Iterator[Snapshot]:
    library.add_articles(ALL)
    yield library.snapshot()


def test_the_language_of_the_query_is_detected_unless_it_is_given(snapshot: Snapshot) -> None:
    asked = "Que note la boulangerie dans son cahier ?"
    assert search(asked, 2, Filters(), snapshot).language == "fr"
    assert search("Who reads the letters?", 2, Filters(), snapshot).language == "en"
    found = search(asked, 2, Filters(), snapshot, "en")
    assert found.language == "en"
    assert found.hits == snapshot.hybrid.search(asked, 2, "en")


def test_only_what_is_inside_the_filters_is_found(snapshot: Snapshot) -> None:
    filters = Filters(languages=frozenset({"en"}))
    found = search("la boulangerie", 3, filters, snapshot)
    assert {hit.passage.language for hit in found.hits} == {"en"}
    assert found.hits == snapshot.hybrid.search(
        "la boulangerie", 3, "fr", scope_of(filters, snapshot)
    )


def test_a_query_in_capitals_finds_what_it_would_in_small_letters(snapshot: Snapshot) -> None:
    shouted = search("WHO READS THE LETTERS?", 3, Filters(), snapshot)
    assert shouted == search("Who reads the letters?", 3, Filters(), snapshot)
