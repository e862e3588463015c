"""axe-core on every page and state of the interface, in both languages, light and dark."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from corpus.feedback import Complaint
from corpus.people import Role
from qa.freezing import Frozen
from qa.question import Question
from tests.accounts import PASSWORD, Door
from tests.chromium import needs_chromium
from tests.looking import LOOKS, looking, serious, tab
from tests.served_page import Site, ask, fakes, file, opened
from ui.web.serving import serving

pytestmark = [needs_chromium, pytest.mark.usefixtures("without_loops")]

ASKED = "Who should the CCO report to?"


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look.locale}-{look.scheme}-{look.width}")
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    with looking(browser, request.param) as context:
        yield context


def test_axe_finds_what_is_wrong(page: Page) -> None:
    page.evaluate("document.querySelector('#question textarea').removeAttribute('aria-label')")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML("
        "'beforeend', '<img src=\"data:,\"><button></button>')"
    )
    assert {"image-alt", "button-name"} <= {rule for rule, _, _ in serious(page)}


def empty(page: Page, site: Site) -> None:
    expect(page.locator("#examples button").first).to_be_visible()


def filters(page: Page, site: Site) -> None:
    page.locator("#ask-filters summary").first.click()
    expect(page.locator("#ask-filters form")).to_be_visible()


def answered(page: Page, site: Site) -> None:
    ask(page, ASKED)
    expect(page.locator("#feedback button").first).to_be_visible()
    expect(page.locator("#sources .card").first).to_be_visible()


def unfolded(page: Page, site: Site) -> None:
    answered(page, site)
    ask(page, "And why?")
    expect(page.locator("#answer h2")).to_have_text("And why?")
    expect(page.locator("#feedback button").first).to_be_visible()
    folded = page.locator(":is(#answer, #earlier) details")
    folded.evaluate_all("every => every.forEach((details) => { details.open = true })")


def reading(page: Page, site: Site) -> None:
    answered(page, site)
    page.locator("#answer .sentences .cite a").first.click()
    expect(page.locator(".reader .panel mark").first).to_be_visible()


def complaining(page: Page, site: Site) -> None:
    answered(page, site)
    page.locator("#feedback button").nth(1).click()
    expect(page.locator("#feedback textarea")).to_be_visible()


def refused(page: Page, site: Site) -> None:
    ask(page, "What is the weather?")
    expect(page.locator("#answer .abstained")).to_be_visible()


def failing(page: Page, site: Site) -> None:
    ask(page, "broken")
    expect(page.get_by_role("alert")).to_be_visible()


def searching(page: Page, site: Site) -> None:
    tab(page, "search")
    page.locator("#search-query").fill("report")
    page.keyboard.press("Enter")
    expect(page.locator("#search-found li").first).to_be_visible()


def kept(page: Page, site: Site) -> None:
    answered(page, site)
    tab(page, "kept")
    expect(page.locator("#kept [data-entry]").first).to_be_visible()


def opened_again(page: Page, site: Site) -> None:
    kept(page, site)
    page.locator("#kept [data-entry]").first.click()
    expect(page.locator("#kept-answer h2")).to_be_visible()


def articles(page: Page, site: Site) -> None:
    tab(page, "articles")
    expect(page.locator("#articles .library")).to_be_visible()


def previewed(page: Page, site: Site) -> None:
    articles(page, site)
    page.locator("#drop input[type=file]").set_input_files(file("new.md", "# New\n\nA text."))
    expect(page.locator("[data-adopt]").first).to_be_visible()


def correcting(page: Page, site: Site) -> None:
    articles(page, site)
    page.locator("[data-correct]").first.click()
    expect(page.locator("form.correction, form[data-next] [name=title]").first).to_be_visible()


def health(page: Page, site: Site) -> None:
    tab(page, "health")
    expect(page.locator(".health")).to_be_visible()


def reviewing(page: Page, site: Site) -> None:
    question = Question(ASKED)
    frozen = Frozen(
        "a1", "2026-11-22T09:30:00+00:00", question, site.desk.ask(question, lambda _: None)
    )
    site.feedback.add(frozen, False, Complaint.INCOMPLETE, comment="The board is missing.")
    tab(page, "review")
    expect(page.locator("#review h2").first).to_be_visible()


def people(page: Page, site: Site) -> None:
    tab(page, "people")
    page.locator("#people summary").click()
    expect(page.locator("#first-password")).to_be_visible()


STATES = (
    empty, filters, answered, unfolded, reading, complaining, refused, failing, searching, kept,
    opened_again, articles, previewed, correcting, health, reviewing, people,
)  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_serious_finding(
    state: Callable[[Page, Site], None], context: BrowserContext, site: Site
) -> None:
    page = opened(context, site)
    state(page, site)
    assert serious(page) == []


def test_no_serious_finding_where_one_signs_in(context: BrowserContext, tmp_path: Path) -> None:
    door = Door(tmp_path / "library.db")
    door.add("Ada", Role.ADMIN)
    with serving(fakes().desks._replace(people=door.desk), port=0) as address:
        page = context.new_page()
        page.goto(address)
        page.locator("input[name=username]").fill("Ada")
        assert serious(page) == []
        page.locator("input[name=password]").fill("wrong")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_visible()
        assert serious(page) == []
        page.locator("input[name=username]").fill("Ada")
        page.locator("input[name=password]").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator(".hero")).to_be_visible()
        assert serious(page) == []
        tab(page, "people")
        assert serious(page) == []
    door.close()
