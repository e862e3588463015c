"""The devil's advocate in a real browser: written, checked, mended, kept."""

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.people import LOCAL
from corpus.wording import KnownError
from qa.training.debate.advocate.commenting import Comment
from qa.training.debate.debates import Debates
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, opened

pytestmark = needs_chromium

QUESTION = "Who should the chief customer officer (CCO) report to?"
SENTENCE = "A chief customer officer who reports to the chief executive can settle conflicts."


def open_debate(page: Page, train: str = "Train", name: str = "Devil’s advocate") -> None:
    page.get_by_role("tab", name=train, exact=True).click()
    page.get_by_role("tab", name=name).click()
    expect(page.locator(".debate-questions h2")).to_be_visible()


def begin(page: Page, question: str = QUESTION) -> None:
    page.get_by_role("button", name=question).click()
    expect(page.locator("#debate-text textarea")).to_be_visible()


def stand(page: Page) -> None:
    """By the button of a contested question in the path."""
    page.get_by_role("button", name="Begin without questions").click()
    page.get_by_role("button", name="Reporting line and executive committee").click()
    page.get_by_role("button", name=f"Take a position: {QUESTION}").click()


def kept(site: Site) -> str:
    draft = site.training.training.debates.draft(LOCAL.id, "reporting-line")
    return draft.recommendation.text if draft else ""


def test_a_recommendation_is_checked_and_mended(page: Page, site: Site) -> None:
    open_debate(page)
    begin(page)
    text = page.locator("#debate-text textarea")
    text.fill("“A chief customer officer who reports to the chief executive can settle quarrels.”")
    head = page.locator(".debate-head")
    head.get_by_text("directly to the CEO or general management", exact=True).click()
    expect(page.get_by_label("directly to the CEO or general management")).to_be_checked()
    page.get_by_role("button", name="Check my recommendation").click()
    verdict = page.locator(".assessment")
    expect(verdict.locator(".overall")).to_contain_text("Not ready")
    quotes = verdict.locator("li.missing", has_text="Quotes are genuine")
    expect(quotes.locator(".written q")).to_contain_text("can settle quarrels.")
    expect(quotes.locator("blockquote")).to_have_text(SENTENCE)

    quotes.get_by_role("button", name="Read in").click()
    reader = page.locator(".reader .panel").last
    expect(reader.locator("h2")).to_have_text(ENGLISH.title)
    expect(reader.locator("mark").first).to_contain_text("can settle conflicts.")
    reader.get_by_role("button", name="Close the article").click()

    quotes.get_by_role("button", name="Attach the passage").click()
    attached = page.locator(".debate-attached li")
    expect(attached.locator("blockquote")).to_have_text(SENTENCE)
    expect(verdict.locator(".note")).to_contain_text("Check it again.")
    expect(text).to_have_value(
        "“A chief customer officer who reports to the chief executive can settle quarrels.”"
    )
    text.fill(f"“{SENTENCE}” So be it.")
    page.get_by_role("button", name="Check my recommendation").click()
    expect(verdict.locator("li.met", has_text="Quotes are genuine")).to_be_visible()
    expect(verdict.locator("li.met", has_text="Your position is backed")).to_be_visible()
    expect(page.locator("#debate-said")).to_contain_text("Checked: 4 met, 2 not checked, 1 partly.")
    assert kept(site) == f"“{SENTENCE}” So be it."


def test_passages_are_found_attached_and_removed(page: Page) -> None:
    open_debate(page)
    begin(page)
    page.locator("#debate-text textarea").fill("Not lost.")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator(".debate-found")).to_contain_text("Type a few words first.")
    page.get_by_label("Search the library").fill("direction générale")
    page.keyboard.press("Enter")
    found = page.locator(".debate-found .debate-place").first
    expect(found).to_contain_text("Quatre sur dix dépendent de la direction générale")
    expect(found.locator("blockquote")).to_have_attribute("lang", "fr")
    found.get_by_role("button", name="Attach").click()
    attached = page.locator(".debate-attached li")
    expect(attached).to_have_count(1)
    expect(attached).to_contain_text(FRENCH.title)
    expect(page.locator("#debate-said")).to_contain_text("Your text is kept.")
    expect(found).to_contain_text("Attached")
    page.get_by_text("What the library says on it").click()
    page.locator(".debate-find details").get_by_role("button", name="Attach").click()
    expect(attached).to_have_count(2)
    expect(page.locator(".debate-find details")).to_have_attribute("open", "")
    page.get_by_role("button", name=f"Remove the passage of “{FRENCH.title}”").click()
    expect(attached).to_have_count(1)
    expect(page.locator(".debate-attached h3")).to_be_focused()
    expect(page.locator("#debate-text textarea")).to_have_value("Not lost.")


def test_a_second_click_loses_nothing(page: Page, site: Site) -> None:
    open_debate(page)
    page.get_by_role("button", name=QUESTION).dblclick()
    text = page.locator("#debate-text textarea")
    text.fill("Not lost.")
    page.get_by_role("button", name="All questions").dblclick()
    expect(page.locator(".debate-questions")).to_contain_text("Begun")
    expect(page.locator("#debate-said").get_by_role("alert")).to_have_count(0)
    begin(page)
    expect(text).to_have_value("Not lost.")
    page.get_by_role("button", name="Delete it").click()
    page.get_by_role("button", name="Delete", exact=True).dblclick()
    expect(page.locator("#debate-said")).to_contain_text("The recommendation is deleted.")
    expect(page.locator("#debate-said").get_by_role("alert")).to_have_count(0)
    assert kept(site) == ""


