"""The page over the real library and the real model: the main job, from question to source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from index.embedding import SentenceTransformerEmbedder
from index.library import Library
from qa.chain import answer_chain
from qa.health import health
from tests.chromium import needs_chromium
from tests.conftest import SHARED_CACHE
from tests.served_page import fakes
from ui.web.desks.library_desk import LibraryDesk
from ui.web.serving import serving

pytestmark = needs_chromium

QUESTION = "Who repairs the tram bell of Saint-Aubin?"
ANSWER = "The tram bell of Saint-Aubin is repaired by the watchmaker Odile Ferrand every spring."


@pytest.fixture(scope="module")
def address(
    browser: Browser,  # first: where no event loop runs yet, Gradio leaves some open
    tmp_path_factory: pytest.TempPathFactory,
    embedded_model: SentenceTransformerEmbedder,
) -> Iterator[str]:
    library = Library(tmp_path_factory.mktemp("home"), embedded_model, cache=SHARED_CACHE)
    desk = LibraryDesk(
        library,
        answer_chain(library),
        allow_private_addresses=False,
        look_after=lambda: health(library.snapshot().records(), {}, (), embedded_model),
    )
    desk.warm_up()
    with serving(fakes().desks._replace(library=desk), port=0) as address:
        yield address
    library.close()


def test_the_flagship_question_in_both_languages_leads_to_its_source(
    address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(address)
    for question, first in (
        ("Who should the CCO report to?", "directly to the CEO"),
        ("À qui le CCO doit-il être rattaché ?", "direction"),
    ):
        expect(page.locator("#question textarea")).to_be_visible()
        page.locator("#question textarea").fill(question)
        page.keyboard.press("Enter")
        answer = page.locator("#answer")
        expect(answer.get_by_role("heading", name=question)).to_be_visible()
        expect(answer.locator(".sentences p").first).to_contain_text(first)
        quote = page.locator("#sources .quote").first
        words = quote.locator("mark").first.inner_text()
        quote.get_by_role("button").last.click()
        mark = page.locator(".reader mark.now").first
        expect(mark).to_be_in_viewport()
        expect(mark).to_have_text(words)
        expect(page.locator(".reader .based-on").first).to_contain_text("reading note, based on")
        page.keyboard.press("Escape")
        expect(page.locator(".reader .panel")).to_have_count(0)


def test_an_article_that_is_added_answers_until_it_is_removed(
    address: str, context: BrowserContext, tmp_path: Path
) -> None:
    article = tmp_path / "tram.txt"
    article.write_text(f"The tram bell\n\n{ANSWER} She tunes it by ear.\n", encoding="utf-8")
    page = context.new_page()
    page.goto(address)
    page.get_by_role("tab", name="Articles").click()
    page.locator("#drop input[type=file]").set_input_files(article)
    expect(page.locator("#preview h4")).to_have_text("The tram bell")
    expect(page.locator("#preview")).to_contain_text("undated")
    page.get_by_role("button", name="Add 1 article").click()
    expect(page.locator("#status")).to_contain_text("The tram bell")
    page.get_by_role("tab", name="Ask").click()
    page.locator("#question textarea").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("#answer .sentences p").first).to_contain_text("Odile Ferrand")
    page.get_by_role("tab", name="Articles").click()
    page.locator("#find").get_by_role("searchbox").fill("tram")
    expect(page.locator("#articles h3")).to_have_count(1)
    page.get_by_role("button", name="Remove The tram bell").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator("#done")).to_contain_text("“The tram bell” was removed.")
    expect(page.locator("#articles")).not_to_contain_text("The tram bell")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Correct what is known of The tram bell").click()
    form = page.get_by_role("form")
    form.get_by_role("textbox", name="Date").fill("2020-05")
    form.get_by_role("textbox", name="Collections").fill("Our own studies")
    form.get_by_role("button", name="Save").click()
    expect(page.locator("#done")).to_contain_text("“The tram bell” was corrected.")
    # The same file again: what a person set stays.
    page.locator("#drop input[type=file]").set_input_files(article)
    expect(page.locator("#preview .outcome")).to_have_text("already there, unchanged")
    expect(page.locator("#articles")).to_contain_text("May 2020")
    expect(page.locator("#articles")).to_contain_text("Our own studies")


def test_filters_exclude_and_suggestions_are_answered(
    address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(address)
    suggestion = page.locator("#suggestions li button").first
    expect(suggestion).to_be_visible()
    words = suggestion.inner_text()
    suggestion.click()
    expect(page.locator("#answer h2")).to_have_text(words)
    expect(page.locator("#answer .sentences")).to_be_visible()
    page.get_by_role("button", name="New conversation").click()
    page.get_by_text("Filters", exact=True).first.click()
    page.locator("#ask-filters").get_by_label("Author").fill("Augait")  # of one note, on support
    page.keyboard.press("Tab")
    expect(page.locator("#ask-filters-set")).to_contain_text("author Augait")
    page.locator("#question textarea").fill("Who should the CCO report to?")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_contain_text("Your filters: author Augait")
    page.get_by_role("button", name="Ask again without filters").click()
    expect(page.locator("#answer .sentences")).to_be_visible()
