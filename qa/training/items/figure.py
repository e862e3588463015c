"""Figure: which share, amount or time does the source tell? The key is what it writes."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import permutations

from corpus.wording import Wording
from index.passage import Span
from index.snapshot import Snapshot
from qa.numbers import numbers
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.figure_pool import FigurePool
from qa.training.items.figures import Figure, figures, shares
from qa.training.items.findings import is_torn
from qa.training.items.kinds import wrong_options
from qa.training.items.saying import ANONYMOUS
from qa.training.items.stating import Statement, names_subject, placed, stated

GAP = "____"
PLAIN = Wording(
    en="Which figure completes this sentence?",
    fr="Quel chiffre complète cette phrase\u00a0?",
)
WITH_SOURCE = Wording(
    en="According to {source}, which figure completes this sentence?",
    fr="D’après {source}, quel chiffre complète cette phrase\u00a0?",
)
ENOUGH = wrong_options(ItemKind.FIGURE)[0]
MANY = 4  # shares in a sentence; of more nobody keeps one in mind
SEVERAL = 2  # of more than these only the largest is worth keeping in mind
NEARLY_ALL, WHOLE = 80, 101  # percent
BESIDE = 2  # points from another share, which gives it away
NEARLY = 0.015  # of a figure: what is reckoned from rounded ones is not exact

# What happened once, what is made up and what nobody can trace, nobody needs the figures of.
ANECDOTE = re.compile(
    r"^(?:One|A\scertain)\s(?!of\b|in\b|out\b)|^Une?\s(?:certaine?|\w+\s(?:a|avait|est|était))\s|^Chez\s"
    r"|^Les\s[^,:]*\sà\s\d+\s?%"  # « Les Français n’y croient pas à 73 % »: all, or some?
    r"|\b(?:important|importants|importantes?|without\sits\sorigin|sans\sen\s\w+\s(?:l['’]origine|la\sdate)|undated|millions?\s(?:de\s)?(?:people|personnes)|numéro\sun|number\sone|example|exemple|comparison|comparaison|imaginary|imaginaire|ficti\w+|scénario|scenario|hypothe\w+)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:such as|for example|for instance|e\.g\.|par exemple|comme|tel(?:le)?s? que)\b[^,:;]*$"
)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """One a fact that a figure tells, where the library has others like it."""
    pool = FigurePool(claims)
    asked: set[tuple[str, str, float]] = set()
    for claim in claims:
        statement = stated(claim)
        if statement is None or not names_subject(statement.text, claim, snapshot.thesaurus):
            continue
        if ANONYMOUS.search(claim.text) or is_torn(statement.text):
            continue
        statement = placed(statement, snapshot.thesaurus)
        if not statement.is_placed:
            continue
        for figure in asked_for(statement):
            fact = (claim.article.work, claim.language, figure.value)
            distractors = pool.others(figure, statement) if fact not in asked else []
            if len(distractors) >= ENOUGH:
                asked.add(fact)
                yield _draft(statement, figure, distractors)


def asked_for(statement: Statement) -> Iterator[Figure]:
    """The figures that nothing else in the statement gives away."""
    text, language = statement.text, statement.claim.language
    found = figures(text, language)
    told = shares(text, language)
    if ANECDOTE.search(text) or len(told) > MANY or _divides(told):
        return
    for figure in found:
        before = text[: figure.span.start]
        rest = before + GAP + text[figure.span.end :]
        once = statement.claim.text.count(figure.text) == 1
        if (
            once
            and not figure.form.startswith("count")
            and (not figure.is_share or len(told) <= SEVERAL or figure.value == max(told))
            and not numbers(figure.text) & numbers(rest)
            and not _EXAMPLE.search(before)
            and not _is_told_otherwise(figure, told, text)
            and not _can_be_reckoned(figure, rest)
        ):
            yield figure


def _divides(told: Collection[float]) -> bool:
    """Whether the shares make most of a whole: whoever adds them up misses what is left out."""
    return len(told) > 2 and NEARLY_ALL <= sum(told) < WHOLE


def _is_told_otherwise(figure: Figure, told: Collection[float], text: str) -> bool:
    """Whether another share says it, or what is counted can be counted in the sentence."""
    if figure.form.startswith("count"):
        return _is_listed(figure, text)
    if figure.form.startswith("fraction"):
        return bool(told)
    return figure.is_share and any(
        other + figure.value == 100 or abs(other - figure.value) <= BESIDE
        for other in told
        if other != figure.value
    )


def _can_be_reckoned(figure: Figure, rest: str) -> bool:
    """Whether two other numbers of the sentence give it, as their difference or their ratio."""
    told = [float(n.rstrip("%")) for n in numbers(rest) if "/" not in n]
    return any(
        other and any(abs(each / figure.value - 1) < NEARLY for each in _reckoned(one, other))
        for one, other in permutations(told, 2)
    )


def _reckoned(one: float, other: float) -> tuple[float, float]:
    """The difference, and what share the one is of the other or of which whole it is that share."""
    return abs(one - other), 100 * one / other


def _is_listed(figure: Figure, text: str) -> bool:
    after = text[figure.span.end :]
    return ":" in text or after.count(",") > 1


def _draft(statement: Statement, figure: Figure, distractors: Sequence[Option]) -> Draft:
    claim = statement.claim
    start = claim.span.start + claim.text.index(figure.text)
    answer = Span(start, start + len(figure.text))
    shown = statement.text[: figure.span.start] + GAP + statement.text[figure.span.end :]
    return Draft(
        kind=ItemKind.FIGURE,
        claim=claim,
        stem=statement.asked(PLAIN, WITH_SOURCE),
        shown=shown,
        right=Option(figure.text, claim.article.id, answer),
        answer=answer,
        distractors=tuple(distractors),
    )
