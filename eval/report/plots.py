"""Where the marks of a plot stand; the template draws them as SVG.

Both axes of every plot go from 0 to 1.
"""

from dataclasses import dataclass

from eval.run import Bin, Run

SIZE = 240  # of the square between the axes, in the units of the drawing
LEFT, TOP = 50, 12
WIDTH, HEIGHT = LEFT + SIZE + 16, TOP + SIZE + 44
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)

Point = tuple[float, float]


def place(x: float, y: float) -> Point:
    """Where a value stands in the drawing, whose y axis points down."""
    return round(LEFT + x * SIZE, 1), round(TOP + (1 - y) * SIZE, 1)


@dataclass(frozen=True, slots=True)
class Dot:
    """A bin of the reliability plot; its area is the number of its questions."""

    at: Point
    radius: float
    bin: Bin


def dots(run: Run) -> tuple[Dot, ...]:
    largest = max((each.n for each in run.curves.reliability), default=1)
    return tuple(
        Dot(place(each.confidence, each.right), round(9 * (each.n / largest) ** 0.5, 1), each)
        for each in run.curves.reliability
    )


def curve(run: Run) -> str:
    """The points of the coverage-risk curve as an SVG polyline takes them."""
    points = (place(coverage, risk) for coverage, risk in run.curves.coverage_risk)
    return " ".join(f"{x},{y}" for x, y in points)


def today(run: Run) -> tuple[float, float] | None:
    """(coverage, risk) of the product as it is; None when it answers nothing."""
    answered = [item for item in run.items if not item.abstained]
    if not answered:
        return None
    wrong = sum(not item.right for item in answered)
    return len(answered) / len(run.items), wrong / len(answered)
