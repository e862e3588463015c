"""Dates as French and English articles write them, to ISO 8601.

Small tables rather than a date library: a library reads "mars" in any sentence and fills
what is missing with today's date; here a date is read whole or not at all.
"""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, spellings in enumerate(
        (
            "janvier janv january jan",
            "février fevrier févr fevr fév fev february feb",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "août aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "décembre decembre december déc dec",
        ),
        start=1,
    )
    for name in spellings.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_WEEKDAY = (
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)?,?\s*"
)
_CLOCK = r"(?:[T\s].{0,20})?"  # the time of day, after an ISO date

_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d){_CLOCK}",
        rf"{_YEAR}-(?P<month>\d\d)",
        _YEAR,
        rf"{_WEEKDAY}{_DAY}(?:er|st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",  # 2 juin 2016
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",  # June 2, 2016
        rf"{_MONTH}\s+{_YEAR}",
        r"(?P<day>\d\d?)[/.](?P<month>\d\d?)[/.](?P<year>(?:19|20)\d\d)",  # 02/06/2016
    )
)

# A date somewhere in a line; the names go, for in one pattern each may stand only once.
DATE_INSIDE = re.compile(
    re.sub(
        r"\?P<\w+>",
        "?:",
        rf"\b(?:{_WEEKDAY}{_DAY}(?:er|st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}"
        rf"|{_WEEKDAY}{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}"
        rf"|{_MONTH}\s+{_YEAR}|{_YEAR}-\d\d-\d\d|\d\d?[/.]\d\d?[/.]{_YEAR})\b",
    ),
    re.I,
)


def iso_date(text: str, *, day_first: bool = False) -> str:
    """Return the date that is the whole of `text` in ISO 8601, as precise as written, or "".

    "06/02/2016" is two dates, and left unread, unless `day_first` says that its writer
    counts like the French; a day that no calendar has is left unread, too.
    """
    stripped = text.strip().rstrip(".")
    for form in _FORMS:
        match = form.fullmatch(stripped)
        if match:
            return _iso(match.groupdict(), ambiguous=form is _FORMS[-1] and not day_first)
    return ""


def _iso(parts: dict[str, str], *, ambiguous: bool) -> str:
    year, month_text, day_text = parts["year"], parts.get("month"), parts.get("day")
    if not month_text:
        return year
    month = int(month_text) if month_text.isdigit() else _MONTHS[month_text.lower()]
    day = int(day_text) if day_text else 1
    if ambiguous and day <= 12 and day != month:
        return ""
    try:
        known = date(int(year), month, day)
    except ValueError:
        return ""
    return known.isoformat() if day_text else f"{known:%Y-%m}"
