"""What a sentence tells beside one of its figures, in other figures and in words."""

import re
from dataclasses import dataclass

from qa.training.items.figures import Figure, shares

AGAINST = 10.0  # points between two shares that are set against each other
HALF = 50
# Words that tell on which side of a share, in percent, the figures of a sentence are.
_SIDES = {
    33: r"rarely|seldom|hardly|scarcely|rarement|guère|third|(?:in|out of) three|tiers|sur trois",
    HALF: (
        r"most|majority|minority|only|mere|few|fewer|half|just|clear|clearly|(?:in|out of) two"
        r"|majorité|minorité|plupart|seule?s?|seulement|à peine|peu|moitié|massivement|largement"
        r"|nette?s?|nettement|claire?s?|clairement|sur deux"
    ),
    85: r"nearly (?:all|every)|almost (?:all|every)|virtually|presque tou\w+|quasi\w*",
}
_TOLD = {side: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for side, words in _SIDES.items()}
_LITTLE = re.compile(r"\b(?:only|mere|just|seule?s?|seulement|à peine)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beside:
    """Of a figure that is a share. Of whatever else a figure tells, nothing here says anything."""

    figure: Figure
    shares: frozenset[float]  # the others that are told, in percent
    sides: frozenset[int]  # shares of which it is told whether the figure is more or less
    is_little: bool  # "only"

    @classmethod
    def of(cls, figure: Figure, text: str, language: str) -> "Beside":
        return cls(
            figure=figure,
            shares=shares(text, language) - {figure.value},
            sides=frozenset(side for side, words in _TOLD.items() if words.search(text)),
            is_little=_LITTLE.search(text) is not None,
        )

    def allows(self, value: float) -> bool:
        """Whether a wrong value contradicts nothing there, so that it must be known to be wrong.

        To the other shares it compares as the right one does ("from 95 % to 90 %" would be no
        rise) and comes no nearer: of what a source sets against something else nobody believes
        that both are much the same. With them it is no more than the whole where the right one is
        not; "only" stands before no more than half, or than the right one.
        """
        right = self.figure.value
        if not self.figure.is_share:
            return True
        whole = 100 - sum(self.shares)
        return (
            (right > whole or value <= whole)
            and (not self.is_little or value <= max(right, HALF))
            and all(self._compares(value, side) for side in self.sides)
            and all(
                self._compares(value, other)
                and abs(value - other) >= min(AGAINST, abs(right - other))
                for other in self.shares
            )
        )

    def _compares(self, value: float, other: float) -> bool:
        return value != other and (value < other) == (self.figure.value < other)
