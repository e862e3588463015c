"""The way of one question, from `Question` to `Answer`, over the fake embedder."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.article import Article
from corpus.filters import Filters
from corpus.wording import Wording
from index.library import Library
from qa.answer import Answer, Reason
from qa.chain import NEAREST, NOT_ANSWERED, NOTHING_LEFT, answer_chain
from qa.chat import ChatAnswerer
from qa.evidence import Answerer, DraftSentence, Evidence, Quote
from qa.question import Question, Turn
from tests.invented import ALL, BAKERY, FERRY
from tests.scripted_chat import ScriptedChat, reply

# The words of a sentence and of its title: to the fake embedder that is what it means.
ASKED = (
    "Le cahier vert : la boulangerie du port note-t-elle chaque réclamation dans un cahier vert ?"
)
SAID = "La boulangerie du port note chaque réclamation dans un cahier vert."
SHOWN = f"Selon Odile Marchepied et Léon Quai : « {SAID} »"
ABOUT_FERRY = (
    "Minutes on the quay: does the ferry company count the minutes that passengers wait "
    "on the quay?"
)
OFF_TOPIC = "Combien de moutons broutent en Nouvelle-Zélande ?"
HONEST = "La boulangerie note les réclamations dans un cahier vert."


@pytest.fixture
def filled(library: Library) -> Library:
    library.add_articles(ALL)
    return library


def ask(library: Library, question: Question | str, chat: Answerer | None = None) -> Answer:
    asked = Question(question) if isinstance(question, str) else question
    return answer_chain(library, chat).invoke(asked)


def asked_of(library: Library, text: str, *, failure: Exception | None = None) -> Answer:
    """Answer to ASKED when a chat model writes `text`, or fails."""
    model = ScriptedChat(reply=text, failure=failure)
    return ask(library, ASKED, ChatAnswerer(model, "scripted:one"))


def first_passage(library: Library) -> str:
    """Short id under which the bakery's passage is shown to a chat model asked ASKED."""
    hits = library.snapshot().hybrid.search(ASKED, 10, "fr")
    return f"P{[hit.passage.article_id for hit in hits].index(BAKERY.id) + 1}"


def same_but_for_time(answer: Answer) -> Answer:
    return replace(answer, timings_ms={})


def speaking(language: str) -> Filters:
    return Filters(languages=frozenset({language}))


def test_an_answer_quotes_and_says_where(filled: Library) -> None:
    answer = ask(filled, ASKED)
    assert answer.sentences[0].text == SHOWN
    assert answer.sentences[0].citations == (1,)
    citation = answer.citations[0]
    assert (citation.number, citation.article_id, citation.quote) == (1, BAKERY.id, SAID)
    assert (citation.start, citation.end) == (0, len(SAID))
    assert citation.language == "fr"
    assert (answer.question, answer.searched_as, answer.language) == (ASKED, ASKED, "fr")
    assert (answer.reason, answer.abstained, answer.nearest) == (None, False, ())
    assert (answer.answerer, answer.note, answer.dropped) == ("extractive", None, ())
    assert BAKERY in answer.articles
    snapshot = filled.snapshot()
    assert (answer.generation, answer.fingerprint) == (snapshot.generation, snapshot.fingerprint)
    assert answer.timings_ms.keys() == {
        "total",
        "understand",
        "retrieve",
        "weigh",
        "positions",
        "answer",
    }
    assert answer.timings_ms["total"] == pytest.approx(
        sum(ms for name, ms in answer.timings_ms.items() if name != "total")
    )


def test_the_same_question_twice_has_the_same_answer(filled: Library) -> None:
    for question in (ASKED, ABOUT_FERRY, OFF_TOPIC):
        assert same_but_for_time(ask(filled, question)) == same_but_for_time(ask(filled, question))


def test_off_topic_is_refused_with_the_nearest_passages(filled: Library) -> None:
    answer = ask(filled, OFF_TOPIC)
    assert (answer.reason, answer.abstained) == (Reason.NOTHING_FOUND, True)
    assert (answer.sentences, answer.citations, answer.text) == ((), (), "")
    assert len(answer.nearest) == NEAREST == 3
    near = [hit.passage.article_id for hit in answer.nearest]
    assert {article.id for article in answer.articles} == set(near)
    best = filled.snapshot().hybrid.search(OFF_TOPIC, 3, "fr")
    assert list(answer.nearest) == best


