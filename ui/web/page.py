"""The page: header with the language switch, and one tab for each thing that people do.

A further tab is a class like the three here: it lays itself out, connects its events and names
its `parts`, what it says in the interface language.
"""

from typing import Any

import gradio as gr
from gradio.events import Dependency

from corpus.loading import MOST_BYTES
from corpus.wording import InterfaceLanguage
from ui.web import speaking, texts
from ui.web.articles.tab import ArticlesTab
from ui.web.ask.tab import AskTab
from ui.web.desks.desks import Desks
from ui.web.desks.people_desk import PeopleDesk
from ui.web.doors.visitor import visitor
from ui.web.feedback.review_tab import ReviewTab
from ui.web.health.tab import HealthTab
from ui.web.kept.tab import KeptTab
from ui.web.machines.api import offer
from ui.web.machines.functions import Machines
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates
from ui.web.people.tab import PeopleTab, who_html
from ui.web.search.tab import SearchTab
from ui.web.tabs import LABELS, seen_by
from ui.web.train.tab import TrainTab

LARGEST_UPLOAD = MOST_BYTES  # no larger document would be read
LARGEST_ARCHIVE = 512 * 2**20  # bytes of a ZIP; Gradio has one bound for all uploads


def build_page(desks: Desks) -> gr.Blocks:
    """The page over these desks, not yet served (see `serving.serve`)."""
    # Uploaded files are looked for every hour and deleted after a day: they are in the library.
    page = gr.Blocks(
        title="cxlit", analytics_enabled=False, fill_width=True, delete_cache=(3600, 86400)
    )
    with page:
        with gr.Row(elem_id="masthead"):
            brand = gr.HTML(elem_id="brand", apply_default_css=False)
            who = gr.HTML(elem_id="who", apply_default_css=False)
            language = gr.Radio(
                [("English", "en"), ("Français", "fr")],
                value="en",
                elem_id="language",
                container=False,
                scale=0,
            )
        with gr.Tabs(elem_id="tabs", overflow_behavior="wrap") as tabs:
            with gr.Tab(LABELS["ask"].en, id="ask") as ask_label:
                ask = AskTab(desks, language)
            with gr.Tab(LABELS["search"].en, id="search") as search_label:
                search = SearchTab(desks, language)
            with gr.Tab(LABELS["kept"].en, id="kept") as kept_label:
                kept = KeptTab(desks, language)
            with gr.Tab(LABELS["train"].en, id="train") as train_label:
                train = TrainTab(desks, language, train_label.select)
            with gr.Tab(LABELS["articles"].en, id="articles"):
                articles = ArticlesTab(desks.library, language, LARGEST_UPLOAD, LARGEST_ARCHIVE)
            with gr.Tab(LABELS["health"].en, id="health") as health_label:
                health = HealthTab(desks.library, language, health_label)
            with gr.Tab(LABELS["review"].en, id="review", visible=False) as review_label:
                review = ReviewTab(desks, language, review_label)
            with gr.Tab(LABELS["people"].en, id="people"):
                people = PeopleTab(desks, language)
        # What the library offers to ask about may have changed meanwhile.
        ask.refreshed_by(ask_label.select)
        search.refreshed_by(search_label.select)
        kept.refreshed_by(kept_label.select)
        # Already after each answer, so that nothing moves under the pointer once the tab is there.
        for event in ask.kept:
            kept.refreshed_by(event.then)

        labels = {str(tab.id): tab for tab in tabs.children}

        def say_frame(language: InterfaceLanguage) -> Updates:
            seen = seen_by(visitor())
            said: Updates = {
                tab: gr.update(label=LABELS[id_].in_language(language), visible=id_ in seen)
                for id_, tab in labels.items()
            }
            return {brand: render("brand.html", language), who: who_html(language), **said}

        frame = Part([], [brand, who, *labels.values()], say_frame)
        arrived = _switch_language(
            page,
            language,
            desks.people,
            (
                frame,
                *ask.parts,
                *search.parts,
                *kept.parts,
                *train.parts,
                *articles.parts,
                *health.parts,
                *review.parts,
                *people.parts,
            ),
        )
        kept.linked_by(arrived.then, tabs)
        train.linked_by(arrived.then)
        offer(Machines(desks.library))
    return page


def _switch_language(
    page: gr.Blocks, language: gr.Radio, people: PeopleDesk, parts: tuple[Part, ...]
) -> Dependency:
    """Say everything in the language of the visitor, and again at each switch.

    Returns the event after which the page is there.
    """
    inputs = [language, *(component for part in parts for component in part.inputs)]
    outputs = [language, *(component for part in parts for component in part.outputs)]

    def say(spoken: InterfaceLanguage, *values: Any) -> Updates:
        updates: Updates = {language: gr.update(label=texts.LANGUAGE.in_language(spoken))}
        for part in parts:
            own, values = values[: len(part.inputs)], values[len(part.inputs) :]
            updates |= part.say(spoken, *own)
        return updates

    def begin(_: InterfaceLanguage, *values: Any) -> Updates:
        spoken = speaking.spoken(people)
        label = texts.LANGUAGE.in_language(spoken)
        return {**say(spoken, *values), language: gr.update(value=spoken, label=label)}

    def switch(spoken: InterfaceLanguage, *values: Any) -> Updates:
        speaking.remember(people, spoken)
        return say(spoken, *values)

    arrived: Dependency = page.load(begin, inputs, outputs, **QUIETLY).then(
        None, language, js="(spoken) => cxlit.ready(spoken)"
    )
    declared = "(spoken, ...rest) => [cxlit.declare(spoken), ...rest]"
    # Who switches there and back at once means the last switch: the switch itself is not answered.
    language.input(switch, inputs, outputs, js=declared, trigger_mode="always_last", **QUIETLY)
    return arrived
