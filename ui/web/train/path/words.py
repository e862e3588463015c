"""What the path says."""

from corpus.wording import Wording
from qa.training.path.plan import StepKind

# The start
TITLE = Wording("Your first hundred days", "Vos cent premiers jours")
PROMISE = Wording(
    "What the literature knows of your new role, as a plan of three times thirty days: what to "
    "read, what is disputed, questions to check yourself, and a piece of work for your own "
    "company. Nothing but your own answers decides what comes first.",
    "Ce que la littérature sait de votre nouveau rôle, en un parcours de trois fois trente "
    "jours\u00a0: que lire, ce qui fait débat, des questions pour vous tester, et un travail pour "
    "votre propre entreprise. Seules vos réponses décident de ce qui vient d’abord.",
)
PLACE = Wording("Find out where I stand", "Me situer")
PLACE_HINT = Wording(
    "Twelve questions, about five minutes. You can stop and go on later.",
    "Douze questions, environ cinq minutes. Vous pouvez vous arrêter et reprendre plus tard.",
)
WITHOUT = Wording("Begin without questions", "Commencer sans questions")
GO_ON = Wording("Go on with the placement", "Reprendre le positionnement")
GO_ON_HINT_ONE = Wording("{n} question is left.", "Il reste {n}\u00a0question.")
GO_ON_HINT_MANY = Wording("{n} questions are left.", "Il reste {n}\u00a0questions.")
THE_MAP = Wording("What you will be able to do", "Ce que vous saurez faire")

# The placement
PLACE_OF = Wording(
    "Placement · question {n} of {total}", "Positionnement · question {n} sur {total}"
)
ANSWER = Wording("Next", "Suivant")
UNSURE = Wording("I don’t know", "Je ne sais pas")
CHOOSE = Wording(
    "Choose an answer, or say that you don’t know.",
    "Choisissez une réponse, ou indiquez que vous ne savez pas.",
)
LATER = Wording("Go on later", "Reprendre plus tard")
ENOUGH = Wording("Stop here and make my plan", "M’arrêter là et établir mon parcours")
DROP = Wording("Drop this placement", "Abandonner ce positionnement")

# Its result
RESULT_ONE = Wording(
    "Placement: {n} of {all} right", "Positionnement\u00a0: {n} bonne réponse sur {all}"
)
RESULT_MANY = Wording(
    "Placement: {n} of {all} right", "Positionnement\u00a0: {n} bonnes réponses sur {all}"
)
RESULT_HINT = Wording(
    "A question or two on each point say little: they only decide in which order your plan takes "
    "the points, and where reading is up to you.",
    "Une question ou deux par point en disent peu\u00a0: elles décident seulement de l’ordre de "
    "votre parcours, et de ce dont la lecture est facultative.",
)
SEE_PLAN = Wording("See my path", "Voir mon parcours")
SEE_RESULT = Wording("The answers of the placement", "Les réponses du positionnement")
YOUR_ANSWER = Wording("Your answer", "Votre réponse")
RIGHT_SIGN = Wording("right", "juste")
WRONG_SIGN = Wording("not right", "pas juste")
UNKNOWN_SIGN = Wording("not known", "pas su")

# The plan
PLAN = Wording("My path", "Mon parcours")
BEGUN = Wording("begun on {date.en}", "commencé le {date.fr}")
STEPS_DONE_ONE = Wording("{n} of {all} steps done", "{n}\u00a0étape faite sur {all}")
STEPS_DONE_MANY = Wording("{n} of {all} steps done", "{n}\u00a0étapes faites sur {all}")
LEFT = Wording("{time} left", "encore {time}")
NEXT = Wording("Next", "À suivre")
ALL_DONE = Wording(
    "All steps are done. Keep what you know with a review now and then.",
    "Toutes les étapes sont faites. Entretenez ce que vous savez par une révision de temps à "
    "autre.",
)
PHASES = {
    30: Wording("Days 1 to 30", "Jours 1 à 30"),
    60: Wording("Days 31 to 60", "Jours 31 à 60"),
    90: Wording("Days 61 to 90", "Jours 61 à 90"),
}
UNTIL = Wording("until {date.en}", "jusqu’au {date.fr}")
DAYS_LEFT_ONE = Wording("{n} day left", "encore {n}\u00a0jour")
DAYS_LEFT_MANY = Wording("{n} days left", "encore {n}\u00a0jours")
OVER = Wording("the days are over, the steps stay", "délai passé, les étapes restent")
ENTRY_DONE = Wording("done", "fait")
OPTIONAL = Wording("optional", "facultatif")
STEPS = {
    StepKind.READ: Wording("Read", "Lire"),
    StepKind.DISPUTES: Wording("Know the disputes", "Connaître les débats"),
    StepKind.QUESTIONS: Wording("Answer questions", "Répondre aux questions"),
    StepKind.WORK: Wording("Apply it at home", "L’appliquer chez soi"),
}
RIGHT_OF = Wording("{right} of {answered} right", "Justes\u00a0: {right} sur {answered}")
AGAIN = Wording("Take the placement again", "Refaire le positionnement")

# A competency
BACK = Wording("My path", "Mon parcours")
KNOW = Wording("To know", "À savoir")
ARGUE = Wording("To be able to argue", "À savoir défendre")
DO = Wording("To do", "À faire")
TIME = Wording("about {time}", "environ {time}")
DONE = Wording("Done", "Fait")
MARK = Wording("Mark as done", "Marquer comme fait")
MARK_OF = Wording("Mark as done: {step}", "Marquer comme fait\u00a0: {step}")
MARKED = Wording("Done: {step}.", "Fait\u00a0: {step}.")
UNMARKED = Wording("To do again: {step}.", "De nouveau à faire\u00a0: {step}.")
READ_ALL = Wording("Read “{title}”", "Lire «\u00a0{title}\u00a0»")
NOTHING_TO_READ = Wording(
    "The library holds nothing on this yet. Add articles, and they appear here.",
    "La bibliothèque ne contient encore rien à ce sujet. Ajoutez des articles\u00a0: ils "
    "apparaîtront ici.",
)
SEE_QUOTE = Wording("See it in the article", "Le voir dans l’article")
NO_POSITIONS = Wording(
    "No source in the library takes a position on this.",
    "Aucune source de la bibliothèque ne prend position.",
)
SOURCES_ONE = Wording("{n} source", "{n}\u00a0source")
SOURCES_MANY = Wording("{n} sources", "{n}\u00a0sources")
ASK = Wording("Ask the library", "Interroger la bibliothèque")
ASK_OF = Wording("Ask the library: {question}", "Interroger la bibliothèque\u00a0: {question}")
CONTEST = Wording("Take a position yourself", "Prendre position")
CONTEST_OF = Wording("Take a position: {question}", "Prendre position\u00a0: {question}")
NO_QUESTIONS = Wording(
    "There are no questions on this yet.", "Il n’y a pas encore de questions à ce sujet."
)
ANSWERED = Wording("Answered: {answered} of {wanted}.", "Répondues\u00a0: {answered} sur {wanted}.")
PRACTISE = Wording("Answer questions", "Répondre à des questions")
PRACTISE_AGAIN = Wording("Answer others", "Répondre à d’autres")
MINUTES_OF_WORK = Wording("About {time}", "Environ {time}")
SAVE = Wording("Save", "Enregistrer")
SAVED = Wording("Your worksheet is saved.", "Votre fiche est enregistrée.")
WORD = Wording("Download for Word", "Télécharger pour Word")
KEPT = Wording(
    "What you write is kept as you go, for you alone.",
    "Ce que vous écrivez est gardé au fur et à mesure, pour vous seul.",
)
