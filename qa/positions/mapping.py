"""The map of a dispute: which sources take which position, gathered for one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from corpus.filters import Filters
from corpus.typography import typed
from index.encoding import Vectors
from index.passage import Passage
from index.scope import scope_of
from index.snapshot import Snapshot
from qa.evidence import Evidence
from qa.positions.assigning import Prototypes, Statement, statements
from qa.positions.dispute import Dispute, Option
from qa.positions.independence import independent
from qa.positions.recognition import recognised

LOOKED_AT = 40  # passages found by the dispute's own question, in each language
UNASSIGNED = 3  # sources that fit no option are shown, the nearest ones
ENOUGH = 2  # sources from which on there is something to compare


@dataclass(frozen=True, slots=True)
class Stance:
    """One option and the sentences that take it: one of each independent source, best first."""

    option: Option | None  # None: they speak on the dispute and fit no option
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class PositionMap:
    """The positions that the library holds on one dispute, the most frequent first."""

    dispute: Dispute
    contested: bool  # the question asks for the positions; otherwise they only complete it
    stances: tuple[Stance, ...]

    @property
    def leads(self) -> bool:
        """Whether the answer begins with it."""
        assigned = {
            statement.article.work
            for stance in self.stances
            if stance.option
            for statement in stance.statements
        }
        return self.contested and len(assigned) >= ENOUGH


class Positions:
    """Finds the map of a question; remembers what each generation says, while it is in use."""

    def __init__(self) -> None:
        self._read: WeakKeyDictionary[Snapshot, _Read] = WeakKeyDictionary()

    def of(
        self,
        question: str,
        language: str,
        evidence: Sequence[Evidence],
        snapshot: Snapshot,
        filters: Filters,
    ) -> PositionMap | None:
        """The map; None for a question on no known dispute, or with no statement on it."""
        asked = recognised(question)
        if asked is None:
            return None
        read = self._read.setdefault(snapshot, _Read())
        found = read.statements(asked.dispute, snapshot, filters)
        there = {statement.passage.id for statement in found}
        further = [p.hit.passage for p in evidence if p.hit.passage.id not in there]
        found = (*found, *self.taken(further, asked.dispute, snapshot))
        best_first = _ranked(found, snapshot.embedder.query(question), language)
        stances = _stances(best_first, asked.dispute, snapshot)
        return PositionMap(asked.dispute, asked.contested, stances) if stances else None

    def on(self, dispute: Dispute, language: str, snapshot: Snapshot) -> tuple[Stance, ...]:
        """The stances on a dispute in the whole library, whatever was asked."""
        read = self._read.setdefault(snapshot, _Read())
        found = read.statements(dispute, snapshot, Filters())
        asked = snapshot.embedder.query(typed(dispute.question).in_language(language))
        return _stances(_ranked(found, asked, language), dispute, snapshot)

    def taken(
        self, passages: Sequence[Passage], dispute: Dispute, snapshot: Snapshot
    ) -> tuple[Statement, ...]:
        """What these passages say on a dispute."""
        read = self._read.setdefault(snapshot, _Read())
        return statements(passages, dispute, read.prototypes(dispute, snapshot), snapshot)


class _Read:
    """What one generation says on the disputes that were asked about so far."""

    def __init__(self) -> None:
        self._prototypes: dict[str, Prototypes] = {}
        self._statements: dict[tuple[str, Filters], tuple[Statement, ...]] = {}

    def prototypes(self, dispute: Dispute, snapshot: Snapshot) -> Prototypes:
        if dispute.id not in self._prototypes:
            self._prototypes[dispute.id] = Prototypes.of(dispute, snapshot.embedder)
        return self._prototypes[dispute.id]

    def statements(
        self, dispute: Dispute, snapshot: Snapshot, filters: Filters
    ) -> tuple[Statement, ...]:
        """Found by the dispute's own questions, whatever the words of the person."""
        key = (dispute.id, filters)
        if key not in self._statements:
            prototypes = self.prototypes(dispute, snapshot)
            passages = _passages(dispute, snapshot, filters)
            self._statements[key] = statements(passages, dispute, prototypes, snapshot)
        return self._statements[key]


def _passages(dispute: Dispute, snapshot: Snapshot, filters: Filters) -> tuple[Passage, ...]:
    within = scope_of(filters, snapshot)
    hits = (
        hit
        for language, question in zip(("en", "fr"), typed(dispute.question), strict=True)
        for hit in snapshot.hybrid.search(question, LOOKED_AT, language, within)
    )
    return tuple({hit.passage.id: hit.passage for hit in hits}.values())


def _ranked(found: Sequence[Statement], asked: Vectors, language: str) -> list[Statement]:
    """By rule before by meaning, the reader's language first, then the nearest to the question."""
    return sorted(
        found,
        key=lambda each: (
            not each.by_rule,
            each.passage.language != language,
            -float(each.vector @ asked),
            each.passage.id,
            each.span,
        ),
    )


def _stances(
    found: Sequence[Statement], dispute: Dispute, snapshot: Snapshot
) -> tuple[Stance, ...]:
    taken = [
        Stance(option, _one_a_source([s for s in found if option in s.options], snapshot))
        for option in dispute.options
    ]
    most_first = sorted(taken, key=lambda stance: -len(stance.statements))
    # Who takes a position somewhere is not shown as taking none elsewhere.
    decided = {statement.article.work for statement in found if statement.options}
    open_ = [s for s in found if not s.options and s.article.work not in decided]
    unassigned = Stance(None, _one_a_source(open_, snapshot)[:UNASSIGNED])
    return tuple(stance for stance in (*most_first, unassigned) if stance.statements)


def _one_a_source(found: Sequence[Statement], snapshot: Snapshot) -> tuple[Statement, ...]:
    """The first statement of each independent source."""
    first: Mapping[str, Statement] = {s.article.id: s for s in reversed(found)}
    sources = independent([s.article for s in found], snapshot.signatures)
    return tuple(first[articles[0].id] for articles in sources)
