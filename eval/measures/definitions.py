"""What every measure of the scorecard means, in one place, in both languages.

nDCG (Järvelin and Kekäläinen 2002), Recall, MRR and Success are computed by `ir_measures`.
AURC is the area under the coverage-risk curve (Geifman and El-Yaniv 2017), Brier the mean
squared error of a probability (Brier 1950), ECE its expected calibration error in ten bins of
equal mass (Naeini et al. 2015), AUROC the probability that of two questions the confidence puts
the right one first (Hanley and McNeil 1982).
"""

from dataclasses import dataclass
from enum import Enum

from corpus.wording import Wording


class Family(Enum):
    """What a measure is about."""

    SEARCH = Wording(en="Search", fr="Recherche")
    CITATIONS = Wording(en="Citations", fr="Citations")
    ANSWERS = Wording(en="Answers", fr="Réponses")
    ABSTENTION = Wording(en="Abstention", fr="Abstention")
    CONFIDENCE = Wording(en="Confidence", fr="Confiance")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure under its name in the field; all lie between 0 and 1."""

    name: str
    family: Family
    means: Wording
    lower_is_better: bool = False
    is_gate: bool = False  # must be 1.0: one exception is a broken promise
    is_of_the_set: bool = False  # has no value for a single question


MEASURES = (
    Measure(
        "nDCG@10",
        Family.SEARCH,
        Wording(
            en="articles that answer, and how high their first answering passage ranks",
            fr="articles qui répondent, et rang de leur premier passage qui répond",
        ),
    ),
    Measure(
        "Recall@5",
        Family.SEARCH,
        Wording(
            en="share of the answering articles found in the first 5 passages",
            fr="part des articles qui répondent trouvée dans les 5 premiers passages",
        ),
    ),
    Measure(
        "Recall@10",
        Family.SEARCH,
        Wording(
            en="share of the answering articles found in the first 10 passages",
            fr="part des articles qui répondent trouvée dans les 10 premiers passages",
        ),
    ),
    Measure(
        "MRR@10",
        Family.SEARCH,
        Wording(
            en="1 / rank of the first answering passage, 0 after the tenth",
            fr="1 / rang du premier passage qui répond, 0 après le dixième",
        ),
    ),
    Measure(
        "Success@1",
        Family.SEARCH,
        Wording(en="the first passage answers", fr="le premier passage répond"),
    ),
    Measure(
        "Success@3",
        Family.SEARCH,
        Wording(en="one of the first 3 passages answers", fr="un des 3 premiers passages répond"),
    ),
    Measure(
        "Success@5",
        Family.SEARCH,
        Wording(en="one of the first 5 passages answers", fr="un des 5 premiers passages répond"),
    ),
    Measure(
        "quote_validity",
        Family.CITATIONS,
        Wording(
            en="quotes that stand in the stored text, character for character",
            fr="citations présentes dans le texte enregistré, au caractère près",
        ),
        is_gate=True,
    ),
    Measure(
        "citation_resolvability",
        Family.CITATIONS,
        Wording(
            en="sentences and citations that lead to a passage of the library",
            fr="phrases et citations qui mènent à un passage de la bibliothèque",
        ),
        is_gate=True,
    ),
    Measure(
        "citation_precision",
        Family.CITATIONS,
        Wording(
            en="share of the citations that quote a passage known to answer",
            fr="part des citations qui reprennent un passage dont on sait qu'il répond",
        ),
    ),
    Measure(
        "citation_recall",
        Family.CITATIONS,
        Wording(
            en="share of the answering articles that are cited where they answer",
            fr="part des articles qui répondent citée là où ils répondent",
        ),
    ),
    Measure(
        "cites_answering_span",
        Family.CITATIONS,
        Wording(
            en="at least one citation quotes a passage known to answer",
            fr="au moins une citation reprend un passage dont on sait qu'il répond",
        ),
    ),
    Measure(
        "answer_correct",
        Family.ANSWERS,
        Wording(
            en="the figures, names, yes or no, or the wording that were expected; for lists, the "
            "share of the items",
            fr="les chiffres, les noms, le oui ou le non, ou les termes attendus ; pour les "
            "listes, la part des éléments",
        ),
    ),
    Measure(
        "first_sentence_answers",
        Family.ANSWERS,
        Wording(
            en="the first sentence answers by itself", fr="la première phrase répond à elle seule"
        ),
    ),
    Measure(
        "position_coverage",
        Family.ANSWERS,
        Wording(
            en="contested questions: share of the positions that are cited",
            fr="questions débattues : part des positions citées",
        ),
    ),
    Measure(
        "parity",
        Family.ANSWERS,
        Wording(
            en="cited articles in common when the same question is asked in French and English",
            fr="articles cités en commun pour la même question en français et en anglais",
        ),
    ),
    Measure(
        "answered",
        Family.ABSTENTION,
        Wording(
            en="answerable questions that got an answer",
            fr="questions avec réponse possible qui en ont reçu une",
        ),
    ),
    Measure(
        "refused",
        Family.ABSTENTION,
        Wording(
            en="unanswerable questions that were refused",
            fr="questions sans réponse possible qui ont été refusées",
        ),
    ),
    Measure(
        "refused_near_miss",
        Family.ABSTENTION,
        Wording(
            en="the same where the subject is there and the fact is missing",
            fr="de même quand le sujet est traité mais que le fait manque",
        ),
    ),
    Measure(
        "Brier",
        Family.CONFIDENCE,
        Wording(
            en="squared error of the confidence as the probability of being right",
            fr="erreur quadratique de la confiance comme probabilité d'avoir raison",
        ),
        lower_is_better=True,
    ),
    Measure(
        "AURC",
        Family.CONFIDENCE,
        Wording(
            en="mean share of wrong answers as more and more questions are answered, the most "
            "confident first",
            fr="part moyenne de réponses fausses quand on répond à de plus en plus de questions, "
            "les plus sûres d'abord",
        ),
        lower_is_better=True,
        is_of_the_set=True,
    ),
    Measure(
        "ECE",
        Family.CONFIDENCE,
        Wording(
            en="distance between confidence and share of right answers, in ten groups",
            fr="écart entre la confiance et la part de réponses justes, en dix groupes",
        ),
        lower_is_better=True,
        is_of_the_set=True,
    ),
    Measure(
        "AUROC_right",
        Family.CONFIDENCE,
        Wording(
            en="a right answer has more confidence than a wrong one",
            fr="une réponse juste a plus de confiance qu'une fausse",
        ),
        is_of_the_set=True,
    ),
    Measure(
        "AUROC_answerable",
        Family.CONFIDENCE,
        Wording(
            en="an answerable question has more confidence than an unanswerable one",
            fr="une question avec réponse possible a plus de confiance qu'une sans",
        ),
        is_of_the_set=True,
    ),
)
BY_NAME = {measure.name: measure for measure in MEASURES}
GATES = tuple(measure.name for measure in MEASURES if measure.is_gate)