@pytest.mark.parametrize("chat", [None, ChatAnswerer(ScriptedChat(reply="rubbish"), "one")])
def test_an_empty_library_finds_nothing(library: Library, chat: Answerer | None) -> None:
    answer = ask(library, ASKED, chat)
    assert answer.reason is Reason.NOTHING_FOUND
    assert (answer.sentences, answer.nearest, answer.articles) == ((), (), ())
    assert (answer.confidence, answer.note, answer.answerer) == (0.0, None, "extractive")


def test_filters_that_exclude_the_answer_are_named(filled: Library) -> None:
    answer = ask(filled, Question(ASKED, filters=speaking("en")))
    assert answer.reason is Reason.EXCLUDED_BY_FILTERS
    assert answer.excluded_by == (Wording("language English", "langue anglais"),)
    assert answer.nearest[0].passage.language == "fr"  # what would have answered
    nowhere = ask(filled, Question(ASKED, filters=speaking("de")))
    assert (nowhere.reason, nowhere.nearest) == (Reason.EXCLUDED_BY_FILTERS, answer.nearest)


def test_filters_are_not_blamed_for_what_the_library_does_not_hold(filled: Library) -> None:
    english = frozenset({"en"})
    assert (
        ask(filled, Question(OFF_TOPIC, filters=Filters(languages=english))).reason
        is Reason.NOTHING_FOUND
    )
    german = frozenset({"de"})
    assert (
        ask(filled, Question(OFF_TOPIC, filters=Filters(languages=german))).reason
        is Reason.NOTHING_FOUND
    )


def test_filters_that_allow_the_answer_change_nothing(filled: Library) -> None:
    answer = ask(filled, Question(ASKED, filters=speaking("fr")))
    assert answer.sentences[0].text == SHOWN


def test_a_follow_up_is_searched_with_what_it_leans_on(filled: Library) -> None:
    answer = ask(filled, Question("Pourquoi ?", history=(Turn(ASKED, SHOWN),)))
    assert answer.question == "Pourquoi ?"
    assert answer.searched_as == f"{ASKED} Pourquoi ?"
    assert answer.sentences[0].text == SHOWN


def test_a_chat_model_s_answer_passes_when_its_quotes_do(filled: Library) -> None:
    answer = asked_of(filled, reply((HONEST, first_passage(filled), SAID)))
    assert [sentence.text for sentence in answer.sentences] == [HONEST]
    assert [citation.quote for citation in answer.citations] == [SAID]
    assert (answer.answerer, answer.note, answer.dropped) == ("chat:scripted:one", None, ())
    assert answer.articles == (BAKERY,)


def test_what_a_chat_model_invents_is_dropped_and_counted(filled: Library) -> None:
    id_ = first_passage(filled)
    invented = "La boulangerie note 40 réclamations par jour."
    answer = asked_of(filled, reply((invented, id_, SAID), (HONEST, id_, SAID)))
    assert [sentence.text for sentence in answer.sentences] == [HONEST]
    assert [dropped.text for dropped in answer.dropped] == [invented]
    assert (answer.answerer, answer.note) == ("chat:scripted:one", None)


def test_nothing_left_of_a_chat_model_s_answer(filled: Library) -> None:
    invented = "La boulangerie note 40 réclamations par jour."
    answer = asked_of(filled, reply((invented, first_passage(filled), SAID)))
    assert (answer.answerer, answer.note) == ("extractive", NOTHING_LEFT)
    assert answer.sentences[0].text == SHOWN
    assert [dropped.text for dropped in answer.dropped] == [invented]


@pytest.mark.parametrize("text", [reply(not_answered=True), reply()])
def test_a_chat_model_that_sees_no_answer_is_not_said_to_have_failed(
    filled: Library, text: str
) -> None:
    answer = asked_of(filled, text)
    assert (answer.answerer, answer.note, answer.dropped) == ("extractive", NOT_ANSWERED, ())
    assert answer.sentences[0].text == SHOWN
    assert NOT_ANSWERED.en != NOTHING_LEFT.en
    assert NOT_ANSWERED.fr.startswith("Le modèle de langage n’a pas vu de réponse")


