"""What a question asks for, read from its words in French and English."""

import re
import unicodedata
from enum import StrEnum


class Asks(StrEnum):
    """The kind of answer that a question wants."""

    FIGURE = "figure"
    DATE = "date"
    PERSON = "person"
    NAME = "name"  # of a firm, a place, a work
    YES_NO = "yes_no"
    LIST = "list"
    REASON = "reason"
    DEFINITION = "definition"
    OTHER = "other"


# In order: the first that matches wins. Written for questions without accents as well. A word
# that also begins a clause ("quand", "who") asks only at the beginning or the end of a question;
# one that was completed by an earlier question has several beginnings.
_BEGINS = r"(?:^|[?!.:] )(?:et |and |mais |but |or |ou )?"
_PATTERNS: tuple[tuple[Asks, str], ...] = (
    (
        Asks.FIGURE,
        r"\bcombien\b|\bhow (?:many|much|often|big|large|long)\b|\bpourcentages?\b|\bpercentages?\b"
        r"|\bper ?cent\b|\bquel(?:le)?s? (?:est |sont )?(?:la |le |les )?"
        r"(?:part|proportion|taux|nombre|chiffres?|score|budget|montant|salaire)\b"
        r"|\bwhat(?:(?:'s| is| was| are| were) the)? (?:average |total |current )?"
        r"(?:share|proportion|rate|number|figures?|score|salary|budget|price|cost)\b"
        r"|^(?:average|taux|prix|cout|salaire|budget|moyenne)\b"
        r"|\bquel est le numero\b|\bwhat (?:is|are|was|were) .{1,60} (?:paid|worth)\b",
    ),
    (
        Asks.DATE,
        rf"{_BEGINS}(?:depuis |de |pour |jusqu'a )?quand\b(?!.*,)|\b(?:depuis|de) quand\b"
        rf"|{_BEGINS}(?:since |until |by )?when\b(?!.*,)|\b(?:quand|when)\W*$"
        r"|\b(?:en|de) quelle annee\b|\bquelle (?:est la |etait la )?date\b"
        r"|\b(?:what|which) (?:is the |was the )?(?:year|date)\b",
    ),
    (
        Asks.NAME,
        r"\b(?:which|what) (?:\w+ ){0,2}(?:company|firm|bank|brand|state|country|city|university"
        r"|school|agency|airline|retailer|insurer|hotel|magazine|newspaper|researcher|expert"
        r"|consultancy|institute|tool|standard|book)\b|\bnames? of the\b"
        r"|\bquel(?:le)? (?:est l[ae]? ?'?)?(?:grande? |petite? )?(?:entreprise|societe|banque"
        r"|marque|etat|pays|ville|universite|ecole|agence|compagnie|enseigne|assureur|hotel|magazine"
        r"|journal|revue|chercheur|expert|cabinet|institut|outil|logiciel|norme|livre"
        r"|personnage)\b|\bnoms? (?:du|de la|des|de l')",
    ),
    (
        Asks.LIST,
        r"\b(?<!pour )quel(?:le)?s\b|\bwhat are\b|\blist(?:e|er|ez)?\b|\benumere"
        r"|\bwhat (?:\w+ ){0,2}(?:qualities|skills|traits|roles|tasks|benefits|risks|steps|reasons"
        r"|mistakes|obstacles|conditions|missions|responsibilities|questions|examples|ways)\b"
        r"|\bwhich (?:main |key |other |big |large |small )*(?!(?:is|was|has|does|this)\b)"
        r"\w+[^s\W]s\b"
        r"|^name\b",
    ),
    (
        Asks.REASON,
        r"\bpourquoi\b|\bwhy\b|\bhow come\b|\bpour quelles? raisons?\b|\bfor what reasons?\b"
        r"|\bquelle est la (?:raison|cause)\b|\bwhat(?:'s| is| was) the (?:reason|cause)\b",
    ),
    (
        Asks.PERSON,
        rf"{_BEGINS}(?:a |de |par |chez |avec |pour |sous |d'apres |selon )?qui\b|\bqui\W*$"
        rf"|{_BEGINS}(?:to |by |for |with |from |of |under )?who(?:m|se)?\b|\bwhom?\W*$"
        r"|\bde qui\b|\b(?:moi|sait-on|savoir) qui\b|\b(?:me|know|say) who\b"
        r"|\bquel auteur\b|\bquelle personne\b",
    ),
    (
        Asks.DEFINITION,
        r"\bqu'?\s?est[- ]ce qu(?:e|'un)|\bc'est quoi\b|\bdefin(?:e|ir|itions?|issez)\b"
        r"|\bwhat(?:'s| is| does)\b.*\b(?:mean|meant|meaning)\b"
        r"|\bwhat(?:'s| is) (?:an? )?\w+(?: \w+)?\s*\?*$|\bque (?:signifie|veut dire)\b",
    ),
    (
        Asks.YES_NO,
        r"^(?:et |and )?(?:is|are|was|were|do|does|did|can|could|should|must|has|have|will|would)\b"
        r"|^est[- ]ce\b|^(?:faut|doit|peut|vaut)[- ]"
        # "Comment le CCO travaille-t-il" and "À quel niveau siège-t-il" want more than a yes.
        r"|^(?!(?:et |mais )?(?:a |de |en |dans |par |sur |vers )?"
        r"(?:comment|ou|que|qu'|quoi|quel(?:le)?s?)\b).*\w-(?:t-)?(?:il|elle|ils|elles|on)\b"
        r"|^(?:le|la|les|un|une|l')\b.*\?$",
    ),
)
_COMPILED = tuple((asks, re.compile(pattern)) for asks, pattern in _PATTERNS)
_FOLD = str.maketrans("àâäçéèêëîïôöùûüœ’", "aaaceeeeiioouuuo'")


def what_is_asked(question: str) -> Asks:
    """The kind of answer wanted; OTHER for how-questions, opinions and key words alone."""
    composed = unicodedata.normalize("NFC", question)
    text = " ".join(composed.casefold().translate(_FOLD).split())
    for asks, pattern in _COMPILED:
        if pattern.search(text):
            return asks
    return Asks.OTHER
