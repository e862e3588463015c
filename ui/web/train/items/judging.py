"""What stands behind the page of a trainer: which items there are to judge, and judging them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, Self

from corpus.people import Right
from corpus.training.item_store import Verdict
from corpus.wording import KnownError
from qa.training.cohort.attention import Doubt
from qa.training.item import Item
from qa.training.training import Training
from ui.web.desks.guarded_desk import demand
from ui.web.doors.visitor import visitor

Which = Literal["waiting", "doubted", "rejected"]
WHICH: tuple[Which, ...] = ("waiting", "doubted", "rejected")


@dataclass(frozen=True, slots=True)
class Sight:
    """What a trainer looks at, and what was judged last."""

    which: Which = "waiting"
    kind: str = ""  # empty: any, as in what follows
    language: str = ""
    competency: str = ""
    first: str = ""  # id of the item that comes before all others
    later: tuple[str, ...] = ()  # ids of those put off, which come after all others
    judged: str = ""  # id of the item whose verdict can be undone
    before: Verdict | None = None  # its verdict until then

    @property
    def narrowed(self) -> bool:
        return bool(self.kind or self.language or self.competency)

    def narrowed_by(self, name: str, value: str) -> Self:
        """With another kind, language or competency; empty: any."""
        changes: dict[str, Any] = {name: value}
        return replace(self, **changes)

    def shows(self, item: Item) -> bool:
        return (
            self.kind in ("", item.kind)
            and self.language in ("", item.language)
            and self.competency in ("", item.competency)
        )


@dataclass(frozen=True, slots=True)
class Rejected:
    """An item that is not asked any more, and why."""

    item: Item
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Shelf:
    """The items of a sight; `counts` are of all items, by what they wait for."""

    counts: dict[Which, int]
    accepted: int
    doubts: tuple[Doubt, ...]  # waiting or doubted ones, the one in hand first
    rejected: tuple[Rejected, ...]  # the latest first
    twin: Item | None  # of the one in hand

    @property
    def in_hand(self) -> Doubt | None:
        return next(iter(self.doubts), None)


class Judging:
    """Acts for the visitor, who must be a trainer. Each method may raise KnownError."""

    def __init__(self, training: Training) -> None:
        self._bank = training.bank
        self._attention = training.attention

    def shelf(self, sight: Sight) -> Shelf:
        demand(Right.TRAIN)
        verdicts = self._bank.verdicts()
        queue = self._bank.queue()
        doubts = {doubt.item.id: doubt for doubt in self._attention.doubts()}
        rejected = self._rejected(verdicts.values())
        shown: Iterable[Doubt] = ()
        if sight.which == "waiting":
            shown = (doubts.get(item.id) or Doubt(item, 0, None, None) for item in queue)
        elif sight.which == "doubted":
            shown = doubts.values()
        ordered = tuple(
            sorted((doubt for doubt in shown if sight.shows(doubt.item)), key=_turn(sight))
        )
        return Shelf(
            counts={"waiting": len(queue), "doubted": len(doubts), "rejected": len(rejected)},
            accepted=sum(verdict.accepted for verdict in verdicts.values()),
            doubts=ordered,
            rejected=tuple(each for each in rejected if sight.shows(each.item)),
            twin=self._twin(ordered[0].item) if ordered else None,
        )

    def item(self, item_id: str) -> Item:
        """Any that was ever made."""
        demand(Right.TRAIN)
        item = self._bank.item(item_id)
        if item is None:
            raise KnownError(
                en="This item is not there any more. Open the list again.",
                fr="Cette question n’existe plus. Ouvrez de nouveau la liste.",
            )
        return item

    def accept(self, sight: Sight, item_id: str) -> Sight:
        """The sight from which it can be undone, as from the one below."""
        demand(Right.TRAIN)
        before = self._bank.verdicts().get(item_id)
        self._bank.accept(item_id, visitor().id)
        return replace(sight, first="", judged=item_id, before=before)

    def reject(self, sight: Sight, item_id: str, reason: str) -> Sight:
        demand(Right.TRAIN)
        before = self._bank.verdicts().get(item_id)
        self._bank.reject(item_id, reason, visitor().id)
        return replace(sight, first="", judged=item_id, before=before)

    def undo(self, sight: Sight) -> Sight:
        """The last verdict of this sight is undone; the item is in hand again."""
        demand(Right.TRAIN)
        before = sight.before
        if before is None:
            self._bank.take_back(sight.judged)
        elif before.accepted:
            self._bank.accept(before.item, before.trainer)
        else:
            self._bank.reject(before.item, before.reason, before.trainer)
        return replace(sight, first=sight.judged, judged="", before=None)

    def take_back(self, item_id: str) -> None:
        demand(Right.TRAIN)
        self._bank.take_back(item_id)

    def _rejected(self, verdicts: Iterable[Verdict]) -> tuple[Rejected, ...]:
        known = [
            (item, verdict)
            for verdict in verdicts
            if not verdict.accepted and (item := self._bank.item(verdict.item))
        ]
        return tuple(Rejected(item, verdict) for item, verdict in reversed(known))

    def _twin(self, item: Item) -> Item | None:
        """What asks the same in another language."""
        others = (each for each in self._bank.items() if each.card == item.card)
        return next((each for each in others if each.language != item.language), None)


def _turn(sight: Sight) -> Callable[[Doubt], tuple[bool, int]]:
    def turn(doubt: Doubt) -> tuple[bool, int]:
        id_ = doubt.item.id
        return id_ != sight.first, sight.later.index(id_) + 1 if id_ in sight.later else 0

    return turn
