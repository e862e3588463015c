"""The desk of the real library, without a page in front of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.runnables import RunnableLambda

from corpus.answered import AnsweredQuestion
from corpus.article import BasedOn
from corpus.inventory import inventory
from index.library import Library
from index.report import silent
from qa.answer import Answer
from qa.chain import answer_chain
from qa.citing import Citing
from qa.health import Asking, Health
from qa.positions.dispute import disputes
from qa.question import Question
from qa.question_writing import QuestionWriter
from tests.fake_embedder import FakeEmbedder
from tests.invented import BAKERY, FERRY, LIBRARY_VAN, MUSEUM
from tests.scripted_chat import ScriptedChat
from ui.web.desks.library_desk import LibraryDesk

NO_HEALTH = Health(inventory(()), (), Asking(0, 0, 0), Citing(0, 0, 0.0), ())


def desk_of(library: Library, model: ScriptedChat | None = None) -> LibraryDesk:
    return LibraryDesk(
        library,
        answer_chain(library),
        allow_private_addresses=False,
        look_after=lambda: NO_HEALTH,
        question_writer=lambda: (
            QuestionWriter(model, "scripted:one", library.embedder) if model else None
        ),
    )


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "other", FakeEmbedder(), starter=False)
    yield library
    library.close()


def test_an_import_takes_nothing_away(library: Library, other: Library, tmp_path: Path) -> None:
    mine = replace(BAKERY, collections=("À lire",), title="Le mien", corrected=("title",))
    library.add_articles([mine, FERRY])
    theirs = replace(BAKERY, collections=("Conseil",), date="2001", corrected=("date",))
    older = replace(FERRY, text="An older text of the same file.")
    other.add_articles([theirs, older])
    desk_of(other).export(tmp_path / "all.zip")
    report = desk_of(library).take_in(tmp_path / "all.zip", silent)
    assert [added.title for added in report.updated] == ["Le mien"]
    held = library.holdings()
    assert held.article(BAKERY.id) == replace(
        mine, date="2001", collections=("À lire", "Conseil"), corrected=("date", "title")
    )
    assert held.article(FERRY.id) == FERRY
    assert held.article(older.id) == replace(older, locator="")


def nobody_asks(_: Question) -> Answer:
    raise AssertionError


def test_warming_up_reads_what_questions_need_and_asks_no_chat_model(library: Library) -> None:
    library.add_articles([BAKERY, FERRY])
    desk = LibraryDesk(
        library,
        RunnableLambda(nobody_asks),  # it may be far away, or cost money
        allow_private_addresses=False,
        look_after=lambda: NO_HEALTH,
    )
    disputes.cache_clear()
    desk.warm_up()
    assert disputes.cache_info().currsize == 1


def test_why_questions_are_missing_comes_with_the_report(library: Library) -> None:
    model = ScriptedChat(failure=RuntimeError("down"))
    desk = desk_of(library, model)
    (note,) = desk.adopt([BAKERY], silent).notes
    assert note.en.startswith("New articles were added without further questions: scripted:one")
    desk.adopt([FERRY], silent)
    assert len(model.told) == 2  # the next addition tries again
    assert desk_of(library).adopt([MUSEUM], silent).notes == ()


def test_suggested_are_the_questions_of_notes_first_in_an_order_of_the_articles_alone(
    library: Library, other: Library
) -> None:
    note, *others = (
        replace(article, questions=(AnsweredQuestion(f"{article.title}?", "en", 0, 9),))
        for article in (MUSEUM, BAKERY, FERRY)
    )
    note = replace(note, based_on=BasedOn.ABSTRACT)
    others.sort(key=lambda article: article.id)
    library.add_articles([*others, note, LIBRARY_VAN])
    other.add_articles([LIBRARY_VAN, note, *reversed(others)])
    expected = [f"{article.title}?" for article in (note, *others)]
    for each in (library, other):
        assert [one.question for one in desk_of(each).suggested()] == expected
