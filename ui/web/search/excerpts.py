"""The part of a long passage that is shown at first: where most of a query stands."""

from collections.abc import Iterator, Sequence

from index.passage import Passage, Span

LONGEST = 420  # characters; a passage up to here is shown whole
_LEAD = 80  # characters before the first match, inside a sentence that is too long by itself


def excerpt(passage: Passage, text: str, matches: Sequence[Span]) -> Span:
    """Whole sentences with the most different matches, at most LONGEST characters of them.

    `text` is the article's, and all spans count its characters. Without matches it is the
    beginning. The heading that a passage begins with is shown apart.
    """
    whole = body(passage)
    if whole.end - whole.start <= LONGEST:
        return whole
    sentences = passage.sentences or (whole,)
    windows = [
        window
        for first in range(len(sentences))
        for window in _windows(sentences[first:], text, matches)
    ]
    return max(windows, key=lambda window: _worth(window, text, matches))


def body(passage: Passage) -> Span:
    """All of a passage but the heading that it may begin with."""
    return Span(passage.sentences[0].start if passage.sentences else passage.start, passage.end)


def _windows(sentences: Sequence[Span], text: str, matches: Sequence[Span]) -> Iterator[Span]:
    """What may be shown from the first of these sentences on."""
    start = sentences[0].start
    fitting = [sentence.end for sentence in sentences if sentence.end - start <= LONGEST]
    if fitting:
        yield Span(start, fitting[-1])
        return
    yield _cut(start, sentences[0].end, text)
    for match in matches:
        if start + _LEAD < match.start < sentences[0].end:
            yield _cut(match.start - _LEAD, sentences[0].end, text)


def _cut(start: int, end: int, text: str) -> Span:
    """At most LONGEST characters of whole words."""
    if start and not text[start - 1].isspace():
        start = text.find(" ", start, end) + 1 or start
    if end - start > LONGEST:
        last = text.rfind(" ", start + 1, start + LONGEST)
        end = last if last > 0 else start + LONGEST
    return Span(start, end)


def _worth(window: Span, text: str, matches: Sequence[Span]) -> tuple[int, int, int]:
    inside = [
        text[match.start : match.end].casefold()
        for match in matches
        if window.start <= match.start and match.end <= window.end
    ]
    return len(set(inside)), len(inside), -window.start
