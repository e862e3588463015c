"""The page in a real browser: what a manager does with it, in both languages."""

import re
import socket
import threading

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from corpus.wording import KnownError
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH
from tests.served_page import Site, ask, fakes, open_articles, opened
from ui.web.serving import serving

pytestmark = needs_chromium


def test_the_question_can_be_typed_at_once(page: Page) -> None:
    expect(page.locator("#question textarea")).to_be_focused()
    page.keyboard.type("Who should the CCO report to?")
    page.keyboard.press("Enter")
    expect(page.locator("#answer .sentences")).to_be_visible()


def test_a_question_in_english(page: Page) -> None:
    ask(page, "Who should the CCO report to?")
    answer = page.locator("#answer")
    expect(answer.get_by_role("heading", name="Who should the CCO report to?")).to_be_visible()
    expect(answer.locator(".sentences")).to_have_attribute("lang", "en")
    expect(answer.locator(".sentences p")).to_have_count(3)
    expect(answer.locator(".sentences p [lang=fr]").first).to_contain_text("Quatre sur dix")
    expect(answer).to_contain_text("The sources disagree")
    expect(answer).to_contain_text("Confidence: high (82 of 100)")
    expect(answer).to_contain_text("3 quotes from 2 articles")
    sources = page.locator("#sources")
    expect(sources).to_contain_text("Camille Exemple")
    expect(sources).to_contain_text("2 June 2016")
    expect(sources).to_contain_text("in French in the reading note")
    expect(sources.locator("mark").first).to_have_text(
        "Quatre sur dix dépendent de la direction générale, les autres d’une fonction."
    )
    answer.get_by_text("Why this answer").click()
    expect(answer).to_contain_text("the embedded answerer, which only quotes")
    expect(answer).to_contain_text("1 drafted sentence was refused by the citation check")
    expect(answer).to_contain_text("The role is not in the quote.")


def test_a_question_in_french_on_a_french_page(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        expect(page.locator("html")).to_have_attribute("lang", "fr")
        page.get_by_role("button", name="À qui le CCO doit-il être rattaché ?").click()
        answer = page.locator("#answer")
        expect(answer.locator(".sentences")).to_have_attribute("lang", "fr")
        expect(answer).to_contain_text("Les sources divergent")
        expect(answer).to_contain_text("3 citations dans 2 articles")
        expect(page.locator("#sources")).to_contain_text("2 juin 2016")
        expect(page.locator("#sources")).to_contain_text("en anglais dans l’original")


def test_a_follow_up_says_what_it_was_searched_as(page: Page, site: Site) -> None:
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    ask(page, "And why?")
    expect(page.locator("#answer .searched-as")).to_contain_text(
        "Searched as Who should the CCO report to? And why?"
    )
    assert [turn.question for turn in site.desk.asked[1].history] == [
        "Who should the CCO report to?"
    ]
    expect(page.locator("#earlier summary").first).to_have_text("Who should the CCO report to?")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".hero")).to_be_visible()
    expect(page.locator("#answer .exchange")).to_have_count(0)
    expect(page.locator("#question textarea")).to_be_focused()


def test_an_abstention_says_why_and_shows_the_nearest_passages(page: Page) -> None:
    ask(page, "What is the weather?")
    answer = page.locator("#answer")
    expect(answer).to_contain_text("The library does not answer this question.")
    expect(answer).to_contain_text("none says enough for an answer")
    sources = page.locator("#sources")
    expect(sources.get_by_role("heading", name="The nearest passages")).to_be_visible()
    expect(sources).to_contain_text("One who reports to marketing measures")
    sources.get_by_role("button", name="Open this passage in the article").click()
    expect(page.locator(".reader h2")).to_have_text(ENGLISH.title)


def test_a_failure_is_a_sentence(page: Page) -> None:
    ask(page, "broken")
    expect(page.get_by_role("alert")).to_have_text("The index is damaged. Rebuild it.")
    expect(page.locator("#question textarea")).to_have_value("broken")
    expect(page.locator("#examples button").first).to_be_visible()
    ask(page, "unforeseen")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong on our side")
    expect(page.locator("body")).not_to_contain_text("secret detail")


def test_no_question_is_not_asked(page: Page, site: Site) -> None:
    ask(page, "  ")
    expect(page.locator("#answer")).to_have_text("Type a question first.")
    # Said at the question, not below all that could be asked.
    expect(page.locator("#examples, #answer").first).to_have_attribute("id", "answer")
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    ask(page, "  ")
    ask(page, "And why?")
    expect(page.locator("#answer h2")).to_have_text("And why?")
    assert [question.text for question in site.desk.asked] == [
        "Who should the CCO report to?",
        "And why?",
    ]


def test_the_language_is_switched_everywhere_and_remembered(page: Page) -> None:
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer")).to_contain_text("Confidence: high")
    page.get_by_text("Français", exact=True).click()
    expect(page.locator("#answer")).to_contain_text("Confiance : élevée")
    expect(page.locator("#sources")).to_contain_text("2 juin 2016")
    expect(page.locator("#answer .sentences")).to_have_attribute("lang", "en")
    expect(page.get_by_role("tab", name="Interroger")).to_be_visible()
    expect(page.get_by_role("button", name="Interroger")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Que dit la littérature ?")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def test_two_people_at_once(browser: Browser, page: Page, site: Site) -> None:
    """Neither is answered before both are being answered; each gets their own answer."""
    site.desk.together = threading.Barrier(2)
    with browser.new_context(locale="fr-FR") as other:
        second = opened(other, site)
        ask(page, "Who should the CCO report to?")
        ask(second, "Quelle est la météo ?")
        expect(page.locator("#answer .sentences")).to_be_visible()
        expect(second.locator("#answer .abstained")).to_be_visible()


def test_a_hostile_article_and_question_run_nothing(page: Page) -> None:
    ask(page, "hostile </h2><img src=x onerror=window.hacked=1> {{x}} ${window.hacked=1}")
    expect(page.locator("#answer h2")).to_contain_text("</h2><img src=x")
    page.locator("#sources h4 button").click()
    expect(page.locator(".reader h2")).to_contain_text("<script>hacked=1</script>${alert(1)}")
    open_articles(page)
    expect(page.locator("#articles")).to_contain_text("<b>evil</b>.html")
    assert page.evaluate("'hacked' in window") is False
    assert page.locator("a[href^='javascript']").count() == 0


def test_nothing_leaves_the_machine(context: BrowserContext, site: Site) -> None:
    requested: list[str] = []
    context.on("request", lambda request: requested.append(request.url))
    page = opened(context, site)
    ask(page, "Who should the CCO report to?")
    page.locator("#sources .open").first.click()
    expect(page.locator(".reader mark").first).to_be_visible()
    page.keyboard.press("Escape")
    open_articles(page)
    assert requested
    outside = [url for url in requested if not url.startswith((site.address, "data:", "blob:"))]
    assert outside == []


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_is_wider_than_the_window(browser: Browser, site: Site, width: int) -> None:
    with browser.new_context(locale="fr-FR", viewport={"width": width, "height": 800}) as context:
        page = opened(context, site)
        ask(page, "hostile")
        expect(page.locator("#answer .sentences")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_server_answers_to_its_own_name_only(site: Site) -> None:
    response = httpx.get(site.address)
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert httpx.get(site.address, headers={"Host": "evil.example"}).status_code == 400
    assert httpx.get(f"{site.address}monitoring/summary").status_code in {403, 404}


def test_a_port_that_is_taken_is_a_known_error() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        taken = pytest.raises(KnownError, match=re.escape("--port"))
        with taken, serving(fakes().desks, port=port):
            pass
