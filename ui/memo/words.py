"""What a memo says by itself, in both languages; texts with a blank take it by `filled`."""

from corpus.article import BasedOn, Kind
from corpus.wording import Wording
from qa.answer import Reason


def filled(wording: Wording, **blanks: object) -> Wording:
    """The same text with its blanks filled in; a blank that is a Wording, in each language."""
    en, fr = (
        {
            name: value.in_language(language) if isinstance(value, Wording) else value
            for name, value in blanks.items()
        }
        for language in ("en", "fr")
    )
    return Wording(en=wording.en.format(**en), fr=wording.fr.format(**fr))


def counted(number: int, one: Wording, many: Wording, **blanks: object) -> Wording:
    """`one` or `many` with its {n}; zero is singular in French and plural in English."""
    en = one.en if number == 1 else many.en
    fr = one.fr if number < 2 else many.fr
    return filled(Wording(en, fr), n=number, **blanks)


def listed(parts: list[Wording]) -> Wording:
    """The parts with commas, and "and" before the last."""
    if len(parts) < 2:
        return parts[0] if parts else Wording("", "")
    en, fr = ([part.in_language(language) for part in parts] for language in ("en", "fr"))
    return Wording(
        f"{', '.join(en[:-1])} and {en[-1]}",
        f"{', '.join(fr[:-1])} et {fr[-1]}",
    )


# The frame
KIND_OF_DOCUMENT = Wording("Board memo", "Note au comité de direction")
SEVERAL = Wording(
    "What the literature says: {n} questions", "Ce que dit la littérature : {n} questions"
)
PAGE = Wording("Page", "Page")
QUESTION = Wording("Question", "Question")
RESULT = Wording("Result", "Résultat")
ANSWERED = Wording(
    "answered · confidence {word} ({figure} of 100)",
    "réponse · confiance {word} ({figure} sur 100)",
)
DISPUTED = Wording(
    "the sources disagree · confidence {word} ({figure} of 100)",
    "les sources divergent · confiance {word} ({figure} sur 100)",
)
NOT_ANSWERED = Wording("not answered by the library", "pas de réponse dans la bibliothèque")
ANSWERED_ON = Wording("Answered on {date}", "Réponse du {date}")
SEARCHED_AS = Wording("Searched as", "Question comprise comme")
ANSWER = Wording("Answer", "Réponse")
LIMITS = Wording("Limits of this evidence", "Limites à connaître")
BIBLIOGRAPHY = Wording("Bibliography", "Bibliographie")
ABOUT = Wording("About this memo", "À propos de cette note")

# Positions
POSITION = Wording("Position", "Position")
SOURCES = Wording("Sources", "Sources")
YEARS = Wording("Years", "Années")
KINDS = Wording("Kinds", "Genres")
LANGUAGES = Wording("Languages", "Langues")
NO_DATE = Wording("n.d.", "s. d.")
UNKNOWN = Wording("–", "–")

# Without an answer
ABSTAINED = Wording(
    "The library does not answer this question.", "La bibliothèque ne répond pas à cette question."
)
REASONS = {
    Reason.NOTHING_FOUND: Wording(
        "No passage in it deals with the subject.", "Aucun de ses passages ne traite du sujet."
    ),
    Reason.TOO_WEAK: Wording(
        "Some passages come near the subject, but none says enough for an answer that a quote "
        "could back.",
        "Des passages s’en approchent, mais aucun n’en dit assez pour une réponse appuyée sur "
        "une citation.",
    ),
    Reason.EXCLUDED_BY_FILTERS: Wording(
        "The passages that could answer it are outside the filters that were set.",
        "Les passages qui pourraient y répondre sont en dehors des filtres choisis.",
    ),
}
NEAREST = Wording("Near, but not an answer", "Proches, sans être une réponse")
NEAREST_OUTSIDE = Wording("Outside the filters", "En dehors des filtres")

# Behind a reference
IN_LANGUAGE = {
    "en": Wording("in English", "en anglais"),
    "fr": Wording("in French", "en français"),
}
IN_OTHER = Wording("in another language: {code}", "dans une autre langue : {code}")
READING_NOTE = {
    None: Wording("Reading note on", "Note de lecture sur"),
    BasedOn.FULL_TEXT: Wording(
        "Reading note, based on the full text, on",
        "Note de lecture, d’après le texte intégral, sur",
    ),
    BasedOn.EXCERPT: Wording(
        "Reading note, based on an excerpt, on", "Note de lecture, d’après un extrait, sur"
    ),
    BasedOn.ABSTRACT: Wording(
        "Reading note, based on the abstract, on", "Note de lecture, d’après le résumé, sur"
    ),
}
UNDATED = Wording("undated", "sans date")
PARAGRAPH = Wording("paragraph {n} of {total}", "paragraphe {n} sur {total}")
IN_THE_NOTE = Wording("In the note", "Dans la note")

