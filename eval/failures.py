"""Why a question was not answered well, in words, for whoever reads a run."""

from collections.abc import Iterator, Sequence

from corpus.wording import Wording
from eval.gold import GoldItem
from eval.measures.citations import missing_positions
from eval.measures.correctness import RIGHT, missing, takes_the_stand
from eval.measures.definitions import GATES
from eval.measures.ranking import answers
from eval.measures.said import Said
from eval.run import NOT_SAID, Figures
from index.passage import Hit
from qa.answer import Answer, Reason

REFUSED = {
    Reason.NOTHING_FOUND: Wording(
        en="Refused: nothing near was found.", fr="Refusée : rien d'approchant n'a été trouvé."
    ),
    Reason.TOO_WEAK: Wording(
        en="Refused: what was found seemed too weak.",
        fr="Refusée : ce qui a été trouvé a semblé trop faible.",
    ),
    Reason.EXCLUDED_BY_FILTERS: Wording(
        en="Refused: excluded by filters.", fr="Refusée : exclue par des filtres."
    ),
}
NEAR_MISS = Wording(
    en="Answered, although the library has the subject and not the fact.",
    fr="Une réponse a été donnée alors que la bibliothèque traite du sujet sans donner le fait.",
)
UNANSWERABLE = Wording(
    en="Answered, although nothing in the library answers.",
    fr="Une réponse a été donnée alors que rien dans la bibliothèque ne répond.",
)
BROKEN = Wording(
    en="A citation is not what the library holds.",
    fr="Une citation n'est pas ce que contient la bibliothèque.",
)
WOULD_BE_RIGHT = Wording(
    en="The answer that was withheld is right.", fr="La réponse écartée était juste."
)
WOULD_BE_WRONG = Wording(
    en="The answer that was withheld is wrong.", fr="La réponse écartée était fausse."
)
NOT_CITED = Wording(
    en="No citation quotes a passage known to answer.",
    fr="Aucune citation ne reprend un passage dont on sait qu'il répond.",
)
OTHER_STAND = Wording(
    en="The answer does not say the expected yes, no or “it depends”.",
    fr="La réponse ne dit pas le oui, le non ou le « cela dépend » attendu.",
)
OTHER_WORDS = Wording(
    en="The answer has too little in common with the passages that answer.",
    fr="La réponse a trop peu en commun avec les passages qui répondent.",
)
NOT_FIRST = Wording(
    en="The first sentence does not answer by itself.",
    fr="La première phrase ne répond pas à elle seule.",
)


def why_failed(
    item: GoldItem,
    answer: Answer,
    said: Said,
    spans: Sequence[str],
    hits: Sequence[Hit],
    measures: Figures,
    right: bool,
) -> Wording:
    """Empty when nothing is to be said; `said` is what was withheld when it was refused."""
    if not item.answerable:
        return NOT_SAID if answer.abstained else NEAR_MISS if item.near_miss else UNANSWERABLE
    if answer.reason is not None:
        verdict = WOULD_BE_RIGHT if right else WOULD_BE_WRONG
        reasons = [REFUSED[answer.reason], verdict, _first_rank(item, hits)]
    else:
        reasons = list(_flaws(item, said, spans, hits, measures))
    return Wording(
        en=" ".join(reason.en for reason in reasons), fr=" ".join(reason.fr for reason in reasons)
    )


def _flaws(
    item: GoldItem, said: Said, spans: Sequence[str], hits: Sequence[Hit], measures: Figures
) -> Iterator[Wording]:
    if any(measures.get(gate, 1.0) < 1 for gate in GATES):
        yield BROKEN
    if unsaid := missing(said, item, spans):
        listed = ", ".join(unsaid)
        yield Wording(en=f"Missing: {listed}.", fr=f"Il manque : {listed}.")
    if item.answer.yes_no and not takes_the_stand(said, item):
        yield OTHER_STAND
    elif measures["answer_correct"] < RIGHT and not unsaid:
        yield OTHER_WORDS
    if positions := missing_positions(said, item):
        listed = ", ".join(positions)
        yield Wording(
            en=f"Positions without a citation: {listed}.", fr=f"Positions non citées : {listed}."
        )
    if not measures["cites_answering_span"]:
        yield NOT_CITED
        yield _first_rank(item, hits)
    if not measures["first_sentence_answers"]:
        yield NOT_FIRST


def _first_rank(item: GoldItem, hits: Sequence[Hit]) -> Wording:
    """Where the search has the first passage that answers."""
    for rank, hit in enumerate(hits, start=1):
        if answers(hit, item):
            return Wording(
                en=f"The first passage that answers ranks {rank}.",
                fr=f"Le premier passage qui répond est au rang {rank}.",
            )
    return Wording(
        en=f"No passage that answers is among the first {len(hits)}.",
        fr=f"Aucun passage qui répond n'est parmi les {len(hits)} premiers.",
    )
