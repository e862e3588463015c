"""What has become of a frozen answer's sources: gone, changed, or joined by newer ones."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.article import Article, BasedOn
from corpus.filters import Filters
from index.library import Library
from qa.answer import Answer
from qa.chain import answer_chain
from qa.freezing import Frozen
from qa.question import Question
from qa.standing import Standing, standing
from tests.invented import ALL, BAKERY, FERRY, MUSEUM
from tests.test_chain import ABOUT_FERRY, ASKED, OFF_TOPIC

NEWER = Article(
    title="Le cahier vert",
    text="La boulangerie du port note chaque réclamation dans un cahier vert, depuis trente ans. "
    "Le patron le lit chaque soir.",
    language="fr",
    locator="/notes/patron.md",
)
BESIDE = Article(
    title="Les moutons de Nouvelle-Zélande",
    text="Vingt-cinq millions de moutons broutent en Nouvelle-Zélande.",
    language="fr",
    locator="/notes/moutons.md",
)


@pytest.fixture
def filled(library: Library) -> Library:
    library.add_articles(ALL)
    return library


def frozen(library: Library, question: str, filters: Filters | None = None) -> Frozen:
    asked = Question(question, filters=filters or Filters())
    return Frozen("a1", "", asked, answer_chain(library).invoke(asked))


def never(_: Question) -> Answer:
    raise AssertionError("nothing came, so nothing is asked")


def today(
    library: Library, then: Frozen, ask: Callable[[Question], Answer] | None = None
) -> Standing:
    return standing(then, library.snapshot(), ask or answer_chain(library).invoke)


def titles(standing: Standing) -> list[list[str]]:
    return [[r.title for r in found] for found in (standing.gone, standing.changed, standing.newer)]


def test_in_the_library_of_that_day_everything_stands(filled: Library) -> None:
    then = frozen(filled, ASKED)
    assert BAKERY in then.answer.articles
    assert today(filled, then, never) == Standing()
    assert not today(filled, then, never)


def test_a_source_that_was_removed_is_gone_as_it_was_known(filled: Library) -> None:
    then = frozen(filled, ASKED)
    filled.remove([BAKERY.id])
    found = today(filled, then, never)
    assert found
    assert BAKERY in found.gone
    assert (found.changed, found.newer) == ((), ())


def test_one_that_was_removed_and_brought_back_stands(filled: Library) -> None:
    then = frozen(filled, ASKED)
    filled.remove([BAKERY.id])
    filled.restore()
    assert today(filled, then, never) == Standing()


def test_a_corrected_one_stands_and_is_not_new(filled: Library) -> None:
    then = frozen(filled, ABOUT_FERRY)
    filled.correct([BAKERY.id, FERRY.id, MUSEUM.id], lambda a: replace(a, date="2001"))
    assert today(filled, then, never) == Standing()
    elsewhere = replace(then, answer=replace(then.answer, considered=()))
    assert today(filled, elsewhere, never) == Standing()


def test_a_source_whose_file_changed(filled: Library) -> None:
    then = frozen(filled, ASKED)
    changed = replace(BAKERY, text=f"{BAKERY.text} Encore une phrase.", title="Le cahier, bis")
    filled.add_articles([changed])
    found = today(filled, then)
    assert [record.id for record in found.changed] == [changed.id]
    assert titles(found) == [[], ["Le cahier, bis"], []]  # and not once more among the newer


def test_the_same_work_from_another_place_counts_as_changed_only_in_the_same_form(
    filled: Library,
) -> None:
    then = frozen(filled, ASKED)
    filled.remove([BAKERY.id])
    note = Article(
        title="Note", text="Une note.", url=BAKERY.url, based_on=BasedOn.ABSTRACT, locator="/n"
    )
    filled.add_articles([note])
    assert [record.id for record in today(filled, then).gone] == [BAKERY.id]
    other = replace(BAKERY, text=f"{BAKERY.text} Encore.", locator="/other.md")
    filled.add_articles([other])
    assert [record.id for record in today(filled, then).changed] == [other.id]


def test_a_newer_article_counts_where_todays_answer_quotes_it(filled: Library) -> None:
    then = frozen(filled, ASKED)
    filled.add_articles([NEWER, BESIDE])
    assert titles(today(filled, then)) == [[], [], ["Le cahier vert"]]
    assert today(filled, then).newer[0].id == NEWER.id


def test_a_newer_article_on_something_else_does_not(filled: Library) -> None:
    then = frozen(filled, ASKED)
    filled.add_articles([BESIDE])
    assert today(filled, then) == Standing()


def test_a_newer_article_outside_the_filters_of_the_question_does_not(filled: Library) -> None:
    then = frozen(filled, ASKED, Filters(languages=frozenset({"en"})))
    filled.add_articles([NEWER])
    assert today(filled, then).newer == ()


def test_what_the_library_could_not_answer_then_it_may_answer_today(filled: Library) -> None:
    then = frozen(filled, OFF_TOPIC)
    assert then.answer.abstained
    filled.add_articles([BESIDE])
    answered = answer_citing(filled, BESIDE)
    assert [r.id for r in today(filled, then, lambda _: answered).newer] == [BESIDE.id]


def answer_citing(library: Library, article: Article) -> Answer:
    answer = frozen(library, ASKED).answer
    first = answer.citations[0]
    return replace(answer, citations=(replace(first, article_id=article.id),))


def test_one_that_was_weighed_then_is_not_newer(filled: Library) -> None:
    then = frozen(filled, ASKED)
    filled.add_articles([NEWER])
    weighed = replace(
        then, answer=replace(then.answer, considered=frozen(filled, ASKED).answer.considered)
    )
    assert today(filled, weighed, never) == Standing()
