"""Questions written by a chat model: kept only where the paragraph holds the answer."""

import json

import pytest

from corpus.answered import AnsweredQuestion
from corpus.article import Article
from index.cutting import cut
from index.passage import Passage
from qa.question_writing import QuestionWriter
from tests.fake_embedder import FakeEmbedder
from tests.scripted_chat import ScriptedChat, ScriptedToolChat

TEXT = """## Le cahier vert

La boulangerie note chaque réclamation dans un cahier vert que la patronne relit le lundi."""
ARTICLE = Article(title="Une boulangerie", text=TEXT, language="fr")
ANSWER = "la patronne relit le lundi"
START = TEXT.index(ANSWER)


def passages_of(article: Article) -> tuple[Passage, ...]:
    return cut(article)


def written(*pairs: tuple[str, str]) -> str:
    questions = [{"question": question, "answer": answer} for question, answer in pairs]
    return json.dumps({"questions": questions}, ensure_ascii=False)


def kept(model: ScriptedChat, article: Article = ARTICLE) -> tuple[AnsweredQuestion, ...]:
    writer = QuestionWriter(model, "scripted:one", FakeEmbedder())
    return writer(article, passages_of(article))


@pytest.mark.parametrize("model_type", [ScriptedChat, ScriptedToolChat])
def test_a_question_whose_answer_is_quoted_is_kept(model_type: type[ScriptedChat]) -> None:
    reply = written(("Qui relit les réclamations de la boulangerie ?", ANSWER))
    assert kept(model_type(reply=reply)) == (
        AnsweredQuestion(
            "Qui relit les réclamations de la boulangerie ?", "fr", START, START + len(ANSWER)
        ),
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Qui relit les réclamations ?", "la patronne relit le mardi"),  # not in the text
        ("Qui relit les réclamations ?", "le lundi"),  # proves nothing
        ("Qui relit les réclamations ?", ""),
        ("La patronne relit les réclamations.", ANSWER),  # asks nothing
        ("Qui ?", ANSWER),
        ("Qui relit " + "vraiment " * 30 + "les réclamations ?", ANSWER),
        ("1234 5678 9012 ?", ANSWER),  # in no language
    ],
)
def test_others_are_dropped(question: str, answer: str) -> None:
    assert kept(ScriptedChat(reply=written((question, answer)))) == ()


def test_a_question_that_leads_to_another_passage_is_dropped() -> None:
    filler = " ".join(f"Le musée garde le jeton numéro {n} derrière une grille." for n in range(30))
    article = Article(title="", text=f"{TEXT}\n\n## Le musée\n\n{filler}", language="fr")
    passages = passages_of(article)
    assert len(passages) > 1
    reply = written(("Où le musée garde-t-il le jeton derrière une grille ?", ANSWER))
    assert kept(ScriptedChat(reply=reply), article) == ()


def test_a_model_that_fails_is_not_asked_again() -> None:
    model = ScriptedChat(failure=RuntimeError("down"))
    writer = QuestionWriter(model, "scripted:one", FakeEmbedder())
    assert writer(ARTICLE, passages_of(ARTICLE)) == ()
    assert writer.failure is not None
    assert "scripted:one failed" in writer.failure.wording.en
    assert writer(ARTICLE, passages_of(ARTICLE)) == ()
    assert len(model.told) == 1


def test_the_passage_is_fenced() -> None:
    model = ScriptedChat(reply=written())
    kept(model)
    system, human = (str(message.content) for message in model.told[0])
    mark = system.split("<passage-")[1].split(">")[0]
    assert human.startswith(f"<passage-{mark}>\n")
    assert human.endswith(f"\n</passage-{mark}>")
    assert mark not in TEXT
