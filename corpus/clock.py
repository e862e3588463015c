"""The time, as what expires is told it, and as the database keeps it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]  # a test hands in its own


def now() -> datetime:
    return datetime.now(UTC)


def stamp(at: datetime) -> str:
    """ISO 8601 to the second; in UTC, so that text is ordered as time is."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
