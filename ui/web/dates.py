"""Dates in words, as precise as they are known."""

from corpus.wording import InterfaceLanguage

_MONTHS: dict[InterfaceLanguage, tuple[str, ...]] = {
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin",
           "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
}  # fmt: skip


def date_in_words(date: str, language: InterfaceLanguage) -> str:
    """ISO 8601 "2016-06-02", "2016-06" or "2016" as a person writes it; anything else as it is."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return date
    year, *rest = (int(part) for part in parts)
    if not rest:
        return str(year)
    if not 1 <= rest[0] <= 12:
        return date
    month = _MONTHS[language][rest[0] - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    # French says "1er juin" and then plain numbers.
    day = "1er" if language == "fr" and rest[1] == 1 else str(rest[1])
    return f"{day} {month} {year}"
