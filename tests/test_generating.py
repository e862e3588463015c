from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.starter import starter_sources
from index.intake import read_all
from index.library import Library
from index.passage import Span
from index.report import silent
from index.snapshot import Snapshot
from qa.positions.dispute import disputes
from qa.training.competency import Competency
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft
from qa.training.items.generating import generated
from qa.training.map_reading import competencies
from tests.fake_embedder import FakeEmbedder
from tests.training_drafts import SURVEY, Material, filled, options


@pytest.fixture
def map_() -> tuple[Competency, ...]:
    """Two competencies that between them tell complaints from measures."""
    one, other = (
        replace(each, topics=(), concepts=(), sources=(), disputes=())
        for each in competencies()[:2]
    )
    return (
        replace(one, id="complaints", concepts=("complaint",)),
        replace(other, id="officers", concepts=("chief-customer-officer",)),
    )


@pytest.fixture
def snapshot(library: Library) -> Snapshot:
    return filled(library)


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Draft]]:
    """The drafts that the one kind there is will propose."""
    proposed: list[Draft] = []

    def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> tuple[Iterator[Draft], ...]:
        return (iter(proposed),)

    monkeypatch.setattr("qa.training.items.generating._drafts", drafts)
    yield proposed


def test_a_draft_becomes_an_item_with_its_place_and_its_quote(
    snapshot: Snapshot, writes: list[Draft], map_: tuple[Competency, ...]
) -> None:
    draft = Material(snapshot).figure()
    writes.append(draft)
    (item,) = generated(snapshot, map_, {}).items
    text = SURVEY.text
    assert text[item.start : item.end] == item.quote == draft.claim.text
    assert text[item.answer_start : item.answer_end] == item.right == "40 %"
    assert sorted(item.options) == ["12 %", "40 %", "65 %", "80 %"]
    assert (item.kind, item.language, item.work) == (ItemKind.FIGURE, "en", SURVEY.work)
    assert item.competency == "officers"
    assert item.card == item.id


def test_an_item_that_is_known_keeps_its_card(
    snapshot: Snapshot, writes: list[Draft], map_: tuple[Competency, ...]
) -> None:
    writes.append(Material(snapshot).figure())
    (item,) = generated(snapshot, map_, {}).items
    (again,) = generated(snapshot, map_, {item.id: "older"}).items
    assert again == replace(item, card="older")


def test_true_stands_before_false(
    snapshot: Snapshot, writes: list[Draft], map_: tuple[Competency, ...]
) -> None:
    material = Material(snapshot)
    altered = material.statement(
        "According to the Marlow survey, few report to marketing.", true=False
    )
    writes += [altered]
    (item,) = generated(snapshot, map_, {}).items
    assert (item.options, item.right) == (("True", "False"), "False")


def test_where_nothing_is_shown_the_stem_tells_items_apart(
    snapshot: Snapshot, writes: list[Draft], map_: tuple[Competency, ...]
) -> None:
    """A source's position and its contrary, which are told in the stem, are two items."""
    material = Material(snapshot)
    question = disputes()[0].question.en
    for position in ("to the board", "to marketing"):
        stem = f"On the question “{question}”, Marlow takes this position: “{position}”. True?"
        writes.append(replace(material.statement(true=False), stem=stem, shown=""))
    items = generated(snapshot, map_, {}).items
    assert len({item.id for item in items}) == len(items) == 2


def test_where_something_is_shown_the_stem_is_not_part_of_the_id(
    snapshot: Snapshot, writes: list[Draft], map_: tuple[Competency, ...]
) -> None:
    """So that another wording of the question leaves what was learnt as it is."""
    figure = Material(snapshot).figure()
    ids = set()
    for stem in ("Which figure is missing?", "Which figure completes this?"):
        writes[:] = [replace(figure, stem=stem)]
        (item,) = generated(snapshot, map_, {}).items
        ids.add(item.id)
    assert len(ids) == 1


def test_what_fails_is_counted_with_the_reason(
    snapshot: Snapshot, writes: list[Draft], map_: tuple[Competency, ...]
) -> None:
    figure = Material(snapshot).figure()
    writes += [replace(figure, distractors=options("12 months")), figure]
    made = generated(snapshot, map_[:1], {})
    assert made.items == ()
    assert [refused.gate for refused in made.refused] == ["same_type", "placed"]


def test_no_sentence_is_asked_about_twice_by_one_kind(
    snapshot: Snapshot, writes: list[Draft], map_: tuple[Competency, ...]
) -> None:
    figure = Material(snapshot).figure()
    writes += [figure, replace(figure, stem="Another question?", shown=figure.shown + " ")]
    assert len(generated(snapshot, map_, {}).items) == 1


def test_what_a_source_says_several_times_is_asked_about_once(
    library: Library, writes: list[Draft], map_: tuple[Competency, ...]
) -> None:
    claim = "According to Marlow, the chief customer officer answers complaint number {} himself."
    many = "\n\n".join(
        claim.format(word) for word in ["one", "two", "three", "four", "five", "six"]
    )
    article = replace(SURVEY, text=many)
    library.add_articles([article])
    snapshot = library.snapshot()
    for passage in snapshot.passages_of[article.id]:
        for span in passage.sentences:
            own = Claim(article, passage, span)
            whole = Span(span.start, span.end)
            statement = Material(snapshot).claim(article, "According")
            assert statement.article.id == article.id
            writes.append(_statement(own, whole))
    assert len(writes) == 6
    assert len(generated(snapshot, map_, {}).items) == 1


def _statement(claim: Claim, span: Span) -> Draft:
    (wrong,), (right,) = options("False"), options("True")
    return Draft(
        kind=ItemKind.TRUE_FALSE,
        claim=claim,
        stem="True or false?",
        shown=claim.text,
        right=right,
        answer=span,
        distractors=(wrong,),
    )


def test_the_starter_library_gives_sound_items_in_both_languages(starter_library: Library) -> None:
    snapshot = starter_library.snapshot()
    made = generated(snapshot, competencies(), {})
    items = made.items
    assert len(items) >= 400
    languages = Counter(item.language for item in items)
    assert min(languages["fr"], languages["en"]) >= 0.45 * len(items)
    assert {item.kind for item in items} == set(ItemKind)
    assert {item.competency for item in items} == {each.id for each in competencies()}
    assert len({item.id for item in items}) == len(items)
    for item in items:
        assert snapshot.article(item.article_id).text[item.start : item.end] == item.quote
        assert item.start <= item.answer_start < item.answer_end <= item.end
    # Twins, and a figure that is both asked for and judged, share a card; two facts do not.
    cards = Counter(item.card for item in items)
    assert {1, 2} <= set(cards.values())
    figures = [item for item in items if item.kind is ItemKind.FIGURE]
    asked = Counter((item.card, item.language) for item in figures)
    assert max(asked.values()) == 1


def test_the_same_articles_give_the_same_items_in_whatever_order_they_came(
    tmp_path: Path,
) -> None:
    read, _ = read_all(starter_sources()[:30], allow_private_addresses=False, progress=silent)
    articles = [article for _, article in read]
    made = []
    for name, order in (("one", articles), ("other", articles[::-1])):
        library = Library(tmp_path / name, FakeEmbedder(), starter=False)
        library.add_articles(order)
        made.append(generated(library.snapshot(), competencies(), {}).items)
        library.close()
    assert len(made[0]) > 20
    assert made[0] == made[1]
