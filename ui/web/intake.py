"""Taking articles in: from an upload or an address to sources, and an addition step by step."""

from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from corpus.finding import normalised_url
from corpus.source import Source
from corpus.wording import KnownError
from index.report import AddReport
from ui.web import texts
from ui.web.desk import Desk
from ui.web.markup import web_address


class Step(NamedTuple):
    """How far an addition has come."""

    stage: str
    done: int
    total: int


def upload_source(path: str) -> Source:
    """A file that came through the page: Gradio keeps its bytes in a temporary folder.

    Its name alone is its identity, so that the same file uploaded again updates its article.
    """
    location = Path(path)
    return Source(location.name, location, f"upload:{location.name}")


def address_source(address: str) -> Source:
    """A web page; `KnownError` where the address is not one."""
    url = web_address(address.strip())
    if not url:
        raise KnownError(en=texts.BAD_ADDRESS.en, fr=texts.BAD_ADDRESS.fr)
    return Source(address.strip(), url, normalised_url(url))


def added(desk: Desk, sources: Sequence[Source]) -> Generator[Step, None, AddReport]:
    """Add the sources in a thread of their own and yield the steps as they come.

    Steps that nobody has looked at yet are dropped for the latest one. Whoever closes the page
    does not stop the addition: it ends by itself, with everything or nothing published.
    """
    steps: SimpleQueue[Step | None] = SimpleQueue()

    def ended(_: Future[AddReport]) -> None:
        steps.put(None)

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(desk.add, sources, lambda *step: steps.put(Step(*step)))
        future.add_done_callback(ended)
        while (step := _latest(steps)) is not None:
            yield step
        return future.result()


def _latest(steps: SimpleQueue[Step | None]) -> Step | None:
    step = steps.get()
    while step is not None and not steps.empty():
        step = steps.get()
    return step
