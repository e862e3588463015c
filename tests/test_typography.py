from corpus.typography import typed, typeset
from corpus.wording import Wording

TYPED = Wording("Isn't it?", "L'effort : « moins » ou 40 % de plus ?")
SET = Wording(
    "Isn't it?",
    "L’effort\u00a0: «\u00a0moins\u00a0» ou 40\u00a0% de plus\u00a0?",
)


def test_french_is_set_as_it_is_printed() -> None:
    assert typeset(TYPED) == SET


def test_what_is_set_stays() -> None:
    assert typeset(SET) == SET


def test_and_back_to_what_a_keyboard_types() -> None:
    assert typed(SET) == TYPED
