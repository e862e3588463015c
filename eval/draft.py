"""A gold question that is not yet decided: what one click makes, and what else may be chosen."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from corpus.wording import KnownError
from eval.gold import GoldItem, GoldPosition, GoldSpan


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the library that may answer the question."""

    span: GoldSpan
    title: str  # of its article
    quote: str
    cited: bool  # in the answer that the feedback is about
    ticked: bool  # answers, as far as the feedback says so

    @property
    def place(self) -> str:
        """Which words they are, as one word."""
        return place(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The gold question that feedback speaks for."""

    question: GoldItem  # with no passages yet, as one that the library should not answer
    candidates: tuple[Candidate, ...]
    refuses: bool  # the library should refuse, as far as the feedback says so
    lost: tuple[str, ...]  # titles of articles that have changed or gone since
    filtered: bool  # the answer was found under filters; a gold question has none
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()  # positions, and places that take each

    @property
    def chosen(self) -> tuple[str, ...]:
        """The places that the feedback speaks for."""
        return tuple(each.place for each in self.candidates if each.ticked)

    @property
    def is_ready(self) -> bool:
        """Whether one click is enough."""
        return self.refuses or bool(self.chosen)

    def item(self, refuses: bool, places: Collection[str]) -> GoldItem:
        """The gold question with the passages at these places.

        Raises KnownError when it has to be answered and none of the candidates is chosen.
        """
        if refuses:
            return self.question
        spans = tuple(each.span for each in self.candidates if each.place in places)
        if not spans:
            raise KnownError(
                en="No passage is ticked. Tick those that answer the question, or choose that the "
                "library should refuse.",
                fr="Aucun passage n’est coché. Cochez ceux qui répondent à la question, ou "
                "indiquez que la bibliothèque doit s’abstenir.",
            )
        order = [place(span) for span in spans]
        positions = tuple(
            GoldPosition(label, tuple(order.index(each) for each in taken if each in order))
            for label, taken in self.sides
        )
        taken = tuple(position for position in positions if position.spans)
        return replace(
            self.question,
            spans=spans,
            # One side alone is no contest.
            positions=taken if len(taken) > 1 else (),
            near_miss=False,
        )


def place(span: GoldSpan) -> str:
    return f"{span.article}:{span.start}-{span.end}"
