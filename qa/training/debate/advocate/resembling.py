"""The sentence that a text was copied from, by its words, or that means most nearly the same."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from corpus.article import Article
from corpus.characters import folded
from index.analysis import words
from index.passage import Passage, Span
from index.snapshot import Snapshot

Candidate = tuple[Article, Passage, Span]


def nearest(
    text: str, candidates: Iterable[Candidate], least: float, *, part: bool = False
) -> Candidate | None:
    """The candidate that resembles most, from `least` on; the first of equals.

    `part`: of a candidate only the words count between the first and the last that they share.
    """
    written = _words(text)
    best, found = least, None
    for article, passage, span in candidates:
        there = _words(article.text[span.start : span.end])
        likeness = _likeness(written, there, part=part)
        if likeness > best or (found is None and likeness >= best):
            best, found = likeness, (article, passage, span)
    return found


def nearest_in_meaning(
    text: str, candidates: Sequence[Candidate], snapshot: Snapshot
) -> Candidate | None:
    """In whatever language; the first of equals, None of none."""
    asked = snapshot.embedder.query(text)
    passages = {passage.id: passage for _, passage, _ in candidates}
    near = {
        (id_, span): float(vector @ asked)
        for id_, passage in passages.items()
        for span, vector in zip(
            passage.sentences, snapshot.contents.sentences_of(passage), strict=True
        )
    }
    return max(candidates, key=lambda each: near[each[1].id, each[2]], default=None)


def _words(text: str) -> list[str]:
    return [folded(word) for word in words(text, "")]


def _likeness(one: list[str], other: list[str], *, part: bool) -> float:
    """0 to 1: words in common, in their order, of all words of both."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return 0.0
    shared = sum(block.size for block in blocks)
    length = blocks[-1].b + blocks[-1].size - blocks[0].b if part else len(other)
    return 2 * shared / (len(one) + length)
