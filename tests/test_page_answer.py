"""From the question to the answer in a real browser: progressive, announced, and nothing jumps."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, ask, opened
from ui.web.kept import words as kept_words

pytestmark = needs_chromium

SHIFTS = """window.shifts = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


def test_what_was_found_is_read_while_the_answer_is_drawn(page: Page, site: Site) -> None:
    site.desk.drawing.clear()
    ask(page, "Who should the CCO report to?")
    pending = page.locator("#answer .pending")
    expect(pending.get_by_role("heading")).to_have_text("Who should the CCO report to?")
    expect(pending.locator("ul.found button")).to_have_text([FRENCH.title, ENGLISH.title])
    expect(page.locator("#sources")).to_contain_text("Passages found")
    pending.get_by_role("button", name=f"Read in {ENGLISH.title}").click()
    expect(page.locator(".reader h2")).to_have_text(ENGLISH.title)
    site.desk.drawing.set()
    expect(page.locator("#answer .sentences")).to_be_visible()
    # Who reads is not interrupted.
    expect(page.locator(".reader article")).to_be_focused()


def test_the_keyboard_goes_on_at_the_answer_which_is_announced_once(page: Page, site: Site) -> None:
    site.desk.drawing.clear()
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer ul.found")).to_be_visible()
    expect(page.locator("#announced")).to_have_text("")
    expect(page.locator("#question textarea")).to_be_focused()
    site.desk.drawing.set()
    expect(page.locator("#answer h2")).to_be_focused()
    announced = page.get_by_role("status").filter(has_text="The answer is there")
    expect(announced).to_have_text(
        "The answer is there: 3 quotes from 2 articles. Confidence: high (82 of 100)."
    )
    page.get_by_text("Français", exact=True).click()
    expect(page.locator("#answer")).to_contain_text("Confiance")
    expect(page.locator("#answer h2")).not_to_be_focused()


def test_who_writes_the_next_question_already_is_not_interrupted(page: Page, site: Site) -> None:
    site.desk.drawing.clear()
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer ul.found")).to_be_visible()
    page.keyboard.type("And why?")
    site.desk.drawing.set()
    expect(page.locator("#answer .sentences")).to_be_visible()
    expect(page.locator("#question textarea")).to_be_focused()
    expect(page.locator("#question textarea")).to_have_value("And why?")


def test_an_answer_goes_into_the_history(page: Page) -> None:
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    page.get_by_role("tab", name=kept_words.TAB.en).click()
    expect(page.get_by_role("tabpanel").filter(visible=True)).to_contain_text(
        "Who should the CCO report to?"
    )


def test_why_this_answer_opens_what_was_not_quoted(page: Page) -> None:
    ask(page, "Who should the CCO report to?")
    page.get_by_text("Why this answer").click()
    why = page.locator("#answer .why")
    expect(why.locator(".weighed li")).to_have_count(3)
    expect(why.locator(".weighed li").nth(0)).to_contain_text("quoted [1]")
    expect(why.locator(".weighed li").nth(2)).to_contain_text("not quoted")
    expect(why).to_contain_text("82 of 100 is the estimated probability")
    why.locator(".weighed button").nth(2).click()
    expect(page.locator(".reader mark:not([data-n])")).to_contain_text("Une minorité reste")


def test_a_source_is_added_where_there_is_no_answer(page: Page) -> None:
    ask(page, "What is the weather?")
    page.get_by_role("button", name="Add an article").click()
    expect(page.get_by_role("tab", name="Articles")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#drop button").first).to_be_focused()


def test_a_follow_up_is_asked_from_far_down_and_answered_at_the_top(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.locator("#question textarea")).to_be_in_viewport()
    ask(page, "And why?")
    expect(page.locator("#answer h2")).to_have_text("And why?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    expect(page.locator("#answer h2")).to_be_in_viewport()
    expect(page.locator("#earlier .earlier > details")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_jumps(browser: Browser, site: Site, width: int) -> None:
    with browser.new_context(locale="fr-FR", viewport={"width": width, "height": 800}) as context:
        context.add_init_script(SHIFTS)
        page = opened(context, site)
        loaded = page.evaluate("window.shifts")
        site.desk.drawing.clear()
        ask(page, "Who should the CCO report to?")
        expect(page.locator("#answer ul.found")).to_be_visible()
        site.desk.drawing.set()
        expect(page.locator("#answer .sentences")).to_be_visible()
        expect(page.locator("#sources .card")).to_have_count(2)
        assert loaded < 0.05
        assert page.evaluate("window.shifts") - loaded < 0.05


@pytest.mark.parametrize("width", [390, 1440])
def test_the_first_paint_is_where_the_page_will_be(
    browser: Browser, site: Site, width: int
) -> None:
    with browser.new_context(locale="fr-FR", viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        held: list[Route] = []
        letting: list[bool] = []
        page.route(
            "**/queue/join*", lambda route: route.continue_() if letting else held.append(route)
        )
        page.goto(site.address)
        first = page.locator("#first textarea")
        expect(first).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", "fr")
        expect(page.locator("#first h2")).to_have_text("Que dit la littérature\u00a0?")
        before = first.bounding_box()
        letting.append(True)
        for route in held:
            route.continue_()
        expect(page.locator("#first")).to_have_count(0)
        after = page.locator("#question textarea").bounding_box()
        assert before and after
        assert abs(before["y"] - after["y"]) <= 4
        assert abs(before["x"] - after["x"]) <= 1


def test_a_question_that_was_asked_before_the_page_was_there_is_answered(
    context: BrowserContext, site: Site
) -> None:
    page = context.new_page()
    page.goto(site.address, wait_until="commit")
    first = page.locator("#first textarea")
    first.fill("Who should the CCO report to?")
    first.press("Enter")
    expect(page.locator("#answer .sentences")).to_be_visible()
    assert [question.text for question in site.desk.asked] == ["Who should the CCO report to?"]


def test_the_first_paint_speaks_the_language_that_was_chosen(
    context: BrowserContext, site: Site
) -> None:
    site.people.spoken = "fr"
    page = context.new_page()
    page.goto(site.address, wait_until="commit")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
