"""The answerer that asks a chat model, any that LangChain can reach.

It only drafts: what it says is believed after the citation check. Whatever goes wrong between
here and the provider, silence included, becomes one exception, so that the chain can let the
embedded answerer speak instead.
"""

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qa import drafting
from qa.chat_model import TIMEOUT_S, ChatModelFailed
from qa.evidence import DraftSentence, Evidence

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


class ChatAnswerer:
    """Drafts an answer with a chat model; `name` is shown, as in "chat:ollama:qwen3"."""

    def __init__(self, model: "BaseChatModel", name: str, timeout_s: float = TIMEOUT_S) -> None:
        self._model = model
        self._model_name = name
        self._timeout_s = timeout_s

    @property
    def name(self) -> str:
        return f"chat:{self._model_name}"

    def draft(
        self, question: str, language: str, evidence: tuple[Evidence, ...]
    ) -> tuple[DraftSentence, ...]:
        """Draft in `language`; empty when the model says that the passages do not answer.

        Raises ChatModelFailed: no reply in time, a refused or failed request, or a reply that
        has not the form asked for.
        """
        if not evidence:
            return ()
        reply = self._within_time(lambda: self._ask(question, language, evidence))
        if reply is None:
            raise ChatModelFailed(
                en=f"{self._model_name} replied, but not in the form that was asked for; "
                "a larger model may do better",
                fr=f"{self._model_name} a répondu, mais pas sous la forme demandée ; "
                "un modèle plus grand fera peut-être mieux",
            )
        return drafting.drafted(reply, evidence)

    def _ask(
        self, question: str, language: str, evidence: tuple[Evidence, ...]
    ) -> drafting.Reply | None:
        from langchain_core.messages import HumanMessage, SystemMessage

        try:
            structured = self._model.with_structured_output(drafting.Reply, include_raw=True)
        except NotImplementedError:  # a model that can only write text
            structured = None
        system = drafting.instructions(question, language, evidence, as_json=structured is None)
        messages = [SystemMessage(system), HumanMessage(drafting.request(question, evidence))]
        if structured is None:
            return drafting.read(self._model.invoke(messages).text)
        output: Any = structured.invoke(messages)
        if isinstance(output["parsed"], drafting.Reply):
            return output["parsed"]
        # Some models write the object as text instead of calling the tool.
        return drafting.read(output["raw"].text)

    def _within_time(self, ask: Callable[[], drafting.Reply | None]) -> drafting.Reply | None:
        """Run `ask` in a daemon thread, and wait for it only so long.

        So a model that hangs holds up neither the answer nor the end of the process; its thread
        ends with the provider's own timeout.
        """
        outcomes: queue.SimpleQueue[drafting.Reply | Exception | None] = queue.SimpleQueue()

        def run() -> None:
            try:
                outcomes.put(ask())
            # The boundary to thirty providers, each with exceptions of its own and no common
            # base class: none of them may cost the person the answer.
            except Exception as failure:  # noqa: BLE001
                outcomes.put(failure)

        threading.Thread(target=run, name="cxlit-chat-model", daemon=True).start()
        try:
            outcome = outcomes.get(timeout=self._timeout_s)
        except queue.Empty:
            raise self._no_reply() from None
        if isinstance(outcome, Exception):
            raise self._failed(outcome) from outcome
        return outcome

    def _no_reply(self) -> ChatModelFailed:
        seconds = f"{self._timeout_s:g}"
        return ChatModelFailed(
            en=f"{self._model_name} gave no reply within {seconds} s",
            fr=f"{self._model_name} n'a pas répondu en {seconds.replace('.', ',')} s",
        )

    def _failed(self, failure: Exception) -> ChatModelFailed:
        """Say what happened in words where LangChain knows, else by the exception's name.

        The provider's own message stays in `__cause__`: it may hold parts of a key.
        """
        from langchain_core import exceptions as known

        reasons: dict[type[Exception], tuple[str, str]] = {
            known.ModelRateLimitError: (
                "refused: rate limit or quota reached, wait or choose another model",
                "a refusé : limite de débit ou quota atteint, attendez ou changez de modèle",
            ),
            known.ModelAuthenticationError: (
                "refused the key: check the provider's API key",
                "a refusé la clé : vérifiez la clé d'API du fournisseur",
            ),
            known.ModelPermissionDeniedError: (
                "refused: the key has no right to this model",
                "a refusé : la clé ne donne pas accès à ce modèle",
            ),
            known.ModelNotFoundError: (
                "does not exist at this provider",
                "n'existe pas chez ce fournisseur",
            ),
            known.ModelConnectionError: (
                "cannot be reached: check the network and the provider",
                "est injoignable : vérifiez le réseau et le fournisseur",
            ),
            known.ModelTimeoutError: ("gave no reply in time", "n'a pas répondu à temps"),
            known.ContextOverflowError: (
                "cannot read that many passages at once",
                "ne peut pas lire autant de passages à la fois",
            ),
        }
        kind = type(failure).__name__
        en, fr = next(
            (words for known_type, words in reasons.items() if isinstance(failure, known_type)),
            (f"failed ({kind})", f"a échoué ({kind})"),
        )
        return ChatModelFailed(en=f"{self._model_name} {en}", fr=f"{self._model_name} {fr}")
