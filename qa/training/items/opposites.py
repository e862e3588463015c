"""A comparison turned round: more and less, higher and lower, most and least.

Rises and falls, before and after, first and last are left alone: the rest of a sentence nearly
always tells which of them it was.
"""

import re
from collections.abc import Iterator

from qa.negations import negations
from qa.training.items.alteration import Alteration, altered

# Each word or phrase and its opposite, either way round: those of which both sides are believed
# by somebody. That something useful is useless nobody would think true.
_PAIRS = {
    "en": """
    higher=lower|highest=lowest|easier=harder|stronger=weaker|strongest=weakest|faster=slower
    greater=smaller|larger=smaller
    cheaper=dearer|better than=worse than|outperform=underperform|outperforms=underperforms
    """,
    "fr": """
    supérieur=inférieur|supérieure=inférieure|supérieurs=inférieurs
    supérieures=inférieures|facilement=difficilement|forte=faible|fort=faible|fortes=faibles
    forts=faibles|d'en haut=d'en bas|élevée=basse|élevé=bas|élevées=basses|élevés=bas
    """,
}
# "plus de 40 %", « moins d'un an », « plus ou moins »
_OF_NUMBER = r"de\s\d|de\s(?:la|trois|deux|dix|quatre)\b|d['’]un|ou\s|en\s|que\s(?:\d|trois|deux)"
# Turned one way only, for the other way has more than one reading.
_ONE_WAY = {
    "en": (
        (r"more(?=\s\w+(?:ly|ing|ed|ful|ive|ous|ant|ent|able|al|ible|often)\b)", "less"),
        (r"more(?=\sthan\s(?!\d|(?:half|two|three|a|one|just|any)\b))", "less"),
        (r"more(?=\s\w+[^s\W]s\b)", "fewer"),
        (r"more(?=\s(?:revenue|loyalty|trust|effort|money|weight|value|power)\b)", "less"),
        (r"less(?=\s(?!than\s(?:\d|half|a|two)|well\b)\w+)", "more"),
        (r"fewer(?=\s(?!than\b)\w+)", "more"),
    ),
    "fr": (
        (rf"plus(?=\s(?!{_OF_NUMBER}|tard|tôt|haut|bas|grand-chose|loin)\w+)", "moins"),
        (rf"moins(?=\s(?!{_OF_NUMBER}|bien|bon)\w+)", "plus"),
    ),
}  # fmt: skip
# These look like a direction and are none: set phrases, and words that a denial has changed.
_NO_DIRECTION = {
    "en": re.compile(
        r"\blower\s(?:their|its|the|costs?|prices?|effort)\b|\b(?:more\s(?:and|or)|no\s(?:more|less)|not\s\w+"
        r"|once\smore|the\smore|even|far|"
        r"as\s(?:often|easy|simple|possible)|at\s(?:best|least|most)|best\spractices?|how\soften"
        r"|most\soften|and\s(?:often|rarely)|if\spossible|so\s(?:often|easy)|much|before\sand|nor)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:\bet\s(?=souvent|rarement)|\bde\s(?:plus|moins)\sen\s(?:plus|moins)"
        r"|\b(?:de|non|le|la|les|déjà|en|au|du|tout\sau|sans|ni|d['’]autant|un\speu|encore|bien|même|pas"
        r"|guère|jamais|trop|tant)\s(?=(?:plus|moins|souvent|facile\w*)\b)"
        r"|\bn(?:e\s|['’])\w[^,.;:]{0,40}?\s(?=(?:plus|souvent)\b)"
        r"|\bil\sest\s(?:\w+\s)?|\b(?:vaut|tant|au|aussi|si)\s|\bd['’]une?\spart\b)",
        re.IGNORECASE,
    ),
}

