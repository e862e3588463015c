"""Lists: a question that asks for several things gets all of them, in order.

A list is either items under a lead-in ("four reasons:"), or sections whose headings are
numbered ("Quality no. 1", "Quality no. 2"), each named by its heading.
"""

import re
from collections.abc import Iterable, Sequence

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
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)

Item = tuple[Passage, Span]


def announced_list(
    found: Sequence[Candidate], scores: Sequence[float], asks: Asks, coverage: Coverage
) -> list[Item]:
    """Lead-in and items of the list that is most about the question; empty when none is near."""
    near = max(scores) - BEHIND
    by_subject = sorted(
        ((c.coverage, score, at) for at, (c, score) in enumerate(zip(found, scores, strict=True))),
        reverse=True,
    )
    for _, score, at in by_subject:
        if score >= near and _announces(found[at], asks, coverage):
            items = items_after(found[at], found)
            if items:
                return [(c.evidence.hit.passage, c.span) for c in (found[at], *items)]
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
        passages = snapshot.passages_of[article.id]
        items: list[Item] = []
        for passage in passages:
            titles = passage.heading.split(" › ")
            named = next((m for title in titles if (m := _NUMBERED.search(title))), None)
            if named is None or int(named[1]) != len(items) + 1:
                continue
            stems = terms(_NUMBERED.sub(" ", titles[0]), passage.language)
            if not coverage.of_first(stems, passage.language):
                break
            headings = list(_HEADING.finditer(article.text, passage.start, passage.end))
            if headings:
                items.append((passage, Span(*headings[-1].span(1))))
        if FEWEST <= len(items) <= MOST:
            return items
    return []


def items_after(lead_in: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    """The items that a sentence announces; empty when it announces none."""
    if not lead_in.text.endswith((":", "…")):
        return []
    items = []
    for candidate in found[found.index(lead_in) + 1 :]:
        if candidate.evidence != lead_in.evidence or not _is_item(candidate):
            break
        items.append(candidate)
    return items if FEWEST <= len(items) <= MOST else []


def _is_item(candidate: Candidate) -> bool:
    """Whether the marker of a list item stands before the sentence in the stored text."""
    text, start = candidate.evidence.article.text, candidate.span.start
    marker = text[text.rfind("\n", 0, start) + 1 : start].strip()
    return marker in {"-", "*", "•"} or marker.rstrip(".)").isdigit()
