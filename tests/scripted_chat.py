"""A chat model that says what the test wrote, and remembers what it was told."""

import json
import threading
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from pydantic import ConfigDict, Field, PrivateAttr


class ScriptedChat(BaseChatModel):
    """Writes `reply` as text; raises `failure` instead, or waits for `released` before."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    reply: str = ""
    failure: Exception | None = None
    released: threading.Event | None = None
    told: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        self.told.append(messages)
        if self.released:
            self.released.wait()
        if self.failure:
            raise self.failure
        return ChatResult(generations=[ChatGeneration(message=self._message())])

    def _message(self) -> AIMessage:
        return AIMessage(self.reply)


class ScriptedToolChat(ScriptedChat):
    """Replies through the tool that structured output binds, as most providers' models do."""

    _tool: str = PrivateAttr(default="")

    def bind_tools(self, tools: Any, **_: Any) -> Runnable[Any, AIMessage]:
        self._tool = tools[0].__name__
        return self.bind()

    def _message(self) -> AIMessage:
        call = {"name": self._tool, "args": json.loads(self.reply), "id": "call-1"}
        return AIMessage("", tool_calls=[call])


def reply(*sentences: tuple[str, str, str], not_answered: bool = False) -> str:
    """JSON of a reply; each sentence is its text, the short id of a passage, and the quote."""
    return json.dumps(
        {
            "sentences": [
                {"text": text, "quotes": [{"passage_id": passage, "quote": quote}]}
                for text, passage, quote in sentences
            ],
            "not_answered": not_answered,
        },
        ensure_ascii=False,
    )
