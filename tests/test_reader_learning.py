"""What is selected in the reader, or what it was opened at, becomes a card."""

from pathlib import Path

import pytest

from corpus.people import LOCAL
from corpus.wording import KnownError
from index.passage import Span
from tests.fake_desk import FRENCH
from tests.learning import Learning
from ui.web.reader import learning
from ui.web.reader.place import Place

QUOTE = "il arbitre entre des fonctions qui défendent chacune leurs chiffres"
AT = FRENCH.text.index(QUOTE)
PLACE = Place(FRENCH.id, (Span(AT, AT + len(QUOTE)),))


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learning:
    monkeypatch.setattr(learning, "visitor", lambda: LOCAL)
    return Learning(tmp_path)


def marked(learner: Learning, place: Place, data: object) -> list[str]:
    learning.learn(learner.reviews, FRENCH, place, data)
    return [each.quote for each in learner.reviews.marked(LOCAL.id)]


@pytest.mark.parametrize("data", [{}, None, {"selected": "  ", "from": "0"}, "hostile"])
def test_nothing_selected_is_the_place_it_was_opened_at(learner: Learning, data: object) -> None:
    assert marked(learner, PLACE, data) == [QUOTE]


def test_what_is_marked_already_is_not_new(learner: Learning) -> None:
    for is_new in (True, False):
        assert learning.learn(learner.reviews, FRENCH, PLACE, {}) is is_new


def test_a_selection_beside_the_text_is_refused_and_nothing_is_marked(learner: Learning) -> None:
    with pytest.raises(KnownError, match="not in the article’s text"):
        marked(learner, PLACE, {"beside": "text"})
    assert learner.reviews.marked(LOCAL.id) == ()


def test_a_selection_is_found_in_its_block(learner: Learning) -> None:
    words = "Un paragraphe de contexte, pour que l’article soit plus long que la fenêtre."
    begins = str(FRENCH.text.index(words))
    data = {"selected": words.replace(" ", "\n", 1), "from": begins}
    assert marked(learner, PLACE, data) == [words]
    assert learner.reviews.marked(LOCAL.id)[0].start == int(begins)


def test_without_a_place_something_has_to_be_selected(learner: Learning) -> None:
    with pytest.raises(KnownError, match="Select the words"):
        marked(learner, Place(FRENCH.id), {})


@pytest.mark.parametrize("selected", ["words of nobody at all", "arbitr", "x" * 9000])
def test_what_does_not_stand_there_is_refused(learner: Learning, selected: str) -> None:
    with pytest.raises(KnownError, match="whole words"):
        marked(learner, PLACE, {"selected": selected, "from": "1e9"})
