"""The item bank: the items that the library gives, as the trainers leave them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.clock import Clock, now
from corpus.training.item_store import ItemStore, Published, Verdict, no_such_item
from index.library import Library
from index.report import Progress, silent
from qa.training.competency import Competency
from qa.training.frozen_items import frozen_item, thawed_item
from qa.training.item import Item, ItemKind
from qa.training.items.gates.admission import Refused
from qa.training.items.generating import VERSION, generated


class Bank:
    """Items made of the live generation of `library`, kept in `store`.

    They are read from the store, so that every process sees the same ones and they can be used
    while new ones are being made.
    """

    def __init__(
        self, store: ItemStore, library: Library, map_: Sequence[Competency], clock: Clock = now
    ) -> None:
        self._store = store
        self._library = library
        self._map = tuple(map_)
        self._clock = clock
        self._read = _Read(Published(), ())

    def items(self, language: str = "", competency: str = "") -> tuple[Item, ...]:
        """What can be asked, in a fixed order; with a language or a competency, only its items."""
        rejected = self._rejected()
        return tuple(
            item
            for item in self._live().items
            if item.id not in rejected
            and language in ("", item.language)
            and competency in ("", item.competency)
        )

    def item(self, item_id: str) -> Item | None:
        """Any that was ever made, also one that is retired or rejected."""
        live = self._live().by_id.get(item_id)
        if live is not None:
            return live
        kept = self._store.find(item_id)
        return thawed_item(kept) if kept else None

    def of_card(self, card: str, language: str) -> Item | None:
        """What can be asked for a card: in that language if possible, else in another."""
        rejected = self._rejected()
        usable = [i for i in self._live().by_card.get(card, ()) if i.id not in rejected]
        return next((i for i in usable if i.language == language), next(iter(usable), None))

    def queue(self) -> tuple[Item, ...]:
        """What no trainer has judged yet; the gates let all of it through."""
        judged = self._store.verdicts()
        return tuple(item for item in self._live().items if item.id not in judged)

    def verdicts(self) -> dict[str, Verdict]:
        """What trainers said, by item, the oldest first; also of items that are retired."""
        return self._store.verdicts()

    def accept(self, item_id: str, trainer: str) -> None:
        """Raises KnownError when no such item was ever made."""
        self._judge(item_id, trainer, "", accepted=True)

    def reject(self, item_id: str, reason: str, trainer: str) -> None:
        """It is not asked any more, whatever becomes of the library; KnownError as above."""
        self._judge(item_id, trainer, reason.strip(), accepted=False)

    def take_back(self, item_id: str) -> None:
        """As if nobody had judged it; KnownError as above."""
        if self._store.find(item_id) is None:
            raise no_such_item(item_id)
        self._store.take_back(item_id)

    def fingerprint(self) -> str:
        """What the items follow from: the library, the map and the rules."""
        snapshot = self._library.snapshot()
        meaning = [
            *(VERSION, snapshot.generation, snapshot.fingerprint),
            *((each.id, each.topics, each.concepts, each.disputes) for each in self._map),
        ]
        return hashlib.sha256(json.dumps(meaning).encode()).hexdigest()[:16]

    def up_to_date(self) -> bool:
        """Whether the items are those of the library as it is now."""
        return self._store.published().fingerprint == self.fingerprint()

    def refresh(self, progress: Progress = silent) -> None:
        """Make the items anew if they are not up to date, which takes some seconds.

        An item that is made again keeps its id, its card and its verdict. Raises KnownError
        when another process is at it for too long.
        """
        if self.up_to_date():
            return
        with self._store.making():
            fingerprint = self.fingerprint()
            if self._store.published().fingerprint == fingerprint:  # another one was first
                return
            snapshot = self._library.snapshot()
            made = generated(snapshot, self._map, self._store.cards(), progress)
            self._store.publish([frozen_item(i) for i in made.items], fingerprint, self._clock())

    def refused(self, progress: Progress = silent) -> tuple[Refused, ...]:
        """The drafts that no item came of, each with the reason; they are made anew for it."""
        return generated(self._library.snapshot(), self._map, {}, progress).refused

    def _live(self) -> "_Read":
        """Read again when others were published."""
        published = self._store.published()
        if self._read.published != published:
            items = (thawed_item(kept) for kept in self._store.live())
            self._read = _Read(published, tuple(sorted(items, key=self._place)))
        return self._read

    def _place(self, item: Item) -> tuple[int, int, str, str]:
        """By competency in the order of the map, kind and language; then in one fixed order."""
        rank = {competency.id: place for place, competency in enumerate(self._map)}
        kinds = list(ItemKind)
        return rank.get(item.competency, len(rank)), kinds.index(item.kind), item.language, item.id

    def _rejected(self) -> frozenset[str]:
        verdicts = self._store.verdicts().values()
        return frozenset(each.item for each in verdicts if not each.accepted)

    def _judge(self, item_id: str, trainer: str, reason: str, *, accepted: bool) -> None:
        at = self._clock().isoformat()
        self._store.judge(Verdict(item_id, accepted, reason, trainer, at))


@dataclass(frozen=True)
class _Read:
    """The live items as they were last read."""

    published: Published
    items: tuple[Item, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def by_card(self) -> Mapping[str, tuple[Item, ...]]:
        found: dict[str, list[Item]] = {}
        for item in self.items:
            found.setdefault(item.card, []).append(item)
        return {card: tuple(items) for card, items in found.items()}
