"""What the tab of quizzes says by itself."""

from corpus.wording import Wording

HEADING = Wording("A quiz from the library", "Un quiz tiré de la bibliothèque")
PROMISE = Wording(
    "Every right answer is a quote that you can read in its article. What you answer also decides "
    "when a question comes up again in the review.",
    "Chaque bonne réponse est une citation que vous pouvez lire dans son article. Vos réponses "
    "décident aussi du moment où une question revient en révision.",
)
NUMBER = Wording("How many questions", "Combien de questions")
COMPETENCY = Wording("On which competency", "Sur quelle compétence")
ALL = Wording("All", "Toutes")
START = Wording("Start the quiz", "Commencer le quiz")
GO_ON = Wording("Go on with your quiz", "Reprendre votre quiz")
NONE = Wording(
    "The library gives no questions here yet. Choose all competencies, or add articles on this "
    "one.",
    "La bibliothèque ne donne pas encore de questions à ce sujet. Choisissez toutes les "
    "compétences, ou ajoutez des articles sur celle-ci.",
)

# One question
PLACE = Wording("Question {n} of {all}", "Question {n} sur {all}")
ANSWER = Wording("Answer", "Répondre")
UNSURE = Wording("I don’t know", "Je ne sais pas")
CHOOSE = Wording("Choose an answer first.", "Choisissez d’abord une réponse.")
FINISH = Wording("End the quiz here", "Terminer le quiz ici")

# Its outcome
RIGHT = Wording("Right", "Bonne réponse")
WRONG = Wording("Not right", "Ce n’est pas la bonne réponse")
UNKNOWN = Wording("Now you know", "Maintenant, vous savez")
THE_RIGHT_ONE = Wording("right answer", "bonne réponse")
YOUR_RIGHT_ONE = Wording("your answer, right", "votre réponse, la bonne")
YOUR_WRONG_ONE = Wording("your answer", "votre réponse")
SAYS = Wording("What the source says", "Ce que dit la source")
READ = Wording("Read it in the article", "Lire dans l’article")
READ_OF = Wording("Read it in the article: {title}", "Lire dans l’article\u00a0: {title}")
SOURCE_GONE = Wording(
    "This article is no longer in the library.", "Cet article n’est plus dans la bibliothèque."
)
NEXT = Wording("Next question", "Question suivante")
RESULT = Wording("See the result", "Voir le résultat")
DOUBT = Wording("This question is wrong", "Cette question est fausse")
DOUBTED = Wording("Reported to the trainer. Thank you.", "Signalée au formateur. Merci.")
BELIEVE = Wording("Take the report back", "Retirer le signalement")

# The end
SCORE = Wording("{right} of {all} right", "{right} bonnes réponses sur {all}")
SCORE_ONE = Wording("{right} of {all} right", "{right} bonne réponse sur {all}")
NOTHING_ANSWERED = Wording("No question was answered.", "Aucune question n’a reçu de réponse.")
ALL_RIGHT = Wording(
    "Everything was right. These questions come up again in the review when they are about to be "
    "forgotten.",
    "Tout est juste. Ces questions reviendront en révision au moment où l’on commence à oublier.",
)
MISSED = Wording("What you missed", "Ce que vous avez manqué")
RIGHT_ANSWER = Wording("Right answer", "Bonne réponse")
AGAIN_MISSED = Wording("Again with the missed ones", "Refaire celles que j’ai manquées")
TO_PATH = Wording("My path", "Mon parcours")
TO_REVIEW = Wording("The review", "La révision")
ANOTHER = Wording("Another quiz", "Un autre quiz")
