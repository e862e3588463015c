"""True or false: a statement of a source as it stands, or with one fact altered."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from corpus.wording import Wording
from index.snapshot import Snapshot
from qa.training.item import ItemKind
from qa.training.items.alteration import Alteration
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, verdicts
from qa.training.items.figure import ANECDOTE, asked_for
from qa.training.items.figure_pool import FigurePool
from qa.training.items.findings import is_torn
from qa.training.items.opposites import turned
from qa.training.items.other_roles import reporting_elsewhere
from qa.training.items.saying import ANONYMOUS
from qa.training.items.stating import Statement, names_subject, placed, stated

PLAIN = Wording(en="True or false?", fr="Vrai ou faux\u00a0?")
WITH_SOURCE = Wording(
    en="According to {source}, is this true or false?",
    fr="D’après {source}, vrai ou faux\u00a0?",
)


TRUE_IN_FIVE = 3  # comparisons that are shown as they stand

# What was found out: of a generality that is said in passing, "more" and "less" are not worth
# knowing.
_FOUND = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|research|found|finds|highest|lowest|strongest|weakest|majority"
    r"|minority|études?|enquêtes?|recherches?|conclut|majorité|minorité)\b|\d\s?(?:%|percent\b)",
    re.IGNORECASE,
)
# Nobody could call these false: what may be so, what is announced, what was to be found out.
_TOO_TRUE = re.compile(
    r"\b(?:(?-i:may)|might|could|can(?!not)|perhaps|set\sout\sto|sets\sout\sto|aims?\sto|in\sthe\sbelief|peut|peuvent"
    r"|pourrai\w+|commencent?\sà|cherche(?:nt)?\sà|vise(?:nt)?\sà)\b(?<!ne\speut)(?<!ne\speuvent)",
    re.IGNORECASE,
)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Claims in which one fact can be altered, whether or not it then is.

    So the true ones are made as the false ones are, and nothing in their form tells them apart.
    A claim with figures is told as it stands, and with each of them altered.
    A negation is neither added nor taken out: nobody believes what is left.
    """
    pool = FigurePool(claims)
    for claim in claims:
        statement = stated(claim)
        if (
            statement is None
            or ANONYMOUS.search(claim.text)
            or is_torn(statement.text)
            or ANECDOTE.search(statement.text)
            or _TOO_TRUE.search(statement.text)
            or not names_subject(statement.text, claim, snapshot.thesaurus)
        ):
            continue
        statement = placed(statement, snapshot.thesaurus)
        text = statement.text
        if alteration := _alteration(statement):
            yield _draft(statement, alteration, shown_true=_is_shown_true(text))
        elif altered := list(_other_figures(statement, pool)):
            yield _draft(statement, altered[0], shown_true=True)
            for alteration in altered:
                yield _draft(statement, alteration, shown_true=False)


def _alteration(statement: Statement) -> Alteration | None:
    text, language = statement.text, statement.claim.language
    if not statement.is_placed:
        return None
    turn = turned(text, language) if _FOUND.search(statement.claim.text) else None
    return reporting_elsewhere(text, language) or turn


def _other_figures(statement: Statement, pool: FigurePool) -> Iterator[Alteration]:
    """Each main figure, altered; none where one does not know what they are of.

    A decimal nobody keeps in mind, nor by how many points a share has changed.
    """
    asked = list(asked_for(statement)) if statement.is_placed else []
    shares = [figure for figure in asked if figure.is_share]
    for figure in shares or asked:
        if figure.form.endswith("decimal"):
            continue
        if others := pool.far(figure, statement):
            yield Alteration(figure.span, figure.text, others[0].text)


def _draft(statement: Statement, alteration: Alteration, *, shown_true: bool) -> Draft:
    claim = statement.claim
    right, wrong = verdicts(claim.language, true=shown_true)
    return Draft(
        kind=ItemKind.TRUE_FALSE,
        claim=claim,
        stem=statement.asked(PLAIN, WITH_SOURCE),
        shown=statement.text if shown_true else alteration.of(statement.text),
        right=right,
        answer=claim.span,
        distractors=(wrong,),
        why=None if shown_true else _why(alteration),
    )


def _is_shown_true(text: str) -> bool:
    """By chance, the same one every time."""
    return sha256(text.encode()).digest()[1] % 5 < TRUE_IN_FIVE


def _why(alteration: Alteration) -> Wording:
    was, becomes = alteration.was, alteration.becomes
    return Wording(
        en=f"The source says “{was}”, not “{becomes}”.",
        fr=f"La source dit «\u00a0{was}\u00a0», et non «\u00a0{becomes}\u00a0».",
    )
