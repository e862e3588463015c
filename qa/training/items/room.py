"""How much is asked about one article, one sentence, one fact and one term."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from index.analysis import terms
from qa.numbers import numbers
from qa.training.item import Item, ItemKind
from qa.training.items.contested import dispute_asked
from qa.training.items.kinds import TRUE

OF_A_SENTENCE = 7  # items at most, each of another fact or kind
OF_A_KIND = 4  # of a sentence: as it stands, and with a figure altered
OF_AN_ARTICLE = 5  # items of one kind in one language at most, so that no article dominates
OF_A_DISPUTE = 4  # items on the side that a source takes, in one language
OF_A_NAME = 4  # items that ask for one speaker, in one language
OF_A_TERM = 3  # items whose answer it is, in one language

# Share of the word stems of the shorter of two sentences of a source from which they say the same,
# mostly one in the text and one in the summary. Vectors of one article are near whatever they say.
SAYS_AGAIN = 0.5

_MOST = {ItemKind.FIGURE: 8, ItemKind.TRUE_FALSE: 8}  # of an article
_TERMS = frozenset({ItemKind.CLOZE, ItemKind.DEFINITION})
_SPEAKERS = frozenset({ItemKind.WHO_SAID, ItemKind.SOURCE})


class Room:
    """What is taken already; items that come first take theirs first."""

    def __init__(self) -> None:
        self._taken: Counter[object] = Counter()
        self._sentences: dict[tuple[str, str], list[tuple[str, frozenset[str]]]] = defaultdict(list)

    def takes(self, item: Item) -> bool:
        """Whether there is room for it, which it then takes."""
        places = dict(_places(item, self._said_first(item)))
        if any(self._taken[place] >= most for place, most in places.items()):
            return False
        self._taken.update(places.keys())
        return True

    def _said_first(self, item: Item) -> str:
        """The first sentence of the source that says the same as the item's."""
        stems = frozenset(terms(item.quote, item.language))
        told = self._sentences[item.work, item.language]
        for quote, other in told:
            if len(stems & other) >= SAYS_AGAIN * min(len(stems), len(other)):
                return quote
        told.append((item.quote, stems))
        return item.quote


def _places(item: Item, said: str) -> Iterator[tuple[object, int]]:
    """What an item takes, and how much of it there is; `said`: the sentence that it is about."""
    source = (item.work, item.language)
    sentence = (*source, said)
    yield sentence, OF_A_SENTENCE
    yield (*source, item.kind), _MOST.get(item.kind, OF_AN_ARTICLE)
    if dispute := dispute_asked(item.stem, item.language):
        yield (*source, "dispute", dispute.id), OF_A_DISPUTE
        return  # the sentence may be asked about in other ways
    if item.kind is ItemKind.FIGURE:
        yield (*source, "figure", tuple(sorted(numbers(item.right)))), 1
        return
    yield (*sentence, item.kind, *_altered(item)), 1
    yield (*sentence, item.kind, "in all"), OF_A_KIND
    if item.kind in _TERMS:
        yield (*sentence, "term"), 1
        yield (item.language, "term", item.right.casefold()), OF_A_TERM
    if item.kind is ItemKind.WHO_SAID:
        yield (item.language, "name", item.right.casefold()), OF_A_NAME
    if item.kind in _SPEAKERS:
        yield (*sentence, "speaker"), 1


def _altered(item: Item) -> tuple[str, ...]:
    """The numbers that a false statement alters: of one sentence each may be, once."""
    if item.kind is not ItemKind.TRUE_FALSE or item.right in TRUE:
        return ()
    return tuple(sorted(numbers(item.quote) - numbers(item.shown)))
