"""The words of feedback and of its review, in both languages."""

from corpus.feedback import Complaint
from corpus.wording import Wording
from ui.complaints import COMPLAINTS as COMPLAINTS

# Under an answer
OPINION = Wording("Your opinion", "Votre avis")
USEFUL = Wording("Was this answer useful?", "Cette réponse vous est-elle utile ?")
RIGHT_TO_REFUSE = Wording(
    "Is the library right not to answer?", "La bibliothèque a-t-elle raison de ne pas répondre ?"
)
YES = Wording("Yes", "Oui")
NO = Wording("No", "Non")
WHAT_IS_WRONG = Wording(
    "What is wrong? (tick all that apply)",
    "Qu’est-ce qui ne va pas ? (plusieurs choix possibles)",
)
COMMENT = Wording("Comment (optional)", "Commentaire (facultatif)")
NO_REASON = Wording(
    "Tick what is wrong, or say it in a comment.",
    "Cochez ce qui ne va pas, ou dites-le dans un commentaire.",
)
SEND = Wording("Send", "Envoyer")
CANCEL = Wording("Cancel", "Annuler")
THANKS = Wording("Thank you. Your opinion is kept.", "Merci. Votre avis est enregistré.")
TAKE_BACK = Wording("Take it back", "Le retirer")
TAKEN_BACK = Wording("You have taken your opinion back.", "Votre avis a été retiré.")
KEPT_HERE = Wording(
    "Your opinion is kept in this library, with the question and the answer, for those who "
    "evaluate its answers.",
    "Votre avis est conservé dans cette bibliothèque, avec la question et la réponse, à "
    "l’intention des personnes qui évaluent ses réponses.",
)
KEPT_WITH_NAME = Wording(
    "The evaluators of this library see your opinion with your name, the question and the answer.",
    "Les évaluateurs de cette bibliothèque voient votre avis avec votre nom, la question et la "
    "réponse.",
)
OF_AN_ANSWER = {
    Complaint.WRONG: Wording("It is wrong", "Elle est fausse"),
    Complaint.NOT_RELEVANT: Wording(
        "It does not answer my question", "Elle ne répond pas à ma question"
    ),
    Complaint.INCOMPLETE: Wording("Something is missing", "Il manque quelque chose"),
    Complaint.WRONG_CITATION: Wording(
        "A quote does not back what is said", "Une citation n’appuie pas ce qui est dit"
    ),
    Complaint.SHOULD_HAVE_REFUSED: Wording(
        "Nothing in the library allows an answer", "Rien dans la bibliothèque ne permet de répondre"
    ),
}
OF_AN_ABSTENTION = {
    Complaint.SHOULD_HAVE_ANSWERED: Wording(
        "The library holds an answer", "La bibliothèque contient une réponse"
    ),
    Complaint.NOT_RELEVANT: Wording(
        "The nearest passages are beside the point",
        "Les passages proposés sont hors sujet",
    ),
}

# Reviewing
TAB_REVIEW = Wording("Review", "Avis")
REVIEW = Wording("Opinions to review", "Avis à examiner")
REVIEW_PROMISE = Wording(
    "An opinion can become a gold question: what the library should answer, and from which "
    "passages. “cxlit eval answers” measures with them.",
    "Un avis peut devenir une question de référence : ce que la bibliothèque doit "
    "répondre, et d’après quels passages. « cxlit eval answers » s’en sert pour mesurer la "
    "qualité.",
)
WAITING_ONE = Wording("{n} opinion is waiting", "{n} avis en attente")
WAITING_MANY = Wording("{n} opinions are waiting", "{n} avis en attente")
NONE_WAITING = Wording(
    "No opinion is waiting. They are given under each answer, where it says “Was this "
    "answer useful?”.",
    "Aucun avis en attente. Les avis se donnent sous chaque réponse, à la question « Cette "
    "réponse vous est-elle utile ? ».",
)
NEXT_ONES = Wording("Waiting next", "Avis suivants")
MORE_WAITING = Wording("and {n} more", "et {n} de plus")
FOUND_USEFUL = Wording("Answer found useful", "Réponse jugée utile")
FOUND_USELESS = Wording("Answer found not useful", "Réponse jugée peu utile")
FOUND_GOOD = Wording("favourable", "avis favorable")
FOUND_BAD = Wording("unfavourable", "avis défavorable")
REFUSAL_RIGHT = Wording("Found right not to answer", "Absence de réponse jugée justifiée")
REFUSAL_WRONG = Wording("Found wrong not to answer", "Absence de réponse jugée injustifiée")
BY = Wording("by {name}", "par {name}")
COMMENTED = Wording("Comment", "Commentaire")
AFTER = Wording("Asked after", "Posée à la suite de")
AS_IT_WAS = Wording("The answer as it was given", "La réponse telle qu’elle a été donnée")
IN_ITS_PLACE = Wording("The passages in context", "Les passages dans leur contexte")
EXPECTED = Wording("What should the library do?", "Que doit faire la bibliothèque ?")
SHOULD_ANSWER = Wording(
    "Answer, from the passages that are ticked", "Répondre, d’après les passages cochés"
)
SHOULD_REFUSE = Wording(
    "Not answer: it holds no answer", "Ne pas répondre : elle ne contient pas de réponse"
)
PASSAGES = Wording("Passages that answer", "Passages qui répondent")
CITED = Wording("Cited in the answer", "Cités dans la réponse")
FOUND_TOO = Wording("Found too", "Trouvés aussi")
NO_PASSAGES = Wording("No passage is left to tick.", "Il n’y a plus de passage à cocher.")
LOST = Wording(
    "Changed or gone since, and left out: {titles}",
    "Modifiés ou retirés depuis, et laissés de côté : {titles}",
)
FILTERED = Wording(
    "It was asked with filters. A gold question is asked of the whole library.",
    "Elle a été posée avec des filtres. Une question de référence est posée à toute la "
    "bibliothèque.",
)
MAKE_GOLD = Wording("Make it a gold question", "En faire une question de référence")
SET_ASIDE = Wording("Set aside", "Écarter")
MADE_GOLD = Wording(
    "“{question}” is a gold question now.",
    "« {question} » est maintenant une question de référence.",
)
ASIDE = Wording(
    "The opinion on “{question}” is set aside.", "L’avis sur « {question} » a été écarté."
)
UNDO = Wording("Undo", "Annuler")
WAITS_AGAIN = Wording("The opinion waits again.", "L’avis est de nouveau en attente.")
OPEN = Wording("Review", "Examiner")
OPEN_THIS = Wording("Review “{question}”", "Examiner « {question} »")

GOLD = Wording("Gold questions", "Questions de référence")
GOLD_ONE = Wording("{n} made of opinions", "{n} tirée d’un avis")
GOLD_MANY = Wording("{n} made of opinions", "{n} tirées d’avis")
NO_GOLD = Wording("None yet.", "Aucune pour l’instant.")
DOWNLOAD = Wording("Download as JSONL", "Télécharger en JSONL")
REMOVE = Wording("Remove", "Retirer")
REMOVE_THIS = Wording("Remove “{question}”", "Retirer « {question} »")
TO_REFUSE = Wording("to be left unanswered", "à laisser sans réponse")
SPANS_ONE = Wording("{n} passage answers", "{n} passage y répond")
SPANS_MANY = Wording("{n} passages answer", "{n} passages y répondent")
DOES_NOT_FIT = Wording(
    "An article has changed or gone since: left out of evaluations.",
    "Un article a changé ou disparu depuis : écartée des évaluations.",
)
