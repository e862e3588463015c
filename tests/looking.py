"""How people look at the page, and what axe-core and the width of the page say of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page


class Look(NamedTuple):
    """A language, light or dark, and a width in pixels."""

    locale: str
    scheme: str
    width: int


LOOKS = (Look("en-GB", "light", 1440), Look("fr-FR", "dark", 390))


@contextmanager
def looking(browser: Browser, look: Look) -> Iterator[BrowserContext]:
    """A browser in which the page looks like that, without anything that moves."""
    with browser.new_context(
        locale=look.locale,
        color_scheme="dark" if look.scheme == "dark" else "light",
        viewport={"width": look.width, "height": 900},
        reduced_motion="reduce",
    ) as context:
        yield context


def tab(page: Page, id_: str) -> None:
    """Open a tab, whatever it is called in the language of the page."""
    page.locator(f"[role=tab][data-tab-id={id_}]").click()


def serious(page: Page) -> list[tuple[str, str, str]]:
    """Rule, impact and place of each serious or critical finding."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        (violation["id"], violation["impact"], " ".join(map(str, node["target"])))
        for violation in found["violations"]
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]


def too_wide(page: Page) -> int:
    """Pixels by which the page is wider than its window: as far as one could scroll sideways."""
    wide: int = page.evaluate(
        "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wide
