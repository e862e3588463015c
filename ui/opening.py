"""From settings to the objects that do the work. Heavy imports happen here, not before."""

import os
from typing import TYPE_CHECKING

from corpus.wording import KnownError, Wording

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from index.embedding import Embedder
    from index.library import Library
    from qa.answer import Answer
    from qa.question import Question
    from ui.settings import Settings


def quiet_environment() -> None:
    """Settings that other libraries read when they are imported; what the person set stays."""
    for name, value in {
        "OMP_WAIT_POLICY": "PASSIVE",  # spinning threads cost up to five times on busy cores
        "TOKENIZERS_PARALLELISM": "false",  # texts are tokenised in small batches
        "TRANSFORMERS_VERBOSITY": "error",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "GRADIO_ANALYTICS_ENABLED": "False",
    }.items():
        os.environ.setdefault(name, value)


def load_settings() -> "Settings":
    """Settings from the environment. Raises KnownError for a value that makes no sense."""
    from pydantic import ValidationError

    from ui.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors()[0]
        name = "CXLIT_" + "_".join(str(part) for part in wrong["loc"]).upper()
        wanted = {
            "bool": Wording(en="write 1 or 0", fr="écrivez 1 ou 0"),
            "float": Wording(en="write a number", fr="écrivez un nombre"),
            "greater": Wording(en="write more than 0", fr="écrivez plus que 0"),
            "less": Wording(en="write at most 3600", fr="écrivez au plus 3600"),
        }.get(wrong["type"].split("_")[0], Wording(en=wrong["msg"], fr=wrong["msg"]))
        raise KnownError(
            en=f"{name}={wrong['input']} is not understood: {wanted.en}.",
            fr=f"{name}={wrong['input']} n'est pas compris : {wanted.fr}.",
        ) from error


def open_embedder(settings: "Settings") -> "Embedder":
    from index.embedding import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(settings.model, settings.cache_folder)


def open_library(settings: "Settings") -> "Library":
    """Raises KnownError when the library cannot be opened."""
    from index.library import Library

    return Library(
        settings.home,
        open_embedder(settings),
        starter=settings.starter,
        cache=settings.cache_folder,
    )


def open_chain(settings: "Settings", library: "Library") -> "Runnable[Question, Answer]":
    """Raises KnownError when CXLIT_LLM names no usable chat model."""
    from qa.chain import answer_chain

    if not settings.llm:
        return answer_chain(library)
    from qa.chat import ChatAnswerer
    from qa.chat_model import chat_model

    model = chat_model(settings.llm, settings.llm_timeout)
    return answer_chain(library, ChatAnswerer(model, settings.llm, settings.llm_timeout))
