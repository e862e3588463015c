"""The positions of an answer in words: who takes them, and how to tell a reader."""

from collections.abc import Collection, Sequence

from corpus.article import Kind
from corpus.filters import KIND_NAMES
from corpus.language import LANGUAGE_NAMES
from corpus.wording import Wording

DISAGREE = Wording("The sources disagree", "Les sources divergent")
AGREE = Wording("The sources agree", "Les sources s’accordent")


def heading(options: Collection[str]) -> Wording:
    """Above positions on these options; the empty one is that of none in particular."""
    return DISAGREE if len(set(options) - {""}) > 1 else AGREE


def source_count(sources: int) -> Wording:
    """How many independent sources, in words."""
    s = "s" if sources > 1 else ""
    return Wording(f"{sources} source{s}", f"{sources} source{s}")


def facts(
    years: Sequence[int], languages: Sequence[str], kinds: Sequence[Kind]
) -> tuple[Wording, ...]:
    """When, in which languages and as what the sources were published; what is known of it."""
    period = (
        "–".join(str(year) for year in dict.fromkeys((min(years), max(years)))) if years else ""
    )
    spoken = [LANGUAGE_NAMES.get(code, Wording(code, code)) for code in languages]
    listed = (Wording(period, period), _listed(spoken), _listed([KIND_NAMES[k] for k in kinds]))
    return tuple(fact for fact in listed if fact.en)


def unmarked(text: str, citations: Sequence[int]) -> tuple[int, ...]:
    """The citations to name after a sentence: none where it names each of them in its words."""
    return () if all(f"[{number}]" in text for number in citations) else tuple(citations)


def _listed(names: Sequence[Wording]) -> Wording:
    return Wording(", ".join(name.en for name in names), ", ".join(name.fr for name in names))
