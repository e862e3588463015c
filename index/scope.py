"""The passages that filters admit."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.filters import Filters

if TYPE_CHECKING:
    from index.snapshot import Snapshot

Scope = NDArray[np.bool_] | None  # one value a passage, in row order; None: all of them


def scope_of(filters: Filters, snapshot: "Snapshot") -> Scope:
    """Which rows of `snapshot` are inside `filters`."""
    if not filters:
        return None
    admitted = {record.id for record in snapshot.records() if filters.admit(record)}
    languages = filters.languages
    inside = (
        passage.article_id in admitted and (not languages or passage.language in languages)
        for passage in snapshot.contents.passages
    )
    return np.fromiter(inside, np.bool_, len(snapshot.contents.passages))