# Limits
CONFIDENCE = Wording(
    "Confidence: {word} ({figure} of 100). It says how well the passages found fit the question, "
    "not whether their authors are right.",
    "Confiance : {word} ({figure} sur 100). Elle dit à quel point les passages trouvés répondent "
    "à la question, et non si leurs auteurs ont raison.",
)
QUOTES_ONE = Wording("{n} quote", "{n} citation")
QUOTES_MANY = Wording("{n} quotes", "{n} citations")
ARTICLES_ONE = Wording("{n} article", "{n} article")
ARTICLES_MANY = Wording("{n} articles", "{n} articles")
BREADTH = Wording(
    "{quotes} from {articles}, which make {n} independent sources{which}: the same author (or the "
    "same publisher, where no author is named) or the same wording counts once.",
    "{quotes} dans {articles}, soit {n} sources indépendantes{which} : un même auteur (ou un "
    "même éditeur, faute d’auteur nommé) ou un même texte ne compte qu’une fois.",
)
OF_ALL = Wording(", whether they take a position or not", ", qu’elles prennent position ou non")
ONE_SOURCE = Wording(
    "{quotes} from {articles}: everything rests on a single source.",
    "{quotes} dans {articles} : tout repose sur une seule source.",
)
ONE_ARTICLE = Wording(
    "{quotes} from one article: everything rests on it alone.",
    "{quotes} d’un seul article : tout repose sur lui.",
)
NO_STUDY = Wording(
    "None of the articles reports a study: {kinds}.",
    "Aucun des articles ne rend compte d’une étude : {kinds}.",
)
KINDS_OF_ARTICLES = Wording("Kinds of articles: {kinds}.", "Genres d’articles : {kinds}.")
KIND_OF_ARTICLE = Wording("Kind of article: {kind}.", "Genre de l’article : {kind}.")
UNKNOWN_KIND = Wording("unknown", "inconnu")
KINDS_COUNTED = {
    Kind.STUDY: (Wording("{n} study", "{n} étude"), Wording("{n} studies", "{n} études")),
    Kind.OPINION: (
        Wording("{n} opinion", "{n} point de vue"),
        Wording("{n} opinions", "{n} points de vue"),
    ),
    Kind.VENDOR: (
        Wording("{n} by a vendor", "{n} d’un fournisseur"),
        Wording("{n} by vendors", "{n} de fournisseurs"),
    ),
    Kind.GUIDE: (Wording("{n} guide", "{n} guide"), Wording("{n} guides", "{n} guides")),
    Kind.INTERVIEW: (
        Wording("{n} interview", "{n} entretien"),
        Wording("{n} interviews", "{n} entretiens"),
    ),
    Kind.NOTE: (
        Wording(
            "{n} reading note on a source of unknown kind", "{n} note de lecture de genre inconnu"
        ),
        Wording(
            "{n} reading notes on sources of unknown kind", "{n} notes de lecture de genre inconnu"
        ),
    ),
    None: (Wording("{n} of unknown kind", "{n} de genre inconnu"),) * 2,
}
NOTE_ALONE = Wording(
    "The article quoted is a reading note: the words are those of the note, not of the source "
    "itself.",
    "L’article cité est une note de lecture : les mots sont ceux de la note, et non de la source "
    "elle-même.",
)
THAT_ONE_IN_PART = Wording(
    "It was written from an excerpt or an abstract, not from the full text.",
    "Elle a été écrite d’après un extrait ou un résumé, et non d’après le texte intégral.",
)
NOTES_ALL = Wording(
    "All the articles quoted are reading notes: the words are those of the notes, not of the "
    "sources themselves.",
    "Tous les articles cités sont des notes de lecture : les mots sont ceux des notes, et non "
    "des sources elles-mêmes.",
)
NOTES_ONE = Wording(
    "One of the articles quoted is a reading note: the words are those of the note, not of the "
    "source itself.",
    "L’un des articles cités est une note de lecture : les mots sont ceux de la note, et non de "
    "la source elle-même.",
)
NOTES_MANY = Wording(
    "{n} of the articles quoted are reading notes: the words are those of the notes, not of the "
    "sources themselves.",
    "{n} des articles cités sont des notes de lecture : les mots sont ceux des notes, et non des "
    "sources elles-mêmes.",
)
IN_PART_ONE = Wording(
    "{n} was written from an excerpt or an abstract, not from the full text.",
    "{n} a été écrite d’après un extrait ou un résumé, et non d’après le texte intégral.",
)
IN_PART_MANY = Wording(
    "{n} were written from an excerpt or an abstract, not from the full text.",
    "{n} ont été écrites d’après un extrait ou un résumé, et non d’après le texte intégral.",
)
UNDATED_ONE = Wording("{n} article is undated: {voices}.", "{n} article est sans date : {voices}.")
UNDATED_MANY = Wording(
    "{n} articles are undated: {voices}.", "{n} articles sont sans date : {voices}."
)
NO_DATE_ALONE = Wording("The article is undated.", "L’article est sans date.")
NO_DATES = Wording("None of the articles is dated.", "Aucun des articles n’est daté.")
LATEST = Wording(
    "The most recent dated source is from {year}.", "La source datée la plus récente est de {year}."
)
ONE_LANGUAGE = Wording(
    "All the articles are {language}: what is written in other languages is not represented.",
    "Tous les articles sont {language} : ce qui s’écrit dans d’autres langues n’est pas "
    "représenté.",
)
UNASSIGNED_ONE = Wording(
    "{n} article bears on the question without taking any of the positions.",
    "{n} article traite de la question sans prendre aucune des positions.",
)
UNASSIGNED_MANY = Wording(
    "{n} articles bear on the question without taking any of the positions.",
    "{n} articles traitent de la question sans prendre aucune des positions.",
)
DROPPED_ONE = Wording(
    "{n} drafted sentence was left out: the citation check refused it.",
    "{n} phrase proposée a été écartée : la vérification des citations l’a refusée.",
)
DROPPED_MANY = Wording(
    "{n} drafted sentences were left out: the citation check refused them.",
    "{n} phrases proposées ont été écartées : la vérification des citations les a refusées.",
)
FILTERED = Wording(
    "Only this was searched: {filters}.", "Seule cette partie a été consultée : {filters}."
)
ONLY_THE_LIBRARY = Wording(
    "Only the articles of this library were searched; what it does not hold is not considered.",
    "Seuls les articles de cette bibliothèque ont été consultés ; ce qu’elle ne contient pas "
    "n’est pas pris en compte.",
)
NEWER = Wording("Added since this answer: {titles}.", "Ajouté depuis cette réponse : {titles}.")
CHANGED = Wording(
    "The text has changed since in the library: {titles}. The quotes are those of the text as it "
    "was.",
    "Le texte a changé depuis dans la bibliothèque : {titles}. Les citations sont celles du texte "
    "d’alors.",
)
GONE = Wording(
    "No longer in the library: {titles}.", "Retiré de la bibliothèque depuis : {titles}."
)

