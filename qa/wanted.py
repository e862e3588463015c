"""Whether a sentence holds the kind of thing that is asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Article
from index.coverage import Coverage
from qa.asking import Asks
from qa.named import Named
from qa.names import fold, names
from qa.numbers import numbers
from qa.roles import mentions

_FEW = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|six|seven|eight|nine|ten"
# "Five qualities" counts what follows; a figure is written in digits, is large, or is a share.
_NUMBER = re.compile(
    r"\d|\b(?:cent|mille|moitié|tiers|quarts?|hundred|thousand|half|thirds?|quarters?)\b"
    rf"|\b(?:{_FEW})\b[^.;:]{{1,40}}?\b(?:sur|out of|in)\b [^.;:]{{0,10}}?\b(?:{_FEW})\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b(?:19|20)\d\d\b")
_REASON = re.compile(
    r"\b(?:parce qu|car\b|puisqu|en effet|afin d|c'est pourquoi|permet|because|since\b|so that|"
    r"in order to|therefore|the reason)",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"\b(?:est (?:un|une|le|la|l'|celui|d')|désigne|signifie|consiste|is (?:a|an|the)\b|means|"
    r"refers to|consists)",
    re.IGNORECASE,
)
_STANCE = re.compile(
    r"\b(?:oui|non|doit|doivent|faut|devrait|nécessaire|indispensable|essentiel|yes|no|must|should|"
    r"needs? to|essential|necessary|ne .{1,40}? (?:pas|jamais))\b",
    re.IGNORECASE,
)
_PATTERNS = {
    Asks.REASON: _REASON,
    Asks.DEFINITION: _DEFINITION,
    Asks.YES_NO: _STANCE,
}
# Kinds that an answer must hold to be one: without a figure, "how many" has no answer.
NEEDED = frozenset({Asks.FIGURE, Asks.DATE, Asks.PERSON, Asks.NAME})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for; what it names itself is no answer to it."""

    asks: Asks
    named: Named
    coverage: Coverage

    def by(self, text: str, stems: Sequence[str], language: str, article: Article) -> bool:
        """Whether the sentence `text`, with its stems, holds it."""
        if self.asks is Asks.LIST:
            return self.coverage.of_first(stems, language)
        if self.asks is Asks.FIGURE:
            return bool(_NUMBER.search(text)) and not self._repeats(numbers(text))
        if self.asks is Asks.DATE:
            return bool(set(_DATE.findall(text)) - self.named.figures)
        if self.asks is Asks.PERSON:
            return bool(mentions(text)) or self._names_another(text, article)
        if self.asks is Asks.NAME:
            return self._names_another(text, article)
        return self.asks in _PATTERNS and bool(_PATTERNS[self.asks].search(text))

    def _repeats(self, figures: frozenset[str]) -> bool:
        return bool(figures) and figures <= self.named.figures

    def _names_another(self, text: str, article: Article) -> bool:
        """Than the question does, and than whoever wrote the article, who is often quoted."""
        source = "\n".join((article.title, article.publisher, *article.authors))
        known = {*self.named.names, *(fold(name) for name in names(source))}
        return any(fold(name) not in known for name in names(text))
