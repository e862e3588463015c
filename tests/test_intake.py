"""What an addition means: each source in one list, and no text lost on the way."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.duplicates import signature
from corpus.source import Source
from index.intake import Named, Plan, near_duplicates, plan, read_all
from tests.invented import BAKERY, ENGLISH, FERRY, MUSEUM, at, file_of

BAKERY_CHANGED = replace(BAKERY, text=BAKERY.text.replace("vert", "rouge"))
FERRY_CHANGED = replace(FERRY, text=FERRY.text + " It is repainted each spring.")


def named(*articles: Article) -> list[Named]:
    return [(article.source, article) for article in articles]


def planned(present: list[Article], read: list[Named]) -> Plan:
    return plan(present, read, {article.id: article for article in present}.__getitem__)


def texts_after(present: list[Article], steps: Plan) -> set[str]:
    return {a.text for a in present if a.id not in steps.outgoing} | {
        a.text for a in steps.incoming
    }


def test_new_changed_and_unchanged() -> None:
    steps = planned([BAKERY, FERRY], named(MUSEUM, BAKERY, FERRY_CHANGED))
    assert steps == Plan(
        added=tuple(named(MUSEUM)),
        updated=tuple(named(FERRY_CHANGED)),
        unchanged=tuple(named(BAKERY)),
        skipped=(),
        outgoing=frozenset({FERRY.id}),
    )
    assert steps.incoming == (MUSEUM, FERRY_CHANGED)


def test_a_file_that_is_named_in_another_way_is_unchanged() -> None:
    steps = planned([BAKERY], named(replace(BAKERY, source="./cahier.md")))
    assert [source for source, _ in steps.unchanged] == ["./cahier.md"]
    assert steps.outgoing == frozenset()


def test_new_metadata_are_a_change() -> None:
    dated = replace(BAKERY, date="2019-03-14")
    steps = planned([BAKERY], named(dated))
    assert steps.updated == (("notes/cahier.md", dated),)
    assert steps.outgoing == {BAKERY.id}


def test_the_same_text_under_another_name_is_skipped_with_a_sentence() -> None:
    steps = planned([BAKERY], named(at(BAKERY, "/copy.md")))
    (skipped,) = steps.skipped
    assert skipped.source == "copy.md"
    assert "already has this text: “Le cahier vert”" in skipped.reason.en
    assert "déjà ce texte\u00a0: «\u00a0Le cahier vert\u00a0»" in skipped.reason.fr
    assert BAKERY.id in skipped.reason.en
    assert (steps.incoming, steps.outgoing) == ((), frozenset())


def test_twins_in_one_addition_are_added_once() -> None:
    steps = planned([], named(BAKERY, at(BAKERY, "/copy.md")))
    assert steps.incoming == (BAKERY,)
    assert [each.source for each in steps.skipped] == ["copy.md"]


def test_a_file_that_became_a_copy_of_another_goes() -> None:
    steps = planned([BAKERY, FERRY], named(replace(at(BAKERY, FERRY.locator))))
    assert steps.outgoing == {FERRY.id}
    assert texts_after([BAKERY, FERRY], steps) == {BAKERY.text}


def test_two_files_that_exchange_their_texts_lose_neither() -> None:
    exchanged = [at(FERRY, BAKERY.locator), at(BAKERY, FERRY.locator)]
    steps = planned([BAKERY, FERRY], named(*exchanged))
    assert steps.updated == tuple(named(*exchanged))
    assert steps.outgoing == {BAKERY.id, FERRY.id}


@pytest.mark.parametrize("order", [1, -1])
def test_a_renamed_file_whose_name_is_taken_again_loses_nothing(order: int) -> None:
    # cahier.md was renamed to ferry.txt, over the old one, and a new text took its name.
    read = [at(MUSEUM, BAKERY.locator), at(BAKERY, FERRY.locator)][::order]
    steps = planned([BAKERY, FERRY], named(*read))
    assert texts_after([BAKERY, FERRY], steps) == {MUSEUM.text, BAKERY.text}
    assert set(steps.incoming) == set(read)


def test_one_source_given_twice_is_taken_once() -> None:
    steps = planned([], named(BAKERY, replace(BAKERY, source="./cahier.md")))
    assert steps.added == tuple(named(BAKERY))
    assert [source for source, _ in steps.unchanged] == ["./cahier.md"]


@pytest.mark.parametrize("present", [[], [BAKERY], [BAKERY_CHANGED], [FERRY]])
def test_two_texts_of_one_name_in_one_addition(present: list[Article]) -> None:
    # Uploads are known by their name alone: the first one counts, the second is told.
    steps = planned(present, named(BAKERY, BAKERY_CHANGED))
    (skipped,) = steps.skipped
    assert "same name came first" in skipped.reason.en
    assert "du même nom" in skipped.reason.fr
    after = texts_after(present, steps)
    assert BAKERY.text in after
    assert BAKERY_CHANGED.text not in after


def test_articles_from_nowhere_are_told_apart_by_their_text() -> None:
    nowhere = [replace(article, locator="", source="") for article in (BAKERY, FERRY)]
    assert planned([], named(*nowhere)).incoming == tuple(nowhere)
    steps = planned(nowhere, named(replace(MUSEUM, locator=""), nowhere[0]))
    assert (len(steps.added), len(steps.skipped), steps.outgoing) == (1, 1, frozenset())


def test_a_near_duplicate_is_reported_with_what_it_resembles() -> None:
    slightly = replace(FERRY, text=FERRY.text.replace("twelve", "eleven"), title="Eleven letters")
    other = replace(MUSEUM, locator="/other")
    signed = [(article, signature(article.text)) for article in (slightly, other)]
    present = [BAKERY, FERRY]
    known = {article.id: signature(article.text) for article in present}
    (found,) = near_duplicates(signed, known, present, frozenset())
    assert (found.article_id, found.resembles_id) == (slightly.id, FERRY.id)
    assert (found.title, found.resembles_title) == ("Eleven letters", "Minutes on the quay")
    # One of its words changed, so that five of its runs of five words did.
    runs = len(FERRY.text.split()) - 4
    assert found.similarity == pytest.approx((runs - 5) / (runs + 5), abs=0.15)


def test_near_duplicates_within_one_addition_are_reported_once() -> None:
    text = " ".join(ENGLISH)
    one = Article(title="One", text=text)
    two = Article(title="Two", text=text + " And so on.")
    signed = [(article, signature(article.text)) for article in (one, two)]
    (found,) = near_duplicates(signed, {}, [], frozenset())
    assert (found.title, found.resembles_title) == ("Two", "One")


def test_an_article_does_not_resemble_the_version_that_it_replaces() -> None:
    known = {FERRY.id: signature(FERRY.text)}
    signed = [(FERRY_CHANGED, signature(FERRY_CHANGED.text))]
    assert near_duplicates(signed, known, [FERRY], frozenset({FERRY.id})) == ()
    assert len(near_duplicates(signed, known, [FERRY], frozenset())) == 1


def test_what_cannot_be_read_is_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    good = file_of(BAKERY, tmp_path)
    (tmp_path / "empty.txt").write_bytes(b"")
    empty = Source("empty.txt", tmp_path / "empty.txt", "/empty.txt")
    missing = Source("missing.txt", tmp_path / "missing.txt", "/missing.txt")
    steps: list[tuple[str, int, int]] = []
    read, skipped = read_all(
        [empty, good, missing],
        allow_private_addresses=False,
        progress=lambda *step: steps.append(step),
    )
    ((name, article),) = read
    assert (name, article.title, article.text) == ("cahier.md", BAKERY.title, BAKERY.text)
    assert [each.source for each in skipped] == ["empty.txt", "missing.txt"]
    assert all(each.reason.en and each.reason.fr for each in skipped)
    assert steps == [("read", n, 3) for n in range(4)]
