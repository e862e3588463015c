"""What the tab of training and its inner tabs are called."""

from corpus.wording import Wording

TAB = Wording("Train", "Se former")

INNER = {
    "train-path": Wording("My path", "Mon parcours"),
    "train-quiz": Wording("Quiz", "Quiz"),
    "train-review": Wording("Review", "Réviser"),
    "train-debate": Wording("Devil’s advocate", "Avocat du diable"),
    "train-drill": Wording("Tough questions", "Questions difficiles"),
    "train-cohorts": Wording("Cohorts", "Cohortes"),
    "train-items": Wording("Item bank", "Banque de questions"),
}
