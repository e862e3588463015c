"""The page: header with the language switch, and one tab for each thing that people do.

A further tab is a class like the three here: it lays itself out, connects its events and names
its `parts`, what it says in the interface language.
"""

from typing import Any

import gradio as gr

from corpus.loading import MOST_BYTES
from corpus.wording import InterfaceLanguage
from ui.web import texts
from ui.web.articles_tab import ArticlesTab
from ui.web.ask_tab import AskTab
from ui.web.desk import Desk
from ui.web.health_tab import HealthTab
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates

LARGEST_UPLOAD = MOST_BYTES  # no larger document would be read
LARGEST_ARCHIVE = 512 * 2**20  # bytes of a ZIP; Gradio has one bound for all uploads


def build_page(desk: Desk) -> gr.Blocks:
    """The page over this desk, not yet served (see `serving.serve`)."""
    # Uploaded files are looked for every hour and deleted after a day: they are in the library.
    page = gr.Blocks(
        title="cxlit", analytics_enabled=False, fill_width=True, delete_cache=(3600, 86400)
    )
    with page:
        with gr.Row(elem_id="masthead"):
            brand = gr.HTML(elem_id="brand", apply_default_css=False)
            language = gr.Radio(
                [("English", "en"), ("Français", "fr")],
                value="en",
                elem_id="language",
                container=False,
                scale=0,
            )
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab(texts.TAB_ASK.en, id="ask") as ask_label:
                ask = AskTab(desk, language)
            with gr.Tab(texts.TAB_ARTICLES.en, id="articles") as articles_label:
                articles = ArticlesTab(desk, language, LARGEST_UPLOAD, LARGEST_ARCHIVE)
            with gr.Tab(texts.TAB_HEALTH.en, id="health") as health_label:
                health = HealthTab(desk, language, health_label)
        # What the library offers to ask about may have changed meanwhile.
        ask.refreshed_by(ask_label.select)

        def say_frame(language: InterfaceLanguage) -> Updates:
            return {
                brand: render("brand.html", language),
                ask_label: gr.update(label=texts.TAB_ASK.in_language(language)),
                articles_label: gr.update(label=texts.TAB_ARTICLES.in_language(language)),
                health_label: gr.update(label=texts.TAB_HEALTH.in_language(language)),
            }

        frame = Part([], [brand, ask_label, articles_label, health_label], say_frame)
        _switch_language(page, language, (frame, *ask.parts, *articles.parts, *health.parts))
    return page


def _switch_language(page: gr.Blocks, language: gr.Radio, parts: tuple[Part, ...]) -> None:
    """Say everything in the language that the browser remembers, and again at each switch."""
    inputs = [language, *(component for part in parts for component in part.inputs)]
    outputs = [language, *(component for part in parts for component in part.outputs)]

    def say(spoken: InterfaceLanguage, *values: Any) -> Updates:
        updates: Updates = {language: gr.update(label=texts.LANGUAGE.in_language(spoken))}
        for part in parts:
            own, values = values[: len(part.inputs)], values[len(part.inputs) :]
            updates |= part.say(spoken, *own)
        return updates

    def begin(spoken: InterfaceLanguage, *values: Any) -> Updates:
        label = texts.LANGUAGE.in_language(spoken)
        return {**say(spoken, *values), language: gr.update(value=spoken, label=label)}

    remembered = "(_, ...rest) => [cxlit.language(), ...rest]"
    chosen = "(spoken, ...rest) => [cxlit.speak(spoken), ...rest]"
    page.load(begin, inputs, outputs, js=remembered, **QUIETLY).then(None, js="() => cxlit.ready()")
    # Who switches there and back at once means the last switch: the switch itself is not answered.
    language.input(say, inputs, outputs, js=chosen, trigger_mode="always_last", **QUIETLY)
