"""The reader and the card of a quote in a real browser."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, ask, open_articles, opened

pytestmark = needs_chromium

FIRST = "Quatre sur dix dépendent de la direction générale, les autres d’une fonction."


@pytest.fixture
def answered(page: Page) -> Page:
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    return page


def link(page: Page, number: int) -> str:
    return f"#answer .sentences a[data-quote$='-{number}']"


def test_a_link_opens_the_article_at_the_quote_and_marks_all_quotes_of_the_answer(
    answered: Page,
) -> None:
    answered.locator(link(answered, 3)).click()
    reader = answered.locator(".reader .panel")
    expect(reader.get_by_role("heading", name=FRENCH.title)).to_be_attached()
    expect(reader.locator("mark")).to_have_text(
        [FIRST, "il parle au nom du client au comité de direction ;",
         "il tient un budget qui dépasse une seule fonction."]
    )  # fmt: skip
    now = reader.locator("mark.now")
    expect(now).to_have_count(2)  # two items of a list
    expect(now.first).to_be_in_viewport()
    expect(reader.locator(".position")).to_have_text("Quote 3 of 3")
    expect(reader.locator("article")).to_be_focused()
    answered.keyboard.press("Escape")
    expect(reader).to_have_count(0)
    expect(answered.locator(link(answered, 3))).to_be_focused()


def test_step_by_step_through_all_citations_across_articles(answered: Page) -> None:
    answered.locator(link(answered, 1)).click()
    reader = answered.locator(".reader .panel")
    on = reader.get_by_role("button", name="Next quote")
    back = reader.get_by_role("button", name="Previous quote")
    expect(back).to_have_attribute("aria-disabled", "true")
    on.click()
    expect(reader.locator("h2")).to_have_text(ENGLISH.title)
    expect(reader.locator(".position")).to_have_text("Quote 2 of 3")
    expect(on).to_be_focused()
    on.press("Enter")
    expect(reader.locator("h2")).to_have_text(FRENCH.title)
    expect(reader.locator(".position")).to_have_text("Quote 3 of 3")
    expect(on).to_have_attribute("aria-disabled", "true")
    back.click()
    expect(reader.locator(".position")).to_have_text("Quote 2 of 3")


def test_the_arrow_keys_step_and_are_documented(answered: Page) -> None:
    answered.locator(link(answered, 1)).click()
    reader = answered.locator(".reader .panel")
    expect(reader.locator(".keys")).to_contain_text("← and →")
    expect(reader.locator("article")).to_be_focused()
    answered.keyboard.press("ArrowRight")
    expect(reader.locator(".position")).to_have_text("Quote 2 of 3")
    expect(reader.locator("article")).to_be_focused()
    answered.keyboard.press("ArrowLeft")
    expect(reader.locator(".position")).to_have_text("Quote 1 of 3")


def test_what_else_bears_on_the_question_is_scrolled_to_and_marked(answered: Page) -> None:
    answered.locator(link(answered, 1)).click()
    reader = answered.locator(".reader .panel")
    reader.get_by_text("1 other place in this article bears on the question").click()
    reader.get_by_role("button", name="Une minorité reste en marketing").click()
    place = reader.locator(".text .here")
    expect(place).to_have_text(
        "Une minorité reste en marketing, où la mesure de la satisfaction est née."
    )
    expect(place).to_be_in_viewport()
    expect(place).to_be_focused()


def test_a_place_far_down_is_scrolled_to(answered: Page) -> None:
    far = FRENCH.text.index("Une minorité")
    title = answered.locator("#sources").get_by_role("button", name=FRENCH.title)
    title.evaluate(
        "(title, places) => { title.dataset.places = places; }",
        f"{far}-{far + len('Une minorité')}",
    )
    title.click()
    mark = answered.locator(".reader mark:not([data-n])")
    expect(mark).to_have_text("Une minorité")
    expect(mark).to_be_in_viewport()
    expect(answered.locator(".reader .position")).to_have_text("3 quotes")


def test_an_article_of_the_list_is_read_without_citations(page: Page) -> None:
    open_articles(page)
    page.get_by_role("button", name=f"Read {FRENCH.title}").click()
    expect(page.locator(".reader h2")).to_have_text(FRENCH.title)
    expect(page.locator(".reader [data-step]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=f"Read {FRENCH.title}")).to_be_focused()


def test_where_the_reader_covers_the_page_the_keyboard_stays_in_it(
    browser: Browser, site: Site
) -> None:
    with browser.new_context(locale="en-GB", viewport={"width": 390, "height": 800}) as context:
        page = opened(context, site)
        ask(page, "Who should the CCO report to?")
        page.locator("#sources .open").first.click()
        reader = page.get_by_role("dialog", name="Article")
        expect(reader.locator("article")).to_be_focused()
        for _ in range(7):  # all that there is, and round again
            page.keyboard.press("Tab")
            assert page.evaluate("!!document.activeElement.closest('.reader')")
        page.keyboard.press("Escape")
        expect(page.locator("#sources .open").first).to_be_focused()


def test_where_the_reader_covers_the_page_back_closes_it(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="en-GB", viewport={"width": 390, "height": 800}) as context:
        page = opened(context, site)
        before = page.evaluate("history.length")
        ask(page, "Who should the CCO report to?")
        reader = page.locator(".reader .panel")
        page.locator(link(page, 1)).click()
        reader.get_by_role("button", name="Next quote").click()
        expect(reader.locator(".position")).to_have_text("Quote 2 of 3")
        page.go_back()
        expect(reader).to_have_count(0)
        expect(page.locator("#answer .sentences")).to_be_visible()
        expect(page.locator(link(page, 1))).to_be_focused()
        for close in ("Escape", "Enter"):
            page.locator(link(page, 2)).click()
            expect(reader.locator("h2")).to_have_text(ENGLISH.title)
            if close == "Enter":
                reader.get_by_role("button", name="Close the article").focus()
            page.keyboard.press(close)
            expect(reader).to_have_count(0)
            page.wait_for_function("!history.state?.covered")
        assert page.evaluate("history.length") == before + 1


def test_beside_the_answer_the_reader_leaves_back_alone(answered: Page) -> None:
    before = answered.evaluate("history.length")
    answered.locator(link(answered, 1)).click()
    expect(answered.locator(".reader .panel")).to_be_visible()
    assert answered.evaluate("history.length") == before


def test_an_article_that_was_removed_since_is_read_as_it_was(answered: Page, site: Site) -> None:
    site.desk.remove([FRENCH.id])
    answered.locator(link(answered, 1)).click()
    reader = answered.locator(".reader .panel")
    expect(reader.get_by_role("note")).to_contain_text("This article is no longer in the library.")
    expect(reader.locator("mark.now")).to_have_text(FIRST)


def test_what_cannot_be_read_is_said_in_a_panel_that_closes(page: Page, site: Site) -> None:
    open_articles(page)
    site.desk.remove([FRENCH.id])
    read = page.get_by_role("button", name=f"Read {FRENCH.title}")
    read.click()
    reader = page.locator(".reader .panel")
    expect(reader.get_by_role("alert")).to_have_text("This article is no longer in the library.")
    expect(reader.locator("article")).to_be_focused()
    reader.get_by_role("button", name="Close the article").click()
    expect(reader).to_have_count(0)
    expect(read).to_be_focused()


def test_where_there_is_room_the_reader_does_not_cover_the_answer(
    browser: Browser, site: Site
) -> None:
    with browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900}) as context:
        page = opened(context, site)
        ask(page, "Who should the CCO report to?")
        sentences = page.locator("#answer .sentences")
        expect(sentences).to_be_visible()
        before = sentences.bounding_box()
        page.locator(link(page, 1)).click()
        panel = page.locator(".reader .panel")
        expect(panel).to_be_visible()
        after, beside = sentences.bounding_box(), panel.bounding_box()
        assert before and after and beside
        assert after == before
        assert after["x"] + after["width"] <= beside["x"]


def test_the_card_of_a_quote_stays_while_one_reads_it(answered: Page) -> None:
    card = answered.locator("#quote-card")
    answered.locator(link(answered, 2)).hover()
    expect(card).to_contain_text("One who reports to marketing measures, and rarely decides.")
    expect(card).to_contain_text(ENGLISH.title)
    expect(card).to_contain_text("Alex Sample")
    expect(card).to_contain_text("Journal of Trials")
    expect(card).to_contain_text("March 2019")
    expect(card).to_contain_text("English")
    expect(card).to_contain_text("study")
    card.hover()
    expect(card).to_be_visible()
    answered.keyboard.press("Escape")
    expect(card).to_have_count(0)
    answered.locator(link(answered, 2)).hover()
    card.click()
    expect(answered.locator(".reader h2")).to_have_text(ENGLISH.title)


def test_the_card_is_there_for_the_keyboard_and_escape_closes_it_first(answered: Page) -> None:
    card = answered.locator("#quote-card")
    expect(answered.locator("#answer h2")).to_be_focused()
    answered.keyboard.press("Tab")
    expect(answered.locator(link(answered, 1))).to_be_focused()
    expect(card.locator("blockquote")).to_have_text(FIRST)
    expect(card.locator("blockquote")).to_have_attribute("lang", "fr")
    answered.keyboard.press("Enter")
    reader = answered.locator(".reader .panel")
    expect(reader).to_be_visible()
    expect(card).to_have_count(0)
    answered.keyboard.press("Escape")
    expect(reader).to_have_count(0)
    expect(answered.locator(link(answered, 1))).to_be_focused()
    expect(card).to_be_visible()
    answered.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_a_card_stays_inside_the_window(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR", viewport={"width": 390, "height": 500}) as context:
        page = opened(context, site)
        ask(page, "Who should the CCO report to?")
        page.locator(link(page, 3)).hover()
        box = page.locator("#quote-card").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["y"] + box["height"] <= 500


def test_on_a_touch_screen_the_first_tap_opens_the_article(browser: Browser, site: Site) -> None:
    with browser.new_context(
        locale="en-GB", has_touch=True, viewport={"width": 390, "height": 800}
    ) as context:
        page = opened(context, site)
        ask(page, "Who should the CCO report to?")
        page.locator(link(page, 2)).tap()
        expect(page.locator(".reader h2")).to_have_text(ENGLISH.title)
        expect(page.locator("#quote-card")).to_have_count(0)
