"""When an answer was given, as a person says it, in the time of the machine that serves."""

from datetime import date, datetime, timedelta

from corpus.wording import InterfaceLanguage
from ui.web.dates import date_in_words
from ui.web.kept import words as kept_words


def moment(at: str) -> datetime:
    """ISO 8601 with its zone, in local time."""
    return datetime.fromisoformat(at).astimezone()


def time_in_words(at: datetime, language: InterfaceLanguage) -> str:
    """Hours and minutes: "10:05" in English, "10 h 05" in French."""
    return f"{at.hour}\u00a0h\u00a0{at.minute:02}" if language == "fr" else f"{at:%H:%M}"


def day_in_words(day: date, today: date, language: InterfaceLanguage) -> str:
    """Today, yesterday, or the date."""
    if day == today:
        return kept_words.TODAY.in_language(language)
    if day == today - timedelta(days=1):
        return kept_words.YESTERDAY.in_language(language)
    return date_in_words(day.isoformat(), language)
