"""Positions that a recommendation has its sources take, compared with those that they take.

By rule alone, and only where that is plain: what a text refuses, or says of several positions at
once, is left open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.characters import folded
from index.analysis import terms
from qa.positions.assigning import taken_by_rule
from qa.positions.dispute import Dispute, Option
from qa.positions.rules import Rule, canonical
from qa.training.debate.advocate.attributing import Source, attributed, of_others, says
from qa.training.debate.advocate.case import Case
from qa.training.debate.advocate.naming import names_of
from qa.training.debate.advocate.resembling import Candidate, nearest_in_meaning

_PARTS = re.compile(
    r"\s*;\s+|,?\s+(?:mais|but|whereas|while|tandis que|alors que)\s+|,\s*(?:et|and)\s+",
    re.IGNORECASE,
)
# Words of a canonical text that turn a position round without a negation.
_REFUSED = re.compile(
    r"\b(?:erreurs?|mistakes?|wrong|tort|contestables?|questionable|mauvaise|bad|deconseill\w+"
    r"|risqu\w+|risk\w*|danger\w*|eviter?|avoid\w*|reject\w*|refus\w+|ecart\w+|oppos\w+|against"
    r"|contre|plutot que|rather than|instead of|au lieu d\w*|moins|less|fail\w*|absurd\w*"
    r"|echec|insuffisant\w*|insufficient|doubt\w*|dout\w+|critiqu\w+|criticis\w+)\b"
)
# What stands between a source's name and the label of an option that it is said to take.
_HAS_IT = (
    r"\b(?:voi\w+|plac\w+|situ\w+|rang\w+|met\w*|veu\w+|puts?|sees?|wants?|recommand\w+"
    r"|conseill\w+|recommend\w*|advis\w+|propos\w+|preconis\w+)\s+"
    r"(?:(?:it|the \w+|le \w+|la \w+|les \w+|l'\w+|<[a-z ]+>)\s+)?(?:de |d'|to )?"
)
_BRIEF = 4  # words of meaning; fewer beside the names say nothing that could be compared


class Outcome(StrEnum):
    """What came of comparing."""

    AGREES = "agrees"
    CLASHES = "clashes"
    OPEN = "open"  # no rule tells


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class Ascribed:
    """A sentence that has a source say something, beside what the source says."""

    sentence: str
    source: str  # as the sentence names it
    outcome: Outcome
    at: Candidate | None = None  # of the source, or of whoever reports it
    options: tuple[Option, ...] = ()  # that the sentence has it take
    denied: bool = False  # the sentence has it reject them
    held: tuple[Option, ...] = ()  # that the source takes there


def ascribed(case: Case) -> Iterator[Ascribed]:
    """Of every sentence that quotes nothing and names a source of the library as saying it."""
    quoted = [folded(quotation.words) for quotation in case.quotations]
    for sentence in case.sentences:
        if any(words in folded(sentence) for words in quoted):
            continue
        for part in _PARTS.split(sentence.rstrip(" .!")):
            for source in attributed(part, case.snapshot):
                if found := _compared(part, source, case):
                    yield replace(found, sentence=sentence)


def _compared(part: str, source: Source, case: Case) -> Ascribed | None:
    """None where it says too little to be compared."""
    theirs = sorted(
        source.candidates(case.snapshot), key=lambda at: at[1].language != case.language
    )
    options, denied = claim(part, case.dispute)
    found = Ascribed(part, source.name, Outcome.OPEN, options=options, denied=denied)
    held = _held(theirs, source, case.dispute) if options else ()
    if denied:
        found = _of_denial(found, held)
    elif options:
        found = _of_claim(found, held)
    if found.outcome is Outcome.CLASHES and not denied:
        # Somebody may report or contest what it does say.
        around = (*theirs, *source.named_in(case.snapshot))
        if at := next((at for at in around if _affirms(at, *options)), None):
            return replace(found, outcome=Outcome.OPEN, at=at, held=())
    if found.outcome is not Outcome.OPEN:
        return found
    if not options and _says_little(part, source, case.language):
        return None
    own = [at for at in theirs if _is_own(at, source)]
    on_it = [at for at in own if _speaks_on(at, case.dispute)] if options else []
    among = [at for _, at in held] or on_it or own or theirs
    return replace(found, at=nearest_in_meaning(part, among, case.snapshot))


Held = Sequence[tuple[Option, Candidate]]


def _of_claim(found: Ascribed, held: Held) -> Ascribed:
    for option, at in held:
        if option in found.options:
            return replace(found, outcome=Outcome.AGREES, at=at, held=(option,))
    against = [each for each in held if all(each[0].excludes(o) for o in found.options)]
    if held and len(against) == len(held):
        option, at = against[0]
        return replace(found, outcome=Outcome.CLASHES, at=at, held=(option,))
    return found


def _of_denial(found: Ascribed, held: Held) -> Ascribed:
    (denied,) = found.options
    for option, at in held:
        if option == denied or (not option.excludes(denied) and _affirms(at, denied)):
            return replace(found, outcome=Outcome.CLASHES, at=at, held=(option,))
    for option, at in held:
        if option.excludes(denied):
            return replace(found, outcome=Outcome.AGREES, at=at, held=(option,))
    return found


def _affirms(at: Candidate, *options: Option) -> bool:
    """Whether that sentence says one of them, among other things."""
    text = _text(at)
    return any(rule.holds(text) for o in options for rule in o.says if not rule.leans)


def _speaks_on(at: Candidate, dispute: Dispute) -> bool:
    text = _text(at)
    return any(rule.holds(text) for rule in dispute.about) or _affirms(at, *dispute.options)


def _text(at: Candidate) -> str:
    article, _, span = at
    return canonical(article.text[span.start : span.end])


def _held(theirs: Sequence[Candidate], source: Source, dispute: Dispute) -> Held:
    """The options that the source takes by rule, each with a sentence that does; in their order."""
    found: list[tuple[Option, Candidate]] = []
    for at in theirs:
        article, passage, _ = at
        text = _text(at)
        if text.endswith("?") or _REFUSED.search(text):
            continue
        options = taken_by_rule(text, dispute, passage, article)
        if options and _is_own(at, source):
            found += [(option, at) for option in options]
    return found


def _is_own(at: Candidate, source: Source) -> bool:
    """Whether the source says it, be it in the words of somebody else; not what it reports."""
    article, _, span = at
    said = article.text[span.start : span.end]
    return says(said, source.names) or not of_others(said, (*source.names, *names_of(article)))


def claim(part: str, dispute: Dispute) -> tuple[tuple[Option, ...], bool]:
    """The options that a text takes and whether it denies them; none where it is not plain."""
    text = canonical(part)
    if _REFUSED.search(text):
        return (), False
    open_ = [o for o in dispute.options if not any(rule.holds(text) for rule in o.unless)]
    claimed = [o for o in open_ if any(rule.holds(text) for rule in _says(o))]
    if claimed:
        plain = not any(one.excludes(other) for one in claimed for other in claimed)
        return (tuple(claimed), False) if plain else ((), False)
    denied = [option for option in dispute.options if _denies(text, option)]
    return (tuple(denied), True) if len(denied) == 1 else ((), False)


def _denies(text: str, option: Option) -> bool:
    rules = tuple(_says(option))
    return any(replace(rule, even_denied=True).holds(text) for rule in rules) and not any(
        rule.holds(text) for rule in rules
    )


def _says(option: Option) -> Iterator[Rule]:
    """Its rules, and its label where a source is said to have things so."""
    yield from (rule for rule in option.says if not rule.leans)
    for label in option.label:
        written = re.escape(canonical(label))
        yield Rule((), re.compile(rf"{_HAS_IT}{written}(?!\w)"))


def _says_little(part: str, source: Source, language: str) -> bool:
    named = {term for name in source.names for term in terms(name, language)}
    return len(set(terms(part, language)) - named) < _BRIEF
