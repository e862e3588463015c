"""Every option fits the gap and is written as the right one is, so that grammar gives no hint."""

import re
from typing import NamedTuple

from corpus.characters import folded
from corpus.wording import Wording
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import GAP, Context

_LABELS = frozenset({ItemKind.TRUE_FALSE, ItemKind.POSITION, ItemKind.SOURCE, ItemKind.FIGURE})
_BEFORE_GAP = re.compile(rf"(\w+['’]?)\s?{GAP}")
_ACRONYM = re.compile(r"[A-Z0-9]{2,}s?\b")
_VOWEL = re.compile(r"[aeiouyh]")
_SOUND_A = re.compile(r"(?:[aeiou](?!uro|ser|niv|nit|ne\b|nique|unique)|hour|honest|honou?r|heir)")
# English nouns that are not counted: "a feedback" is none.
_MASS = re.compile(
    r"\b(?:feedback|loyalty|satisfaction|trust|training|research|advice|data|information|growth|"
    r"engagement|empathy|governance|software|revenue|retention|churn|marketing|management|support|"
    r"behaviou?r|leadership|personali[sz]ation|adoption|automation|word of mouth|self-service|"
    r"transparency|collaboration|consistency|profitability|accountability|intelligence)$"
)

_DETERMINER = {
    "fr": re.compile(
        r"(?:(?:de|à)\s(?:la\s|l['’])|(?:les?|la|une?|du|des|aux?|ce[st]?|cette|sa|son|ses|leurs?|de|à)\s"
        r"|[ld]['’])"
    ),
    "en": re.compile(r"(?:the|an?|its|their|his|her)\s"),
}
_WANTS = {  # determiners that stand before a gap in French, and what they ask of a noun
    **dict.fromkeys(("le", "un", "du", "au", "ce"), "masculine"),
    **dict.fromkeys(("la", "une", "cette"), "feminine"),
    **dict.fromkeys(("les", "des", "aux", "ces", "leurs", "ses", "plusieurs"), "plural"),
}
# Endings that tell the gender of a French noun nearly always; other nouns are let through.
_FEMININE = re.compile(r"\w(?:tion|sion|xion|té|tié|ance|ence|ure|ette|tude|ise|ode|euse|trice)$")
_MASCULINE = re.compile(r"\w(?:ment|age|eau|isme|oir|eur|al|et|ier|on)$")
_NOT_SO = frozenset({  # to the endings' rule
    "page", "image", "plage", "qualite", "valeur", "erreur", "douleur", "faveur", "fureur",
    "largeur", "longueur", "lenteur", "hauteur", "peur", "rigueur", "teneur", "vigueur", "silence",
    "comite", "cote", "traite", "murmure", "methode", "mode", "code", "episode", "facon", "lecon",
    "raison", "maison", "fin", "cle", "interface", "foret", "couleur", "saveur", "chaleur",
    "profondeur",
})  # fmt: skip


class Form(NamedTuple):
    """How an option is written, as far as it gives a hint."""

    determiner: str  # "" for none, and for what is no noun phrase
    plural: bool | None
    capital: bool
    full_stop: bool


def no_grammatical_hint(draft: Draft, context: Context) -> Wording | None:
    """Determiner, number, capital and full stop as in the right option; fit for the gap."""
    if draft.kind in _LABELS:
        return None
    right = draft.right.text
    for option in draft.distractors:
        if _form(option.text, draft) != _form(right, draft):
            return Wording(
                en=f"“{option.text}” is not written as “{right}” is",
                fr=f"« {option.text} » n’est pas écrit comme « {right} »",
            )
        if not _fits(option.text, draft):
            return Wording(
                en=f"“{option.text}” does not fit the gap grammatically",
                fr=f"« {option.text} » ne convient pas grammaticalement à la lacune",
            )
    return None


def _form(text: str, draft: Draft) -> Form:
    found = _DETERMINER[draft.language].match(folded(text) + " ")
    determiner = "a" if found and found.group() == "an " else found.group() if found else ""
    named = draft.kind is ItemKind.WHO_SAID
    phrase = draft.kind in (ItemKind.CLOZE, ItemKind.DEFINITION)
    return Form(
        determiner if phrase else "",
        _is_plural(text, draft.language) if phrase else None,
        not named and text[:1].isupper() and not _ACRONYM.match(text),
        text.endswith((".", ";", "!")),
    )


def _is_plural(text: str, language: str) -> bool:
    """Of the noun that a phrase is about: in French the first one, in English the last one."""
    words = re.findall(r"[\w-]+", _without_determiner(text, language))
    if language == "fr":
        return bool(words) and words[0].endswith(("s", "x")) and not _ACRONYM.match(words[0])
    head = re.split(r"\s(?:of|in|for|with|from|to|on|by|at)\s", " ".join(words))[0].split()
    return bool(head) and head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is"))


def _fits(text: str, draft: Draft) -> bool:
    before = _BEFORE_GAP.search(draft.shown)
    if before is None:
        return True
    determiner = before[1].casefold().replace("’", "'")
    begins = folded(text)
    if draft.language == "en":
        if determiner not in ("a", "an"):
            return True
        return not _MASS.search(begins) and bool(_SOUND_A.match(begins)) == (determiner == "an")
    vowel = bool(_VOWEL.match(begins))
    if determiner.endswith("'"):
        return vowel
    if determiner in ("le", "la", "ce", "de", "que") and vowel and not begins.startswith("h"):
        return False
    wants = _WANTS.get(determiner)
    if wants is None:
        return True
    return _may_be(wants, text)


def _may_be(wanted: str, text: str) -> bool:
    if _is_plural(text, "fr") != (wanted == "plural"):
        return False
    noun = re.match(r"\w*", folded(text))
    word = noun.group() if noun else ""
    plain = re.match(r"[\w-]*", text.casefold())
    written = plain.group() if plain else ""
    if word in _NOT_SO:
        return True
    if wanted == "masculine":
        return not _FEMININE.search(written)
    return wanted == "plural" or not _MASCULINE.search(written)


def _without_determiner(text: str, language: str) -> str:
    return _DETERMINER[language].sub("", folded(text), count=1)
