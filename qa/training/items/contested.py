"""What is contested: claims that take a side of a dispute, and works that take other sides."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.article import Article
from index.analysis import terms
from index.snapshot import Snapshot
from qa.positions.assigning import Prototypes, taken_by_rule
from qa.positions.dispute import Dispute, Option, disputes
from qa.positions.rules import canonical
from qa.training.items.claim import Claim

EVERYWHERE = "customer experience company service client clients expérience entreprise services"
_NEITHER = re.compile(r"\b(?:neither|nor|ni)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """One option of a dispute, as a claim takes it."""

    dispute: Dispute
    option: Option


class Contested:
    """Which works of the library oppose a side."""

    def __init__(self, claims: Iterable[Claim], snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._articles: dict[str, list[Article]] = defaultdict(list)
        for article in snapshot.articles():
            self._articles[article.work].append(article)
        self._taking: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._sides = {claim: tuple(_sides(claim)) for claim in claims}
        for claim, found in self._sides.items():
            for side in (side for side, shared in found if shared):
                self._taking[side.dispute.id][claim.article.work].add(side.option.id)
        self._prototypes: dict[str, Prototypes] = {}
        self._near: dict[tuple[str, str], list[float]] = {}
        self._everywhere: dict[tuple[str, str], Counter[str]] = {}

    def sides(self, claim: Claim, to_the_point: int = 1) -> list[Side]:
        """Those of which a claim takes one option only, in so many words of question and option."""
        found = self._sides[claim] if claim in self._sides else _sides(claim)
        return [side for side, shared in found if shared >= to_the_point]

    def opposed(self, side: Side) -> list[str]:
        """Works whose claims take an option against this one, and no sentence of theirs this one.

        Nor one that goes together with it.
        """
        against = {option.id for option in side.dispute.options if side.option.excludes(option)}
        return [
            work
            for work, options in sorted(self._taking[side.dispute.id].items())
            if options & against and self._taken(work, side.dispute).keys() <= against
        ]

    def means(self, claim: Claim, side: Side, margin: float) -> bool:
        """Whether no other option is nearer to what the claim says, by so much.

        Nor one nearer at all that goes together with it, for that would fit better.
        """
        cosines = self._cosines(claim.text, side.dispute)
        options = side.dispute.options
        own = self.likeness(claim, side)
        together = (
            cosine
            for option, cosine in zip(options, cosines, strict=True)
            if option.id != side.option.id and not side.option.excludes(option)
        )
        return own >= max(cosines) - margin and own >= max(together, default=own)

    def likeness(self, claim: Claim, side: Side) -> float:
        """The cosine of the claim and the nearest typical statement of the side."""
        return self._cosines(claim.text, side.dispute)[side.dispute.options.index(side.option)]

    def nearest(self, claim: Claim, among: Sequence[Side]) -> Side:
        """The side of one dispute that is most like what the claim says."""
        return max(among, key=lambda side: self.likeness(claim, side))

    def is_loyal(self, work: str, dispute: Dispute, times: int = 1) -> bool:
        """Whether all that the work says on it takes one option, and how often at least.

        In whichever language and article.
        """
        taken = self._taken(work, dispute)
        return len(taken) == 1 and taken.total() >= times

    def _cosines(self, text: str, dispute: Dispute) -> list[float]:
        """Of a sentence and the nearest typical statement of each option."""
        embedder = self._snapshot.embedder
        if dispute.id not in self._prototypes:
            self._prototypes[dispute.id] = Prototypes.of(dispute, embedder)
        key = (text, dispute.id)
        if key not in self._near:
            vector = embedder.passages([text])[0]
            nearest = self._prototypes[dispute.id].by_option
            self._near[key] = [float(np.max(each @ vector)) for each in nearest]
        return self._near[key]

    def _taken(self, work: str, dispute: Dispute) -> Counter[str]:
        """How many sentences of the work take which option, by its id."""
        key = (work, dispute.id)
        if key not in self._everywhere:
            self._everywhere[key] = Counter(
                option.id
                for article in self._articles[work]
                for option in _options_in(article, dispute, self._snapshot)
            )
        return self._everywhere[key]


def dispute_asked(stem: str, language: str) -> Dispute | None:
    """The dispute whose question stands in the stem of an item."""
    found = (each for each in disputes() if each.question.in_language(language) in stem)
    return next(found, None)


def is_contested(claim: Claim) -> bool:
    """Whether it takes a side of a dispute."""
    return any(shared for _, shared in _sides(claim))


def options_taken(claim: Claim) -> Iterator[tuple[Dispute, tuple[Option, ...]]]:
    """Every dispute, and the options that a claim takes in it by rule."""
    text = canonical(claim.text)
    for dispute in disputes():
        yield dispute, taken_by_rule(text, dispute, claim.passage, claim.article)


def _sides(claim: Claim) -> Iterator[tuple[Side, int]]:
    """Sides of which the claim takes one option only; how many words it shares with them."""
    for dispute, taken in options_taken(claim):
        if len(taken) == 1:
            yield Side(dispute, taken[0]), _shared(claim, dispute, taken[0])


def _options_in(article: Article, dispute: Dispute, snapshot: Snapshot) -> Iterator[Option]:
    for passage in snapshot.passages_of.get(article.id, ()):
        for start, end in passage.sentences:
            text = canonical(article.text[start:end])
            yield from taken_by_rule(text, dispute, passage, article)


def _shared(claim: Claim, dispute: Dispute, taken: Option) -> int:
    """Words by which a reader sees that the claim is on the question, "customer" aside.

    None where both are called bad: "neither … nor" is a third view.
    """
    if _NEITHER.search(claim.text):
        return 0
    language = claim.language
    asked = f"{dispute.question.in_language(language)} {taken.label.in_language(language)}"
    shared = {*terms(claim.text, language)} & {*terms(asked, language)}
    return len(shared - {*terms(EVERYWHERE, language)})
