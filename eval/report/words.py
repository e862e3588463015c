"""Every text of the report, in both languages."""

from corpus.wording import Wording
from eval.gold import Kind
from eval.report.outcomes import Outcome

TITLE = Wording(en="Answer quality", fr="Qualité des réponses")
QUESTIONS = Wording(en="questions", fr="questions")
IN_SHORT = Wording(en="In short", fr="En bref")
GATES_HOLD = Wording(
    en="Every quote stands in its article character for character, and every citation leads to "
    "its passage.",
    fr="Chaque citation figure mot pour mot dans son article, et chaque renvoi mène à son passage.",
)
GATES_BROKEN = Wording(
    en="A promise is broken: not every quote stands in its article, or not every citation leads to "
    "a passage.",
    fr="Une promesse est rompue : une citation ne figure pas dans son article, ou un renvoi ne "
    "mène à aucun passage.",
)
MEASURES = Wording(en="Measures", fr="Mesures")
MEASURE = Wording(en="Measure", fr="Mesure")
MEANING = Wording(en="What it says", fr="Ce qu'elle dit")
VALUE = Wording(en="Value", fr="Valeur")
INTERVAL = Wording(en="95 % interval", fr="Intervalle à 95 %")
LOWER_IS_BETTER = Wording(en="lower is better", fr="le plus bas est le meilleur")
INTERVALS = Wording(
    en="Intervals: bootstrap over the questions, 10,000 resamples. Figures of the whole set have "
    "none.",
    fr="Intervalles : bootstrap sur les questions, 10 000 tirages. Les chiffres qui valent pour "
    "l'ensemble n'en ont pas.",
)
CONFIDENCE = Wording(en="Can the confidence be relied on?", fr="Peut-on se fier à la confiance ?")
RELIABILITY = Wording(en="Reliability", fr="Fiabilité")
RELIABILITY_SAYS = Wording(
    en="Questions in groups of equal size, by confidence. On the diagonal, an answer given with a "
    "confidence of 70 % is right in 70 of 100 cases; below it, the product is too sure of itself.",
    fr="Les questions en groupes de même taille, selon la confiance. Sur la diagonale, une réponse "
    "donnée avec une confiance de 70 % est juste dans 70 cas sur 100 ; en dessous, le produit est "
    "trop sûr de lui.",
)
COVERAGE_RISK = Wording(en="Coverage and risk", fr="Couverture et risque")
COVERAGE_RISK_SAYS = Wording(
    en="Share of wrong answers if only the most confident questions were answered. The ring is "
    "where the product stands today: the share that it answers, and how many of these are wrong.",
    fr="Part de réponses fausses si l'on ne répondait qu'aux questions les plus sûres. Le cercle "
    "situe le produit aujourd'hui : la part à laquelle il répond, et combien de ces réponses sont "
    "fausses.",
)
STATED = Wording(en="stated confidence", fr="confiance annoncée")
RIGHT_SHARE = Wording(en="share that is right", fr="part de réponses justes")
COVERAGE = Wording(en="share of the questions answered", fr="part des questions traitées")
RISK = Wording(en="share of them that is wrong", fr="part de réponses fausses")
TODAY = Wording(en="Today", fr="Aujourd'hui")
AS_TABLE = Wording(en="As a table", fr="En tableau")
GROUP = Wording(en="Confidence from – to", fr="Confiance de – à")
BY_SLICE = Wording(en="By slice", fr="Par tranche")
SLICE = Wording(en="Slice", fr="Tranche")
ALL_MEASURES = Wording(en="All measures, by slice", fr="Toutes les mesures, par tranche")
EVERY_QUESTION = Wording(en="Every question", fr="Toutes les questions")
SEARCH = Wording(en="Search in questions, answers and passages",
                 fr="Chercher dans les questions, réponses et passages")  # fmt: skip
ALL = Wording(en="all", fr="toutes")
SHOWN = Wording(en="shown", fr="affichées")
NO_QUESTION = Wording(en="No question fits these filters.",
                      fr="Aucune question ne correspond à ces filtres.")  # fmt: skip
