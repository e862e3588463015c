"""The disputes that a competency has one know: which positions there are, and who takes them."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from corpus.filters import Filters
from index.snapshot import Snapshot
from qa.positions.dispute import Dispute, disputes
from qa.positions.mapping import Positions, Stance
from qa.training.competency import Competency


@dataclass(frozen=True, slots=True)
class Contested:
    """One dispute, with the positions that sources in the library take, most frequent first."""

    dispute: Dispute
    stances: tuple[Stance, ...]


class ContestedQuestions:
    """Maps the disputes of a competency; remembers them while a generation is in use."""

    def __init__(self) -> None:
        self._positions = Positions()
        self._found: WeakKeyDictionary[Snapshot, dict[tuple[str, str], Contested]] = (
            WeakKeyDictionary()
        )

    def of(
        self, competency: Competency, language: str, snapshot: Snapshot
    ) -> tuple[Contested, ...]:
        """In the order in which the competency names them; `language` comes first in each."""
        known = self._found.setdefault(snapshot, {})
        by_id = {dispute.id: dispute for dispute in disputes()}
        found = []
        for id_ in competency.disputes:
            key = (id_, language)
            if key not in known:
                known[key] = self._mapped(by_id[id_], language, snapshot)
            found.append(known[key])
        return tuple(found)

    def _mapped(self, dispute: Dispute, language: str, snapshot: Snapshot) -> Contested:
        question = dispute.question.in_language(language)
        found = self._positions.of(question, language, (), snapshot, Filters())
        # Who fits no position takes none.
        stances = tuple(s for s in found.stances if s.option) if found else ()
        return Contested(dispute, stances)
