"""Items that want a trainer's eye: reported by learners, or with figures that speak against them.

What a trainer has judged comes up again only for what came after the judgement.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from corpus.training.report_store import ReportStore
from qa.training.bank import Bank
from qa.training.cohort.item_statistics import Flag, ItemStatistics, item_statistics
from qa.training.item import Item
from qa.training.review.review import Review
from qa.training.review.reviews import Reviews


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why an item should be looked at; at least one of `reports` and `flag` is there."""

    item: Item
    reports: int  # learners who find it wrong
    flag: Flag | None
    statistics: ItemStatistics | None  # None: nobody has answered it yet


class Attention:
    """What speaks against the items that can be asked."""

    def __init__(self, store: ReportStore, bank: Bank, reviews: Reviews) -> None:
        self._store = store
        self._bank = bank
        self._reviews = reviews

    def report(self, person: str, item_id: str) -> None:
        """That person finds the item wrong."""
        self._store.report(item_id, person)

    def withdraw(self, person: str, item_id: str) -> None:
        self._store.withdraw(item_id, person)

    def reported(self, person: str) -> frozenset[str]:
        """The items that this person finds wrong."""
        return frozenset(report.item for report in self._store.of(person))

    def doubts(self) -> tuple[Doubt, ...]:
        """The most reported first, then those with figures against them, in the bank's order."""
        judged = {
            item: datetime.fromisoformat(verdict.at)
            for item, verdict in self._bank.verdicts().items()
        }
        reports = Counter(
            report.item
            for report in self._store.all()
            if report.item not in judged or report.at > judged[report.item]
        )
        answers = self._reviews.of_items()
        statistics = {each.item: each for each in item_statistics(answers)}
        settled = _settled(answers, judged)
        found = []
        for item in self._bank.items():
            known = statistics.get(item.id)
            flag = known.flag if known and item.id not in settled else None
            if reports[item.id] or flag:
                found.append(Doubt(item, reports[item.id], flag, known))
        return tuple(sorted(found, key=lambda doubt: -doubt.reports))


def _settled(answers: Iterable[Review], judged: Mapping[str, datetime]) -> set[str]:
    """Items that a trainer has judged since they were last answered."""
    last: dict[str, list[datetime]] = defaultdict(list)
    for answer in answers:
        last[answer.item].append(answer.at)
    return {item for item, at in judged.items() if max(last[item], default=at) <= at}
