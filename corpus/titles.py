"""Titles: tidied where they are given, derived from the first sentence where they are not."""

import re

LONGEST_TITLE = 90  # characters; what a source card shows on two lines

_UNDERSCORES = re.compile(r" *_+ *")
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?: [»”])? +(?=[«“\"A-ZÀ-ÖØ-Þ])")
_BOUNDARY = re.compile(r" ?[,;:]| [(–—]")
_FEWEST_CHARACTERS = 25  # a shorter first clause ("Yesterday, …") says nothing yet


def tidy_title(line: str) -> str:
    """Return a title line on its own: file names' underscores become spaces or dashes."""
    title = " ".join(line.split()).strip(" #*")
    if "_" in title:
        title = _UNDERSCORES.sub(" – " if " " in title else " ", title)
    return title.rstrip(" :;,–—-|") or line


def title_from_text(text: str) -> str:
    """Return the first words of a text without title, up to a natural boundary.

    At most `LONGEST_TITLE` characters; an ellipsis marks that the sentence goes on.
    """
    first_line = text.split("\n", 1)[0].removeprefix("## ").removeprefix("- ")[:1000]
    sentence = _SENTENCE_END.split(first_line, maxsplit=1)[0]
    if len(sentence) <= LONGEST_TITLE:
        return sentence.rstrip(" .:;,")
    room = sentence[: LONGEST_TITLE - 1]
    boundaries = [match.start() for match in _BOUNDARY.finditer(room)]
    for start, end in reversed(list(zip([0, *boundaries], boundaries, strict=False))):
        # A clause of one word (", or,") is no place to stop after.
        if end >= _FEWEST_CHARACTERS and len(room[start:end].strip(" ,;:").split()) > 1:
            return f"{room[:end].rstrip()}…"
    return f"{room.rpartition(' ')[0] or room}…"