def test_a_position_is_taken_from_the_path(page: Page, site: Site) -> None:
    open_debate(page)
    other = "Are loyalty programmes useful or not?"
    begin(page, other)
    page.locator("#debate-text textarea").fill("On loyalty programmes.")
    page.get_by_role("tab", name="My path").click()
    stand(page)
    expect(page.locator(".debate-head h2")).to_have_text(QUESTION)
    expect(page.locator("#debate-text textarea")).to_have_value("")
    draft = site.training.training.debates.draft(LOCAL.id, "loyalty-programmes")
    assert draft and draft.recommendation.text == "On loyalty programmes."


def test_a_position_is_taken_before_the_tab_was_opened(page: Page) -> None:
    page.get_by_role("tab", name="Train", exact=True).click()
    stand(page)
    expect(page.locator(".debate-head h2")).to_have_text(QUESTION)
    expect(page.locator(".debate-questions")).to_have_count(0)


def test_what_is_missing_is_said_and_nothing_is_lost(page: Page, site: Site) -> None:
    open_debate(page)
    begin(page)
    page.locator("#debate-text textarea").fill("My whole argument.")
    page.get_by_role("button", name="Check my recommendation").click()
    said = page.locator("#debate-said")
    expect(said.get_by_role("alert")).to_contain_text("Choose the position that you recommend")
    expect(page.locator("#debate-text textarea")).to_have_value("My whole argument.")
    assert kept(site) == "My whole argument."


def test_a_failure_leaves_the_text(page: Page, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    open_debate(page)
    begin(page)
    page.locator("#debate-text textarea").fill("My whole argument.")

    def full(*_: object) -> None:
        raise KnownError(en="The disk is full. Make room.", fr="Le disque est plein.")

    monkeypatch.setattr(Debates, "write", full)
    page.get_by_role("button", name="Check my recommendation").click()
    alert = page.locator("#debate-said").get_by_role("alert")
    expect(alert).to_have_text("The disk is full. Make room.")
    page.get_by_role("button", name="All questions").click()
    expect(alert).to_have_text("The disk is full. Make room.")
    expect(page.locator("#debate-text textarea")).to_have_value("My whole argument.")


def test_a_draft_is_there_after_a_reload_and_goes_when_deleted(page: Page, site: Site) -> None:
    open_debate(page)
    begin(page)
    page.locator("#debate-text textarea").fill("Kept when I leave.")
    page.get_by_text("within marketing", exact=True).click()
    page.get_by_role("button", name="All questions").click()
    expect(page.locator(".debate-questions")).to_contain_text("not checked yet")
    page.reload()
    open_debate(page)
    begin(page)
    expect(page.locator("#debate-text textarea")).to_have_value("Kept when I leave.")
    expect(page.get_by_label("within marketing")).to_be_checked()
    page.get_by_role("button", name="Delete it").click()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Delete it").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator("#debate-said")).to_contain_text("The recommendation is deleted.")
    begin(page)
    expect(page.locator("#debate-text textarea")).to_have_value("")
    assert kept(site) == ""


def test_another_question_begins_empty(page: Page) -> None:
    open_debate(page)
    begin(page)
    page.locator("#debate-text textarea").fill("On the reporting line.")
    page.get_by_role("button", name="All questions").click()
    begin(page, "Are loyalty programmes useful or not?")
    expect(page.locator("#debate-text textarea")).to_have_value("")
    expect(page.locator(".debate-attached li")).to_have_count(0)


def test_a_chat_model_comments_after_the_verdict(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Comment("chat:far:model", note=KnownError(en="far:model is silent", fr="-").wording)
    monkeypatch.setattr(Debates, "comments", True)
    monkeypatch.setattr(Debates, "comment", lambda *_: said)
    open_debate(page)
    begin(page)
    page.locator("#debate-text textarea").fill("So be it.")
    page.get_by_text("within marketing", exact=True).click()
    page.get_by_role("button", name="Check my recommendation").click()
    expect(page.locator(".assessment")).to_be_visible()
    comment = page.locator("#debate-comment")
    expect(comment).to_contain_text("The chat model adds (far:model)")
    expect(comment).to_contain_text("far:model is silent")


def test_in_french_and_back(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        open_debate(page, "Se former", "Avocat du diable")
        begin(page, "À qui le CCO (directeur de l’expérience client) doit-il être rattaché")
        page.locator("#debate-text textarea").fill("Qu’il en soit ainsi.")
        page.get_by_text("au marketing", exact=True).click()
        page.get_by_role("button", name="Vérifier ma recommandation").click()
        verdict = page.locator(".assessment")
        expect(verdict.locator(".overall")).to_contain_text("Pas encore prête")
        missing = verdict.locator("li.missing", has_text="Objection la plus forte")
        expect(missing).to_contain_text("Alex Sample & Robin Specimen, 2019")
        expect(missing.get_by_role("button", name="Joindre le passage")).to_be_visible()
        page.get_by_text("English", exact=True).click()
        expect(verdict.locator(".overall")).to_contain_text("Not ready")
        expect(page.locator("#debate-text textarea")).to_have_value("Qu’il en soit ainsi.")


def test_hostile_words_are_shown_as_words(page: Page) -> None:
    hostile = '<img src=x onerror="window.hacked=1"> says so in many more words than this'
    open_debate(page)
    begin(page)
    page.locator("#debate-text textarea").fill(f"“{hostile}”")
    page.get_by_text("within marketing", exact=True).click()
    page.get_by_role("button", name="Check my recommendation").click()
    expect(page.locator(".written q").first).to_contain_text("<img src=x onerror=")
    assert page.evaluate("window.hacked") is None
