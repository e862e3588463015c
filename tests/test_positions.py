"""The map of a disputed question, from the library to the answer, over the fake embedder."""

from collections.abc import Iterator

import pytest

from corpus.article import Kind
from corpus.filters import Filters
from index.library import Library
from qa.answer import Answer
from qa.chain import answer_chain
from qa.chat import ChatAnswerer
from qa.positions.answering import OTHER
from qa.question import Question
from tests.position_articles import DISAGREEING, LANTERN, LIGHTHOUSE, MARKET, SECOND_LAMP, TRAMWAY
from tests.scripted_chat import ScriptedChat, reply

ASKED = "Who should the CCO report to?"
CEO = "directly to the CEO or general management"


@pytest.fixture
def filled(library: Library) -> Iterator[Library]:
    library.add_articles(DISAGREEING)
    yield library


def ask(library: Library, text: str, filters: Filters | None = None) -> Answer:
    return answer_chain(library).invoke(Question(text, filters=filters or Filters()))


def quotes(answer: Answer, position: int) -> set[str]:
    numbers = answer.positions[position].citations
    return {c.quote for c in answer.citations if c.number in numbers}


def test_the_first_sentence_counts_independent_sources(filled: Library) -> None:
    answer = ask(filled, ASKED)
    # Orla Beam wrote two of the three articles that say the CEO: one source.
    assert (
        answer.sentences[0].text
        == f"Sources differ: {CEO} (2 sources) [1][2]; within marketing (1) [3]."
    )
    assert answer.sentences[0].citations == (1, 2, 3)
    assert not answer.abstained


def test_the_same_in_french(filled: Library) -> None:
    answer = ask(filled, "À qui le CCO doit-il être rattaché ?")
    assert answer.sentences[0].text == (
        "Les sources divergent : directement à la direction générale (2 sources) [1][2] ; "
        "au marketing (1) [3]."
    )


def test_each_position_says_who_takes_it(filled: Library) -> None:
    chief, marketing = ask(filled, ASKED).positions
    assert (chief.option, chief.sources, chief.languages) == ("chief-executive", 2, ("en", "fr"))
    assert chief.kinds == (Kind.OPINION, Kind.STUDY)
    assert chief.years[-1] == 2019
    assert (marketing.option, marketing.years) == ("marketing", (2021,))
    assert marketing.kinds == (Kind.VENDOR,)


def test_what_fits_no_option_is_shown_and_not_counted(filled: Library) -> None:
    filled.add_articles((LANTERN,))
    answer = ask(filled, ASKED)
    *_, open_ = answer.positions
    assert (open_.label, open_.option, open_.sources) == (OTHER, "", 1)
    assert quotes(answer, 2) == {LANTERN.text}
    assert open_.citations[0] not in answer.sentences[0].citations


def test_every_quote_of_the_map_is_in_its_article(filled: Library) -> None:
    answer = ask(filled, ASKED)
    articles = {article.id: article for article in answer.articles}
    for citation in answer.citations:
        assert articles[citation.article_id].text[citation.start : citation.end] == citation.quote
    assert quotes(answer, 1) == {MARKET.text.split(". ")[0] + "."}


def test_one_source_for_each_position_is_quoted_below(filled: Library) -> None:
    answer = ask(filled, ASKED)
    assert [sentence.citations for sentence in answer.sentences[1:]] == [(1,), (3,)]


def test_a_figure_is_answered_first(filled: Library) -> None:
    """The map completes the answer and does not begin it, nor does it prevent a refusal."""
    answer = ask(filled, "How many CCOs report to the CEO?")
    assert not answer.text.startswith("Sources differ")
    if not answer.abstained:
        assert answer.positions


def test_sources_that_agree(library: Library) -> None:
    library.add_articles((LIGHTHOUSE, TRAMWAY))
    answer = ask(library, ASKED)
    assert answer.sentences[0].text == (
        f"The sources that were found agree: {CEO} (2 sources) [1][2]."
    )


def test_one_author_is_nothing_to_compare(library: Library) -> None:
    library.add_articles((LIGHTHOUSE, SECOND_LAMP))
    assert not ask(library, ASKED).text.startswith("The sources")


def test_filters_hold_for_the_map(filled: Library) -> None:
    answer = ask(filled, ASKED, Filters(since="2019"))
    assert {citation.article_id for citation in answer.citations} == {TRAMWAY.id, MARKET.id}


def test_what_is_asked_again_is_answered_alike(filled: Library) -> None:
    chain = answer_chain(filled)
    first, second = (chain.invoke(Question(ASKED)) for _ in range(2))
    assert (first.sentences, first.positions) == (second.sentences, second.positions)
    filled.remove([MARKET.id])
    assert len(chain.invoke(Question(ASKED)).positions) == 1


def test_a_chat_model_speaks_after_the_map(filled: Library) -> None:
    hits = filled.snapshot().hybrid.search(ASKED, 10, "en")
    at = [hit.passage.article_id for hit in hits].index(LIGHTHOUSE.id)
    quote = "The lamp is cleaned every Monday by two keepers."
    model = ScriptedChat(reply=reply((quote, f"P{at + 1}", quote)))
    answer = answer_chain(filled, ChatAnswerer(model, "scripted:one")).invoke(Question(ASKED))
    framing, said = answer.sentences
    assert framing.text.startswith("Sources differ")
    assert (said.text, said.citations) == (quote, (4,))
    assert answer.citations[3].quote == quote
