"""Finding a claimed quote in the text of its passage, and where exactly it stands.

Only what a transcription may change without changing a word is normalised: runs of white
space, the shape of quotation marks and apostrophes (and the space beside them, which French
sets and English does not), and the Unicode form (NFC). Case, accents, dashes, digits and
punctuation must be the author's.
"""

import re
import unicodedata

from index.passage import Passage, Span

MINIMUM_WORDS = 3  # fewer prove nothing ("the", "le client"), unless they are a whole sentence
MARK = "'"  # stands for every quotation mark and apostrophe
MARKS = frozenset("'\"’‘‚‛“”„‟«»‹›`´′″ʼ")
WORD = re.compile(r"\w+")
HEADING = re.compile(r"^#{1,6} .+$", re.MULTILINE)


def locate(quote: str, text: str) -> Span | None:
    """Characters of `text` that `quote` transcribes, the first place if there are several.

    Quotation marks around the whole quote are dropped when it is not found with them. A quote
    that begins or ends inside a word of the text ("important" in "unimportant") is not found.
    """
    haystack, spans = _normalised(text)
    needle, _ = _normalised(quote)
    for candidate in dict.fromkeys((needle, needle.strip(MARK))):
        at = haystack.find(candidate) if candidate else -1
        while at >= 0:
            span = Span(spans[at].start, spans[at + len(candidate) - 1].end)
            if _whole_words(text, span):
                return span
            at = haystack.find(candidate, at + 1)
    return None


def is_long_enough(span: Span, passage: Passage, article_text: str) -> bool:
    """Whether the quote at `span` (of the article) has three words or is a whole sentence.

    A heading is as good as a sentence.
    """
    if len(WORD.findall(article_text[span.start : span.end])) >= MINIMUM_WORDS:
        return True
    quote = _core(span, article_text)
    headings = (Span(*h.span()) for h in HEADING.finditer(article_text, passage.start, passage.end))
    return any(_core(whole, article_text) == quote for whole in (*passage.sentences, *headings))


def _normalised(text: str) -> tuple[str, list[Span]]:
    """Normalised text and, for each of its characters, where it comes from in `text`."""
    characters: list[str] = []
    spans: list[Span] = []
    for span in _clusters(text):
        for character in unicodedata.normalize("NFC", text[span.start : span.end]):
            shown = MARK if character in MARKS else " " if character.isspace() else character
            before = characters[-1] if characters else " "
            if shown == " " and before in (" ", MARK):
                continue
            if shown == MARK and before == " " and characters:
                characters.pop()
                spans.pop()
            characters.append(shown)
            spans.append(span)
    if characters and characters[-1] == " ":
        characters.pop()
        spans.pop()
    return "".join(characters), spans


def _clusters(text: str) -> list[Span]:
    """Each character together with the combining marks after it: what NFC may compose."""
    clusters: list[Span] = []
    for at, character in enumerate(text):
        if clusters and unicodedata.combining(character):
            clusters[-1] = Span(clusters[-1].start, at + 1)
        else:
            clusters.append(Span(at, at + 1))
    return clusters


def _whole_words(text: str, span: Span) -> bool:
    begins_inside = span.start > 0 and _inside_word(text[span.start - 1], text[span.start])
    ends_inside = span.end < len(text) and _inside_word(text[span.end - 1], text[span.end])
    return not begins_inside and not ends_inside


def _inside_word(left: str, right: str) -> bool:
    return left.isalnum() and (right.isalnum() or bool(unicodedata.combining(right)))


def _core(span: Span, text: str) -> Span:
    """Span without the bullet, marks and punctuation at its ends."""
    words = list(WORD.finditer(text, span.start, span.end))
    return Span(words[0].start(), words[-1].end()) if words else span
