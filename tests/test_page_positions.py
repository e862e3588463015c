"""The position map in a real browser: seen, read, opened from, in both languages."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, ask, opened

pytestmark = needs_chromium

QUESTION = {"en": "Who should the CCO report to?", "fr": "À qui le CCO doit-il être rattaché ?"}
LOCALE = {"en": "en-GB", "fr": "fr-FR"}


def mapped(page: Page, question: str) -> Locator:
    ask(page, question)
    found = page.locator("#answer .position-map")
    expect(found).to_be_visible()
    return found


def test_what_it_shows_is_said_in_a_sentence(page: Page) -> None:
    shown = mapped(page, QUESTION["en"])
    expect(shown.get_by_role("heading", name="The sources disagree")).to_be_visible()
    expect(shown.locator(".headline")).to_have_text(
        "2 independent sources take a position; 2 positions in all. "
        "The most frequent: To the chief executive (2 sources)."
    )
    expect(shown.locator("h4")).to_have_text(["To the chief executive", "In marketing"])
    expect(shown.locator(".how-many")).to_have_text(["2 sources", "1 source"])
    expect(shown.locator(".axis .timeline span")).to_have_text(["2016", "2019"])
    expect(shown.locator(".key li")).to_have_text(["study", "opinion"])


def test_it_is_said_in_french_on_a_french_page(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR") as context:
        shown = mapped(opened(context, site), QUESTION["fr"])
        expect(shown.get_by_role("heading", name="Les sources divergent")).to_be_visible()
        expect(shown.locator(".headline")).to_have_text(
            "2 sources indépendantes prennent position\u00a0; 2 positions en tout. "
            "La plus fréquente : À la direction générale (2 sources)."
        )
        expect(shown.get_by_role("link", name="Citation 2 :").first).to_have_attribute(
            "aria-label", f"Citation 2\u00a0: {ENGLISH.title} (2019, anglais, étude)"
        )
        expect(shown.locator(".quotes-of summary")).to_have_text(
            ["Lire les 2 citations", "Lire la citation"]
        )


def test_sources_stand_where_their_years_are(page: Page) -> None:
    shown = mapped(page, QUESTION["en"])
    years = {
        span.inner_text(): _middle(span) for span in shown.locator(".axis .timeline span").all()
    }
    for number, year in ((1, "2016"), (2, "2019")):
        mark = shown.locator(f".picture a[data-quote$='-{number}']")
        assert abs(_middle(mark) - years[year]) < 3


def test_a_mark_opens_the_reader_and_gets_the_keyboard_back(page: Page) -> None:
    shown = mapped(page, QUESTION["en"])
    mark = shown.get_by_role("link", name=f"Quote 2: {ENGLISH.title} (2019, English, study)").first
    mark.scroll_into_view_if_needed()
    shown.get_by_role("link", name="Quote 1:").first.focus()
    page.keyboard.press("Tab")  # quote 3, of the same position
    page.keyboard.press("Tab")  # its quotes
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    expect(page.locator("#quote-card")).to_contain_text("measures, and rarely decides")
    page.keyboard.press("Enter")
    reader = page.locator(".reader .panel")
    expect(reader.locator("mark").first).to_have_text(
        "One who reports to marketing measures, and rarely decides."
    )
    page.keyboard.press("Escape")
    expect(reader).to_have_count(0)
    expect(mark).to_be_focused()


def test_a_position_unfolds_to_its_quotes(page: Page) -> None:
    shown = mapped(page, QUESTION["en"])
    first = shown.locator(".position").first
    quote = first.get_by_text("Quatre sur dix dépendent de la direction générale")
    expect(quote).to_be_hidden()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(quote).to_be_visible()
    expect(quote).to_have_attribute("lang", "fr")
    expect(first.locator(".quotes-of p").first).to_contain_text("2016 · French · opinion")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".reader h2")).to_have_text(FRENCH.title)
    expect(page.locator(".reader mark").first).to_contain_text("Quatre sur dix")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_table_has_what_the_picture_has(browser: Browser, site: Site, language: str) -> None:
    with browser.new_context(locale=LOCALE[language]) as context:
        shown = mapped(opened(context, site), QUESTION[language])
        picture = [
            (
                row.locator("h4").inner_text(),
                row.locator(".how-many strong").inner_text(),
                [_name(mark) for mark in row.locator("a.source-mark").all()],
            )
            for row in shown.locator(".position").all()
        ]
        shown.locator(".as-table summary").click()
        table = shown.get_by_role("table")
        expect(table).to_be_visible()
        assert [
            (
                body.locator("th[scope=rowgroup]").inner_text(),
                body.locator("td").first.inner_text(),
                [_name(link) for link in body.get_by_role("link").all()],
            )
            for body in table.locator("tbody").all()
        ] == picture
        assert [label for label, _, marks in picture for _ in marks] != []


def test_marks_are_large_enough_for_a_finger(page: Page) -> None:
    for mark in mapped(page, QUESTION["en"]).locator(".picture a, .picture summary").all():
        box = mark.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_on_a_phone_the_marks_have_their_years(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="en-GB", viewport={"width": 360, "height": 740}) as context:
        page = opened(context, site)
        shown = mapped(page, QUESTION["en"])
        expect(shown.locator(".axis")).to_be_hidden()
        expect(shown.locator(".picture .published").first).to_be_visible()
        expect(shown.locator(".picture .published").first).to_have_text("2016")
        shown.locator(".as-table summary").click()
        expect(shown.get_by_role("table")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _middle(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def _name(link: Locator) -> str | None:
    return link.get_attribute("aria-label")
