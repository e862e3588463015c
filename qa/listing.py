"""Lists: a question that asks for several things gets all of them, in order.

A list is either items under a lead-in ("four reasons:"), or sections whose headings are
numbered ("Quality no. 1", "Quality no. 2"), each named by its heading.
"""

import re
from collections.abc import Iterable, Sequence

from corpus.article import Article
from index.analysis import terms
from index.coverage import Coverage
from index.passage import Passage, Span
from index.snapshot import Snapshot
from qa.asking import Asks
from qa.candidates import Candidate

FEWEST, MOST = 2, 12  # items; one is a sentence, more are a catalogue
BEHIND = 5.0  # log-odds that a lead-in may be behind the best sentence: it is short and general

_NUMBERED = re.compile(r"(?:\bn°|\bno\.?|#|^)\s*(\d{1,2})\b[.):]?", re.IGNORECASE)
_OF_REASONS = re.compile(r"\b(?:raisons?|pourquoi|motifs?|reasons?|why)\b", re.IGNORECASE)
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
# What stands between two items, or between a lead-in and the first: only the marker of the item.
_ITEM = re.compile(r"\s*\n(?:[-*•]|\d{1,2}[.)]) ")

Item = tuple[Passage, Span]


def announced_list(
    found: Sequence[Candidate],
    scores: Sequence[float],
    asks: Asks,
    coverage: Coverage,
    snapshot: Snapshot,
) -> list[Item]:
    """Lead-in and items of the list that is most about the question; empty when none is near."""
    near = max(scores) - BEHIND
    by_subject = sorted(
        ((c.coverage, score, at) for at, (c, score) in enumerate(zip(found, scores, strict=True))),
        reverse=True,
    )
    for _, score, at in by_subject:
        if score >= near and _announces(found[at], asks, coverage):
            items = items_after(found[at], snapshot)
            if items:
                return [(found[at].evidence.hit.passage, found[at].span), *items]
    return []


def _announces(lead_in: Candidate, asks: Asks, coverage: Coverage) -> bool:
    """Whether a sentence announces what is asked for: reasons, or the thing named first."""
    if asks is Asks.REASON:
        return bool(_OF_REASONS.search(lead_in.text))
    language = lead_in.evidence.hit.passage.language
    return coverage.of_first(terms(lead_in.text, language), language)


def numbered_sections(
    found: Iterable[Candidate], coverage: Coverage, snapshot: Snapshot
) -> list[Item]:
    """Headings of the first article in evidence whose numbered sections are what is asked."""
    articles = dict.fromkeys(candidate.evidence.article for candidate in found)
    for article in articles:
        items: list[Item] = []
        headings = list(_HEADING.finditer(article.text))
        for at, heading in enumerate(headings):
            named = _NUMBERED.search(heading[2])
            if named is None or int(named[1]) != len(items) + 1:
                continue
            name = _name_of(at, headings, article.text)
            passage = _passage_at(name.start, snapshot.passages_of[article.id])
            above = _NUMBERED.sub(" ", _topmost(headings[: at + 1]))
            if not coverage.of_first(terms(above, passage.language), passage.language):
                break
            items.append((passage, name))
        if FEWEST <= len(items) <= MOST:
            return items
    return []


def items_after(lead_in: Candidate, snapshot: Snapshot) -> list[Item]:
    """The items that a sentence announces; empty when it announces none."""
    if not announces(lead_in.text):
        return []
    return items_following(lead_in.evidence.article, lead_in.span.end, snapshot)


def items_following(article: Article, end: int, snapshot: Snapshot) -> list[Item]:
    """The items of the list that begins where a sentence ends; empty when there is none.

    A long list goes on in the next passages of its article.
    """
    items: list[Item] = []
    for passage in snapshot.passages_of[article.id]:
        for span in passage.sentences:
            if span.start < end:
                continue
            if not _ITEM.fullmatch(article.text, end, span.start):
                return items if FEWEST <= len(items) <= MOST else []
            items.append((passage, span))
            end = span.end
    return items if FEWEST <= len(items) <= MOST else []


def announces(sentence: str) -> bool:
    """Whether it only announces what comes after it: alone it answers nothing."""
    return sentence.endswith((":", "…"))


def _name_of(at: int, headings: Sequence[re.Match[str]], text: str) -> Span:
    """Where a numbered heading is named: in itself ("1. Listening") or in the one below it.

    Nothing stands between "Quality no. 1" and the heading that says which quality it is.
    """
    heading, *below = headings[at : at + 2]
    for next_one in below:
        between = text[heading.end() : next_one.start()]
        if not between.strip() and not _NUMBERED.search(next_one[2]):
            return Span(*next_one.span(2))
    return Span(*heading.span(2))


def _topmost(headings: Sequence[re.Match[str]]) -> str:
    """Title of the highest section that the last of `headings` is in."""
    title, level = headings[-1][2], len(headings[-1][1])
    for heading in reversed(headings):
        if len(heading[1]) < level:
            title, level = heading[2], len(heading[1])
    return title


def _passage_at(position: int, passages: Sequence[Passage]) -> Passage:
    """The passage that holds the character at `position`, or the first one after it."""
    return next((p for p in passages if position < p.end), passages[-1])
