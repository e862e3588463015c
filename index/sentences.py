"""Sentence boundaries in running text, as offsets."""

import re
from collections.abc import Iterator

from index.passage import Span

# sentencex ends a sentence after these; the sentence goes on. Titles, initials, references.
_NOT_AN_END = re.compile(
    r"(?:^|[\s(«“\"'’])(?:[A-ZÀ-Ý]|MM|Mme|Mlle|Dr|Pr|Me|St|Ste|Mr|Mrs|Ms|Prof|Sr|Jr|vs|cf|env|"
    r"p|pp|art|chap|fig|vol|n°|No|éd|ed|al|i\.e|e\.g|c\.-à-d)\.\s*$"
)


def split_sentences(text: str, language: str) -> list[Span]:
    """Spans of the sentences of one paragraph, without the white space around them.

    `language` is an ISO 639-1 code; an unknown one is split as English.
    """
    from sentencex import get_sentence_boundaries

    ends = [int(b["end_index"]) for b in get_sentence_boundaries(language or "en", text)]
    return list(_trimmed(text, _joined(text, ends)))


def _joined(text: str, ends: list[int]) -> Iterator[Span]:
    """Boundaries with false ends (an abbreviation, a lower-case continuation) taken back."""
    start = 0
    for end in ends:
        rest = text[end:].lstrip()
        continues = bool(rest) and (rest[0].islower() or rest[0] in "»”)…")
        if rest and (continues or _NOT_AN_END.search(text[start:end])):
            continue
        yield Span(start, end)
        start = end
    if start < len(text):
        yield Span(start, len(text))


def _trimmed(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    for start, end in spans:
        sentence = text[start:end]
        if stripped := sentence.strip():
            begin = start + sentence.index(stripped)
            yield Span(begin, begin + len(stripped))
