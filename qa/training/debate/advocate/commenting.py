"""What a chat model, where one is set, adds to an assessment; checked like any answer."""

from dataclasses import dataclass

from corpus.article import Article
from corpus.wording import Wording
from index.passage import Hit
from index.snapshot import Snapshot
from qa.answer import Citation, Sentence
from qa.chat_model import ChatModelFailed
from qa.checking import check
from qa.evidence import Answerer, Evidence
from qa.positions import Positions
from qa.training.debate.advocate.case import Case, case_of
from qa.training.debate.advocate.grading import dispute_of, option_of
from qa.training.debate.advocate.recommendation import Recommendation
from qa.training.debate.advocate.sides import strongest_contrary

_ASKED = Wording(
    en="What do these passages say for and against this recommendation on “{question}”, and what "
    "would a critic answer? The recommendation is: {text}",
    fr="Que disent ces passages pour et contre cette recommandation sur «\u00a0{question}\u00a0», "
    "et que "
    "répondrait un contradicteur\u00a0? La recommandation\u00a0: {text}",
)


@dataclass(frozen=True, slots=True)
class Comment:
    """What is left of the model's words after the check; `note` says why there is nothing."""

    model: str
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    articles: tuple[Article, ...] = ()  # that are cited
    note: Wording | None = None


def comment(
    recommendation: Recommendation, snapshot: Snapshot, positions: Positions, chat: Answerer
) -> Comment:
    """From the passages attached and the strongest one against it, and nothing else."""
    dispute = dispute_of(recommendation.dispute)
    option = option_of(recommendation.option, dispute)
    case = case_of(recommendation, dispute, option, snapshot, positions)
    evidence = _evidence(case)
    asked = _ASKED.in_language(case.language).format(
        question=dispute.question.in_language(case.language), text=recommendation.text
    )
    try:
        draft = chat.draft(asked, case.language, evidence)
    except ChatModelFailed as failure:
        return Comment(chat.name, note=failure.wording)
    checked = check(draft, evidence)
    if not checked.sentences:
        return Comment(chat.name, note=_NOTHING_LEFT)
    cited = {citation.article_id for citation in checked.citations}
    articles = {e.article.id: e.article for e in evidence if e.article.id in cited}
    return Comment(chat.name, checked.sentences, checked.citations, tuple(articles.values()))


_NOTHING_LEFT = Wording(
    en="The chat model said nothing that the passages bear out.",
    fr="Le modèle de langage n’a rien dit que les passages confirment.",
)


def _evidence(case: Case) -> tuple[Evidence, ...]:
    passages = {
        passage.id: (passage, each.article) for each in case.attached for passage in each.passages
    }
    if against := strongest_contrary(case):
        statement = against[1]
        passages[statement.passage.id] = (statement.passage, statement.article)
    return tuple(Evidence(Hit(passage, 0.0), article) for passage, article in passages.values())
