"""Filters as HTML: the form with what it offers, and the line that says what is set."""

from corpus.filters import KIND_NAMES, Filters
from corpus.topics import TOPIC_NAMES
from corpus.wording import InterfaceLanguage
from ui.web import texts
from ui.web.filtering import Choices
from ui.web.markup import render


def filters_html(choices: Choices, filters: Filters, name: str, language: InterfaceLanguage) -> str:
    """The folded form; `name` tells its fields from those of another one on the page."""
    return render(
        "filters.html",
        language,
        name=name,
        filters=filters,
        languages=[
            (code, texts.LANGUAGES[code].in_language(language) if code in texts.LANGUAGES else code)
            for code in choices.languages
        ],
        years=[(year, year) for year in choices.years],
        kinds=[(kind, KIND_NAMES[kind].in_language(language)) for kind in choices.kinds],
        topics=topic_names(choices, language),
        publishers=choices.publishers,
        authors=choices.authors,
        collections=[(collection, collection) for collection in choices.collections],
    )


def topic_names(choices: Choices, language: InterfaceLanguage) -> list[tuple[str, str]]:
    """Each topic with its name, in the order of the list of topics."""
    return [(topic.value, TOPIC_NAMES[topic].in_language(language)) for topic in choices.topics]


def set_html(filters: Filters, name: str, language: InterfaceLanguage) -> str:
    """What is set, with a button that clears it; nothing when nothing is set."""
    return render("filters_set.html", language, filters=filters, name=name) if filters else ""
