"""How much is asked about one article, sentence, fact and term."""

from dataclasses import replace

import pytest

from qa.positions.dispute import disputes
from qa.training.item import Item, ItemKind
from qa.training.items.room import (
    OF_A_DISPUTE,
    OF_A_KIND,
    OF_A_NAME,
    OF_A_SENTENCE,
    OF_A_TERM,
    OF_AN_ARTICLE,
    Room,
)

ITEM = Item(
    id="0",
    card="0",
    kind=ItemKind.CLOZE,
    language="en",
    competency="measures",
    stem="Which words complete this sentence?",
    shown="A ____ of banks found that 40% of loyal customers left within one year.",
    options=("survey", "persona"),
    key=0,
    article_id="article",
    work="work",
    start=0,
    end=1,
    quote="A survey of banks found that 40% of loyal customers left within one year.",
    answer_start=0,
    answer_end=1,
)
FIGURE = replace(ITEM, kind=ItemKind.FIGURE, options=("40%", "60%"))
TRUE = replace(ITEM, kind=ItemKind.TRUE_FALSE, options=("True", "False"), shown=ITEM.quote)

# As many figures as a sentence may be judged, and the sentence with each of them altered.
_FIGURES = "A survey of 12 banks found that 40% of 900 loyal customers left within 3 years."
_CHANGES = (("40%", "60%"), ("3 years", "7 years"), ("12 banks", "30 banks"), ("900", "500"))
JUDGED = replace(TRUE, quote=_FIGURES, shown=_FIGURES)
FALSE = [replace(JUDGED, key=1, shown=_FIGURES.replace(*each)) for each in _CHANGES]


def _other(item: Item, number: int, **changed: object) -> Item:
    """About another sentence, which shares no word with those of other numbers."""
    words = " ".join(f"{word}{number}" for word in ("alpha", "beta", "gamma", "delta"))
    return replace(item, quote=f"{words}.", **changed)  # type: ignore[arg-type]


def test_a_sentence_is_asked_about_once_by_a_kind() -> None:
    room = Room()
    assert room.takes(ITEM)
    assert not room.takes(ITEM)
    assert room.takes(replace(ITEM, work="another"))
    assert room.takes(replace(ITEM, language="fr"))


def test_a_sentence_that_says_the_same_is_the_same() -> None:
    again = "In a survey, 40% of loyal customers left their banks within a year."
    room = Room()
    assert room.takes(ITEM)
    assert not room.takes(replace(ITEM, quote=again))


def test_a_sentence_gives_few_items() -> None:
    """Of nine that differ in kind or figure, each of which would find room alone."""
    kinds = [ItemKind.POSITION, ItemKind.CLOZE, ItemKind.SOURCE, ItemKind.LIST, ItemKind.FIGURE]
    judged = [JUDGED, *FALSE[: OF_A_KIND - 1]]
    asked = [*(replace(JUDGED, kind=kind) for kind in kinds), *judged]
    assert OF_A_SENTENCE < len(asked) == 9
    room = Room()
    assert [room.takes(each) for each in asked] == [n < OF_A_SENTENCE for n in range(9)]
    assert room.takes(_other(asked[-1], 1))
    assert all(Room().takes(each) for each in asked)


def test_a_sentence_is_judged_few_times() -> None:
    """As it stands, and with all of its figures but one altered; or with all, each once."""
    for asked in ([JUDGED, *FALSE], [*FALSE, JUDGED]):
        room = Room()
        assert [room.takes(each) for each in asked] == [True] * OF_A_KIND + [False]


def test_a_number_may_be_asked_for_and_judged() -> None:
    """On one card, see the twins."""
    room = Room()
    assert room.takes(FIGURE)
    assert room.takes(TRUE)
    assert not room.takes(TRUE)
    false = replace(TRUE, key=1, shown=TRUE.quote.replace("40%", "60%"))
    assert room.takes(false)
    assert not room.takes(replace(false, shown=TRUE.quote.replace("40%", "20%")))  # again


def test_a_figure_of_a_source_is_asked_for_once() -> None:
    room = Room()
    assert room.takes(FIGURE)
    assert not room.takes(_other(FIGURE, 1))
    assert room.takes(_other(FIGURE, 2, options=("30%", "60%")))


def test_a_term_is_defined_or_left_out_not_both() -> None:
    room = Room()
    assert room.takes(replace(ITEM, kind=ItemKind.DEFINITION))
    assert not room.takes(ITEM)


def test_who_said_it_is_asked_in_one_way() -> None:
    room = Room()
    assert room.takes(replace(ITEM, kind=ItemKind.WHO_SAID))
    assert not room.takes(replace(ITEM, kind=ItemKind.SOURCE))


def test_a_term_is_the_answer_of_few_items() -> None:
    room = Room()
    taken = [room.takes(_other(ITEM, n, work=f"work {n}")) for n in range(OF_A_TERM + 2)]
    assert taken == [True] * OF_A_TERM + [False] * 2


@pytest.mark.parametrize("item", [replace(ITEM, kind=ItemKind.SOURCE), TRUE, FIGURE])
def test_no_article_dominates(item: Item) -> None:
    """Eight questions of one kind on one article, in one language, are very many."""
    room = Room()
    own = [_other(item, n, options=(f"{n}%", "True")) for n in range(20)]
    taken = [room.takes(each) for each in own]
    most = taken.count(True)
    assert 4 <= most <= 8
    assert taken == [True] * most + [False] * (20 - most)
    assert room.takes(replace(own[-1], work="another"))
    assert room.takes(replace(own[-1], language="fr"))
    assert room.takes(replace(own[-1], kind=ItemKind.LIST))


def test_a_source_is_asked_few_questions_on_a_dispute() -> None:
    """Whichever kind asks them: its stem tells the question."""
    line, score = (
        next(each.question for each in disputes() if each.id == id_)
        for id_ in ("reporting-line", "net-promoter-score")
    )
    kinds = (ItemKind.POSITION, ItemKind.SOURCE, ItemKind.TRUE_FALSE, ItemKind.WHO_SAID) * 2
    room = Room()
    asked = [_other(ITEM, n, kind=kind, stem=f"On “{line.en}”?") for n, kind in enumerate(kinds)]
    assert OF_A_DISPUTE == 4
    assert [room.takes(each) for each in asked] == [n < OF_A_DISPUTE for n in range(8)]
    last = asked[-1]
    assert room.takes(replace(last, stem=f"On “{score.en}”?"))
    assert room.takes(replace(last, stem=f"On « {line.fr} »", language="fr"))


def test_one_speaker_is_the_answer_of_few_items() -> None:
    said = replace(ITEM, kind=ItemKind.WHO_SAID, options=("Marlow", "Brill"))
    room = Room()
    own = [_other(said, n, work=f"work {n}") for n in range(OF_A_NAME + 2)]
    assert [room.takes(each) for each in own] == [True] * OF_A_NAME + [False] * 2
    assert room.takes(replace(own[-1], options=("Croft", "Brill")))
    assert room.takes(replace(own[-1], language="fr"))


def test_what_found_no_room_takes_none() -> None:
    room = Room()
    for n in range(OF_AN_ARTICLE):
        assert room.takes(_other(replace(ITEM, kind=ItemKind.SOURCE), n))
    refused = _other(replace(ITEM, kind=ItemKind.SOURCE), OF_AN_ARTICLE)
    assert not room.takes(refused)
    assert room.takes(replace(refused, kind=ItemKind.WHO_SAID))  # else one of both is too many
