"""Roles, bodies and departments that a sentence names, in French or English, as one key each.

Swapping two of them is how a plausible answer becomes a false one, so what counts as the same
is kept narrow: an acronym, its English words and its French words. CEO, DG and PDG are one
("chief executive"), for each is the usual translation of the others; "direction générale" is
wider (general management): a quote about the CEO supports it, not the other way round. In the
same way a quote about the marketing director supports "marketing". Comex and Codir differ.
"""

import re
from typing import NamedTuple


class Function(NamedTuple):
    """Business function: the acronyms of its head, and its names as regular expressions."""

    acronyms: str
    english: str
    french: str


class Mention(NamedTuple):
    """Role and where the text names it."""

    role: str
    start: int
    end: int


FUNCTIONS = {
    "customer experience": Function(
        r"CCOs?|C[Xx]Os?",
        r"(?:customer|client)[ -]experience|customers?|experience|CX",
        r"expérience[ -](?:des[ -])?clients?|CX",
    ),
    "customer relations": Function(
        "DRC", r"customer (?:relations?|relationship)", r"relation[ -]clients?"
    ),
    "customer service": Function(
        "", r"customer (?:service|support|care)", r"services?[ -]clients?"
    ),
    "marketing": Function("CMOs?", "marketing", "marketing"),
    "sales": Function("CSOs?", "sales|commercial", "ventes?|commercial|commerciale|commerce"),
    "finance": Function(
        "CFOs?|DAF",
        "financ(?:e|ial)",
        r"(?:administrati(?:f|ve) et )?financi(?:er|ère)|finances?",
    ),
    "operations": Function("COOs?", "operations|operating", "opérations|opérationnel|exploitation"),
    "information systems": Function(
        "CIOs?|DSI",
        "information|IT|information technology",
        r"systèmes? d['’]informations?|informatique|SI",
    ),
    "technology": Function("CTOs?", "technology|technical", "technique|technologies?"),
    "digital": Function("", "digital", "digital|numérique"),
    "data": Function("", "data", "données|data"),
    "human resources": Function(
        "CHROs?|DRH", "human resources|HR|people", "ressources humaines|RH"
    ),
    "quality": Function("", "quality", "qualité"),
    "product": Function("CPOs?", "product", "produits?"),
    "communication": Function("", "communications?", "communication"),
    "strategy": Function("", "strategy|strategic", "stratégie"),
    "revenue": Function("CROs?", "revenue", "revenus"),
}

# Named without "department" these are still a part of the company, not a common word.
BARE = {
    "marketing": "marketing",
    "sales": r"sales|les ventes|des ventes|aux ventes",
    "human resources": "human resources|ressources humaines",
    "customer service": r"customer service|services? clients?",
}

OTHERS = {
    "chief executive": (
        r"CEOs?|P-?DG|DG",
        r"chief executives?(?: officers?)?|managing directors?|"
        r"(?:président(?:e|s|es)?[- ]?)?direct(?:eur|rice)s? généra(?:l|le|ux|les)",
    ),
    "deputy chief executive": (
        r"DGA|DGD",
        r"deputy (?:chief executives?(?: officers?)?|CEOs?)|"
        r"direct(?:eur|rice)s? généra(?:l|le|ux|les) (?:adjoint|délégué)e?s?",
    ),
    "general management": (
        "",
        r"directions? générales?|(?:general|top|executive|senior) management",
    ),
    "president": ("", r"président(?:e|s|es)?|presidents?|chair(?:man|woman|person)"),
    "executive committee": ("COMEX|ExCo(?:m)?", r"comex|comités? exécutifs?|executive committees?"),
    "management committee": ("CODIR", r"codirs?|comités? de direction|management committees?"),
    "board": ("", r"conseils? d['’]administration|(?<!on )boards?(?: of directors)?"),
}

BODIES = frozenset({"general management", "executive committee", "management committee", "board"})
IMPLIES = {"chief executive": "general management"}


def mentions(text: str) -> tuple[Mention, ...]:
    """Every role that `text` names, in its order; the longest reading wins."""
    found = sorted(
        (
            Mention(role, match.start(), match.end())
            for role, pattern in PATTERNS
            for match in pattern.finditer(text)
        ),
        key=lambda mention: (mention.start, -mention.end),
    )
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def supported_by(role: str) -> frozenset[str]:
    """Roles that a sentence may name when its quote names `role`: itself and what it implies."""
    implied = IMPLIES.get(role, role.removeprefix("head of "))
    return frozenset({role, implied})


def is_person(role: str) -> bool:
    """Whether one person holds it; the others are bodies and departments."""
    return role.startswith("head of ") or role in OTHERS.keys() - BODIES


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    patterns: list[tuple[str, re.Pattern[str]]] = []

    def add(role: str, acronyms: str, words: str) -> None:
        if acronyms:  # capitals are part of an acronym: "DG" is one, "dg" is not
            patterns.append((role, re.compile(rf"\b(?:{acronyms})\b")))
        if words:
            patterns.append((role, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)))

    for name, (acronyms, english, french) in FUNCTIONS.items():
        of = r"(?:\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’])\s*|\s+)"
        add(
            f"head of {name}",
            acronyms,
            rf"chief\s+(?:{english})(?:\s+experience)?\s+officers?"
            r"|(?:heads?|directors?|VPs?|vice[ -]presidents?|chiefs?)\s+of\s+(?:the\s+)?"
            rf"(?:{english})"
            rf"|(?:{english})\s+(?:directors?|managers?|heads?|chiefs?)"
            rf"|(?:direct(?:eur|rice)s?|responsables?|chefs?|patron(?:ne)?s?){of}(?:{french})",
        )
        add(
            name,
            "",
            rf"(?:{english})\s+(?:departments?|functions?|divisions?|teams?)"
            rf"|(?:directions?|départements?|services?|équipes?|fonctions?){of}(?:{french})",
        )
        add(name, "", BARE.get(name, ""))
    for role, (acronyms, words) in OTHERS.items():
        add(role, acronyms, words)
    return patterns


PATTERNS = _patterns()
