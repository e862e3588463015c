"""How long something is away, in words."""

from datetime import timedelta

from corpus.wording import Wording

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH = 30.44 * _DAY  # a year has twelve
_YEAR = 365.25 * _DAY


def in_words(interval: timedelta) -> Wording:
    """As exact as one wants it: 10 min, 8 days, 2.5 months."""
    seconds = max(interval.total_seconds(), 0)
    if seconds < 0.97 * _HOUR:
        minutes = max(round(seconds / _MINUTE), 1)
        return Wording(f"{minutes} min", f"{minutes}\u00a0min")
    if seconds < 0.97 * _DAY:
        hours = round(seconds / _HOUR)
        return Wording(f"{hours} h", f"{hours}\u00a0h")
    if seconds < 1.5 * _MONTH:
        days = round(seconds / _DAY)
        return Wording(f"{days} day" if days == 1 else f"{days} days", f"{days}\u00a0j")
    if seconds < 0.97 * _YEAR:
        months = _decimal(seconds / _MONTH)
        return Wording(f"{months} months", f"{months.replace('.', ',')}\u00a0mois")
    years = _decimal(seconds / _YEAR)
    several = float(years) >= 2
    return Wording(
        f"{years} year" if years == "1" else f"{years} years",
        f"{years.replace('.', ',')}\u00a0{'ans' if several else 'an'}",
    )


def _decimal(number: float) -> str:
    """One decimal at most, and none that says nothing."""
    return f"{number:.1f}".removesuffix(".0")
