"""Searching in a real browser: passages, highlights, order, filters, keyboard."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.article import Article
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH, HOSTILE
from tests.served_page import Site, opened

pytestmark = needs_chromium


@pytest.fixture
def searching(page: Page) -> Page:
    page.get_by_role("tab", name="Search").click()
    expect(page.locator("#search-query")).to_be_visible()
    return page


def search(page: Page, query: str) -> None:
    page.locator("#search-query").fill(query)
    page.keyboard.press("Enter")


def passages(page: Page, article: Article) -> list[str]:
    """The ranks of an article's passages."""
    found = page.locator(".passages > li").filter(has_text=article.title)
    return found.locator(".rank").all_inner_texts()


def test_an_english_query_shows_the_french_words_that_it_found(searching: Page) -> None:
    search(searching, "Who should the CCO report to?")
    first = searching.locator(".passages > li").filter(has_text="Où placer le CCO")
    expect(first.locator("h3")).to_have_text(FRENCH.title)
    expect(first.locator("h3 mark")).to_have_text(["rattachement", "CCO"])
    expect(first.locator("blockquote mark")).to_have_text(["directeur", "expérience client"])
    expect(first.locator("blockquote")).to_have_attribute("lang", "fr")
    expect(first.locator(".facts")).to_have_text(
        "Camille ExempleRevue d’essai2 June 2016Frenchopinion"
    )
    expect(first.locator(".under")).to_have_text("Où placer le CCO")
    expect(searching.locator("#search-count [aria-live]")).to_have_text(
        "8 passages from 3 articles"
    )
    # What was typed stays, and so does the keyboard.
    expect(searching.locator("#search-query")).to_have_value("Who should the CCO report to?")
    expect(searching.locator("#search-query")).to_be_focused()


def test_a_title_opens_the_article_at_the_passage(searching: Page) -> None:
    search(searching, "conflicts")
    hit = searching.locator(".passages > li").filter(has_text=ENGLISH.title)
    hit.get_by_role("button", name=ENGLISH.title, exact=True).click()
    reader = searching.locator(".reader .panel")
    expect(reader.locator("h2")).to_have_text(ENGLISH.title)
    expect(reader.locator("mark").first).to_contain_text("A chief customer officer who reports")
    searching.keyboard.press("Escape")
    expect(searching.locator(".reader .panel")).to_have_count(0)
    expect(hit.get_by_role("button", name=ENGLISH.title, exact=True)).to_be_focused()


def test_everything_is_done_with_the_keyboard(searching: Page, site: Site) -> None:
    page = searching
    page.locator("#search-query").press_sequentially("conflicts")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".passages > li").first.locator("h3")).to_have_text(ENGLISH.title)
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="relevance")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="date, newest first")).to_be_focused()
    expect(page.locator("#search-count")).to_contain_text("newest first")
    page.keyboard.press("Tab")
    expect(page.locator("#search-filters summary").first).to_be_focused()
    if page.locator("#search-filters form").is_hidden():
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # the first language is none that the page can name
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="English")).to_be_checked()
    expect(page.get_by_role("checkbox", name="English")).to_be_focused()
    expect(page.locator(".passages > li")).to_have_count(1)
    assert [query for query, _ in site.desk.searched] == ["conflicts"] * 3


def test_the_newest_come_first_and_the_undated_last(searching: Page) -> None:
    search(searching, "conflicts")
    expect(searching.locator(".passages > li")).to_have_count(8)
    ranks = searching.locator(".passages .rank")
    expect(ranks).to_have_text([str(rank) for rank in range(1, 9)])
    searching.get_by_text("date, newest first", exact=True).click()
    expect(searching.locator("#search-count")).to_contain_text("newest first")
    titles = searching.locator(".passages h3")
    expect(titles).to_have_text([ENGLISH.title, *[FRENCH.title] * 5, *[HOSTILE.title] * 2])
    expect(ranks).to_have_count(0)  # a number beside it would be read as its place
    searching.get_by_text("relevance", exact=True).click()
    expect(titles.first).to_have_text(ENGLISH.title)
    expect(searching.locator("#search-count")).not_to_contain_text("newest")


def test_ten_at_a_time_and_the_keyboard_goes_to_the_first_new_one(
    searching: Page, site: Site
) -> None:
    page = searching
    site.desk.reset(
        Article(title=f"Title {n:02}", text=f"A customer {n}.", language="en") for n in range(23)
    )
    search(page, "customer")
    expect(page.locator(".passages > li")).to_have_count(10)
    page.get_by_role("button", name="Show 10 more").click()
    expect(page.locator(".passages > li")).to_have_count(20)
    expect(page.get_by_role("button", name="Title 10", exact=True)).to_be_focused()
    page.get_by_role("button", name="Show 3 more").click()
    expect(page.locator(".passages > li")).to_have_count(23)
    expect(page.get_by_role("button", name="Show", exact=False)).to_have_count(0)
    # Another search begins at its beginning.
    search(page, "customers")
    expect(page.locator(".passages > li")).to_have_count(10)