# A reason that was given for the statement would be one against it, and so would what explains it.
_REASONED = re.compile(
    r"\b(?:because|since|so|therefore|hence|thus|by\s\w+ing|which\sis\swhy|car|parce|puisque?|donc"
    r"|faute\sde|grâce\sà|thanks\sto|due\sto|owing\sto|blam\w+|example|exemple|même|even|y\scompris|and\syet"
    r"|d['’]où|si\sbien|voilà|of\sthem|d['’]entre\s(?:eux|elles)|from\s\d|de\s\d[\d,.]*\s?%\s(?:en|à)|passée?s?\sde)\b",
    re.IGNORECASE,
)
# What is opposed to the statement says what it is.
_OPPOSED = re.compile(
    r"\b(?:leaders?|laggards?|retardataires?|pionniers?|best|worst|meilleure?s?|pires?|mostly|mainly|surtout|than\sever|que\sjamais|but|yet|although|though|while|whereas|whether|mais|tandis|alors\sque|bien\sque|pourtant"
    r"|or\s(?:weaken|strengthen)\w*)\b",
    re.IGNORECASE,
)
# Nobody pays "140 percent less".
_TOO_MUCH = re.compile(r"\d{3,}\s?(?:%|percent|pour\scent)\s(?:de\s)?$")
# Of two words that are joined one tells the other: "faster and better".
_JOINED = re.compile(r"\s(?:and|or|et|ou)\s\w")
_JOINING = re.compile(r"\b(?:and|or|et|ou)\s$")
# "Rarely unnecessary" denies twice.
_DENIES_TWICE = re.compile(r"\s(?:un|in|im|non)\w{4}", re.IGNORECASE)
_EXPLAINED = re.compile(r"\s?[:;]\s")
_COULD_ELIDE = re.compile(r"\b(?:le|la|de|ne|se|que|me)\s$", re.IGNORECASE)


def turned(text: str, language: str) -> Alteration | None:
    """The only comparison of a statement, turned round; None with none or several."""
    if negations(text) or _REASONED.search(text) or _EXPLAINED.search(text):
        return None
    if _OPPOSED.search(text):
        return None
    found = list(_directions(text, language))
    if (
        len(found) != 1
        or _DENIES_TWICE.match(text, found[0].span.end)
        or _TOO_MUCH.search(text[: found[0].span.start])
        or _JOINING.search(text[: found[0].span.start])
        or _JOINED.match(text, found[0].span.end)
    ):
        return None
    return found[0] if _elides_alike(found[0], text) else None


def _elides_alike(alteration: Alteration, text: str) -> bool:
    """Whether the word before is right before the new word as well: "l'augmenter", "la réduire"."""
    elided = text[: alteration.span.start].endswith(("'", "’"))
    could_be = bool(_COULD_ELIDE.search(text[: alteration.span.start]))
    return (
        alteration.becomes[0] in "aeéiouh"
        if elided
        else not (could_be and alteration.becomes[0] in "aeéiou")
    )


def _directions(text: str, language: str) -> Iterator[Alteration]:
    taken: set[int] = set()
    for pattern, opposite in _RULES[language]:
        for match in pattern.finditer(text):
            if match.start() not in taken and not _in_set_phrase(text, match, language):
                yield altered(text, match.start(), match.group(), opposite)
            taken.update(range(*match.span()))


def _in_set_phrase(text: str, match: re.Match[str], language: str) -> bool:
    return any(
        phrase.start() <= match.start() <= phrase.end()
        for phrase in _NO_DIRECTION[language].finditer(text)
    )


def _rules(language: str) -> list[tuple[re.Pattern[str], str]]:
    both_ways = [
        (re.escape(one), other)
        for pair in _PAIRS[language].replace("\n", "|").split("|")
        if "=" in pair
        for one, other in (pair.strip().split("="), pair.strip().split("=")[::-1])
    ]
    both_ways = [(rf"\b{word}(?:\b(?!-)|(?<=['’]))", other) for word, other in both_ways]
    one_way = [(rf"\b{word}", opposite) for word, opposite in _ONE_WAY[language]]
    # The longest first, so that "moins bien" is not read as "moins".
    rules = sorted(both_ways, key=lambda rule: -len(rule[0])) + one_way
    return [(re.compile(word, re.IGNORECASE), opposite) for word, opposite in rules]


_RULES = {language: _rules(language) for language in _PAIRS}
