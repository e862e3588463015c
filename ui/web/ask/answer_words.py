"""What the page says around an answer: while it is made, how sure it is, and why it is this one."""

from corpus.wording import Wording

# While it is being made
FOUND_NOTHING = Wording("Nothing found yet…", "Rien trouvé pour l’instant…")
FOUND_ONE = Wording("{n} passage found, in", "{n} passage trouvé, dans")
FOUND_MANY = Wording("{n} passages found, in", "{n} passages trouvés, dans")
DRAWING = Wording(
    "Drawing the answer from these passages…", "Élaboration de la réponse à partir de ces passages…"
)
READ_MEANWHILE = Wording("Read in {title}", "Lire dans {title}")
PASSAGES_FOUND = Wording("Passages found", "Passages trouvés")

# Once it is there, for those who do not see it
THERE = Wording(
    "The answer is there: {quotes.en}. Confidence: {sure.en} ({figure} of 100).",
    "La réponse est prête : {quotes.fr}. Confiance : {sure.fr} ({figure} sur 100).",
)
ABSTAINED_THERE = Wording(
    "The library does not answer this question. The reason follows.",
    "La bibliothèque ne répond pas à cette question. La raison suit.",
)

# How sure
CONFIDENCE = Wording(
    "Confidence: {word.en} ({figure} of 100)", "Confiance : {word.fr} ({figure} sur 100)"
)
ONE_ARTICLE = Wording("Everything rests on a single article.", "Tout repose sur un seul article.")
CONFIDENCE_MEANS = Wording(
    "{figure} of 100 is the estimated probability that the first sentence answers the "
    "question. The estimate is based on questions whose answers are known. It says how "
    "well the passage fits the question, not whether its author is right.",
    "{figure} sur 100 : c’est la probabilité estimée que la première phrase réponde à la "
    "question. L’estimation est fondée sur des questions dont la réponse est connue. Elle "
    "indique si le passage répond à la question, non si son auteur a raison.",
)
TOO_LOW = Wording(
    "{figure} of 100 is the estimated probability that the best sentence found would "
    "answer the question: too low to be shown as an answer. The estimate is based on "
    "questions whose answers are known.",
    "{figure} sur 100 : c’est la probabilité estimée que la meilleure phrase trouvée "
    "réponde à la question. C’est trop peu pour la donner comme réponse. L’estimation est "
    "fondée sur des questions dont la réponse est connue.",
)

# Why this answer
WHY = Wording("Why this answer?", "Pourquoi cette réponse ?")
WHY_NOT = Wording("Why no answer?", "Pourquoi aucune réponse ?")
CONSIDERED_ONE = Wording("{n} passage was found and weighed", "{n} passage a été trouvé et examiné")
CONSIDERED_MANY = Wording(
    "{n} passages were found and weighed, the nearest first",
    "{n} passages ont été trouvés et examinés, les plus proches d’abord",
)
QUOTED = Wording("quoted", "cité")
NOT_QUOTED = Wording("not quoted", "non cité")
OPEN_CONSIDERED = Wording("Open this passage in {title}", "Ouvrir ce passage dans {title}")
NOTHING_DROPPED = Wording(
    "Every sentence passed the citation check.",
    "Toutes les phrases ont passé la vérification des citations.",
)

# When there is none
ADD_SOURCE = Wording("Add an article", "Ajouter un article")
