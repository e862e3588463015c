"""Lists: when the best sentence belongs to one, the answer is the whole list in order."""

from collections.abc import Sequence

from qa.candidates import Candidate

MOST_ITEMS = 12


def items_of(best: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    """The lead-in and all items of the list that `best` announces or belongs to; else empty."""
    same_passage = [c for c in found if c.evidence.hit.passage.id == best.evidence.hit.passage.id]
    at = next(i for i, c in enumerate(same_passage) if c.span == best.span)
    start = at
    while start > 0 and _is_item(same_passage[start]):
        start -= 1
    if not same_passage[start].text.rstrip().endswith((":", "…")):
        return []
    end = start + 1
    while end < len(same_passage) and _is_item(same_passage[end]):
        end += 1
    items = same_passage[start:end]
    return items if 3 <= len(items) <= MOST_ITEMS + 1 else []


def _is_item(candidate: Candidate) -> bool:
    """Whether the sentence is a list item: the marker stands before it in the stored text."""
    text, start = candidate.evidence.article.text, candidate.span.start
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.strip() in {"-", "*", "•"} or line.strip().rstrip(".)").isdigit()
