"""Collections: one name however it is typed, kept as it was written first."""

from dataclasses import replace

import pytest

from corpus.collecting import collection_name, collections_of, put_into, taken_from
from corpus.wording import KnownError
from tests.invented import BAKERY, FERRY, MUSEUM

SHELVED = (
    replace(BAKERY, collections=("Nos études", "À lire")),
    replace(FERRY, collections=("nos etudes", "NOS ÉTUDES")),
    MUSEUM,
)


def test_articles_are_counted_by_collection() -> None:
    assert collections_of(SHELVED) == {"À lire": 1, "Nos études": 2}
    assert collections_of([MUSEUM]) == {}


def test_a_name_means_the_collection_that_is_there() -> None:
    assert collection_name("  NOS   etudes ", SHELVED) == "Nos études"
    assert collection_name(" Nos\u00a0\nlivres", SHELVED) == "Nos livres"
    with pytest.raises(KnownError) as refused:
        collection_name(" \t", SHELVED)
    assert "name of the collection is empty" in refused.value.wording.en


def test_an_article_stands_on_a_shelf_once() -> None:
    assert put_into("Nos études", MUSEUM).collections == ("Nos études",)
    assert put_into("Nos études", SHELVED[0]) == SHELVED[0]
    assert put_into("Vu", SHELVED[0]).collections == ("Nos études", "À lire", "Vu")
    assert put_into("Nos études", SHELVED[1]).collections == ("Nos études",)
    assert taken_from("a lire", SHELVED[0]).collections == ("Nos études",)
    assert taken_from("a lire", MUSEUM) == MUSEUM