CLEAR = Wording(en="Clear the filters", fr="Effacer les filtres")
WHY = Wording(en="Why it failed", fr="Ce qui n'a pas marché")
ANSWER = Wording(en="The answer", fr="La réponse")
SEARCHED_AS = Wording(en="Searched as", fr="Recherché comme")
POSITIONS = Wording(en="Positions", fr="Positions")
NO_ANSWER = Wording(
    en="The library does not answer this question.",
    fr="La bibliothèque ne répond pas à cette question.",
)
WITHHELD = Wording(en="What would have been answered", fr="Ce qui aurait été répondu")
CITED = Wording(en="Cited", fr="Sources citées")
GOLD = Wording(en="What answers, by the gold set", fr="Ce qui répond, selon le jeu de référence")
NOTHING_ANSWERS = Wording(
    en="Nothing in the library answers; the question is to be refused.",
    fr="Rien dans la bibliothèque ne répond ; la question est à refuser.",
)
RETRIEVED = Wording(en="Retrieved passages", fr="Passages trouvés")
ANSWERS = Wording(en="answers", fr="répond")
CONFIDENCE_FIGURE = Wording(en="confidence", fr="confiance")
HOW_MEASURED = Wording(en="How this was measured", fr="Comment cela a été mesuré")
GOLD_SET = Wording(en="Gold set", fr="Jeu de référence")
INDEX = Wording(en="Index", fr="Index")
ANSWERER = Wording(en="Answerer", fr="Moteur de réponse")
VERSION = Wording(en="Version", fr="Version")
TIME = Wording(en="Time of an answer", fr="Durée d'une réponse")

OUTCOMES: dict[str, Wording] = {
    Outcome.RIGHT: Wording(en="right", fr="juste"),
    Outcome.WRONG: Wording(en="wrong", fr="fausse"),
    Outcome.WITHHELD: Wording(en="refused, but answerable", fr="refusée à tort"),
    Outcome.REFUSED: Wording(en="rightly refused", fr="refusée à raison"),
    Outcome.UNFOUNDED: Wording(en="answered, but unanswerable", fr="réponse donnée à tort"),
}
DIMENSIONS = {
    "language": Wording(en="Language", fr="Langue"),
    "kind": Wording(en="Kind", fr="Genre"),
    "cross_lingual": Wording(en="Cross-lingual", fr="D'une langue à l'autre"),
    "answerable": Wording(en="Answerable", fr="Réponse possible"),
    "near_miss": Wording(en="Near miss", fr="Le fait manque de peu"),
    "outcome": Wording(en="Outcome", fr="Résultat"),
}
_VALUES: dict[str, Wording] = {
    "true": Wording(en="yes", fr="oui"),
    "false": Wording(en="no", fr="non"),
    "fr": Wording(en="French", fr="français"),
    "en": Wording(en="English", fr="anglais"),
    Kind.FIGURE: Wording(en="figure", fr="chiffre"),
    Kind.DEFINITION: Wording(en="definition", fr="définition"),
    Kind.WHO: Wording(en="who", fr="qui"),
    Kind.YES_NO: Wording(en="yes or no", fr="oui ou non"),
    Kind.LIST: Wording(en="list", fr="liste"),
    Kind.WHY: Wording(en="why", fr="pourquoi"),
    Kind.HOW: Wording(en="how", fr="comment"),
    Kind.CONTESTED: Wording(en="contested", fr="débattue"),
    Kind.QUOTATION: Wording(en="quotation", fr="citation"),
    Kind.FOLLOW_UP: Wording(en="follow-up", fr="question de suite"),
    Kind.DATE: Wording(en="date", fr="date"),
    Kind.OTHER: Wording(en="other", fr="autre"),
    **OUTCOMES,
}


def value_in_words(value: str) -> Wording:
    """A value of a slice; one that has no wording, such as another language, as it is."""
    return _VALUES.get(value, Wording(en=value, fr=value))
