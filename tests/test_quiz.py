from collections import Counter

from qa.training.item import Item, ItemKind
from qa.training.quiz import answers, draw
from tests import training_items
from tests.training_items import judged as judged_of_one_article


def an_item(id_: str, **changed: object) -> Item:
    """From an article of its own, unless told otherwise."""
    return training_items.an_item(id_, **{"work": id_, "article_id": id_, **changed})


def judged(id_: str, *, true: bool, **changed: object) -> Item:
    return judged_of_one_article(id_, true=true, **{"work": id_, "article_id": id_, **changed})


MANY = [
    *(an_item(f"fig{n}", competency=f"c{n % 3}") for n in range(20)),
    *(an_item(f"who{n}", kind=ItemKind.WHO_SAID, competency=f"c{n % 3}") for n in range(20)),
    *(judged(f"tf{n}", true=n % 2 == 0, competency=f"c{n % 3}") for n in range(20)),
]


def test_the_same_items_and_seed_give_the_same_quiz() -> None:
    assert draw(MANY, 9, "s") == draw(list(reversed(MANY)), 9, "s")
    assert draw(MANY, 9, "s") != draw(MANY, 9, "t")


def test_kinds_and_competencies_take_turns_and_truth_is_balanced() -> None:
    drawn = [question.item for question in draw(MANY, 18, "s")]
    assert Counter(i.kind for i in drawn) == {
        ItemKind.FIGURE: 6, ItemKind.WHO_SAID: 6, ItemKind.TRUE_FALSE: 6,
    }  # fmt: skip
    assert Counter(i.competency for i in drawn) == {"c0": 6, "c1": 6, "c2": 6}
    assert Counter(i.right for i in drawn if i.kind is ItemKind.TRUE_FALSE) == {
        "True": 3, "False": 3,
    }  # fmt: skip


def test_right_options_stand_in_each_place_equally_often() -> None:
    for seed in "abc":
        shown = draw(MANY[:40], 16, seed)
        assert Counter(question.key for question in shown) == {0: 4, 1: 4, 2: 4, 3: 4}
        assert {tuple(sorted(question.order)) for question in shown} == {(0, 1, 2, 3)}


def test_the_key_is_what_the_item_says_wherever_it_is_shown() -> None:
    for question in draw(MANY, 18, "s"):
        assert question.options[question.key] == question.item.right
        assert sorted(question.options) == sorted(question.item.options)


def test_true_stands_before_false() -> None:
    shown = [q for q in draw(MANY, 18, "s") if q.item.kind is ItemKind.TRUE_FALSE]
    assert {question.options for question in shown} == {("True", "False")}
    assert {question.key for question in shown} == {0, 1}


def test_no_right_option_comes_twice() -> None:
    one = an_item("one", options=("40 %", "5 %", "6 %", "7 %"))
    other = an_item("other", options=("9 %", "40 %", "6 %", "7 %"), key=1)
    assert len(draw([one, other], 5, "s")) == 1


def test_twins_and_two_questions_on_one_sentence_come_once() -> None:
    twins = [an_item("en", card="both"), an_item("fr", card="both", language="fr")]
    same = [an_item("gap", quote="A sentence."), judged("tf", true=True, quote="A sentence.")]
    assert len(draw(twins, 5, "s")) == 1
    assert len(draw(same, 5, "s")) == 1


def test_what_is_to_be_avoided_comes_last() -> None:
    avoid = {item.card for item in MANY[:55]}
    drawn = draw(MANY, 10, "s", avoid=avoid)
    assert [question.item.card in avoid for question in drawn] == [False] * 5 + [True] * 5


def test_there_may_be_fewer_than_wanted() -> None:
    assert draw([], 10, "s") == ()
    assert len(draw(MANY[:3], 10, "s")) == 3


def test_two_questions_on_one_passage_come_once() -> None:
    here = {"article_id": "a", "work": "w", "quote": "Trust grows."}
    near = an_item("near", **here, start=0, end=80)
    beside = an_item("beside", **{**here, "quote": "Trust pays."}, start=900, end=980)
    away = an_item("away", **{**here, "quote": "Trust lasts."}, start=2200, end=2280)
    assert answers(near, beside)
    assert answers(beside, near)
    assert not answers(near, away)
    assert len(draw([near, beside], 5, "s")) == 1
    assert len(draw([near, away], 5, "s")) == 2


def test_one_figure_of_one_work_is_asked_once() -> None:
    figure = an_item("figure", work="w", quote="Churn fell by 40% in a year.")
    again = judged("again", true=True, work="w", quote="It fell by 40% after the change.")
    elsewhere = judged("other", true=True, work="v", quote="It fell by 40% after the change.")
    assert answers(figure, again)
    assert not answers(figure, elsewhere)


def test_articles_take_turns() -> None:
    of_one = [an_item(f"a{n}", work="w", quote=f"Trust {'x' * n}.") for n in range(1, 9)]
    other = an_item("b", work="v", quote="Trust pays.")
    for seed in "abc":
        assert other in [question.item for question in draw([*of_one, other], 2, seed)]
