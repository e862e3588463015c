"""What every test stands on: a home of its own, and one embedded model for all."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ui.opening import quiet_environment

quiet_environment()  # before a test imports what reads these settings

from index.embedding import EMBEDDED, SentenceTransformerEmbedder  # noqa: E402
from index.library import Library  # noqa: E402
from tests.chromium import chromium  # noqa: E402
from tests.command_line import CommandLine, command_line  # noqa: E402
from tests.fake_embedder import FakeEmbedder  # noqa: E402

if TYPE_CHECKING:
    from tests.served_page import Site

# Inside the checkout, so that the model is unpacked once for all runs, and git-ignored.
SHARED_CACHE = Path(__file__).parents[1] / ".cxlit" / "cache"


expect.set_options(timeout=20_000)  # ms; a busy machine is slow, and what is there is seen at once


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees the settings or the library of whoever runs it."""
    for name in [name for name in os.environ if name.startswith("CXLIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    monkeypatch.setenv("CXLIT_HOME", str(home))
    monkeypatch.setenv("CXLIT_CACHE", str(SHARED_CACHE))
    return home


@pytest.fixture(scope="session")
def embedded_model() -> SentenceTransformerEmbedder:
    """The real model, for the few tests that are about meaning."""
    return SentenceTransformerEmbedder(EMBEDDED, SHARED_CACHE)


@pytest.fixture(scope="session")
def starter_library(
    embedded_model: SentenceTransformerEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    """The starter library over the real model; nobody changes it."""
    library = Library(tmp_path_factory.mktemp("starter"), embedded_model, cache=SHARED_CACHE)
    yield library
    library.close()


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def library(home: Path, embedder: FakeEmbedder) -> Iterator[Library]:
    """An empty library over the fake embedder."""
    library = Library(home, embedder, starter=False)
    yield library
    library.close()


@pytest.fixture
def cxlit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[CommandLine]:
    """The command in this process, over the fake embedder."""
    with command_line(monkeypatch, capsys, tmp_path / "cache") as ready:
        yield ready


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def without_loops() -> Iterator[None]:
    """Where no event loop runs, Gradio would make one for each lock, and leave it open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gradio.queueing.safe_get_lock", asyncio.Lock)
        patch.setattr("gradio.utils.safe_get_lock", asyncio.Lock)
        patch.setattr("gradio.utils.safe_get_stop_event", asyncio.Event)
        yield


@pytest.fixture(scope="module")
def served() -> "Iterator[Site]":
    """The page over the fake desks; most tests do without its imports."""
    from tests.served_page import fakes
    from ui.web.serving import serving

    site = fakes()
    with serving(site.desks, port=0) as address:
        yield site._replace(address=address)


@pytest.fixture
def site(served: "Site") -> "Site":
    served.reset()
    return served


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: "Site") -> Page:
    from tests.served_page import opened

    return opened(context, site)
