"""One request to a chat model for an object of a given form, in bounded time.

Whatever goes wrong between here and the provider, silence included, becomes one exception, so
that whoever asks can go on without the model.
"""

import json
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from qa.chat_model import TIMEOUT_S, ChatModelFailed

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

Form = TypeVar("Form", bound=BaseModel)


class ChatCall(Generic[Form]):
    """Asks one chat model for objects of one form."""

    def __init__(
        self,
        model: "BaseChatModel",
        name: str,
        form: type[Form],
        as_json: str,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        """`as_json` describes the form to a model that can only write text."""
        self._model = model
        self.name = name
        self._form = form
        self._as_json = as_json
        self._timeout_s = timeout_s

    def __call__(self, instructions: str, request: str) -> Form:
        """The reply. Raises ChatModelFailed: none in time, refused, failed, or not of that form."""
        reply = self._within_time(lambda: self._ask(instructions, request))
        if reply is None:
            raise ChatModelFailed(
                en=f"{self.name} replied, but not in the form that was asked for; "
                "a larger model may do better",
                fr=f"{self.name} a répondu, mais pas sous la forme demandée ; "
                "un modèle plus grand fera peut-être mieux",
            )
        return reply

    def _ask(self, instructions: str, request: str) -> Form | None:
        from langchain_core.messages import HumanMessage, SystemMessage

        def messages(told: str) -> Sequence["BaseMessage"]:
            return [SystemMessage(told), HumanMessage(request)]

        try:
            structured = self._model.with_structured_output(self._form, include_raw=True)
        except NotImplementedError:  # a model that can only write text
            text = self._model.invoke(messages(instructions + self._as_json)).text
            return self._read(text)
        output: Any = structured.invoke(messages(instructions))
        if isinstance(output["parsed"], self._form):
            return output["parsed"]
        # Some models write the object as text instead of calling the tool.
        return self._read(output["raw"].text)

    def _read(self, text: str) -> Form | None:
        return next(_objects(text, self._form), None)

    def _within_time(self, ask: Callable[[], Form | None]) -> Form | None:
        """Run `ask` in a daemon thread, and wait for it only so long.

        So a model that hangs holds up neither the answer nor the end of the process; its thread
        ends with the provider's own timeout.
        """
        outcomes: queue.SimpleQueue[Form | Exception | None] = queue.SimpleQueue()

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
            en=f"{self.name} gave no reply within {seconds} s",
            fr=f"{self.name} n’a pas répondu en {seconds.replace('.', ',')} s",
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
        return ChatModelFailed(en=f"{self.name} {en}", fr=f"{self.name} {fr}")


def _objects(text: str, form: type[Form]) -> Iterator[Form]:
    """Objects of `form` in the text of a model; what stands around them is ignored."""
    decoder = json.JSONDecoder()
    at = text.find("{")
    while at >= 0:
        try:
            value, _ = decoder.raw_decode(text, at)
            # Any object would be of the form by its defaults, and say nothing.
            if isinstance(value, dict) and value.keys() & form.model_fields.keys():
                yield form.model_validate(value)
        except (json.JSONDecodeError, ValidationError, RecursionError):
            pass  # not here: prose, a thought, or another object; look further
        at = text.find("{", at + 1)
