"""Proper names of a sentence: people, companies, places, found by their capitals.

A capital at the beginning of a sentence proves nothing, so the first word counts only when it
looks like a name in another way: capitals inside it, another capitalised word after it, or a
verb of saying. Words that English capitalises and French does not (months, days, languages,
nationalities) are left out or brought to one form.
"""

import re

from corpus.characters import without_accents
from qa.roles import mentions

# One form for places and peoples that the two languages write differently; "US" is not "us".
PLACES = {
    name: re.compile(rf"(?<!\w)(?:{written})(?!\w)")
    for name, written in {
        "united states": r"[ÉE]tats-Unis|United States|USA|U\.S\.|US|[Aa]méric\w+|Americ\w+",
        "united kingdom": r"Royaume-Uni|United Kingdom|UK|[Bb]ritanniques?|British",
        "france": r"France|[Ff]rançais\w*|French",
        "germany": r"Allemagne|Germany|[Aa]llemande?s?|Germans?",
        "spain": r"Espagne|Spain|[Ee]spagnole?s?|Spanish",
        "italy": r"Italie|Italy|[Ii]talien\w*|Italians?",
        "europe": r"Europe|[Ee]uropéen\w*|Europeans?",
        "asia": r"Asie|Asia|[Aa]siatiques?|Asians?",
    }.items()
}
_COMMON = """
i january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday english french cx b2b b2c customer
experience client roi nps csat kpi kpis ok
"""
COMMON = frozenset(_COMMON.split())
# First words that a capitalised name often follows.
_OPENERS = """
according after although among before both during each even every from however like many most
several since some that these this those under unlike when while with ainsi alors après aussi
avant avec certains cette chaque chez comme dans donc enfin ensuite leur leurs lorsque mais
notre parce plusieurs pour puis quand quelques selon tous toutes
"""
OPENERS = frozenset(_OPENERS.split())
WORD = re.compile(r"\w[\w&]*(?:[-'’]\w+)*")
BEGINS = re.compile(r"(?:^|[.!?:…;«»“”\"(\[–—•*]|\n)\W*$")
SAYS = re.compile(
    r"\s+(?:says|said|reports|found|finds|shows|claims|argues|writes|wrote|surveyed|"
    r"estimates|recommends|advises|believes|a\s+(?:mené|conduit|montré|interrogé|publié)|dit|"
    r"estime|affirme|explique|écrit|montre|recommande|conseille|rappelle|pense|juge|constate)\b"
)
ELISION = re.compile(r"^(?:[ldnsmtcj]|qu|jusqu|lorsqu)['’](?=\w)", re.IGNORECASE)


def names(text: str) -> tuple[str, ...]:
    """Proper names of `text` as written, without the roles it names."""
    blank = list(text)
    for mention in mentions(text):
        blank[mention.start : mention.end] = "_" * (mention.end - mention.start)
    rest = "".join(blank)
    for pattern in PLACES.values():
        rest = pattern.sub(lambda found: "_" * len(found.group()), rest)
    return tuple(
        name
        for found in WORD.finditer(rest)
        if (name := ELISION.sub("", found.group()))[:1].isupper()
        and fold(name) not in COMMON
        and (not BEGINS.search(rest, 0, found.start()) or _surely_a_name(found, rest))
    )


def places(text: str) -> frozenset[str]:
    """Countries and continents that `text` names, or whose people it names, one form each."""
    return frozenset(name for name, pattern in PLACES.items() if pattern.search(text))


def words_of(text: str) -> frozenset[str]:
    """All words of `text` folded, with the parts of compounds: what a name may be found in."""
    whole = (ELISION.sub("", found) for found in WORD.findall(text))
    return frozenset(
        fold(part) for word in whole for part in (word, *re.split(r"[-'’&]", word)) if part
    )


def fold(word: str) -> str:
    """Without case, accents and possessive or plural s."""
    plain = without_accents(re.sub(r"['’]s?$", "", word)).casefold()
    return plain.removesuffix("s") if len(plain) > 3 else plain


def _surely_a_name(found: re.Match[str], text: str) -> bool:
    word = found.group()
    inner_capital = any(character.isupper() for character in word[1:]) and not ELISION.match(word)
    followed = re.match(r"\s+[A-ZÀ-Þ][\w&]", text[found.end() :])
    said = SAYS.match(text, found.end())
    return inner_capital or (
        bool(followed or said) and len(word) > 3 and word.casefold() not in OPENERS
    )
