"""One altered fact: what makes a false statement of a true one."""

from dataclasses import dataclass

from index.passage import Span


@dataclass(frozen=True, slots=True)
class Alteration:
    """`was`, at a span of a statement, becomes `becomes`; only there does the text change."""

    span: Span
    was: str
    becomes: str

    def of(self, text: str) -> str:
        return text[: self.span.start] + self.becomes + text[self.span.end :]


def altered(text: str, start: int, was: str, becomes: str) -> Alteration:
    """A capital at the beginning stays one."""
    if was[:1].isupper() and text[start : start + 1] == was[:1]:
        becomes = becomes[:1].upper() + becomes[1:]
    return Alteration(Span(start, start + len(was)), was, becomes)
