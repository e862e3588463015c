"""What the citations of an answer are worth: whether they are real, and whether they answer.

Gold spans are not all that answers in a library, so precision is a lower bound.
"""

from eval.gold import GoldItem
from eval.measures.overlap import quotes
from eval.measures.said import Said
from index.snapshot import Snapshot
from qa.answer import Citation


def gate_measures(said: Said, library: Snapshot) -> dict[str, float]:
    """The two promises that every answer keeps, or breaks; nothing where nothing was said."""
    if not said.sentences:
        return {}
    valid = [_is_verbatim(citation, library) for citation in said.citations]
    leads = [_is_in_library(citation, library) for citation in said.citations]
    there = {citation.number for citation in said.citations}
    backed = [bool(each.citations) and there.issuperset(each.citations) for each in said.sentences]
    return {
        "quote_validity": _share(valid),
        "citation_resolvability": _share([*leads, *backed]),
    }


def citation_measures(said: Said, item: GoldItem) -> dict[str, float]:
    """Of an answerable question; all 0 when it was refused."""
    answering = [any(quotes(c, span) for span in item.spans) for c in said.citations]
    articles = {c.article_id for c, yes in zip(said.citations, answering, strict=True) if yes}
    measures = {
        "citation_precision": _share(answering),
        "citation_recall": len(articles) / len(item.articles),
        "cites_answering_span": float(any(answering)),
    }
    if item.positions:
        missing = missing_positions(said, item)
        measures["position_coverage"] = 1 - len(missing) / len(item.positions)
    return measures


def missing_positions(said: Said, item: GoldItem) -> tuple[str, ...]:
    """The positions of a contested question that no citation takes."""
    return tuple(
        position.label
        for position in item.positions
        if not any(quotes(c, item.spans[at]) for c in said.citations for at in position.spans)
    )


def _is_verbatim(citation: Citation, library: Snapshot) -> bool:
    if citation.article_id not in library.passages_of:
        return False
    text = library.article(citation.article_id).text
    return bool(citation.quote) and text[citation.start : citation.end] == citation.quote


def _is_in_library(citation: Citation, library: Snapshot) -> bool:
    """Whether the citation stands inside the passage that it names, and that is in the index."""
    row = library.contents.row_of.get(citation.passage_id)
    if row is None:
        return False
    passage = library.contents.passages[row]
    return (
        passage.article_id == citation.article_id
        and passage.start <= citation.start < citation.end <= passage.end
    )


def _share(outcomes: list[bool]) -> float:
    return sum(outcomes) / len(outcomes) if outcomes else 0.0
