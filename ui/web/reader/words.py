"""What the reader says."""

from corpus.wording import Wording

CITATIONS = Wording("Quotes of this answer", "Citations de cette réponse")
POSITION = Wording("Quote {n} of {total}", "Citation {n} sur {total}")
TOTAL_ONE = Wording("{n} quote", "{n} citation")
TOTAL_MANY = Wording("{n} quotes", "{n} citations")
PREVIOUS = Wording("Previous quote", "Citation précédente")
NEXT = Wording("Next quote", "Citation suivante")
KEYS = Wording(
    "← and → lead to the previous and the next quote, Esc closes the article",
    "← et → mènent à la citation précédente et à la suivante, Échap ferme l’article",
)
ALSO_ONE = Wording(
    "{n} other place in this article bears on the question",
    "{n} autre endroit de cet article porte sur la question",
)
ALSO_MANY = Wording(
    "{n} other places in this article bear on the question",
    "{n} autres endroits de cet article portent sur la question",
)
LEARN = Wording("Learn this passage", "Apprendre ce passage")
LEARN_HOW = Wording(
    "Select the words to remember, or none for the highlighted passage.",
    "Sélectionnez les mots à retenir, ou rien pour le passage surligné.",
)
LEARNT = Wording(
    "Marked: this passage comes up in your review.",
    "C’est noté\u00a0: ce passage viendra dans vos révisions.",
)
LEARNT_BEFORE = Wording(
    "You have marked this passage already: it comes up in your review.",
    "Vous aviez déjà marqué ce passage\u00a0: il vient dans vos révisions.",
)
GONE = Wording(
    "This article is no longer in the library.", "Cet article n’est plus dans la bibliothèque."
)
AS_IT_WAS = Wording(
    "This article is no longer in the library. You read it as it was when the answer was given.",
    "Cet article n’est plus dans la bibliothèque. Vous le lisez tel qu’il était au moment de la "
    "réponse.",
)
