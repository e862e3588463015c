"""The bar under an answer: favourite, copy with citations, link, board memo."""

from collections.abc import Callable, Iterator

import gradio as gr
from gradio.blocks import Block
from gradio.events import Dependency

from corpus.wording import InterfaceLanguage, Wording
from qa.freezing import Frozen
from ui.web import failure
from ui.web.ask.conversation import Conversation
from ui.web.ask.copied_text import plain_text
from ui.web.desks.desks import Desks
from ui.web.download import Download
from ui.web.inlined import text_of
from ui.web.kept import words as kept_words
from ui.web.kept.keeping import frozen_now, kept
from ui.web.kept.memo_download import memo_writer
from ui.web.markup import render
from ui.web.part import QUIETLY, Updates
from ui.web.sent import sent

_LONGEST = 40  # characters of what a button sends


class AnswerActions:
    """The bar under the last answer of `conversation`; `name` tells it from others on the page.

    An answer that is not kept yet is kept once it becomes a favourite or gets a link.
    """

    def __init__(
        self, desks: Desks, language: gr.Radio, conversation: gr.State, name: str = "actions"
    ) -> None:
        self._answers = desks.answers
        self._language = language
        self._conversation = conversation
        self._name = name
        # What copying has to say is written by the script, into an element that stays.
        self._html = gr.HTML(
            elem_id=name,
            elem_classes="actions",
            html_template='<div>${value}</div><div class="told" aria-live="polite"></div>',
            js_on_load=text_of("clicks.js") + text_of("copying.js"),
            apply_default_css=False,
        )
        self._download = Download(f"{name}-memo")
        self.shown: list[Block] = [self._html]
        self._connect()

    def say(self, language: InterfaceLanguage, conversation: Conversation) -> Updates:
        """Nothing without an answer."""
        return {self._html: self._bar(language, conversation)}

    def _bar(
        self,
        language: InterfaceLanguage,
        conversation: Conversation,
        *,
        link: str = "",
        unshared: bool = False,
        failed: Wording | None = None,
    ) -> str:
        if not conversation:
            return ""
        kept = conversation[-1].kept
        try:
            entry = self._answers.entry(kept) if kept else None
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            entry, failed = None, failed or failure.sentence(error)
        return render(
            "actions.html",
            language,
            w=kept_words,
            name=self._name,
            mine=not kept or entry is not None,  # somebody else's is not put among one's own
            favourite=entry is not None and entry.favourite,
            text=plain_text(frozen_now(conversation), language),
            shared=entry is not None and entry.shared,
            link=link,
            unshared=unshared,
            failed=failed,
        )

    def _connect(self) -> None:
        inputs = [self._language, self._conversation]
        changed = [self._conversation, self._html]
        # Events after which the history is another.
        self.kept: list[Dependency] = [
            self._html.favour(self._favoured, inputs, changed, **QUIETLY),
            self._html.linked(self._linked, inputs, changed, **QUIETLY),
        ]
        made = self._html.memo(self._written, inputs, self._download.outputs, **QUIETLY)
        self._download.handed_over(made)

    def _favoured(
        self, language: InterfaceLanguage, conversation: Conversation, event: gr.EventData
    ) -> Updates:
        wanted = sent(event, "favour", _LONGEST) == "yes"
        return self._done(language, conversation, lambda id_: self._answers.favour(id_, wanted))

    def _linked(
        self, language: InterfaceLanguage, conversation: Conversation, event: gr.EventData
    ) -> Updates:
        """The link is made and shown, folded away again, or opens no more."""

        def share(id_: str) -> None:
            # Somebody else's that one could open is shared already.
            if self._answers.entry(id_):
                self._answers.share(id_)

        wanted = sent(event, "share", _LONGEST)
        if wanted == "fold":
            return {self._html: self._bar(language, conversation)}
        if wanted == "stop":
            return self._done(language, conversation, self._answers.unshare, unshared=True)
        return self._done(language, conversation, share, linked=True)

    def _done(
        self,
        language: InterfaceLanguage,
        conversation: Conversation,
        act: Callable[[str], None],
        *,
        linked: bool = False,
        unshared: bool = False,
    ) -> Updates:
        """The bar after `act` on the answer that is kept for it, if it was not yet."""
        if not conversation:
            return {self._html: ""}
        try:
            conversation = kept(self._answers, conversation)
            id_ = conversation[-1].kept
            act(id_)
            link = id_ if linked else ""
            bar = self._bar(language, conversation, link=link, unshared=unshared)
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            bar = self._bar(language, conversation, failed=failure.sentence(error))
        return {self._conversation: conversation, self._html: bar}

    def _written(
        self, language: InterfaceLanguage, conversation: Conversation, event: gr.EventData
    ) -> Iterator[Updates]:
        form = sent(event, "memo", _LONGEST)

        def frozen() -> list[Frozen]:
            id_ = conversation[-1].kept
            return [self._answers.opened(id_) if id_ else frozen_now(conversation)]

        if conversation:
            write = memo_writer(self._answers, frozen, form, language)
            yield from self._download.made(write, language)