# About the memo
BACKED = Wording(
    "Every quote was copied from the text of its article, character for character, without being "
    "translated.",
    "Chaque citation est reprise du texte de son article, caractère pour caractère, sans être "
    "traduite.",
)
WORDS_OF_NOTES = Wording(
    "Where the article is a reading note, the words and their language are those of the note, not "
    "of its source.",
    "Quand l’article est une note de lecture, les mots et leur langue sont ceux de la note, et non "
    "de sa source.",
)
EMBEDDED = Wording(
    "Answered by the embedded answerer, which only quotes",
    "Réponse du moteur intégré, qui ne fait que citer",
)
CHAT_MODEL = Wording(
    "Answered by the chat model {name}, each sentence checked against its quotes",
    "Réponse du modèle de langage {name}, chaque phrase étant vérifiée d’après ses citations",
)
INDEX = Wording(
    "index generation {generation}, fingerprint {fingerprint}",
    "index : génération {generation}, empreinte {fingerprint}",
)
QUESTION_NUMBER = Wording("Question {numbers}", "Question {numbers}")
QUESTION_NUMBERS = Wording("Questions {numbers}", "Questions {numbers}")
MADE_WITH = Wording("Made with cxlit {version}.", "Faite avec cxlit {version}.")

# In the name of the file
MORE = Wording("and-{n}-more", "et-{n}-de-plus")
