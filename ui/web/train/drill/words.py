"""What the conversation drill says."""

from corpus.wording import Wording
from qa.training.review.review import Grade

TITLE = Wording("Tough questions", "Questions difficiles")
PROMISE = Wording(
    "Somebody in your company asks. Answer in your own words, as you would in the corridor; then "
    "compare with what the library says, and grade yourself. What you find hard comes back sooner.",
    "Quelqu’un dans l’entreprise vous interpelle. Répondez avec vos mots, comme dans un "
    "couloir\u00a0; "
    "comparez ensuite avec ce que dit la bibliothèque, et notez-vous. Ce qui vous résiste revient "
    "plus tôt.",
)
COMPETENCY = Wording("Competency", "Compétence")
ALL = Wording("All, mixed", "Toutes, mélangées")
DUE_ONE = Wording("{n} due", "{n} à revoir")
DUE_MANY = Wording("{n} due", "{n} à revoir")
NEW_ONE = Wording("{n} new", "{n} nouvelle")
NEW_MANY = Wording("{n} new", "{n} nouvelles")
NONE = Wording(
    "The competency map has no questions yet.",
    "La carte des compétences ne contient pas encore de questions.",
)
NOTHING_DUE = Wording(
    "Nothing is due now: you have answered all of these.",
    "Rien à revoir pour l’instant\u00a0: vous avez répondu à toutes ces questions.",
)
NEXT_IN = Wording("The next one comes back in {time}.", "La prochaine revient dans {time}.")

ANSWER = Wording("Your answer", "Votre réponse")
ANSWER_HINT = Wording(
    "Two or three sentences, as you would say them.",
    "Deux ou trois phrases, telles que vous les diriez.",
)
LAST_TIME = Wording("What you answered last time", "Votre réponse de la dernière fois")
COMPARE = Wording("Compare with the evidence", "Comparer avec les sources")
LOOKING = Wording("Looking it up…", "Recherche en cours…")
OTHER = Wording("Another question", "Une autre question")

OWN = Wording("What you said", "Ce que vous avez dit")
SILENT = Wording("You wrote nothing.", "Vous n’avez rien écrit.")
EVIDENCE = Wording("What the library says", "Ce que dit la bibliothèque")
CHECK = Wording("Before you grade yourself", "Avant de vous noter")
YES = Wording("yes", "oui")
NO = Wording("not yet", "pas encore")
UNANSWERED = Wording(
    "The library does not answer this one. Judge yourself by the nearest passages, and by what you "
    "know of your company.",
    "La bibliothèque ne répond pas à cette question. Jugez-vous d’après les passages les plus "
    "proches, et d’après ce que vous savez de votre entreprise.",
)
GRADE = Wording("How did it go?", "Comment était-ce\u00a0?")
GRADES = {
    Grade.AGAIN: Wording("I had no answer", "Sans réponse"),
    Grade.HARD: Wording("With difficulty", "Avec peine"),
    Grade.GOOD: Wording("Well", "Bien"),
    Grade.EASY: Wording("Easily", "Sans effort"),
}
KEPT = Wording(
    "Your answer is kept; the question comes back in {time}.",
    "Votre réponse est gardée\u00a0; la question revient dans {time}.",
)
