"""The checks of `cxlit doctor`: each tries the real thing and says what it saw."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from corpus.wording import KnownError, Wording
from ui.opening import open_embedder, open_library
from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and what it saw; what does not work says how to mend it."""

    name: Wording
    works: bool
    detail: Wording


def checkup(settings: Settings, *, offline: bool) -> list[Finding]:
    """All checks, in the order in which a start needs them."""
    checks: list[tuple[Wording, Callable[[], Wording]]] = [
        (Wording(en="Python", fr="Python"), _python),
        (Wording(en="Library folder", fr="Dossier de la bibliothèque"), lambda: _home(settings)),
        (Wording(en="Embedding model", fr="Modèle d’embedding"), lambda: _model(settings)),
        (Wording(en="Library", fr="Bibliothèque"), lambda: _library(settings)),
    ]
    if settings.llm:
        name = Wording(en="Chat model", fr="Modèle de langage")
        checks.append((name, lambda: _chat(settings, offline=offline)))
    if settings.question_llm:
        name = Wording(en="Chat model for questions", fr="Modèle de langage des questions")
        checks.append((name, lambda: _question_chat(settings, offline=offline)))
    return [_finding(name, check) for name, check in checks]


def _finding(name: Wording, check: Callable[[], Wording]) -> Finding:
    try:
        return Finding(name, True, check())
    except KnownError as error:
        return Finding(name, False, error.wording)


def _python() -> Wording:
    version = ".".join(map(str, sys.version_info[:3]))
    return Wording(en=version, fr=version)


def _home(settings: Settings) -> Wording:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        writable = os.access(settings.home, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise KnownError(
            en=f"{settings.home} cannot be written. Set CXLIT_HOME to a folder of yours.",
            fr=f"{settings.home} n’est pas accessible en écriture. Donnez à CXLIT_HOME un dossier "
            "où vous pouvez écrire.",
        )
    return Wording(en=str(settings.home), fr=str(settings.home))


def _model(settings: Settings) -> Wording:
    embedder = open_embedder(settings)
    dimension = embedder.dimension
    return Wording(
        en=f"{settings.model}, {dimension} dimensions, fingerprint {embedder.fingerprint}",
        fr=f"{settings.model}, {dimension} dimensions, empreinte {embedder.fingerprint}",
    )


def _library(settings: Settings) -> Wording:
    snapshot = open_library(settings).snapshot()
    articles, passages = len(snapshot.records()), len(snapshot.contents.passages)
    return Wording(
        en=f"{articles} articles, {passages} passages, generation {snapshot.generation}",
        fr=f"{articles} articles, {passages} passages, génération {snapshot.generation}",
    )


def _chat(settings: Settings, *, offline: bool) -> Wording:
    instead = Wording(
        en="The embedded answerer answers instead.",
        fr="Le moteur intégré répond à sa place.",
    )
    return _tried(settings.llm, settings.llm_timeout, instead, offline=offline)


def _question_chat(settings: Settings, *, offline: bool) -> Wording:
    instead = Wording(
        en="Articles are added without written questions.",
        fr="Les articles sont ajoutés sans questions rédigées.",
    )
    return _tried(settings.question_llm, settings.llm_timeout, instead, offline=offline)


def _tried(name: str, timeout_s: float, instead: Wording, *, offline: bool) -> Wording:
    """What a chat model says to a request; `instead`: what happens while it does not answer."""
    from qa.chat_model import chat_model

    model = chat_model(name, timeout_s)
    if offline:
        return Wording(en=f"{name} (not tried)", fr=f"{name} (pas essayé)")
    try:
        model.invoke("Reply with the word: yes")
    except Exception as error:
        line = " ".join(str(error).split())[:200]
        raise KnownError(
            en=f"{name} does not answer ({line}). {instead.en}",
            fr=f"{name} ne répond pas ({line}). {instead.fr}",
        ) from error
    return Wording(en=f"{name} answers", fr=f"{name} répond")
