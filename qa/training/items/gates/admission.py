"""All gates, and a draft's way through them: which of its wrong options it keeps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from corpus.wording import Wording
from qa.training.items.draft import Draft, Option
from qa.training.items.gates.consistent import no_contradiction
from qa.training.items.gates.distinct import distinct_options
from qa.training.items.gates.elsewhere import from_elsewhere
from qa.training.items.gates.gate import Context, Gate
from qa.training.items.gates.grammar import no_grammatical_hint
from qa.training.items.gates.length import no_odd_length
from qa.training.items.gates.one_language import one_language
from qa.training.items.gates.quoted import shown_is_quoted, verified_quote
from qa.training.items.gates.same_type import same_type
from qa.training.items.gates.self_contained import source_named, stands_alone, well_formed
from qa.training.items.gates.source_needed import no_echo, no_set_phrase, unsaid
from qa.training.items.gates.synonyms import no_synonyms
from qa.training.items.gates.worth_attributing import worth_attributing
from qa.training.items.gates.worth_reading import worth_reading
from qa.training.items.kinds import wrong_options

OF_THE_QUESTION: tuple[Gate, ...] = (
    one_language,
    *(verified_quote, shown_is_quoted, worth_reading, well_formed, stands_alone),
    *(source_named, unsaid, no_set_phrase, no_contradiction, worth_attributing),
)
OF_AN_OPTION: tuple[Gate, ...] = (
    *(distinct_options, same_type, from_elsewhere, no_synonyms, no_grammatical_hint),
    *(one_language, worth_reading, no_contradiction),
)
OF_ALL_OPTIONS: tuple[Gate, ...] = (distinct_options, no_odd_length, no_echo)

_CONSIDERED = 9  # wrong options, best first; all choices of three of them are 84


@dataclass(frozen=True, slots=True)
class Refused:
    """A draft that is not used, by the name of the gate that it failed, and why."""

    draft: Draft
    gate: str
    why: Wording


def admitted(draft: Draft, context: Context) -> Draft | Refused:
    """The draft with the best wrong options that pass every gate."""
    if refused := _first_failed(OF_THE_QUESTION, replace(draft, distractors=()), context):
        return replace(refused, draft=draft)
    fewest, most = wrong_options(draft.kind)
    usable: list[Option] = []
    failed: Refused | None = None
    for option in draft.distractors:
        alone = replace(draft, distractors=(option,))
        if refused := _first_failed(OF_AN_OPTION, alone, context):
            failed = failed or refused
        else:
            usable.append(option)
    if len(usable) < fewest:
        return Refused(draft, failed.gate if failed else "too_few", _too_few(len(usable), failed))
    for chosen in _choices(usable[:_CONSIDERED], fewest, most):
        proposed = replace(draft, distractors=chosen)
        refused = _first_failed(OF_ALL_OPTIONS, proposed, context)
        if refused is None:
            return proposed
        failed = refused
    return Refused(draft, failed.gate if failed else "too_few", _too_few(len(usable), failed))


def _first_failed(gates: Sequence[Gate], draft: Draft, context: Context) -> Refused | None:
    for gate in gates:
        if why := gate(draft, context):
            return Refused(draft, gate.__name__, why)
    return None


def _choices(usable: Sequence[Option], fewest: int, most: int) -> Iterator[tuple[Option, ...]]:
    """The best first: as many as can be, then those that leave out what comes late."""
    for count in range(min(most, len(usable)), fewest - 1, -1):
        yield from islice(combinations(usable, count), 100)


def _too_few(usable: int, failed: Refused | None) -> Wording:
    """Why the wrong options do not do; `failed`: one that does not."""
    if failed is None:
        return Wording(
            en=f"only {usable} wrong options were found",
            fr=f"mauvaises réponses trouvées : {usable} seulement",
        )
    return failed.why
