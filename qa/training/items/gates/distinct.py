"""Every option is another one: not the same words, the same number or the same notion."""

import re
from itertools import combinations

from corpus.characters import folded
from corpus.wording import Wording
from qa.negations import negations
from qa.numbers import numbers, ratios
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import Context, options_of

_LABELS = frozenset({ItemKind.TRUE_FALSE, ItemKind.POSITION})  # opposites in few words
_FEW = 4  # stems of an option that is hardly more than the name of a concept
_SHARE_ALIKE = 0.005  # shares this near are one: "a third" and "33 %"
_PERCENT = re.compile(r"([\d.]+)%")


def distinct_options(draft: Draft, context: Context) -> Wording | None:
    """By their words without accents and function words, by value, by concept."""
    texts = [option.text for option in options_of(draft)]
    for one, other in combinations(texts, 2):
        if _plain(one) == _plain(other) or (
            draft.kind not in _LABELS and _same(one, other, draft.language, context)
        ):
            return Wording(
                en=f"“{one}” and “{other}” are the same option",
                fr=f"« {one} » et « {other} » sont la même option",
            )
    return None


def _same(one: str, other: str, language: str, context: Context) -> bool:
    if len(negations(one)) != len(negations(other)):
        return False
    counted, counted_other = numbers(one), numbers(other)
    if counted or counted_other:
        return same_number(one, other) and _units(one, language) == _units(other, language)
    stems, other_stems = context.stems(one, language), context.stems(other, language)
    if stems and stems == other_stems:
        return True
    named = context.concepts(one, language)
    return (
        bool(named)
        and max(len(stems), len(other_stems)) <= _FEW
        and named == context.concepts(other, language)
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w%€$£+-]+", folded(text)))


def same_number(one: str, other: str) -> bool:
    """Whether two figures have one value: "40 %" and "four in ten" have."""
    share, other_share = _share(one), _share(other)
    if share is not None and other_share is not None:
        return abs(share - other_share) < _SHARE_ALIKE
    return numbers(one) == numbers(other)


def _share(text: str) -> float | None:
    """Of the one share that a text tells, in whatever form; None where it tells none."""
    for ratio in ratios(text) or (n for n in numbers(text) if "/" in n):
        part, whole = ratio.split("/")
        return float(part) / float(whole) if float(whole) else None
    for number in numbers(text):
        if found := _PERCENT.fullmatch(number):
            return float(found[1]) / 100
    return None


def _units(text: str, language: str) -> frozenset[str]:
    """What is counted; nothing for a share, of which each way to write it has words of its own."""
    if _share(text) is not None:
        return frozenset()
    words = re.findall(r"[^\W\d_]{2,}|[€$£]", folded(text))
    return frozenset(word.rstrip("s") for word in words if not numbers(word))
