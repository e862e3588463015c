"""Why an answer is right or wrong, for each kind of item."""

from dataclasses import replace

import pytest

from corpus.wording import Wording
from qa.training.explaining import why
from qa.training.item import ItemKind
from tests.training_items import A_FIGURE, judged


@pytest.mark.parametrize("kind", [kind for kind in ItemKind if kind is not ItemKind.TRUE_FALSE])
def test_each_kind_names_its_key_in_both_languages(kind: ItemKind) -> None:
    said = why(replace(A_FIGURE, kind=kind, options=("a {key}.", "b", "c", "d")))
    assert "a {key}" in said.en
    assert "a {key}" in said.fr
    assert said.en.endswith(".")
    assert said.fr.endswith(".")
    assert ".." not in said.en


def test_a_figure() -> None:
    said = why(A_FIGURE)
    assert said == Wording("The figure in the source is 40 %.", "Le chiffre de la source est 40 %.")


def test_a_statement_that_is_true_and_one_that_is_not() -> None:
    assert why(judged("t", true=True)).en == "The source says just that, in the marked words."
    assert why(judged("f", true=False)).en == "The source says otherwise, in the marked words."


def test_what_the_item_says_itself_comes_first() -> None:
    own = Wording("The source says “rarely”.", "La source dit «\u00a0rarement\u00a0».")
    assert why(judged("f", true=False, why=own)) == own
