"""A place to learn, for tests: the real bank and reviews over a small library, at a set time."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from corpus.training.item_store import ItemStore
from corpus.training.review_store import ReviewStore
from index.library import Library
from qa.training.bank import Bank
from qa.training.frozen_items import frozen_item
from qa.training.item import Item
from qa.training.review.reviews import Reviews
from tests.fake_embedder import FakeEmbedder

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class Learning:
    """`at` is the time; a test moves it on."""

    def __init__(self, home: Path) -> None:
        self.at = MORNING
        self.library = Library(home, FakeEmbedder(), starter=False)
        self.database = home / "library.db"
        self._items = ItemStore(self.database)
        self.store = ReviewStore(self.database)
        self.bank = Bank(self._items, self.library, (), self.clock)
        self.reviews = Reviews(self.store, self.bank, self.clock)

    def clock(self) -> datetime:
        return self.at

    def later(self, **by: float) -> None:
        self.at += timedelta(**by)

    def give(self, items: Sequence[Item]) -> None:
        """These are the bank's items from now on."""
        self.later(microseconds=1)
        self._items.publish([frozen_item(item) for item in items], "made", self.at)
