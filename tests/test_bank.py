from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from corpus.training.item_store import ItemStore
from corpus.wording import KnownError
from index.library import Library
from index.report import Progress
from index.snapshot import Snapshot
from qa.training.bank import Bank
from qa.training.competency import Competency
from qa.training.item import Item, ItemKind
from qa.training.items.gates.admission import Refused
from qa.training.items.generating import Generated
from qa.training.map_reading import competencies
from tests.training_drafts import AUTRES, SURVEY
from tests.training_items import an_item

FIRST = an_item("aa", language="en", card="both")
TWIN = an_item("bb", language="fr", card="both")
OTHER = an_item("cc", language="en", competency="measures", kind=ItemKind.WHO_SAID)


@dataclass
class Maker:
    """Stands in for the making of items: makes what it is told, and remembers how often."""

    items: list[Item] = field(default_factory=lambda: [OTHER, TWIN, FIRST])
    made: int = 0
    known: dict[str, str] = field(default_factory=dict)

    def __call__(
        self,
        snapshot: Snapshot,
        map_: Sequence[Competency],
        known: Mapping[str, str],
        progress: Progress,
    ) -> Generated:
        self.made += 1
        self.known = dict(known)
        refused: tuple[Refused, ...] = ()
        return Generated(tuple(self.items), refused)


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Maker:
    maker = Maker()
    monkeypatch.setattr("qa.training.bank.generated", maker)
    return maker


@pytest.fixture
def open_bank(library: Library, home: Path) -> Iterator[Callable[[], Bank]]:
    library.add_articles([SURVEY])
    stores = []

    def opened() -> Bank:
        stores.append(ItemStore(home / "library.db"))
        return Bank(stores[-1], library, ())

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def bank(maker: Maker, open_bank: Callable[[], Bank]) -> Bank:
    bank = open_bank()
    bank.refresh()
    return bank


def test_items_are_made_once_for_a_library(bank: Bank, maker: Maker) -> None:
    assert bank.up_to_date()
    bank.refresh()
    assert maker.made == 1


def test_they_are_in_a_fixed_order_whatever_the_one_they_were_made_in(bank: Bank) -> None:
    assert bank.items() == (FIRST, TWIN, OTHER)  # by kind, language, id: no map tells competencies
    assert bank.items(language="fr") == (TWIN,)
    assert bank.items(competency="measures") == (OTHER,)


def test_a_card_is_asked_for_in_the_learner_s_language_if_possible(bank: Bank) -> None:
    assert bank.of_card("both", "fr") == TWIN
    assert bank.of_card("both", "en") == FIRST
    assert bank.of_card("cc", "fr") == OTHER
    assert bank.of_card("none", "fr") is None


def test_another_library_makes_other_items_and_retires_what_is_gone(
    bank: Bank, maker: Maker, library: Library
) -> None:
    library.add_articles([AUTRES])
    maker.items = [TWIN]
    assert not bank.up_to_date()
    assert bank.items() == (FIRST, TWIN, OTHER)  # usable meanwhile

    bank.refresh()
    assert bank.items() == (TWIN,)
    assert bank.item(OTHER.id) == OTHER  # answers and schedules refer to it
    assert bank.of_card(OTHER.card, "en") is None
    assert maker.known == {"aa": "both", "bb": "both", "cc": "cc"}


def test_every_process_sees_what_another_one_published(
    bank: Bank, maker: Maker, library: Library, open_bank: Callable[[], Bank]
) -> None:
    other = open_bank()
    assert other.items() == bank.items()
    library.add_articles([AUTRES])
    maker.items = [FIRST]
    other.refresh()
    assert bank.items() == (FIRST,)
    bank.refresh()
    assert maker.made == 2


def test_rejected_is_not_asked_and_stays_rejected(
    bank: Bank, maker: Maker, library: Library
) -> None:
    bank.reject(FIRST.id, "  two answers are right ", "p9")
    assert bank.items() == (TWIN, OTHER)
    assert bank.of_card("both", "en") == TWIN
    assert bank.item(FIRST.id) == FIRST

    library.add_articles([AUTRES])
    bank.refresh()
    assert maker.made == 2
    assert bank.items() == (TWIN, OTHER)
    assert bank.verdicts()[FIRST.id].reason == "two answers are right"


def test_the_queue_holds_what_nobody_has_judged(bank: Bank) -> None:
    bank.accept(FIRST.id, "p9")
    bank.reject(OTHER.id, "dull", "p9")
    assert bank.queue() == (TWIN,)
    assert bank.items() == (FIRST, TWIN)
    bank.take_back(OTHER.id)
    assert bank.queue() == (TWIN, OTHER)
    assert bank.items() == (FIRST, TWIN, OTHER)


def test_what_was_never_made_is_neither_judged_nor_taken_back(bank: Bank) -> None:
    with pytest.raises(KnownError, match="There is no item zz"):
        bank.accept("zz", "p9")
    with pytest.raises(KnownError, match="There is no item zz"):
        bank.reject("zz", "", "p9")
    with pytest.raises(KnownError, match="There is no item zz"):
        bank.take_back("zz")


def test_other_rules_and_another_map_make_other_items(
    bank: Bank, monkeypatch: pytest.MonkeyPatch, library: Library, home: Path
) -> None:
    store = ItemStore(home / "library.db")
    whole = competencies()
    other = (replace(whole[0], topics=()), *whole[1:])
    prints = {Bank(store, library, each).fingerprint() for each in ((), whole, other)}
    assert len(prints) == 3
    reworded = (replace(whole[0], name=whole[1].name), *whole[1:])
    assert Bank(store, library, reworded).fingerprint() in prints
    monkeypatch.setattr("qa.training.bank.VERSION", 0)
    assert not bank.up_to_date()
    store.close()
