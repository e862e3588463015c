"""Near-duplicates of a library: those that comparing each with each would find."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.article import BasedOn, Record
from corpus.duplicates import NEAR_DUPLICATE, signature
from corpus.inventory import mention
from corpus.resembling import resembling
from tests.asked import record

WORDS = (
    *("a", "customer", "comes", "back", "when", "the", "promise", "is", "kept"),
    *("and", "an", "answer", "arrives", "before", "anybody", "asks"),
)


def text(seed: int, words: int = 200) -> str:
    return " ".join(np.random.default_rng(seed).choice(WORDS, words))


def drawn(equal: int, like: NDArray[np.uint32], seed: int) -> bytes:
    """A signature that has `equal` of 128 values in common with another one."""
    chance = np.random.default_rng(seed)
    values = chance.integers(0, 2**32, 128, dtype=np.uint32)
    same = chance.choice(128, equal, replace=False)
    values[same] = like[same]
    return values.tobytes()


def ids(records: tuple[Record, ...], signatures: dict[str, bytes]) -> list[list[str]]:
    return [[a.article_id for a in group.articles] for group in resembling(records, signatures)]


def test_a_changed_copy_is_found_and_another_text_is_not() -> None:
    original = text(1)
    copy = f"{original} end of the copy"
    records = (record("one"), record("other"), record("copy"))
    signatures = {"one": signature(original), "other": signature(text(2)), "copy": signature(copy)}
    (group,) = resembling(records, signatures)
    assert group.articles == (mention(records[0]), mention(records[2]))
    one, two = (np.frombuffer(signatures[name], "<u4") for name in ("one", "copy"))
    assert group.similarity == np.mean(one == two) > 0.9


def test_a_note_and_its_original_are_no_duplicates_but_two_copies_are() -> None:
    url = "https://example.org/a"
    note = record("note", url=url, based_on=BasedOn.FULL_TEXT)
    original = record("original", url="http://www.example.org/a/")
    same = signature(text(1))
    assert ids((note, original), {"note": same, "original": same}) == []
    again = record("again", url=url)
    assert ids((original, again), {"original": same, "again": same}) == [["original", "again"]]


@pytest.mark.parametrize("seed", range(5))
def test_it_finds_what_comparing_each_with_each_finds(seed: int) -> None:
    chance = np.random.default_rng(seed)
    base = chance.integers(0, 2**32, 128, dtype=np.uint32)
    signatures = {f"a{n}": drawn(n, base, 100 * seed + n) for n in range(40, 90)}
    signatures["base"] = base.tobytes()
    records = tuple(record(name) for name in signatures)
    values = {name: np.frombuffer(s, "<u4") for name, s in signatures.items()}
    # Groups by the plainest of ways: unite until nothing changes.
    groups = {name: {name} for name in values}
    for one, two in combinations(values, 2):
        if np.mean(values[one] == values[two]) >= NEAR_DUPLICATE:
            united = groups[one] | groups[two]
            for name in united:
                groups[name] = united
    expected = {frozenset(group) for group in groups.values() if len(group) > 1}
    assert {frozenset(group) for group in ids(records, signatures)} == expected
    assert len(expected) == 1


def test_chains_are_one_group_in_the_order_of_the_library() -> None:
    first = np.arange(128, dtype=np.uint32)
    middle = np.where(np.arange(128) < 80, first, 1000 + first).astype(np.uint32)
    last = np.where(np.arange(128) < 20, 5000 + first, middle).astype(np.uint32)  # 60 of `first`
    signatures = {"c": last.tobytes(), "a": first.tobytes(), "b": middle.tobytes()}
    (group,) = resembling(tuple(record(name) for name in "abc"), signatures)
    assert [each.article_id for each in group.articles] == ["a", "b", "c"]
    assert group.similarity == 108 / 128


def test_without_articles_or_signatures_there_are_none() -> None:
    assert resembling((), {}) == ()
    assert resembling((record("a"), record("b")), {}) == ()
