"""True or false: a statement of a source as it stands, or with one fact altered."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from corpus.wording import Wording
from index.snapshot import Snapshot
from qa.training.item import ItemKind
from qa.training.items.alteration import Alteration
from qa.training.items.claim import Claim
from qa.training.items.denials import affirmed, denied
from qa.training.items.draft import Draft, Option
from qa.training.items.figure import asked_for
from qa.training.items.figure_pool import FigurePool
from qa.training.items.kinds import FALSEHOOD, TRUTH
from qa.training.items.opposites import turned
from qa.training.items.other_roles import reporting_elsewhere
from qa.training.items.stating import Statement, names_subject, stated

PLAIN = Wording(en="True or false?", fr="Vrai ou faux\u00a0?")
WITH_SOURCE = Wording(
    en="According to {source}, is this true or false?",
    fr="D’après {source}, vrai ou faux\u00a0?",
)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """One a claim in which one fact can be altered, whether or not it then is.

    So the true ones are made as the false ones are, and nothing in their form tells them apart:
    as many statements could gain a "not" as could lose theirs.
    """
    pool = FigurePool(claims)
    usable = [
        statement
        for claim in claims
        if (statement := stated(claim)) is not None
        and names_subject(statement.text, claim, snapshot.thesaurus)
    ]
    losing = Counter(s.claim.language for s in usable if affirmed(s.text, s.claim.language))
    gaining = _first_by_chance([s for s in usable if denied(s.text, s.claim.language)], losing)
    for statement in usable:
        alteration = _alteration(statement, pool, statement in gaining)
        if alteration is not None:
            yield _draft(statement, alteration)


def _first_by_chance(
    statements: Sequence[Statement], count: Mapping[str, int]
) -> frozenset[Statement]:
    """So many of each language."""
    ordered = sorted(statements, key=lambda statement: _digest(statement.text))
    return frozenset(
        statement
        for language, most in count.items()
        for statement in [s for s in ordered if s.claim.language == language][:most]
    )


def _alteration(statement: Statement, pool: FigurePool, may_be_denied: bool) -> Alteration | None:
    text, language = statement.text, statement.claim.language
    return (
        reporting_elsewhere(text, language)
        or turned(text, language)
        or _other_figure(statement, pool)
        or affirmed(text, language)
        or (denied(text, language) if may_be_denied else None)
    )


def _other_figure(statement: Statement, pool: FigurePool) -> Alteration | None:
    figure = asked_for(statement)
    others = pool.others(figure, statement) if figure else []
    if figure is None or not others:
        return None
    return Alteration(figure.span, figure.text, others[0].text)


def _draft(statement: Statement, alteration: Alteration) -> Draft:
    claim = statement.claim
    is_true = _is_shown_true(statement.text)
    right, wrong = (TRUTH, FALSEHOOD) if is_true else (FALSEHOOD, TRUTH)
    return Draft(
        kind=ItemKind.TRUE_FALSE,
        claim=claim,
        stem=statement.asked(PLAIN, WITH_SOURCE),
        shown=statement.text if is_true else alteration.of(statement.text),
        right=Option(right.in_language(claim.language)),
        answer=claim.span,
        distractors=(Option(wrong.in_language(claim.language)),),
        why=None if is_true else _why(alteration),
    )


def _is_shown_true(text: str) -> bool:
    """By chance, the same one every time."""
    return _digest(text)[1] % 2 == 0


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _why(alteration: Alteration) -> Wording:
    was, becomes = alteration.was, alteration.becomes
    return Wording(
        en=f"The source says “{was}”, not “{becomes}”.",
        fr=f"La source dit «\u00a0{was}\u00a0», et non «\u00a0{becomes}\u00a0».",
    )
