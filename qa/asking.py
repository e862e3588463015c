"""What a question asks for, read from its words in French and English."""

import re
from enum import StrEnum


class Asks(StrEnum):
    """The kind of answer that a question wants."""

    FIGURE = "figure"
    DATE = "date"
    PERSON = "person"
    YES_NO = "yes_no"
    LIST = "list"
    REASON = "reason"
    DEFINITION = "definition"
    OTHER = "other"


# In order: the first that matches wins. Written for questions without accents as well.
_PATTERNS: tuple[tuple[Asks, str], ...] = (
    (
        Asks.FIGURE,
        r"\bcombien\b|\bhow (?:many|much|often|big|large)\b|\bpourcentages?\b|\bpercentages?\b"
        r"|\bper ?cent\b|\bquel(?:le)?s? (?:est |sont )?(?:la |le |les )?"
        r"(?:part|proportion|taux|nombre|chiffres?|score|budget|montant|salaire)\b"
        r"|\bwhat (?:is the |was the |are the |were the )?"
        r"(?:share|proportion|rate|number|figures?|score|salary|budget|price|cost)\b"
        r"|^(?:average|taux|prix|cout|salaire|budget|moyenne)\b",
    ),
    (
        Asks.DATE,
        r"\bquand\b|\bwhen\b|\ben quelle annee\b|\b(?:what|which) (?:year|date)\b"
        r"|\bquelle (?:est la )?date\b|\bde quand\b",
    ),
    (
        Asks.LIST,
        r"\bquel(?:le)?s (?!est\b)(?:sont )?|\bwhat are\b|\blist(?:e|er|ez)?\b|\benumere"
        r"|\bwhat (?:\w+ ){0,2}(?:qualities|skills|traits|roles|tasks|benefits|risks|steps|reasons"
        r"|mistakes|obstacles|conditions|missions|responsibilities|questions|examples|ways)\b"
        r"|\bwhich (?:\w+ ){0,2}\w+s\b|\bname the\b",
    ),
    (Asks.REASON, r"\bpourquoi\b|\bwhy\b|\bpour quelles? raisons?\b|\bfor what reasons?\b"),
    (
        Asks.PERSON,
        r"^(?:et |and )?(?:a |de |par |chez |avec |pour )?qui\b|\bwho(?:m|se)?\b|\bquel auteur\b"
        r"|\bquelle personne\b|\bqui (?:a|est|doit|peut)\b",
    ),
    (
        Asks.DEFINITION,
        r"\bqu'?\s?est[- ]ce qu(?:e|'un)|\bc'est quoi\b|\bdefini\w*"
        r"|\bwhat(?:'s| is| does)\b.*\bmean\b"
        r"|\bwhat(?:'s| is) (?:an? )?\w+(?: \w+)?\s*\?*$|\bdefin(?:e|ition)\b|\bque signifie\b",
    ),
    (
        Asks.YES_NO,
        r"^(?:et |and )?(?:is|are|was|were|do|does|did|can|could|should|must|has|have|will|would)\b"
        r"|^est[- ]ce\b|^(?:faut|doit|peut|vaut)[- ]|\w+-t?-?(?:il|elle|ils|elles|on)\b"
        r"|^(?:le|la|les|un|une|l')\b.*\?$",
    ),
)
_COMPILED = tuple((asks, re.compile(pattern)) for asks, pattern in _PATTERNS)
_FOLD = str.maketrans("àâäçéèêëîïôöùûüœ’", "aaaceeeeiioouuuo'")


def what_is_asked(question: str) -> Asks:
    """The kind of answer wanted; OTHER for how-questions, opinions and key words alone."""
    text = " ".join(question.casefold().translate(_FOLD).split())
    for asks, pattern in _COMPILED:
        if pattern.search(text):
            return asks
    return Asks.OTHER
