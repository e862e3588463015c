"""What the terminal and the page say alike about the health of the library."""

from collections import Counter

from corpus.inventory import FIELD_NAMES, Missing, Period, Row
from corpus.topics import TOPIC_NAMES
from corpus.wording import Wording
from qa.citing import ENOUGH_ANSWERS, Citing
from qa.health import Asking

NO_TOPIC = Wording("without a topic", "sans thème")
UNDATED = Wording("undated", "sans date")
ALL = Wording("All articles", "Tous les articles")
TOTAL = Wording("total", "total")
TOPIC = Wording("Topic", "Thème")
EMPTY = Wording("The library is empty.", "La bibliothèque est vide.")

COUNTS = Wording("Articles by topic and year", "Articles par thème et par année")
COUNTED_ONCE = Wording(
    "An article counts on each of its topics, and once in the last line. A topic without an "
    "article is a gap.",
    "Un article compte dans chacun de ses thèmes, et une seule fois dans la dernière ligne. Un "
    "thème sans article est une lacune.",
)
IN_FRENCH = Wording("in French", "en français")
IN_ENGLISH = Wording("in English", "en anglais")
IN_OTHER = Wording("in another or an unknown language", "dans une autre langue, ou inconnue")
DARKER = Wording(
    "The stronger the colour, the more articles.",
    "Plus la couleur est soutenue, plus il y a d’articles.",
)
MISSING = Wording("Missing metadata", "Informations manquantes")
NOTHING_MISSING = Wording("Nothing is missing.", "Il ne manque rien.")
WHICH = Wording("Which ones", "Lesquels")
NEVER = Wording("Sources that no answer cites", "Sources qu’aucune réponse ne cite")
NEVER_NONE = Wording("Every source was cited.", "Toutes les sources ont été citées.")
CITING = Wording("Sources never or too often cited", "Sources jamais ou trop souvent citées")
OVER = Wording(
    "Sources cited far more than the others", "Sources citées bien plus souvent que les autres"
)
OVER_NONE = Wording("No source stands out.", "Aucune source ne ressort.")
NEAR_DUPLICATES = Wording("Articles that resemble each other", "Articles qui se ressemblent")
NEAR_DUPLICATES_NONE = Wording("There are none.", "Il n’y en a pas.")
GAPS = Wording(
    "What to read or buy next: questions without an answer",
    "Que lire ou acheter ensuite : les questions sans réponse",
)
GAPS_NONE = Wording(
    "No question was left unanswered.", "Aucune question n’est restée sans réponse."
)


def topic_name(row: Row) -> Wording:
    return TOPIC_NAMES[row.topic] if row.topic else NO_TOPIC


def period_name(period: Period) -> Wording:
    """A year, the years up to one, or undated."""
    if period.last is None:
        return UNDATED
    if period.first == period.last:
        return Wording(str(period.last), str(period.last))
    return Wording(f"≤ {period.last}", f"≤ {period.last}")


def articles(count: int) -> Wording:
    return Wording(_count(count, "article", french=False), _count(count, "article", french=True))


def counts(by_language: Counter[str]) -> Wording:
    """Counts in words: "2 in French, 1 in English"."""
    named = {
        "fr": IN_FRENCH,
        "en": IN_ENGLISH,
        "": Wording("in an unknown language", "de langue inconnue"),
    }
    parts = [
        (number, named.get(language, Wording(f"in “{language}”", f"en « {language} »")))
        for language, number in sorted(by_language.items(), key=lambda item: item[0] != "fr")
    ]
    return Wording(
        ", ".join(f"{number} {name.en}" for number, name in parts) or "none",
        ", ".join(f"{number} {name.fr}" for number, name in parts) or "aucun",
    )


def missing_name(missing: Missing) -> Wording:
    return FIELD_NAMES[missing.field]


def asked(asking: Asking) -> Wording:
    """The sum of the history, in one sentence."""
    en = (
        f"{_count(asking.times, 'question', french=False)} asked, {asking.answered} answered, "
        f"{asking.unanswered} not"
    )
    fr = (
        f"{_count(asking.times, 'question', french=True)}, dont {asking.answered} avec réponse et "
        f"{asking.unanswered} sans"
    )
    if asking.excluded:
        en += f"; {asking.excluded} left out by the filters that were set"
        fr += f" ; {asking.excluded} sans réponse du fait des filtres choisis"
    return Wording(f"{en}.", f"{fr}.")


def too_few(citing: Citing) -> Wording:
    return Wording(
        f"Too little history to judge: {_count(citing.answers, 'answer', french=False)} so far, "
        f"at least {ENOUGH_ANSWERS} are needed.",
        f"Trop peu d’historique pour en juger : {_count(citing.answers, 'réponse', french=True)} "
        f"à ce jour, il en faut au moins {ENOUGH_ANSWERS}.",
    )


def expected(citing: Citing) -> Wording:
    """What a share is compared with."""
    return Wording(
        f"On average, a cited source is in {percent(citing.expected).en} of the answers.",
        f"En moyenne, une source citée figure dans {percent(citing.expected).fr} des réponses.",
    )


def cited_in(share: float) -> Wording:
    return Wording(
        f"in {percent(share).en} of the answers", f"dans {percent(share).fr} des réponses"
    )


def in_common(similarity: float) -> Wording:
    return Wording(f"{percent(similarity).en} in common", f"{percent(similarity).fr} en commun")


def times(count: int) -> Wording:
    """How often something was asked."""
    return Wording(
        "asked once" if count == 1 else f"asked {count} times",
        "posée une fois" if count == 1 else f"posée {count} fois",
    )


def also_asked(count: int) -> Wording:
    return Wording(
        f"{count} more in other words",
        f"{count} autre{'s' if count > 1 else ''} formulation{'s' if count > 1 else ''}",
    )


def never_of(citing: Citing) -> Wording:
    """How many sources no answer cites."""
    return Wording(
        f"{len(citing.never)} of {citing.sources} sources",
        f"{len(citing.never)} sources sur {citing.sources}",
    )


def and_more(count: int) -> Wording:
    return Wording(f"… and {count} more", f"… et {count} de plus")


def percent(share: float) -> Wording:
    """French sets a space before the sign."""
    return Wording(f"{share:.0%}", f"{share * 100:.0f} %")


def _count(number: int, noun: str, *, french: bool) -> str:
    """Zero is singular in French and plural in English."""
    many = number > 1 if french else number != 1
    return f"{number} {noun}{'s' if many else ''}"
