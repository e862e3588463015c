"""What a person waits for in a real browser, taken with the browser's own clock."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")

# Runs before the page's own scripts; milliseconds since the address was asked for, and since
# Enter was pressed. What is seen is looked for once a frame, as a person would.
_WATCH = """
const seen = (css) => document.querySelector(css)?.checkVisibility({visibilityProperty: true});
const when = (css) => new Promise((found) => {
  const look = () => seen(css) ? found(performance.now()) : requestAnimationFrame(look);
  look();
});
window.bench = {painted: when("#question textarea")};
addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || bench.answered) return;
  const asked = performance.now();
  const since = (time) => time - asked;
  bench.answered = when("#answer .sentences p, #answer .abstained").then(since);
}, true);
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One person who opens the page and asks one question; milliseconds."""

    painted: float  # from the address to a question box that can be typed into
    answered: float  # from Enter to the first sentence, or to "the library does not answer"


def visits(address: str, asked: Sequence[str]) -> list[Visit]:
    """One after the other, each with an empty cache; none where there is no Chromium."""
    executable = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if executable is None:
        return []
    from playwright.sync_api import sync_playwright

    made = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for question in asked:
            context = browser.new_context(locale="en-GB")
            context.add_init_script(_WATCH)
            page = context.new_page()
            page.goto(address)
            painted = page.evaluate("bench.painted")
            page.locator("#question textarea").fill(question)
            page.keyboard.press("Enter")
            made.append(Visit(painted, page.evaluate("bench.answered")))
            context.close()
        browser.close()
    return made
