"""The panel of suggested questions: a few at a time, of all topics or of one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import gradio as gr

from corpus.filters import Filters
from corpus.topics import TOPIC_NAMES, Topic
from corpus.wording import InterfaceLanguage
from ui.web import failure, texts
from ui.web.ask.examples import EXAMPLES
from ui.web.ask.suggestions import AT_ONCE, Suggested, some, suggestions
from ui.web.desks.desk import Desk
from ui.web.inlined import text_of
from ui.web.markup import render
from ui.web.part import IN_TURN, QUIETLY, Updates


class Place(NamedTuple):
    """What the panel shows: the topic chosen, or none, and how often one asked for others."""

    topic: str = ""
    page: int = 0


class SuggestionsPanel:
    """`html` raises `pick` with the question that was clicked."""

    def __init__(self, desk: Desk, language: gr.Radio, filters: gr.State) -> None:
        self._desk = desk
        self.place = gr.State(Place())
        scripts = map(text_of, ("unfolded.js", "clicks.js", "suggestions.js"))
        self.html = gr.HTML(
            elem_id="suggestions", js_on_load="".join(scripts), apply_default_css=False
        )
        shown = [self.html, self.place]
        inputs = [self.place, filters, language]
        self.html.more(self._others, inputs, shown, **QUIETLY)
        self.html.choice(self._narrowed, inputs, shown, **IN_TURN)

    def say(self, language: InterfaceLanguage, place: Place, filters: Filters) -> Updates:
        return {self.html: self._html(place, filters, language)}

    def _others(self, place: Place, filters: Filters, language: InterfaceLanguage) -> Updates:
        return self._at(place._replace(page=place.page + 1), filters, language)

    def _narrowed(
        self,
        place: Place,
        filters: Filters,
        language: InterfaceLanguage,
        event: gr.EventData,
    ) -> Updates:
        topic = str(event._data.get("value", ""))
        return self._at(Place(topic if topic in set(Topic) else ""), filters, language)

    def _at(self, place: Place, filters: Filters, language: InterfaceLanguage) -> Updates:
        return {self.place: place, self.html: self._html(place, filters, language)}

    def _html(self, place: Place, filters: Filters, language: InterfaceLanguage) -> str:
        try:
            suggested = self._desk.suggested()
        except Exception as error:  # noqa: BLE001  suggestions are a courtesy: go without
            failure.sentence(error)
            return ""
        return suggestions_html(suggested, place, filters, language)


def suggestions_html(
    suggested: Sequence[Suggested], place: Place, filters: Filters, language: InterfaceLanguage
) -> str:
    """The panel; nothing for a library that has no such questions."""
    examples = [question for questions in EXAMPLES.values() for question in questions]
    every = suggestions(suggested, language, filters, examples)
    if not every:
        return ""
    present = {topic for one in every for topic in one.record.topics}
    topics = [t for t in Topic if t in present and (not filters.topics or t in filters.topics)]
    topic = place.topic if place.topic in topics else ""
    ordered = every
    if topic:
        narrowed = replace(filters, topics=frozenset({Topic(topic)}))
        ordered = suggestions(suggested, language, narrowed, examples)
    names = {each.value: TOPIC_NAMES[each].in_language(language) for each in topics}
    names = {"": texts.ALL_TOPICS.in_language(language), **names}
    return render(
        "suggestions.html",
        language,
        shown=some(ordered, place.page),
        others=len(ordered) > AT_ONCE,
        page=place.page,
        topic=topic,
        chosen=names[topic],
        topics=list(names.items()),
    )