def test_a_long_passage_is_whole_on_demand_and_stays_so(searching: Page, site: Site) -> None:
    page = searching
    site.desk.reset(
        [FRENCH, *(Article(title=f"T {n}", text=f"Budget {n}.", language="fr") for n in range(9))]
    )
    search(page, "contexte de l’article")
    hit = page.locator(".passages > li").first
    expect(hit.locator(".extract")).to_contain_text("fenêtre. Un paragraphe de contexte")
    expect(hit.locator(".extract mark").first).to_have_text("contexte")
    expect(hit.locator("details blockquote")).to_be_hidden()
    hit.get_by_text("Show the whole passage").click()
    expect(hit.locator(".extract")).to_be_hidden()
    expect(hit.locator("details blockquote")).to_be_visible()
    page.get_by_role("button", name="Show 4 more").click()
    expect(page.locator(".passages > li")).to_have_count(14)
    expect(hit.locator("details blockquote")).to_be_visible()
    hit.get_by_text("Show the extract").click()
    expect(hit.locator(".extract")).to_be_visible()


def test_filters_leave_nothing_and_are_cleared(searching: Page, site: Site) -> None:
    page = searching
    search(page, "customer")
    expect(page.locator(".passages > li")).to_have_count(8)
    if page.locator("#search-filters form").is_hidden():
        page.locator("#search-filters summary").first.click()
    page.locator("#search-filters").get_by_label("Author").fill("nobody")
    page.keyboard.press("Enter")
    expect(page.locator("#search-found")).to_contain_text("No passage matches your filters.")
    expect(page.locator("#search-filters-set")).to_contain_text("none of 3 articles")
    expect(page.locator("#search-count")).to_have_text("")
    page.locator("#search-found").get_by_role("button", name="Clear the filters").click()
    expect(page.locator(".passages > li")).to_have_count(8)
    expect(page.locator(".passages h3 button").first).to_be_focused()
    expect(page.locator("#search-filters-set")).to_have_text("")
    expect(page.locator("#search-filters [name=author]")).to_have_count(0)
    assert not site.desk.searched[-1][1]


def test_an_example_is_searched_for_as_if_it_were_typed(searching: Page) -> None:
    searching.get_by_role("button", name="criticism of the NPS").click()
    expect(searching.locator("#search-query")).to_have_value("criticism of the NPS")
    expect(searching.locator("#search-query")).to_be_focused()
    expect(searching.locator(".passages > li")).to_have_count(8)
    # Nothing has these words, and it is said.
    expect(searching.locator("#search-found")).to_contain_text("these come closest in meaning")


def test_no_query_and_what_fails_are_sentences(searching: Page) -> None:
    search(searching, "  ")
    expect(searching.locator("#search-count")).to_have_text("Type a few words or a question first.")
    search(searching, "broken")
    expect(searching.locator("#search-found").get_by_role("alert")).to_have_text(
        "The index is damaged. Rebuild it."
    )
    search(searching, "unforeseen")
    alert = searching.locator("#search-found").get_by_role("alert")
    expect(alert).to_contain_text("Something went wrong on our side")
    expect(alert).not_to_contain_text("secret detail")


def test_a_library_without_a_passage_says_what_to_do(searching: Page, site: Site) -> None:
    site.desk.reset([])
    search(searching, "customer")
    expect(searching.locator("#search-found")).to_contain_text("No passage was found.")
    expect(searching.locator("#search-found button")).to_have_count(0)


def test_hostile_words_are_text(searching: Page, site: Site) -> None:
    site.desk.reset([replace(HOSTILE, publisher="<img src=x onerror=window.hacked=1>")])
    search(searching, '<img src=x onerror="window.hacked=1"> script ${window.hacked=1}')
    hits = searching.locator(".passages > li")
    expect(hits).to_have_count(2)
    expect(hits.first.locator("blockquote")).to_contain_text("<script>window.hacked=1</script>")
    expect(hits.first.locator("h3")).to_have_text(HOSTILE.title)
    expect(hits.first.locator("mark").first).to_be_visible()
    assert searching.evaluate("window.hacked") is None
    assert searching.locator("#search-found :is(img, script, svg)").count() == 0


def test_all_of_it_in_french(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        page.get_by_role("tab", name="Rechercher").click()
        expect(page.get_by_role("button", name="rattachement du CCO")).to_be_visible()
        search(page, "Qui arbitre les conflits ?")
        expect(page.locator("#search-count")).to_have_text("8 passages dans 3 articles")
        expect(page.get_by_text("pertinence", exact=True)).to_be_visible()
        expect(page.locator(".passages .open").first).to_have_text("Ouvrir dans l’article")
        # The other language says the same results again.
        page.get_by_text("English", exact=True).first.click()
        expect(page.locator("#search-count")).to_have_text("8 passages from 3 articles")
        expect(page.locator("#search-query")).to_have_value("Qui arbitre les conflits ?")


def test_on_a_wide_screen_the_filters_stand_beside(browser: Browser, site: Site) -> None:
    for width, beside in ((1440, True), (390, False)):
        with browser.new_context(
            locale="en-GB", viewport={"width": width, "height": 900}
        ) as context:
            page = opened(context, site)
            page.get_by_role("tab", name="Search").click()
            expect(page.locator("#search-query")).to_be_visible()
            expect(page.locator("#search-filters form")).to_be_visible(visible=beside)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_dropdown_is_left_on_the_page(page: Page) -> None:
    for tab in ("Search", "Articles", "Ask"):
        page.get_by_role("tab", name=tab, exact=True).click()
        expect(page.locator("select")).to_have_count(0)
