"""What the tab of cohorts says by itself."""

from corpus.wording import Wording

# One's own progress
OWN = Wording("How far you are", "Où vous en êtes")
OWN_NONE = Wording(
    "You have not answered any question yet. A quiz of five is a good beginning.",
    "Vous n’avez encore répondu à aucune question. Un quiz de cinq questions est un bon début.",
)
OWN_ONE = Wording("{n} answer so far, {right} right.", "{n} réponse jusqu’ici, {right} juste.")
OWN_MANY = Wording(
    "{n} answers so far, {right} right.",
    "{n} réponses jusqu’ici\u00a0; justes\u00a0: {right}.",
)
QUIZ = Wording("To the quizzes", "Vers les quiz")
COMPETENCY = Wording("Competency", "Compétence")
ANSWERED = Wording("Answered", "Répondues")
RIGHT = Wording("Right", "Justes")
KNOWN = Wording("Known now", "Sues aujourd’hui")
ANSWERED_OF = Wording("{n} of {all}", "{n} sur {all}")
KNOWN_MEANS = Wording(
    "Known now: you would most likely still answer them right today (a chance of at least 80 %).",
    "Sues aujourd’hui\u00a0: vous y répondriez très probablement juste ce jour (au moins 80\u00a0% "
    "de chances).",
)

# The learner's cohorts
HEADING = Wording("Your cohorts", "Vos cohortes")
WITHOUT_ACCOUNTS = Wording(
    "In a cohort, a trainer sees how far several learners are. That needs accounts, and there are "
    "none here yet: make the first one in the tab “Accounts”, or with the command cxlit people "
    "add.",
    "Dans une cohorte, un formateur voit où en sont plusieurs apprenants. Il faut pour cela des "
    "comptes, et il n’y en a pas encore ici\u00a0: créez le premier sous l’onglet "
    "«\u00a0Comptes\u00a0», ou avec la commande cxlit people add.",
)
IN_NONE = Wording(
    "You are in no cohort. If a trainer gave you an invitation code, write it here.",
    "Vous n’êtes dans aucune cohorte. Si un formateur vous a donné un code d’invitation, "
    "inscrivez-le ici.",
)
FOLLOWED_BY = Wording("followed by {name}", "suivie par {name}")
LEAVE = Wording("Leave", "Quitter")
LEAVE_OF = Wording("Leave the cohort {name}", "Quitter la cohorte {name}")
LEFT = Wording(
    "You have left “{name}”. The trainer no longer sees anything of you.",
    "Vous avez quitté «\u00a0{name}\u00a0». Le formateur ne voit plus rien de vous.",
)
CODE = Wording("Invitation code", "Code d’invitation")
LOOK = Wording("Continue", "Continuer")
INVITED = Wording("Join “{name}”?", "Rejoindre «\u00a0{name}\u00a0»\u00a0?")
INVITED_BY = Wording("This cohort is followed by {name}.", "Cette cohorte est suivie par {name}.")
ALREADY = Wording("You are in this cohort already.", "Vous êtes déjà dans cette cohorte.")
SEEN = Wording("What your trainer will see", "Ce que verra votre formateur")
SEES = (
    Wording(
        "your name, and the day of your last answer",
        "votre nom, et le jour de votre dernière réponse",
    ),
    Wording(
        "for each competency, how many questions you have answered, how many right, and how many "
        "you know now, earlier answers included",
        "pour chaque compétence, combien de questions vous avez traitées, combien avec succès et "
        "combien vous savez aujourd’hui, réponses passées comprises",
    ),
    Wording(
        "your first answers as part of the figures on each question, without your name",
        "vos premières réponses, fondues dans les chiffres de chaque question, sans votre nom",
    ),
)
UNSEEN = Wording("What nobody sees but you", "Ce que personne ne voit que vous")
SEES_NOT = (
    Wording(
        "your worksheets, your recommendations, your answers in your own words",
        "vos fiches de travail, vos recommandations, vos réponses rédigées",
    ),
    Wording(
        "which answer you gave to which question",
        "quelle réponse vous avez donnée à telle question",
    ),
)
ANY_TIME = Wording(
    "You can leave at any time; from then on your trainer sees nothing of you.",
    "Vous pouvez quitter la cohorte à tout moment\u00a0; dès lors, le formateur ne voit plus rien "
    "de vous.",
)
JOIN = Wording("Join", "Rejoindre")
NOT_NOW = Wording("Not now", "Pas maintenant")
JOINED = Wording("You are in “{name}” now.", "Vous êtes maintenant dans «\u00a0{name}\u00a0».")

