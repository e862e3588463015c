"""The answerer that asks a chat model, any that LangChain can reach.

It only drafts: what it says is believed after the citation check.
"""

from typing import TYPE_CHECKING

from qa import drafting
from qa.chat_call import ChatCall
from qa.chat_model import TIMEOUT_S
from qa.evidence import DraftSentence, Evidence

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


class ChatAnswerer:
    """Drafts an answer with a chat model; `name` is shown, as in "chat:ollama:qwen3"."""

    def __init__(self, model: "BaseChatModel", name: str, timeout_s: float = TIMEOUT_S) -> None:
        self._call = ChatCall(model, name, drafting.Reply, drafting.AS_JSON, timeout_s)

    @property
    def name(self) -> str:
        return f"chat:{self._call.name}"

    def draft(
        self, question: str, language: str, evidence: tuple[Evidence, ...]
    ) -> tuple[DraftSentence, ...]:
        """Draft in `language`; empty when the model says that the passages do not answer.

        Raises ChatModelFailed: no reply in time, a refused or failed request, or a reply that
        has not the form asked for.
        """
        if not evidence:
            return ()
        reply = self._call(
            drafting.instructions(question, language, evidence),
            drafting.request(question, evidence),
        )
        return drafting.drafted(reply, evidence)
