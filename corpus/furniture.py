"""Page furniture: what a web page puts around an article, in French and in English.

The rules match whole sentences from their start, and a block goes only when all of its
sentences match: an article on customer experience speaks of newsletters, comments and
cookies, too.
"""

import re

from corpus.characters import folded
from corpus.furniture_rules import DOUBTFUL, LABELS, LEAD_IN, SENTENCES

_LONGEST = 260  # characters; furniture is short, and a long paragraph is the author's

_END_OF_SENTENCE = re.compile(r"(?<=[.!?…]) +")
_SIGNS_AROUND = " .,:;!?…»«>→➔›‹<|+-–—*[]#\"'“”"


def is_furniture(text: str) -> bool:
    """Whether a block of text is page furniture and nothing else."""
    if len(text) > _LONGEST:
        return False
    sentences = [folded(sentence) for sentence in _END_OF_SENTENCE.split(text)]
    calls = [_is_call_or_label(sentence) for sentence in sentences]
    return any(calls) and all(
        call or LEAD_IN.match(sentence) for call, sentence in zip(calls, sentences, strict=True)
    )


def is_doubtful(text: str) -> bool:
    """Whether a block of text is furniture if, and only if, it stands beside furniture."""
    return len(text) <= _LONGEST and folded(text).strip(_SIGNS_AROUND) in DOUBTFUL


def _is_call_or_label(sentence: str) -> bool:
    start = sentence.lstrip(_SIGNS_AROUND)
    return start.rstrip(_SIGNS_AROUND) in LABELS or bool(SENTENCES.match(start))
