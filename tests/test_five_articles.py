"""Five real articles, end to end with the real model, where they are beside the project."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.finding import find_sources
from index.embedding import SentenceTransformerEmbedder
from index.library import Library
from index.report import AddReport
from qa.answer import Answer
from qa.chain import answer_chain
from qa.question import Question
from tests.conftest import SHARED_CACHE

ARTICLES = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not list(ARTICLES.glob("*.txt")), reason="the five real articles are not beside the project"
)


@pytest.fixture(scope="module")
def library(
    embedded_model: SentenceTransformerEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    home = tmp_path_factory.mktemp("five")
    library = Library(home, embedded_model, starter=False, cache=SHARED_CACHE)
    yield library
    library.close()


def add(library: Library) -> AddReport:
    found, missing = find_sources([str(ARTICLES)])
    assert missing == []
    return library.add(found)


@pytest.fixture(scope="module")
def report(library: Library) -> AddReport:
    return add(library)


@pytest.fixture(scope="module")
def ask(library: Library, report: AddReport) -> Callable[[str], Answer]:
    chain = answer_chain(library)
    return lambda text: chain.invoke(Question(text))


def quotes(answer: Answer) -> list[str]:
    """The quotes, each looked up in its article."""
    articles = {article.id: article for article in answer.articles}
    for citation in answer.citations:
        text = articles[citation.article_id].text
        assert text[citation.start : citation.end] == citation.quote
    return [citation.quote for citation in answer.citations]


def test_all_five_are_added_with_what_is_known(report: AddReport) -> None:
    assert (report.skipped, report.updated, report.unchanged) == ((), (), ())
    dates = {entry.source.rsplit("/", 1)[1][:3]: entry.date for entry in report.added}
    assert dates == {"000": "2015-09-15", "001": "", "002": "", "003": "2016-06-02", "004": ""}
    assert {entry.language for entry in report.added} == {"fr"}
    assert all(entry.passages and entry.title for entry in report.added)
    assert report.near_duplicates == ()


def test_adding_them_again_changes_nothing(library: Library, report: AddReport) -> None:
    again = add(library)
    assert [entry.article_id for entry in again.unchanged] == [e.article_id for e in report.added]
    assert (again.added, again.updated, again.skipped) == ((), (), ())
    assert again.generation == report.generation


@pytest.mark.parametrize(
    "question", ["À qui le CCO doit-il être rattaché ?", "Who should the CCO report to?"]
)
def test_the_flagship_question(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)
    assert answer.reason is None
    first = answer.sentences[0].text  # both sides, and how many sources take each
    assert re.match(r"Sources differ: |Les sources divergent : ", first)
    assert re.search(r"general management \(\d|direction générale \(\d", first)
    assert any("4 cas sur 10" in quote for quote in quotes(answer))
    assert len({citation.article_id for citation in answer.citations}) >= 3


def test_five_qualities_complete_and_in_order(
    ask: Callable[[str], Answer], library: Library
) -> None:
    answer = ask("Quelles qualités faut-il pour devenir CCO ?")
    found = quotes(answer)
    (article,) = answer.articles
    assert article.authors == ("Jeanne Bliss",)
    # Each is what stands under its number, and no number is left over.
    numbers = [
        int(re.findall(r"N° (\d)", article.text[: citation.start])[-1])
        for citation in answer.citations
    ]
    assert numbers == [1, 2, 3, 4, 5]
    assert "N° 6" not in article.text
    words = ("projet important", "collaboratifs", "ego", "cadre dirigeant", "parcours")
    for quote, word in zip(found, words, strict=True):
        assert word in quote
    assert answer.sentences[0].text == f"Selon Jeanne Bliss : « {found[0]} »"


@pytest.mark.parametrize(
    "question",
    [
        "Le CCO doit-il siéger au Comex ?",
        "Should the CCO sit on the executive committee?",
        "Pourquoi l'entreprise a-t-elle besoin d'un CCO ?",
        "Qui doit piloter l'expérience client ?",
    ],
)
def test_every_quote_is_exact(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)
    assert quotes(answer)
    assert all(sentence.citations for sentence in answer.sentences)


def test_what_they_do_not_hold_is_refused(ask: Callable[[str], Answer]) -> None:
    for question in ("Quelle est la capitale du Pérou ?", "How many sheep are in New Zealand?"):
        answer = ask(question)
        assert answer.abstained
        assert len(answer.nearest) == 3
