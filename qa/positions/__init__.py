"""Positions: what the sources answer to the questions on which the field disagrees."""

from qa.positions.answering import with_positions
from qa.positions.mapping import PositionMap, Positions

__all__ = ["PositionMap", "Positions", "with_positions"]
