"""The question is understood without the article, and by its form alone it is a question."""

import re

from corpus.characters import folded
from corpus.wording import Wording
from qa.names import names
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import GAP, Context, asked

_GAPS = {
    ItemKind.FIGURE: (0, 1),  # none where the stem is a question of its own
    ItemKind.CLOZE: (1, 1),
    ItemKind.LIST: (1, 1),
    ItemKind.DEFINITION: (0, 1),
    ItemKind.WHO_SAID: (0, 1),  # the name of whoever found something
}
_SOURCE_ASKED = frozenset({ItemKind.WHO_SAID, ItemKind.SOURCE, ItemKind.POSITION})
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"))
_LEANS = {
    "en": re.compile(
        r"^\W*(?:he|she|they|this|these|those|such|it(?!\s(?:is|takes|pays|costs|makes)\b)|its|their"
        r"|moreover|however|also|therefore|thus|but|and|so)\b"
        r"|\b(?:this|the\ssame|the\spresent)\s(?:article|study|survey|report|paper|note|author|text|"
        r"page|chapter|section)\b|\b(?:see\s)?(?:above|below)(?=[,.;)])|\b(?:the\slatter|the\sformer)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"^\W*(?:il(?!\s(?:faut|y\sa|existe|suffit|vaut|convient|est\s\w+\s(?:de|d['’]|que|qu['’])))"
        r"|elles?|ils|cela|ceci|celui|celle|ceux|celles|cet|cette|ces|ce(?!\s(?:qui|que|qu['’]|n['’]est"
        r"|sont))|son|sa|ses|leurs?|en\soutre|de\splus|mais|et|or|donc|ainsi|aussi|toutefois|cependant)"
        r"\b|\b(?:cet(?:te)?|ces?|le\sprésent|la\sprésente)\s(?:article|étude|enquête|rapport|note|texte|"
        r"fiche|auteure?|page|chapitre)s?\b|\bci-(?:dessus|dessous|après|contre)\b"
        r"|\bplus\s(?:haut|bas)(?=[,.;)])|\b(?:celui|celle|ceux|celles)-(?:ci|là)\b",
        re.IGNORECASE,
    ),
}
# What is spoken of as known although nobody has said which: "the five competencies".
_KNOWN = {
    "en": re.compile(
        r"\bthe\s(?:two|three|four|five|six|seven|eight|nine|ten)\s\w+"
        r"(?!\s(?:\w+\s)?(?:of|in|that|which|who|by|from|for|to|most|on|at|with|studied|surveyed)\b)"
        r"|\b(?:concerned|in\squestion)(?=[,.;:”]|$)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bles\s(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\s\w+"
        r"(?!\s(?:\w+\s)?(?:de|du|des|qui|que|dont|en|à|au|aux|par|sur)\b|\s(?:\w+\s)?[dq]u?['’])"
        r"|\b(?:concernée?s?|en\squestion)(?=[,.;:»]|\s»|$)",
        re.IGNORECASE,
    ),
}
# An object that only the sentence before names.
_DROPS_IT = re.compile(r"\b(?:would|will|could|should|to)\s\w+\s(?:it|them)\b")
_QUOTED = re.compile(r"^[«“\"]\s?(.*?)\s?[»”\"]$", re.DOTALL)
_ENDS = re.compile(r"[.!?…:][»”\"')\s]*$")


def stands_alone(draft: Draft, context: Context) -> Wording | None:
    """No opening that leans on what came before, nothing that points into the article."""
    language = draft.language if draft.language in _LEANS else "en"
    for text in (draft.stem, _unquoted(draft.shown)):
        found = _LEANS[language].search(text)
        if draft.kind is not ItemKind.LIST:  # which tells them
            found = found or _KNOWN[language].search(text)
        if language == "en" and not found:
            found = _DROPS_IT.search(text)
        if found:
            return Wording(
                en=f"“{found.group().strip()}” refers to what is not shown",
                fr=f"« {found.group().strip()} » renvoie à ce qui n’est pas montré",
            )
    return None


def source_named(draft: Draft, context: Context) -> Wording | None:
    """Who says it is said: what one source finds is no fact for all."""
    said = asked(draft)
    if draft.kind in _SOURCE_ASKED or names(said):
        return None
    article = draft.claim.article
    known = (*article.authors, article.publisher, draft.claim.speaker_name)
    if any(folded(part) in folded(said) for name in known for part in _parts(name)):
        return None
    return Wording(en="the question names no source", fr="la question ne nomme aucune source")


def _parts(name: str) -> tuple[str, ...]:
    """A name and the words of it that tell who is meant."""
    return tuple(part for part in (name, *name.split()) if len(part) > 3)


def well_formed(draft: Draft, context: Context) -> Wording | None:
    """One gap where there is to be one, pairs closed, ends as a sentence does."""
    least, most = _GAPS.get(draft.kind, (0, 0))
    gaps = asked(draft).count(GAP)
    if not least <= gaps <= most:
        return Wording(en=f"{gaps} gaps are shown", fr=f"lacunes montrées : {gaps}")
    if not draft.stem.strip() or not _ENDS.search(draft.stem):
        return Wording(
            en="the question does not end as one", fr="la question ne finit pas comme une question"
        )
    for text in (draft.stem, draft.shown):
        if any(text.count(a) != text.count(b) for a, b in _PAIRS) or text.count('"') % 2:
            return Wording(
                en="a bracket or a quotation mark is not closed",
                fr="une parenthèse ou un guillemet n’est pas refermé",
            )
    if draft.kind is not ItemKind.LIST and draft.shown and not _is_sentence(draft.shown):
        return Wording(
            en="what is shown is no whole sentence",
            fr="ce qui est montré n’est pas une phrase entière",
        )
    return None


def _is_sentence(shown: str) -> bool:
    first = _unquoted(shown).lstrip("«“\"'( ")[:1]
    return (first.isupper() or first.isdigit() or first == "_") and bool(_ENDS.search(shown))


def _unquoted(shown: str) -> str:
    found = _QUOTED.match(shown.strip())
    return found[1] if found else shown
