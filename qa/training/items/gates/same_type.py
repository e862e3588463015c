"""Wrong options are of the right one's type, so that the type does not tell them apart."""

import re

from corpus.characters import folded
from corpus.wording import Wording
from qa.numbers import NUMBER, numbers
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import Context

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_JOINT = re.compile(r"\b(?:and|et|&)\b")
# Labels: theirs is the type that the kind gives them, whatever is known of a source.
_LABELLED = frozenset({ItemKind.TRUE_FALSE, ItemKind.POSITION, ItemKind.SOURCE})
_RATIO = 2.5  # an option with this many times the words of another is of another form


def same_type(draft: Draft, context: Context) -> Wording | None:
    """A figure beside figures of its unit and shape, a term beside terms, a name beside names."""
    if draft.kind in _LABELLED:
        return None
    right = draft.right.text
    for option in draft.distractors:
        if _type_of(option.text, draft, context) != _type_of(right, draft, context):
            return Wording(
                en=f"“{option.text}” is of another type than “{right}”",
                fr=f"« {option.text} » n’est pas du même type que « {right} »",
            )
        if draft.kind is ItemKind.WHO_SAID and not _may_be_alike(option.text, right, context):
            return Wording(
                en=f"one of “{option.text}” and “{right}” is a person, the other is not",
                fr=f"de « {option.text} » et « {right} », un seul est une personne",
            )
        if draft.kind is ItemKind.LIST and not _alike(option.text, right):
            return Wording(
                en=f"“{option.text}” is written otherwise than “{right}”",
                fr=f"« {option.text} » n’est pas rédigé comme « {right} »",
            )
    return None


def _type_of(text: str, draft: Draft, context: Context) -> object:
    if draft.kind is ItemKind.FIGURE:
        return _shape(text)
    if draft.kind is ItemKind.CLOZE:
        return bool(context.concepts(text, draft.language))
    if draft.kind is ItemKind.WHO_SAID:
        return bool(_YEAR.search(text)), "(" in text, bool(_JOINT.search(text))
    return bool(numbers(text))


def _may_be_alike(one: str, other: str, context: Context) -> bool:
    """Whether both may be people, or both may be organisations, as far as the library knows."""
    names = {folded(one), folded(other)}
    written, published = names & context.authors, names & context.publishers
    return not (written - published and published - written)


def _shape(text: str) -> str:
    """A figure without its value: "40 %" is "0 %", "four in ten" is "n in n"."""

    def blank(found: re.Match[str]) -> str:
        written = "0" if found["digits"] else "n"
        unit = " ".join(filter(None, (found["scale"], "%" if found["percent"] else None)))
        return f"{written} {unit}".strip()

    shape = NUMBER.sub(blank, text.casefold())
    # One and several are one unit: "1 month", "3 months".
    return re.sub(r"(?<=\w{3})s\b", "", " ".join(shape.split()))


def _alike(one: str, other: str) -> bool:
    """Whether two items could stand in one list: both words or both phrases, ending alike."""
    lengths = sorted((len(one.split()), len(other.split())))
    return (
        one[:1].isupper() == other[:1].isupper()
        and one[-1:].isalnum() == other[-1:].isalnum()
        and lengths[1] <= max(_RATIO * lengths[0], lengths[0] + 4)
    )
