"""What a change of the articles means for the segments of an index."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from index.manifest import Entry, Manifest


@dataclass(frozen=True, slots=True)
class Change:
    """Segments that stay, with what is gone from them now, and articles to be built."""

    kept: tuple[Entry, ...]
    to_build: frozenset[str]


def change(before: Manifest, outgoing: Set[str], incoming: Mapping[str, str]) -> Change:
    """What becomes of `before` when articles go and others come, given as ids with digests.

    What is in a segment already, be it marked as gone, is not built again: an article of which
    nothing changed that is indexed, or one that comes back.
    """
    placed: set[str] = set()
    kept = []
    for entry in before.segments:
        here = {
            id_
            for id_, digest in incoming.items()
            if id_ in entry.articles and entry.articles[id_].digest == digest and id_ not in placed
        }
        placed |= here
        touched = entry.articles.keys() & (outgoing | incoming.keys())
        after = replace(entry, gone=(entry.gone | touched) - here)
        if after.live:
            kept.append(after)
    return Change(tuple(kept), frozenset(incoming.keys() - placed))