@pytest.mark.parametrize(
    ("text", "failure", "en", "fr"),
    [
        ("Bonjour !", None, "not in the form that was asked for", "pas sous la forme demandée"),
        ("", ConnectionError("secret-key"), "failed (ConnectionError)", "a échoué"),
    ],
)
def test_a_chat_model_that_fails_lets_the_embedded_answerer_speak(
    filled: Library, text: str, failure: Exception | None, en: str, fr: str
) -> None:
    answer = asked_of(filled, text, failure=failure)
    assert answer.answerer == "extractive"
    assert answer.sentences == ask(filled, ASKED).sentences
    assert answer.note is not None
    assert en in answer.note.en
    assert fr in answer.note.fr
    assert "secret-key" not in f"{answer.note}"


@pytest.fixture
def never_released() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()  # so that the thread ends with the test


def test_a_chat_model_that_hangs_is_left_behind(
    filled: Library, never_released: threading.Event
) -> None:
    model = ScriptedChat(reply=reply(), released=never_released)
    answer = ask(filled, ASKED, ChatAnswerer(model, "scripted:one", timeout_s=0.1))
    assert answer.sentences[0].text == SHOWN
    assert answer.note is not None
    assert answer.note.fr == (
        "scripted:one n’a pas répondu en 0,1 s\u00a0; la réponse est celle du moteur intégré."
    )


def test_a_chat_model_is_not_asked_what_the_library_does_not_hold(filled: Library) -> None:
    model = ScriptedChat(reply="rubbish")
    answer = ask(filled, OFF_TOPIC, ChatAnswerer(model, "scripted:one"))
    assert answer.abstained
    assert model.told == []


def test_evidence_that_leaves_nothing_to_say_is_no_answer(library: Library) -> None:
    announced = "Le gardien du phare suit chaque soir une règle :"
    library.add_articles([Article(title="Le phare", text=announced, language="fr", locator="/p")])
    question = "Le phare : quelle règle le gardien du phare suit-il chaque soir ?"
    answer = ask(library, question, ChatAnswerer(ScriptedChat(reply=reply()), "scripted:one"))
    assert answer.reason is Reason.TOO_WEAK
    assert (answer.sentences, answer.citations, len(answer.nearest)) == ((), (), 1)
    assert answer.note is None


class Quoting:
    """A chat answerer that quotes a sentence of each passage that it is shown."""

    name = "chat:quoting"

    def draft(
        self, question: str, language: str, evidence: tuple[Evidence, ...]
    ) -> tuple[DraftSentence, ...]:
        return tuple(
            DraftSentence(quote, (Quote(piece.hit.passage.id, quote),))
            for piece in evidence
            for quote in (piece.text.replace("\n\n", " ").split(". ")[0] + ".",)
        )


@pytest.mark.parametrize("chat", [None, Quoting()], ids=["extractive", "chat"])
@pytest.mark.parametrize("question", [ASKED, ABOUT_FERRY])
def test_every_citation_is_in_its_article(
    filled: Library, question: str, chat: Answerer | None
) -> None:
    answer = ask(filled, question, chat)
    assert answer.answerer == (chat.name if chat else "extractive")
    assert answer.citations
    articles = {article.id: article for article in answer.articles}
    for citation in answer.citations:
        assert articles[citation.article_id].text[citation.start : citation.end] == citation.quote
    numbers = [citation.number for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    # Every sentence is backed, and every citation backs one.
    assert all(sentence.citations for sentence in answer.sentences)
    assert {n for sentence in answer.sentences for n in sentence.citations} == set(numbers)


def test_an_english_question_is_answered_in_english(filled: Library) -> None:
    answer = ask(filled, ABOUT_FERRY)
    assert answer.language == "en"
    first = "The ferry company counts the minutes that passengers wait on the quay."
    assert answer.sentences[0].text == f"According to “Minutes on the quay”: “{first}”"
    assert answer.citations[0].article_id == FERRY.id


def test_an_answer_is_of_the_generation_that_is_live(filled: Library) -> None:
    chain = answer_chain(filled)
    before = chain.invoke(Question(ASKED))
    filled.remove([BAKERY.id])
    after = chain.invoke(Question(ASKED))
    assert not before.abstained
    assert after.abstained
    assert after.generation == before.generation + 1
