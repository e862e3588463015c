"""The page over the real library and the real model: the main job, from question to source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from index.embedding import SentenceTransformerEmbedder
from index.library import Library
from qa.chain import answer_chain
from tests.chromium import chromium, needs_chromium
from tests.conftest import SHARED_CACHE
from ui.web.library_desk import LibraryDesk
from ui.web.serving import serving

pytestmark = needs_chromium

QUESTION = "Who repairs the tram bell of Saint-Aubin?"
ANSWER = "The tram bell of Saint-Aubin is repaired by the watchmaker Odile Ferrand every spring."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(
    browser: Browser,  # first: where no event loop runs yet, Gradio leaves some open
    tmp_path_factory: pytest.TempPathFactory,
    embedded_model: SentenceTransformerEmbedder,
) -> Iterator[str]:
    library = Library(tmp_path_factory.mktemp("home"), embedded_model, cache=SHARED_CACHE)
    desk = LibraryDesk(library, answer_chain(library), allow_private_addresses=False)
    desk.warm_up()
    with serving(desk, port=0) as address:
        yield address
    library.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(locale="en-GB") as context:
        yield context


def test_the_flagship_question_in_both_languages_leads_to_its_source(
    address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(address)
    for question, first, summary in (
        ("Who should the CCO report to?", "general management", "CCO or CxO"),
        ("À qui le CCO doit-il être rattaché ?", "direction générale", "CCO ou CxO"),
    ):
        expect(page.locator("#question textarea")).to_be_visible()
        page.locator("#question textarea").fill(question)
        page.keyboard.press("Enter")
        answer = page.locator("#answer")
        expect(answer.get_by_role("heading", name=question)).to_be_visible()
        expect(answer.locator(".sentences p").first).to_contain_text(first)
        page.locator("#sources .quote").first.get_by_role("button").last.click()
        mark = page.locator(".reader mark").first
        expect(mark).to_be_in_viewport()
        expect(mark).to_contain_text(summary)
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
    expect(page.locator("#status")).to_contain_text("The tram bell")
    page.get_by_role("tab", name="Ask").click()
    page.locator("#question textarea").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("#answer .sentences p").first).to_contain_text("Odile Ferrand")
    page.get_by_role("tab", name="Articles").click()
    page.get_by_role("button", name="Remove The tram bell").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator("#status")).to_contain_text("The tram bell was removed.")
    expect(page.locator("#articles")).not_to_contain_text("The tram bell")
