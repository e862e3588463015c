"""What the tab of trainers, in which quiz items are judged, says by itself."""

from corpus.wording import Wording
from qa.training.cohort.item_statistics import Flag

HEADING = Wording("Quiz items", "Questions des quiz")
PROMISE = Wording(
    "These questions were made from the library and passed every automatic check. They are in use "
    "until you reject them; what you reject is never asked again, whatever becomes of the "
    "library.",
    "Ces questions ont été tirées de la bibliothèque et ont passé tous les contrôles "
    "automatiques. Elles servent tant que vous ne les rejetez pas\u00a0; ce que vous rejetez ne "
    "sera plus jamais demandé, quoi que devienne la bibliothèque.",
)
WHICH = Wording("Show", "Afficher")
SIGHTS = {
    "waiting": Wording("Not judged yet ({n})", "À juger ({n})"),
    "doubted": Wording("To look at again ({n})", "À revoir ({n})"),
    "rejected": Wording("Rejected ({n})", "Rejetées ({n})"),
}
ACCEPTED_ONE = Wording("{n} accepted so far", "{n} acceptée jusqu’ici")
ACCEPTED_MANY = Wording("{n} accepted so far", "{n} acceptées jusqu’ici")
FILTERS = Wording("Only some of them", "Seulement une partie")
KIND = Wording("Kind", "Genre")
LANGUAGE = Wording("Language", "Langue")
COMPETENCY = Wording("Competency", "Compétence")
ANY = Wording("All", "Tout")

# The one in hand
KEY = Wording("right answer", "bonne réponse")
WHY = Wording("Said after the answer", "Dit après la réponse")
SOURCE = Wording("Where it comes from", "D’où elle vient")
TWIN = Wording("The same in the other language", "La même dans l’autre langue")
ID = Wording("Id", "Identifiant")
REPORTED_ONE = Wording("{n} learner finds this question wrong.", "{n} apprenant la juge fausse.")
REPORTED_MANY = Wording(
    "{n} learners find this question wrong.", "{n} apprenants la jugent fausse."
)
FLAGS = {
    Flag.ALL_RIGHT: Wording(
        "Everybody gets it right ({n} learners): it may be too easy, or give itself away.",
        "Tout le monde répond juste ({n} apprenants)\u00a0: elle est peut-être trop facile, ou se "
        "trahit.",
    ),
    Flag.ALL_WRONG: Wording(
        "Everybody gets it wrong ({n} learners): its answer may be wrong or unclear.",
        "Tout le monde se trompe ({n} apprenants)\u00a0: la réponse est peut-être fausse, ou peu "
        "claire.",
    ),
    Flag.NEGATIVE: Wording(
        "Those who know more get it wrong more often ({n} learners, discrimination {d}).",
        "Ceux qui en savent plus se trompent plus souvent ({n} apprenants, discrimination {d}).",
    ),
}
ACCEPT = Wording("Accept", "Accepter")
REJECT = Wording("Reject", "Rejeter")
SKIP = Wording("Later", "Plus tard")
REASON = Wording("Why it is rejected", "Pourquoi la rejeter")
REASONS = (
    Wording("Several answers are right", "Plusieurs réponses sont justes"),
    Wording("The key is wrong", "La réponse retenue est fausse"),
    Wording("Unclear without the article", "Incompréhensible sans l’article"),
    Wording("Gives itself away", "La réponse se devine"),
    Wording("Not worth asking", "Sans intérêt"),
    Wording("Badly worded", "Mal formulée"),
)
OTHER_REASON = Wording("In your words, if you like", "Avec vos mots, si vous voulez")
NO_REASON = Wording(
    "Choose a reason or write one: it says later why the question is gone.",
    "Choisissez un motif ou écrivez-en un\u00a0: il dira plus tard pourquoi la question n’y est "
    "plus.",
)
ACCEPTED = Wording("Accepted: “{stem}”", "Acceptée\u00a0: «\u00a0{stem}\u00a0»")
REJECTED = Wording("Rejected: “{stem}”", "Rejetée\u00a0: «\u00a0{stem}\u00a0»")
BACK_AGAIN = Wording("As it was before.", "Comme avant.")
LEFT_ONE = Wording("{n} question in this list", "{n} question dans cette liste")
LEFT_MANY = Wording("{n} questions in this list", "{n} questions dans cette liste")
NONE_LEFT = {
    "waiting": Wording("Nothing waits to be judged here.", "Rien n’attend d’être jugé ici."),
    "doubted": Wording(
        "No question is reported as wrong, and no figures speak against one.",
        "Aucune question n’est signalée comme fausse, et aucun chiffre n’en met une en doute.",
    ),
    "rejected": Wording("Nothing was rejected.", "Rien n’a été rejeté."),
}

# Rejected ones
BECAUSE = Wording("Reason", "Motif")
TAKE_BACK = Wording("Use it again", "La reprendre")
TAKE_BACK_OF = Wording("Use again: {stem}", "Reprendre\u00a0: {stem}")
TAKEN_BACK = Wording(
    "It can be asked again, and waits to be judged: “{stem}”",
    "Elle peut de nouveau être posée, et attend d’être jugée\u00a0: «\u00a0{stem}\u00a0»",
)
MORE = Wording("And {n} more.", "Et {n} de plus.")