# The trainer's cohorts
TRAINED = Wording("Cohorts that you follow", "Les cohortes que vous suivez")
TRAINED_NONE = Wording(
    "None yet. Make one, and send its code or its link to those who are to learn.",
    "Aucune pour l’instant. Créez-en une, et envoyez son code ou son lien à ceux qui vont "
    "apprendre.",
)
NEW = Wording("A new cohort", "Une nouvelle cohorte")
NAME = Wording("Its name", "Son nom")
MAKE = Wording("Make the cohort", "Créer la cohorte")
MADE = Wording("“{name}” is made.", "«\u00a0{name}\u00a0» est créée.")
OPEN_OF = Wording("Open the cohort {name}", "Ouvrir la cohorte {name}")
CLOSE = Wording("All cohorts", "Toutes les cohortes")
INVITATION = Wording("Invitation", "Invitation")
CODE_IS = Wording("Code", "Code")
LINK_IS = Wording("Link", "Lien")
LINK_COPY = Wording("Copy the link", "Copier le lien")
LINK_COPIED = Wording("The link is copied.", "Lien copié.")
COPY_BY_HAND = Wording(
    "This browser does not let the page copy: the text is selected, press Ctrl+C (⌘C on a Mac).",
    "Ce navigateur n’autorise pas la copie\u00a0: le texte est sélectionné, appuyez sur Ctrl+C "
    "(⌘C sur Mac).",
)
MEMBERS = Wording("Progress", "Progression")
MEMBERS_HINT = Wording(
    "For each competency: how many answers were right of how many, the last answer to each "
    "question; below, how many are known now.",
    "Pour chaque compétence\u00a0: combien de réponses justes sur combien, d’après la dernière "
    "réponse à chaque question\u00a0; dessous, combien sont sues aujourd’hui.",
)
NO_MEMBERS = Wording(
    "Nobody has joined yet. Send the code or the link above.",
    "Personne n’est encore inscrit. Envoyez le code ou le lien ci-dessus.",
)
MEMBER_ONE = Wording("{n} learner", "{n} apprenant")
MEMBER_MANY = Wording("{n} learners", "{n} apprenants")
LEARNER = Wording("Learner", "Apprenant")
LAST = Wording("Last answer", "Dernière réponse")
NEVER = Wording("none yet", "aucune")
ANSWERS = Wording("Answers", "Réponses")
RIGHT_OF = Wording("{right} of {n}", "{right} sur {n}")
KNOWN_ONE = Wording("{n} known", "{n} sue")
KNOWN_MANY = Wording("{n} known", "{n} sues")
NAMELESS = Wording("without an account", "sans compte")
HARDEST = Wording("Hardest questions", "Les questions les plus difficiles")
HARDEST_HINT = Wording(
    "From the first answers of this cohort alone. Difficulty: the share of right answers. "
    "Discrimination, from −1 to 1: whether those who get the other questions right get this one "
    "right, too. Under {few} learners it is too early to tell.",
    "D’après les premières réponses de cette cohorte seulement. Difficulté\u00a0: la part de "
    "réponses justes. Discrimination, de −1 à 1\u00a0: si ceux qui réussissent les autres "
    "questions réussissent aussi celle-ci. En dessous de {few} apprenants, il est trop tôt pour le "
    "dire.",
)
NO_ANSWERS = Wording("No question was answered yet.", "Aucune question n’a encore de réponse.")
QUESTION = Wording("Question", "Question")
DIFFICULTY = Wording("Difficulty", "Difficulté")
DISCRIMINATION = Wording("Discrimination", "Discrimination")
FROM_ONE = Wording("{n} learner", "{n} apprenant")
FROM_MANY = Wording("{n} learners", "{n} apprenants")
TOO_FEW = Wording("too few to tell", "trop peu pour le dire")
NOT_COMPARABLE = Wording("nothing to compare", "rien à comparer")
MORE_ITEMS = Wording("And {n} more, in the CSV file.", "Et {n} de plus, dans le fichier CSV.")
EXPORT_PROGRESS = Wording("Progress as CSV", "Progression en CSV")
EXPORT_ITEMS = Wording("Questions as CSV", "Questions en CSV")
FILES = {
    "progress": Wording("progress", "progression"),
    "items": Wording("questions", "questions"),
}
RENAME = Wording("Rename", "Renommer")
SAVE = Wording("Save", "Enregistrer")
RENAMED = Wording("It is called “{name}” now.", "Elle s’appelle maintenant «\u00a0{name}\u00a0».")
DELETE = Wording("Delete the cohort", "Supprimer la cohorte")
DELETE_QUESTION = Wording(
    "Delete this cohort? You will no longer see its learners. What they have learnt stays theirs.",
    "Supprimer cette cohorte\u00a0? Vous ne verrez plus ses apprenants. Ce qu’ils ont appris leur "
    "reste.",
)
DELETE_YES = Wording("Yes, delete", "Oui, supprimer")
CANCEL = Wording("Cancel", "Annuler")
DELETED = Wording("“{name}” is deleted.", "«\u00a0{name}\u00a0» est supprimée.")
