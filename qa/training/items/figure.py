"""Figure: which share, amount or time does the source tell? The key is what it writes."""

import re
from collections.abc import Iterator, Sequence

from corpus.wording import Wording
from index.passage import Span
from index.snapshot import Snapshot
from qa.numbers import numbers
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.figure_pool import FigurePool
from qa.training.items.figures import Figure, figures
from qa.training.items.stating import Statement, names_subject, stated

GAP = "____"
PLAIN = Wording(
    en="Which figure completes this sentence?",
    fr="Quel chiffre complète cette phrase\u00a0?",
)
WITH_SOURCE = Wording(
    en="According to {source}, which figure completes this sentence?",
    fr="D’après {source}, quel chiffre complète cette phrase\u00a0?",
)
ENOUGH = 3  # wrong options

_EXAMPLE = re.compile(
    r"\b(?:such as|for example|for instance|e\.g\.|par exemple|comme|tel(?:le)?s? que)\b[^,:;]*$"
)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """One a claim that tells a figure, where the library has others like it."""
    pool = FigurePool(claims)
    asked: set[tuple[str, str, float]] = set()
    for claim in claims:
        statement = stated(claim)
        if statement is None or not names_subject(statement.text, claim, snapshot.thesaurus):
            continue
        figure = asked_for(statement)
        fact = (claim.article.work, claim.language, figure.value if figure else 0)
        if figure is None or fact in asked:
            continue
        distractors = pool.others(figure, statement)
        if len(distractors) >= ENOUGH:
            asked.add(fact)
            yield _draft(statement, figure, distractors)


def asked_for(statement: Statement) -> Figure | None:
    """The first figure that nothing else in the statement gives away."""
    text, language = statement.text, statement.claim.language
    found = figures(text, language)
    for figure in found:
        before = text[: figure.span.start]
        rest = before + GAP + text[figure.span.end :]
        once = statement.claim.text.count(figure.text) == 1
        if (
            once
            and not numbers(figure.text) & numbers(rest)
            and not _EXAMPLE.search(before)
            and not _is_told_otherwise(figure, found, text)
        ):
            return figure
    return None


def _is_told_otherwise(figure: Figure, found: Sequence[Figure], text: str) -> bool:
    """Whether another share says it, or what is counted can be counted in the sentence."""
    if figure.form.startswith("count"):
        return _is_listed(figure, text)
    others = [other for other in found if other is not figure and other.is_share]
    if figure.form.startswith("fraction"):
        return bool(others)
    return figure.is_share and any(other.value + figure.value == 100 for other in others)


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
