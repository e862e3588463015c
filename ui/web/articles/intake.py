"""Taking articles in: from an upload to a source, and long work step by step."""

from collections.abc import Callable, Generator
from pathlib import Path
from threading import Event
from typing import NamedTuple, TypeVar

from corpus.source import Source
from corpus.wording import KnownError
from index.report import Progress
from ui.web import texts
from ui.web.ask.meanwhile import meanwhile

_Done = TypeVar("_Done")


class Step(NamedTuple):
    """How far a work has come."""

    stage: str
    done: int
    total: int


class StoppedError(KnownError):
    """A person stopped the work before anything was published."""

    def __init__(self) -> None:
        super().__init__(en=texts.CANCELLED.en, fr=texts.CANCELLED.fr)


def upload_source(path: str) -> Source:
    """A file that came through the page: Gradio keeps its bytes in a temporary folder.

    Its name alone is its identity, so that the same file uploaded again updates its article.
    """
    location = Path(path)
    return Source(location.name, location, f"upload:{location.name}")


def step_by_step(
    work: Callable[[Progress], _Done], stop: Event | None = None
) -> Generator[Step, None, _Done]:
    """Do the work in a thread of its own, yield the steps as they come, return its result.

    Steps that nobody has looked at yet are dropped for the latest one. Whoever closes the page
    does not stop the work: it ends by itself, with everything or nothing published. Once `stop`
    is set it ends at its next step with StoppedError, unless it is publishing already.
    """

    def told(tell: Callable[[Step], None]) -> _Done:
        def progress(stage: str, done: int, total: int) -> None:
            if stop and stop.is_set() and stage != "publish":
                raise StoppedError
            tell(Step(stage, done, total))

        return work(progress)

    return (yield from meanwhile(told))
