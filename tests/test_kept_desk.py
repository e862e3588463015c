"""The desk of kept answers over a real library: each visitor's own, frozen and compared."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.filters import Filters
from corpus.history import History
from corpus.kept import KeptAnswers
from corpus.people import LOCAL, Person, Role
from corpus.wording import KnownError
from index.library import Library
from qa.answer import Answer
from qa.chain import answer_chain
from qa.freezing import Frozen
from qa.question import Question, Turn
from tests.invented import ALL, BAKERY
from tests.test_chain import ASKED, OFF_TOPIC
from ui.recording import note
from ui.web.desks.kept_desk import KeptDesk

ANN = Person("ann", "Ann", Role.READER)
BOB = Person("bob", "Bob", Role.READER)
QUESTION = Question(ASKED, (Turn("Et avant ?", "Rien."),), Filters(languages=frozenset({"fr"})))

Visit = Callable[[Person], None]


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Who is there from now on."""

    def comes(person: Person) -> None:
        monkeypatch.setattr("ui.web.desks.kept_desk.visitor", lambda: person)

    comes(ANN)
    return comes


@pytest.fixture
def filled(library: Library) -> Library:
    library.add_articles(ALL)
    return library


@pytest.fixture
def store(filled: Library, home: Path) -> Iterator[KeptAnswers]:
    store = KeptAnswers(home / "library.db")
    yield store
    store.close()


@pytest.fixture
def desk(filled: Library, store: KeptAnswers, visit: Visit) -> KeptDesk:
    return desk_of(filled, store)


def desk_of(library: Library, store: KeptAnswers, *, history: bool = True) -> KeptDesk:
    return KeptDesk(store, library, answer_chain(library).invoke, history=history)


def answered(library: Library, question: Question = QUESTION) -> Answer:
    return answer_chain(library).invoke(question)


def asked(home: Path) -> list[tuple[str, str]]:
    history = History(home / "library.db")
    found = [(each.person, each.answer) for each in history.all()]
    history.close()
    return found


def test_what_is_recorded_is_in_the_history_of_the_visitor(
    desk: KeptDesk, filled: Library, home: Path
) -> None:
    assert desk.records()
    answer = answered(filled)
    id_ = desk.record(QUESTION, answer)
    (entry,) = desk.kept()
    assert (entry.id, entry.person, entry.question) == (id_, "ann", ASKED)
    assert (entry.language, entry.reason, entry.favourite, entry.shared) == ("fr", "", False, False)
    assert desk.opened(id_) == Frozen(id_, entry.at, QUESTION, answer)
    assert desk.entry(id_) == entry
    assert asked(home) == [("ann", id_)]


def test_ids_cannot_be_guessed_from_others(desk: KeptDesk, filled: Library) -> None:
    answer = answered(filled)
    ids = {desk.record(QUESTION, answer) for _ in range(20)}
    assert len(ids) == 20
    assert all(len(id_) == 24 and set(id_) <= set("0123456789abcdef") for id_ in ids)


def test_a_search_finds_words_of_the_answer(desk: KeptDesk, filled: Library) -> None:
    desk.record(QUESTION, answered(filled))
    refused = Question(OFF_TOPIC)
    desk.record(refused, answered(filled, refused))
    assert [entry.question for entry in desk.kept("odile marchepied")] == [ASKED]
    assert [entry.reason for entry in desk.kept("moutons")] == ["nothing_found"]


def test_with_the_history_off_only_what_somebody_asks_for_is_kept(
    filled: Library, store: KeptAnswers, visit: Visit, home: Path
) -> None:
    desk = desk_of(filled, store, history=False)
    answer = answered(filled)
    assert not desk.records()
    assert desk.record(QUESTION, answer) == ""
    assert desk.kept() == ()
    id_ = desk.keep(QUESTION, answer)
    assert [entry.id for entry in desk.kept()] == [id_]
    assert asked(home) == []


def test_everybody_sees_their_own_and_what_is_shared(
    desk: KeptDesk, filled: Library, visit: Visit
) -> None:
    mine, other = (desk.record(QUESTION, answered(filled)) for _ in range(2))
    desk.share(mine)
    visit(BOB)
    assert desk.kept() == ()
    assert desk.entry(mine) is None
    assert desk.opened(mine).question == QUESTION
    refusals = []
    for act in (
        lambda: desk.opened(other),
        lambda: desk.opened("unknown"),
        lambda: desk.favour(mine, True),
        lambda: desk.share(other),
        lambda: desk.unshare(mine),
    ):
        with pytest.raises(KnownError) as refusal:
            act()
        refusals.append(refusal.value.wording)
    assert len(set(refusals)) == 1  # nobody learns which ids there are
    assert "Il n’y a pas de réponse à ce lien" in refusals[0].fr
    assert (desk.forget([mine, other]), desk.forget_all()) == (0, 0)
    assert desk.reviewed(other).question == QUESTION
    visit(ANN)
    desk.unshare(mine)
    visit(BOB)
    with pytest.raises(KnownError):
        desk.opened(mine)
    visit(ANN)
    desk.share(mine)
    assert desk.forget([mine]) == 1
    visit(BOB)
    with pytest.raises(KnownError):
        desk.opened(mine)


def test_favourites_and_deletion(desk: KeptDesk, filled: Library, home: Path) -> None:
    first, second = (desk.record(QUESTION, answered(filled)) for _ in range(2))
    desk.favour(first, True)
    assert [entry.id for entry in desk.kept(favourites=True)] == [first]
    assert desk.forget([first]) == 1
    assert asked(home) == [("ann", second)]
    assert desk.forget_all() == 1
    assert asked(home) == []


def test_an_answer_outlives_its_sources_and_says_so(desk: KeptDesk, filled: Library) -> None:
    answer = answered(filled)
    frozen = desk.opened(desk.record(QUESTION, answer))
    assert not desk.standing(frozen)
    filled.remove([BAKERY.id])
    again = desk.opened(frozen.id)
    assert again == frozen
    assert BAKERY in again.answer.articles
    assert [record.id for record in desk.standing(again).gone] == [BAKERY.id]


def test_an_answer_is_not_lost_because_it_cannot_be_kept(
    desk: KeptDesk,
    filled: Library,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = answered(filled)
    with sqlite3.connect(home / "library.db") as database:
        database.execute(
            "CREATE TRIGGER full BEFORE INSERT ON asked BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    database.close()
    assert desk.record(QUESTION, answer) == ""
    assert "cannot be kept in the history (disk full)" in capsys.readouterr().err
    with pytest.raises(KnownError, match="disk full"):
        desk.keep(QUESTION, answer)

    def unforeseen(*_: object) -> None:
        raise TypeError("unforeseen")

    monkeypatch.setattr("ui.recording.frozen_documents", unforeseen)
    assert desk.record(QUESTION, answer) == ""
    assert "The answer is not in the history: TypeError('unforeseen')" in capsys.readouterr().err


def test_what_the_command_keeps_is_that_of_whoever_sits_there(
    desk: KeptDesk, filled: Library, store: KeptAnswers, visit: Visit, home: Path
) -> None:
    note(home / "library.db", QUESTION, answered(filled))
    assert desk.kept() == ()
    visit(LOCAL)
    (entry,) = desk.kept()
    assert entry.question == ASKED
    assert desk.opened(entry.id).question == QUESTION
