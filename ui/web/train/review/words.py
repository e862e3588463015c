"""What the tab of spaced review says by itself."""

from corpus.wording import Wording
from qa.training.review.review import Grade

HEADING = Wording("Today’s review", "La révision du jour")
PROMISE = Wording(
    "A card comes back when you are about to forget it: after minutes, then days, then months.",
    "Une carte revient au moment où vous alliez l’oublier\u00a0: après quelques minutes, puis "
    "quelques jours, puis quelques mois.",
)
DUE_ONE = Wording("{n} card due", "{n} carte à revoir")
DUE_MANY = Wording("{n} cards due", "{n} cartes à revoir")
NEW_ONE = Wording("{n} new card", "{n} nouvelle carte")
NEW_MANY = Wording("{n} new cards", "{n} nouvelles cartes")
WAITING_ONE = Wording("{n} card again later today", "{n} carte encore plus tard aujourd’hui")
WAITING_MANY = Wording("{n} cards again later today", "{n} cartes encore plus tard aujourd’hui")
NOTHING = Wording("Nothing to review now.", "Rien à réviser pour l’instant.")
NO_CARDS = Wording(
    "There are no cards yet. They are made from the library, and from passages that you mark in an "
    "article.",
    "Il n’y a pas encore de cartes. Elles sont tirées de la bibliothèque et des passages que vous "
    "marquez dans un article.",
)
LATER = Wording("The next card is due in {time}.", "La prochaine carte est prévue dans {time}.")
TOMORROW_ONE = Wording("Tomorrow: {n} card.", "Demain\u00a0: {n} carte.")
TOMORROW_MANY = Wording("Tomorrow: {n} cards.", "Demain\u00a0: {n} cartes.")
START = Wording("Start the review", "Commencer la révision")
GO_ON = Wording("Go on reviewing", "Continuer la révision")

# One card
LEFT_DUE = Wording("{n} due", "{n} à revoir")
LEFT_NEW = Wording("{n} new", "{n} nouvelles")
LEFT_NEW_ONE = Wording("{n} new", "{n} nouvelle")
REVEAL = Wording("Show the passage", "Voir le passage")
HOW_WELL = Wording("How well did you remember it?", "À quel point vous en souveniez-vous\u00a0?")
GRADES = {
    Grade.AGAIN: Wording("Again", "À revoir"),
    Grade.HARD: Wording("Hard", "Difficile"),
    Grade.GOOD: Wording("Good", "Bien"),
    Grade.EASY: Wording("Easy", "Facile"),
}
GRADE_OF = Wording("{grade}: comes back in {time}", "{grade}\u00a0: revient dans {time}")
KEPT_AGAIN = Wording(
    "Kept: the card comes back in {time}.", "C’est noté\u00a0: la carte revient dans {time}."
)
ON = Wording("Next card", "Carte suivante")
STOP = Wording("Stop here for now", "S’arrêter là pour le moment")
PASSAGE_GONE = Wording(
    "This passage is no longer in the library.", "Ce passage n’est plus dans la bibliothèque."
)
FROM = Wording("From", "Extrait de")

# The end
DONE = Wording("Done for now", "C’est fait pour l’instant")
PAUSED = Wording("A pause", "Une pause")
LEFT_ONE = Wording("{n} card left for today", "encore {n} carte pour aujourd’hui")
LEFT_MANY = Wording("{n} cards left for today", "encore {n} cartes pour aujourd’hui")
REVIEWED_ONE = Wording("{n} card reviewed", "{n} carte révisée")
REVIEWED_MANY = Wording("{n} cards reviewed", "{n} cartes révisées")
FORGOTTEN_ONE = Wording("{n} to see again", "{n} à revoir")
FORGOTTEN_MANY = FORGOTTEN_ONE
BACK = Wording("Back to the overview", "Retour à la vue d’ensemble")

