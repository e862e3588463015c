"""The health of a library: what it holds, what is not known of it, how it is used, its gaps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Record
from corpus.history import Asked
from corpus.inventory import Inventory, inventory
from corpus.resembling import Resembling, resembling
from index.embedding import Embedder
from qa.answer import Reason
from qa.citing import Citing, citing
from qa.gaps import Gap, gaps


@dataclass(frozen=True, slots=True)
class Asking:
    """How many times people asked, and what came of it."""

    times: int
    answered: int
    excluded: int  # not answered because of the person's own filters: no fault of the library

    @property
    def unanswered(self) -> int:
        return self.times - self.answered - self.excluded


@dataclass(frozen=True, slots=True)
class Health:
    """All that a librarian looks after."""

    inventory: Inventory
    near_duplicates: tuple[Resembling, ...]
    asking: Asking
    citing: Citing
    gaps: tuple[Gap, ...]


def health(
    records: Sequence[Record],
    signatures: Mapping[str, bytes],
    history: Sequence[Asked],
    embedder: Embedder,
) -> Health:
    """Derived from the articles' records, their signatures by id, and what people asked."""
    return Health(
        inventory=inventory(records),
        near_duplicates=resembling(records, signatures),
        asking=Asking(
            times=len(history),
            answered=sum(asked.answered for asked in history),
            excluded=sum(asked.reason == Reason.EXCLUDED_BY_FILTERS for asked in history),
        ),
        citing=citing(records, history),
        gaps=gaps(history, embedder),
    )
