"""A direction turned round: more and less, rises and falls, before and after, many and few."""

import re
from collections.abc import Iterator

from qa.negations import negations
from qa.training.items.alteration import Alteration, altered

# Each word or phrase and its opposite, either way round: those of which both sides are believed
# by somebody. That something useful is useless nobody would think true.
_PAIRS = {
    "en": """
    higher=lower|highest=lowest|rises=falls|rose=fell|rising=falling|increases=decreases
    increased=decreased|increasing=decreasing|raises=lowers|raised=lowered|grows=shrinks
    grew=shrank|easier=harder|stronger=weaker|strongest=weakest|faster=slower
    often=rarely|internal=external|short-term=long-term|short term=long term|majority=minority
    too few=too many|too little=too much|greater=smaller|largest=smallest|larger=smaller
    strengthens=weakens|cheaper=dearer|better than=worse than|outperform=underperform
    """,
    "fr": """
    augmente=diminue|augmentent=diminuent|augmenter=diminuer|augmenté=diminué|hausse=baisse
    progresse=recule|progressent=reculent|renforce=affaiblit|renforcent=affaiblissent
    renforcer=affaiblir|souvent=rarement|majorité=minorité|interne=externe|internes=externes
    court terme=long terme|supérieur=inférieur|supérieure=inférieure|supérieurs=inférieurs
    supérieures=inférieures|facilement=difficilement|forte=faible|fort=faible|fortes=faibles
    forts=faibles|d'en haut=d'en bas|trop peu de=trop de|trop peu d'=trop d'|élevée=basse
    élevé=bas|élevées=basses|élevés=bas|facilite=complique|facilitent=compliquent
    favorise=freine|favorisent=freinent
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
        (r"less(?=\s(?!than\s(?:\d|half|a|two))\w+)", "more"),
        (r"fewer(?=\s(?!than\b)\w+)", "more"),
        (r"(?:seldom|rarely)(?=\s)", "often"),
        (r"(?<=^)few(?=\s\w+s\b)", "most"),
        (r"(?<=^)(?:most|many)(?=\s\w+s\b)", "few"),
        (r"reduc(?:es)(?=\s)", "increases"),
        (r"reducing(?=\s)", "increasing"),
        (r"reduced(?=\s(?:by|the|their|its|costs?|churn|effort)\b)", "increased"),
        (r"(?<=\w\s)before(?=\s\w)", "after"),
        (r"(?<=\w\s)after(?=\s(?:a|an|the|any|every)\s)", "before"),
        (r"(?<=comes\s)first\b|(?<=come\s)first\b", "last"),
    ),
    "fr": (
        (rf"plus(?=\s(?!{_OF_NUMBER}|tard|tôt|haut|bas|grand-chose|loin)\w+)", "moins"),
        (rf"moins(?=\s(?!{_OF_NUMBER}|bien|bon)\w+)", "plus"),
        (r"(?<=^)peu\sde(?=\s)", "beaucoup de"),
        (r"(?<=^)peu\sd['’](?=\w)", "beaucoup d'"),
        (r"(?<=^)beaucoup\sde(?=\s)", "peu de"),
        (r"(?<=^)beaucoup\sd['’](?=\w)", "peu d'"),
        (r"(?<=^)la\splupart\sdes(?=\s[bcdfgjklmnpqrstvz])", "peu de"),
        (r"(?<=^)la\splupart\sdes\s(?=[aeioéèêh])", "peu d'"),
        (r"(?<=\w\s)avant(?=\s(?:l[ea]s?|un|une|tout|toute|chaque)\s|\sl['’])", "après"),
        (r"(?<=\w\s)après(?=\s(?:l[ea]s?|un|une|chaque)\s|\sl['’])", "avant"),
        (r"rédui(?:t)(?=\s(?:l|la|le|les|de|d)\b)", "augmente"),
        (r"réduisent(?=\s)", "augmentent"),
        (r"réduire(?=\s)", "augmenter"),
    ),
}  # fmt: skip
# These look like a direction and are none: set phrases, and words that a denial has changed.
_NO_DIRECTION = {
    "en": re.compile(
        r"\bfalls\s(?:into|short|on|under)\b|\b(?:more\s(?:and|or)|no\s(?:more|less)|not\s\w+"
        r"|once\smore|the\smore|even|far|"
        r"as\s(?:often|easy|simple|possible)|at\s(?:best|least|most)|best\spractices?|how\soften"
        r"|most\soften|if\spossible|so\s(?:often|easy)|much|before\sand|nor)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:\bde\s(?:plus|moins)\sen\s(?:plus|moins)"
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
    r"|d['’]où|si\sbien|voilà|of\sthem|d['’]entre\s(?:eux|elles)|from\s\d|de\s\d[\d,.]*\s?%\s(?:en|à)|passée?s?\sde)\b",
    re.IGNORECASE,
)
# "Rarely unnecessary" denies twice.
_DENIES_TWICE = re.compile(r"\s(?:un|in|im|non)\w{4}", re.IGNORECASE)
_EXPLAINED = re.compile(r"\s?[:;]\s")
_COULD_ELIDE = re.compile(r"\b(?:le|la|de|ne|se|que|me)\s$", re.IGNORECASE)


def turned(text: str, language: str) -> Alteration | None:
    """The only direction that a statement tells, turned round; None with none or several."""
    if negations(text) or _REASONED.search(text) or _EXPLAINED.search(text):
        return None
    found = list(_directions(text, language))
    if len(found) != 1 or _DENIES_TWICE.match(text, found[0].span.end):
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
    both_ways = [(rf"\b{word}(?:\b|(?<=['’]))", other) for word, other in both_ways]
    one_way = [(rf"\b{word}", opposite) for word, opposite in _ONE_WAY[language]]
    # The longest first, so that "moins bien" is not read as "moins".
    rules = sorted(both_ways, key=lambda rule: -len(rule[0])) + one_way
    return [(re.compile(word, re.IGNORECASE), opposite) for word, opposite in rules]


_RULES = {language: _rules(language) for language in _PAIRS}