# What lies ahead
AHEAD = Wording("The next two weeks", "Les deux prochaines semaines")
AHEAD_HINT = Wording(
    "What is planned so far. Each review plans the next one, and new cards come every day.",
    "Ce qui est prévu à ce jour. Chaque révision prévoit la suivante, et de nouvelles cartes "
    "arrivent chaque jour.",
)
DAY = Wording("Day", "Jour")
CARDS = Wording("Cards", "Cartes")
TODAY = Wording("Today", "Aujourd’hui")
LEECHES = Wording("Worth reading again", "À relire")
LEECHES_HINT = Wording(
    "You have forgotten these again and again: reading the passage helps more than another review.",
    "Vous les avez oubliées plusieurs fois\u00a0: relire le passage aide plus qu’une révision de "
    "plus.",
)
LAPSES = Wording("forgotten {n} times", "oubliée {n} fois")
SUSPEND = Wording("Set aside", "Mettre de côté")
SUSPEND_THIS = Wording("Set aside: {question}", "Mettre de côté\u00a0: {question}")
RESUME = Wording("Take up again", "Reprendre")
RESUME_THIS = Wording("Take up again: {question}", "Reprendre\u00a0: {question}")
ASIDE = Wording("set aside", "mise de côté")
GONE = Wording("no longer asked", "n’est plus posée")
MARKED = Wording("Passages that you marked", "Les passages que vous avez marqués")
UNMARK = Wording("Unmark", "Ne plus apprendre")
UNMARKED = Wording(
    "No longer to learn: {question}",
    "Vous n’apprenez plus ceci\u00a0: {question}",
)
MARK_AGAIN = Wording("Undo", "Annuler")
UNMARK_THIS = Wording("Unmark: {question}", "Ne plus apprendre\u00a0: {question}")
READ = Wording("Read it in the article", "Lire dans l’article")
READ_OF = Wording("Read it in the article: {title}", "Lire dans l’article\u00a0: {title}")

# One's own data
DATA = Wording("Your cards elsewhere, your data", "Vos cartes ailleurs, vos données")
DATA_HINT = Wording(
    "The deck opens in Anki; a newer one updates it and leaves your progress there alone. "
    "Progress that Anki or another cxlit exported is added to yours: nothing is lost, nothing "
    "counts twice.",
    "Le paquet s’ouvre dans Anki\u00a0; un paquet plus récent le met à jour sans toucher à votre "
    "progression. La progression exportée par Anki ou par un autre cxlit s’ajoute à la "
    "vôtre\u00a0: rien ne se perd, rien ne compte deux fois.",
)
DECK_OWN = Wording("My cards for Anki", "Mes cartes pour Anki")
DECK_ALL = Wording("All cards for Anki", "Toutes les cartes pour Anki")
FILE_OWN = Wording("cxlit-my-cards", "cxlit-mes-cartes")
FILE_ALL = Wording("cxlit-all-cards", "cxlit-toutes-les-cartes")
TAKE = Wording("My data (JSON)", "Mes données (JSON)")
BRING = Wording("Import progress", "Importer une progression")
IMPORTED = Wording(
    "Imported: {new} new reviews, {known} were here already.",
    "Importation faite\u00a0: {new} nouvelles révisions, {known} étaient déjà là.",
)
FORGET = Wording("Delete all my training data", "Supprimer toutes mes données de formation")
FORGET_QUESTION = Wording(
    "Reviews, marked passages, plan, worksheets, recommendations and memberships in cohorts are "
    "deleted for good. Delete them?",
    "Révisions, passages marqués, parcours, fiches de travail, recommandations et appartenances "
    "aux cohortes seront supprimés définitivement. Les supprimer\u00a0?",
)
FORGET_YES = Wording("Delete", "Supprimer")
FORGET_NO = Wording("Keep", "Garder")
FORGOTTEN = Wording("Your training data is deleted.", "Vos données de formation sont supprimées.")
