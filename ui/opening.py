"""From settings to the objects that do the work. Heavy imports happen here, not before."""

import os
from typing import TYPE_CHECKING

from corpus.wording import KnownError, Wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from langchain_core.runnables import Runnable

    from corpus.accounts import Accounts
    from corpus.feedback_store import FeedbackStore
    from corpus.history import History
    from corpus.kept import KeptAnswers
    from corpus.preferences import Preferences
    from corpus.sessions import Sessions
    from index.embedding import Embedder
    from index.library import Library
    from qa.answer import Answer
    from qa.chat import ChatAnswerer
    from qa.health import Health
    from qa.question import Question
    from qa.question_writing import QuestionWriter
    from qa.training.training import Training
    from ui.settings import Settings


def quiet_environment() -> None:
    """Settings that other libraries read when they are imported; what the person set stays."""
    for name, value in {
        "OMP_WAIT_POLICY": "PASSIVE",  # spinning threads cost up to five times on busy cores
        # NumPy's: a question has hundreds of products too small to share; waiting for each other
        # took half of the processor time, and sums came out in another order at each run.
        "OPENBLAS_NUM_THREADS": "1",
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
            fr=f"{name}={wrong['input']} n’est pas compris : {wanted.fr}.",
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


def open_question_writer(settings: "Settings", library: "Library") -> "QuestionWriter | None":
    """For one addition, after which it may hold a note. None where CXLIT_QUESTION_LLM is not set.

    Raises KnownError when that names no usable chat model.
    """
    if not settings.question_llm:
        return None
    from qa.chat_model import chat_model
    from qa.question_writing import QuestionWriter

    model = chat_model(settings.question_llm, settings.llm_timeout)
    return QuestionWriter(model, settings.question_llm, library.embedder, settings.llm_timeout)


def open_chain(
    settings: "Settings", library: "Library", *, noted: bool = True
) -> "Runnable[Question, Answer]":
    """The chain for questions by command, which are kept with their answers unless that is off.

    An evaluation asks with `noted` False, and so does the page, which knows who asks. Raises
    KnownError when CXLIT_LLM names no usable chat model.
    """
    chain = _chain(settings, library)
    if not (noted and settings.history):
        return chain
    from langchain_core.runnables import RunnableLambda

    from ui.recording import note

    def ask(question: "Question") -> "Answer":
        answer = chain.invoke(question)
        note(settings.library_file, question, answer)
        return answer

    return RunnableLambda(ask)


def open_embedded_chain(library: "Library") -> "Runnable[Question, Answer]":
    """The chain with the embedded answerer alone, whatever chat model is set."""
    from qa.chain import answer_chain

    return answer_chain(library)


def open_kept(settings: "Settings") -> "KeptAnswers":
    """The answers that people keep. Raises KnownError when the library cannot be opened."""
    from corpus.kept import KeptAnswers

    return KeptAnswers(settings.library_file)


def open_accounts(settings: "Settings") -> "Accounts":
    """People's accounts, also before there is a library. Raises KnownError when not possible."""
    from corpus.accounts import Accounts

    return Accounts(_library_file(settings))


def open_sessions(settings: "Settings") -> "Sessions":
    """Sessions and keys; likewise."""
    from corpus.sessions import Sessions

    return Sessions(_library_file(settings))


def open_preferences(settings: "Settings") -> "Preferences":
    """What each person prefers; likewise."""
    from corpus.preferences import Preferences

    return Preferences(_library_file(settings))


def open_history(settings: "Settings") -> "History | None":
    """None where there is no library yet; opening the history does not begin one."""
    from corpus.history import History

    return History(settings.library_file) if settings.library_file.is_file() else None


def open_feedback(settings: "Settings") -> "FeedbackStore | None":
    """None where there is no library yet; opening the feedback does not begin one."""
    from corpus.feedback_store import FeedbackStore

    return FeedbackStore(settings.library_file) if settings.library_file.is_file() else None


def open_health(settings: "Settings", library: "Library") -> "Health":
    """The health of the live generation."""
    from contextlib import closing

    from corpus.catalogue import Catalogue
    from corpus.history import History
    from qa.health import health

    snapshot = library.snapshot()
    with (
        closing(Catalogue(settings.library_file)) as catalogue,
        closing(History(settings.library_file)) as history,
    ):
        return health(
            snapshot.records(),
            catalogue.signatures(snapshot.generation),
            history.all(),
            snapshot.embedder,
        )


def open_training(settings: "Settings", library: "Library") -> "Training":
    """Training, with the organisation's own competency map if it has one.

    Raises KnownError when the library cannot be opened or the map is not as it must be.
    """
    from qa.training.map_reading import SHIPPED
    from qa.training.training import open_training

    own = settings.home / "training"
    folder = own if (own / "competencies").is_dir() else SHIPPED
    return open_training(
        settings.library_file, library, folder=folder, chat=_chat_answerer(settings)
    )


def open_originals(settings: "Settings") -> "Callable[[str], Path | None]":
    """The originals of notes: `cxlit library fetch` downloads them, under its own rules."""
    from corpus.web.downloads import Copy, Downloads

    downloads = Downloads(settings.home / "originals")

    def copy_of(url: str) -> "Path | None":
        attempt = downloads.attempt(url)
        return downloads.path(attempt) if isinstance(attempt, Copy) else None

    return copy_of


def _library_file(settings: "Settings") -> "Path":
    """Where `library.db` is, or can begin."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            en=f"{settings.home} cannot be made ({error.strerror}). Set CXLIT_HOME to a folder of "
            "yours.",
            fr=f"{settings.home} ne peut pas être créé ({error.strerror}). Donnez à CXLIT_HOME un "
            "dossier à vous.",
        ) from error
    return settings.library_file


def _chain(settings: "Settings", library: "Library") -> "Runnable[Question, Answer]":
    from qa.chain import answer_chain

    return answer_chain(library, _chat_answerer(settings))


def _chat_answerer(settings: "Settings") -> "ChatAnswerer | None":
    """None where CXLIT_LLM is not set. Raises KnownError when it names no usable chat model."""
    if not settings.llm:
        return None
    from qa.chat import ChatAnswerer
    from qa.chat_model import chat_model

    model = chat_model(settings.llm, settings.llm_timeout)
    return ChatAnswerer(model, settings.llm, settings.llm_timeout)
