"""What a question names, and whether an article names it too: people, firms, places, figures.

"According to Forrester", "in Germany", "in 2023": what is about another one answers another
question, however close its words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import Article
from qa.names import fold, names, places, words_of
from qa.numbers import numbers

LARGE = 3  # digits


@dataclass(frozen=True, slots=True)
class Named:
    """The names, places and figures of one text, each in a form that compares."""

    names: tuple[str, ...]
    places: frozenset[str]
    figures: frozenset[str]

    @classmethod
    def by(cls, question: str) -> "Named":
        folded = dict.fromkeys(fold(name) for name in names(question))
        return cls(tuple(folded), places(question), frozenset(_telling(numbers(question))))

    def absent_from(self, article: Article) -> float:
        """Share of them, 0 to 1, that the article nowhere holds; 0 when nothing is named."""
        about = (article.title, article.publisher, *article.authors)
        there = _vocabulary("\n".join((*about, article.text)))
        missing = [
            *(name not in there.words for name in self.names),
            *(place not in there.places for place in self.places),
            *(figure not in there.figures for figure in self.figures),
        ]
        return sum(missing) / len(missing) if missing else 0.0


def _telling(figures: Iterable[str]) -> Iterator[str]:
    """Shares and large figures, years among them: "the 3 authors" need not be counted in a text."""
    for figure in figures:
        if figure.endswith("%") or len(figure) >= LARGE:
            yield figure


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    words: frozenset[str]
    places: frozenset[str]
    figures: frozenset[str]


@lru_cache(maxsize=512)  # articles come back question after question, and long ones take 20 ms
def _vocabulary(text: str) -> _Vocabulary:
    return _Vocabulary(words_of(text), places(text), numbers(text))
