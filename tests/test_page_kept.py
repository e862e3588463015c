"""The history, and the bar under an answer, in a real browser."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from corpus.wording import KnownError
from qa.standing import Standing
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, ask, opened

pytestmark = needs_chromium

ASKED = "Who should the CCO report to?"
OTHER = "What is the weather?"


@pytest.fixture
def asked(page: Page) -> Page:
    """The page with two questions asked in one conversation."""
    for question in (ASKED, OTHER):
        ask(page, question)
        expect(page.locator("#answer h2")).to_have_text(question)
        expect(page.locator("#actions .actions-bar")).to_be_visible()
    return page


@pytest.fixture
def listed(asked: Page) -> Page:
    open_history(asked)
    return asked


def open_history(page: Page) -> None:
    page.get_by_role("tab", name="History").click()
    expect(page.locator("#kept .kept")).to_be_visible()


def questions(page: Page) -> Locator:
    return page.locator("#kept [data-entry]")


def show(page: Page, which: str) -> None:
    page.locator("#kept-find").get_by_text(which, exact=True).click()
    expect(page.get_by_role("radio", name=which)).to_be_checked()


def open_entry(page: Page, question: str) -> None:
    questions(page).filter(has_text=question).click()
    expect(page.locator("#kept-answer h2")).to_have_text(question)


def test_what_was_asked_is_in_the_history(listed: Page) -> None:
    expect(questions(listed)).to_have_text([OTHER, ASKED])
    expect(listed.locator("#kept li.unanswered")).to_have_text("not answered")
    expect(listed.locator("#kept header p")).to_have_text("2 answers")


def test_the_list_is_up_to_date_before_its_tab_is_opened(listed: Page, site: Site) -> None:
    listed.get_by_role("tab", name="Ask").click()
    ask(listed, "And in France?")
    expect(listed.locator("#actions .actions-bar")).to_be_visible()
    newest = questions(listed).first
    expect(newest).to_have_text("And in France?")
    listed.locator("#actions").get_by_role("button", name="Favourite").click()
    star = listed.locator("#kept .star").first
    expect(star).to_have_attribute("aria-pressed", "true")
    site.answers.listing.clear()  # what is read when the tab is opened changes nothing
    open_history(listed)
    newest.click()
    expect(listed.locator("#kept-answer h2")).to_have_text("And in France?")
    site.answers.listing.set()


def test_a_list_that_comes_late_is_not_shown_beside_an_opened_answer(
    listed: Page, site: Site
) -> None:
    listed.get_by_role("tab", name="Ask").click()
    site.answers.listing.clear()
    open_history(listed)
    open_entry(listed, ASKED)
    site.answers.listing.set()
    expect(questions(listed)).to_have_count(2)
    expect(questions(listed).first).to_be_hidden()
    expect(listed.locator("#kept-answer h2")).to_be_visible()


def test_an_empty_history_says_what_will_be_there(page: Page) -> None:
    open_history(page)
    expect(page.locator("#kept .empty")).to_contain_text("Nothing here yet. Ask a question")
    expect(page.get_by_role("button", name="Delete the whole history")).to_have_count(0)


def test_where_the_history_is_off_it_says_so_and_a_favourite_is_kept(
    page: Page, site: Site
) -> None:
    site.answers.recording = False
    ask(page, ASKED)
    expect(page.locator("#actions .actions-bar")).to_be_visible()
    open_history(page)
    expect(page.locator("#kept .hint")).to_contain_text("The history is off here")
    expect(questions(page)).to_have_count(0)
    page.get_by_role("tab", name="Ask").click()
    page.locator("#actions").get_by_role("button", name="Favourite").click()
    expect(page.locator("#actions [data-favour]")).to_have_attribute("aria-pressed", "true")
    open_history(page)
    expect(questions(page)).to_have_text([ASKED])


def test_a_favourite_is_made_under_the_answer_and_found_by_its_filter(asked: Page) -> None:
    star = asked.locator("#actions").get_by_role("button", name="Favourite")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_be_focused()
    open_history(asked)
    show(asked, "Favourites")
    expect(questions(asked)).to_have_text([OTHER])
    star = asked.locator("#kept").get_by_role("button", name=f"Favourite: {OTHER}")
    star.click()
    expect(asked.locator("#kept .empty")).to_contain_text("No favourites here.")
    show(asked, "Everything")
    expect(questions(asked)).to_have_text([OTHER, ASKED])


def test_a_star_in_the_list_keeps_the_keyboard(listed: Page) -> None:
    star = listed.locator("#kept").get_by_role("button", name=f"Favourite: {ASKED}")
    star.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_be_focused()


def test_a_search_finds_words_of_the_question_and_of_the_answer(listed: Page) -> None:
    box = listed.get_by_label("Search your questions and answers")
    box.fill("WEATHER")
    expect(questions(listed)).to_have_text([OTHER])
    box.fill("direction generale")
    expect(questions(listed)).to_have_text([ASKED])
    expect(box).to_be_focused()
    box.fill("nothing like it")
    expect(listed.locator("#kept .empty")).to_contain_text("Nothing in your history has all these")


def test_one_entry_is_deleted_after_a_question(listed: Page) -> None:
    listed.get_by_role("button", name=f"Delete from the history: {OTHER}").click()
    expect(listed.locator("#kept .confirm")).to_contain_text("Delete this answer for good?")
    expect(listed.get_by_role("button", name="Keep", exact=True)).to_be_focused()
    listed.get_by_role("button", name="Keep", exact=True).click()
    expect(listed.locator("#kept .confirm")).to_have_count(0)
    expect(questions(listed)).to_have_text([OTHER, ASKED])
    delete = listed.get_by_role("button", name=f"Delete from the history: {OTHER}")
    expect(delete).to_be_focused()
    delete.click()
    listed.get_by_role("button", name="Yes, delete").click()
    expect(questions(listed)).to_have_text([ASKED])
    expect(listed.locator("#kept-done")).to_have_text("1 answer was deleted.")
    expect(listed.locator("#kept h2")).to_be_focused()


def test_several_are_selected_and_deleted(listed: Page) -> None:
    first = listed.get_by_role("checkbox", name=f"Select: {OTHER}")
    first.press("Space")
    bar = listed.locator("#kept-ticked")
    expect(bar).to_contain_text("1 selected")
    expect(first).to_be_focused()
    listed.get_by_role("checkbox", name=f"Select: {ASKED}").check()
    expect(bar).to_contain_text("2 selected")
    # What is selected outlives the list being painted anew.
    listed.locator("#kept").get_by_role("button", name=f"Favourite: {ASKED}").click()
    expect(listed.locator("#kept input:checked")).to_have_count(2)
    bar.get_by_role("button", name="Delete").click()
    expect(bar).to_contain_text("Delete the 2 selected answers for good?")
    expect(bar.get_by_role("button", name="Keep")).to_be_focused()
    bar.get_by_role("button", name="Yes, delete").click()
    expect(listed.locator("#kept-done")).to_have_text("2 answers were deleted.")
    expect(bar.locator(".ticked")).to_have_count(0)
    expect(listed.locator("#kept h2")).to_be_focused()


def test_a_selection_is_given_up(listed: Page) -> None:
    listed.get_by_role("checkbox", name=f"Select: {OTHER}").check()
    # It outlives a search.
    listed.get_by_label("Search your questions and answers").fill("report to")
    expect(questions(listed)).to_have_text([ASKED])
    expect(listed.locator("#kept-ticked")).to_contain_text("1 selected")
    listed.get_by_label("Search your questions and answers").fill("")
    expect(listed.get_by_role("checkbox", name=f"Select: {OTHER}")).to_be_checked()
    listed.locator("#kept-ticked").get_by_role("button", name="Clear the selection").click()
    expect(listed.locator("#kept input:checked")).to_have_count(0)
    expect(listed.locator("#kept-ticked .ticked")).to_have_count(0)


def test_the_whole_history_is_deleted(listed: Page) -> None:
    listed.get_by_role("button", name="Delete the whole history").click()
    expect(listed.locator("#kept .confirm")).to_contain_text("favourites and shared links too?")
    listed.get_by_role("button", name="Yes, delete").click()
    expect(listed.locator("#kept .empty")).to_be_visible()
    expect(listed.locator("#kept-done")).to_have_text("2 answers were deleted.")


def test_an_answer_is_opened_as_it_was_and_left_by_keyboard(listed: Page) -> None:
    questions(listed).filter(has_text=ASKED).press("Enter")
    answer = listed.locator("#kept-answer")
    expect(answer.locator("h2")).to_be_focused()
    expect(listed.locator("#kept-opened")).to_contain_text(
        re.compile(r"Answered on 22 November 2026 at \d\d:\d\d\. You see it as it was then")
    )
    expect(listed.locator("#kept-opened")).to_contain_text("Its sources have not changed")
    expect(answer.locator(".sentences p").first).to_contain_text("Quatre sur dix")
    expect(listed.locator("#kept-sources .card h4")).to_have_text([FRENCH.title, ENGLISH.title])
    expect(listed.locator("#kept .kept")).to_have_count(0)
    listed.get_by_role("button", name="Back to the history").press("Enter")
    expect(questions(listed)).to_have_text([OTHER, ASKED])
    expect(questions(listed).filter(has_text=ASKED)).to_be_focused()
    expect(answer.locator("h2")).to_have_count(0)


def test_its_citations_open_the_reader_beside_it(listed: Page) -> None:
    open_entry(listed, ASKED)
    listed.locator("#kept-answer .cite a").first.click()
    panel = listed.locator(".reader .panel:visible")
    expect(panel.get_by_role("heading", name=FRENCH.title)).to_be_visible()
    expect(panel.locator("mark").first).to_contain_text("Quatre sur dix")


def test_a_source_that_is_gone_is_read_as_it_was(listed: Page, site: Site) -> None:
    site.desk.remove([FRENCH.id])
    site.answers.standings["answer-1"] = Standing(gone=(FRENCH,))
    open_entry(listed, ASKED)
    since = listed.locator("#kept-opened .since")
    expect(since).to_contain_text(f"{FRENCH.title} is no longer in the library")
    expect(listed.locator("#kept-answer .sentences p").first).to_contain_text("Quatre sur dix")
    listed.locator("#kept-sources .card h4 button").first.click()
    panel = listed.locator(".reader .panel:visible")
    expect(panel.locator("mark").first).to_contain_text("Quatre sur dix")
    expect(panel.get_by_role("note")).to_contain_text("no longer in the library. You read it as")


def test_what_changed_and_what_is_newer_is_said_and_opened(listed: Page, site: Site) -> None:
    changed = replace(
        FRENCH, text=f"{FRENCH.text}\n\nUn mot de plus.", title="Le rattachement, bis"
    )
    site.desk.reset([changed, ENGLISH])
    site.answers.standings["answer-1"] = Standing(changed=(changed,), newer=(ENGLISH,))
    open_entry(listed, ASKED)
    since = listed.locator("#kept-opened .since li")
    expect(since.nth(0)).to_contain_text("1 source has changed; the quotes are from its text as it")
    expect(since.nth(1)).to_contain_text("An article added since deals with this question: A seat")
    since.get_by_role("button", name="Le rattachement, bis").click()
    expect(listed.locator(".reader .panel:visible")).to_contain_text("Un mot de plus.")


def test_the_question_is_asked_again_of_the_library_of_today(listed: Page, site: Site) -> None:
    open_entry(listed, ASKED)
    listed.get_by_role("button", name="Ask again today").click()
    expect(listed.locator("#kept-answer .sentences")).to_be_visible()
    expect(listed.locator("#kept-answer h2")).to_be_focused()
    assert [question.text for question in site.desk.asked] == [ASKED, OTHER, ASKED]
    listed.get_by_role("button", name="Back to the history").click()
    expect(questions(listed)).to_have_text([ASKED, OTHER, ASKED])


def test_an_answer_that_cannot_be_opened_is_a_sentence_and_the_list_stays(
    listed: Page, site: Site
) -> None:
    site.answers.failure = KnownError(en="It cannot be read.", fr="Illisible.")
    questions(listed).first.click()
    expect(listed.locator("#kept-done").get_by_role("alert")).to_have_text("It cannot be read.")
    expect(questions(listed)).to_have_count(2)
    site.answers.failure = RuntimeError("secret detail")
    questions(listed).first.click()
    expect(listed.locator("#kept-done")).not_to_contain_text("secret")
    expect(listed.locator("#kept-done").get_by_role("alert")).to_be_visible()


@pytest.fixture
def elsewhere(browser: Browser) -> Iterator[BrowserContext]:
    """Another browser, in French."""
    with browser.new_context(locale="fr-FR") as context:
        yield context


def link_of(page: Page) -> str:
    page.locator("#actions").get_by_role("button", name="Link").click()
    field = page.get_by_label("Link to this answer")
    expect(field).to_have_value(re.compile(r"/\?answer=answer-\d$"))
    return field.input_value()


def test_a_link_opens_the_answer_elsewhere(
    asked: Page, elsewhere: BrowserContext, site: Site
) -> None:
    address = link_of(asked)
    expect(asked.locator("#actions .link-panel")).to_contain_text(
        "Whoever has access to this page can open it. The answer stays as it is today"
    )
    assert address.startswith(site.address)
    other = elsewhere.new_page()
    other.goto(address)
    expect(other.locator("#kept-answer h2")).to_have_text(OTHER)
    expect(other.get_by_role("tab", name="Historique")).to_have_attribute("aria-selected", "true")
    expect(other.locator("#kept-opened")).to_contain_text("Réponse du 22 novembre 2026 à")
    expect(other.locator("#kept-answer h2")).to_be_focused()


def test_the_link_is_folded_away_and_sharing_is_undone(asked: Page, site: Site) -> None:
    link_of(asked)
    bar = asked.locator("#actions")
    link = bar.get_by_role("button", name="Link", exact=True)
    expect(link).to_have_attribute("aria-expanded", "true")
    link.press("Enter")
    expect(link).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_focused()
    expect(bar.locator(".link-panel")).to_have_count(0)
    expect(bar).to_contain_text("Its link opens for whoever has access to this page.")
    link.click()
    stop = bar.locator(".link-panel").get_by_role("button", name="Stop sharing")
    stop.press("Enter")
    expect(bar.get_by_role("status")).to_have_text("The link no longer opens for others.")
    expect(link).to_be_focused()
    expect(stop).to_have_count(0)
    assert not site.answers._kept["answer-2"][0].shared


def test_sharing_is_undone_where_the_answer_was_opened(asked: Page, site: Site) -> None:
    link_of(asked)
    open_history(asked)
    open_entry(asked, OTHER)
    bar = asked.locator("#kept-actions")
    bar.get_by_role("button", name="Stop sharing").click()
    expect(bar.get_by_role("status")).to_have_text("The link no longer opens for others.")
    assert not site.answers._kept["answer-2"][0].shared


@pytest.mark.parametrize("unknown", ["nothing", "%3Cscript%3E", "x" * 5000])
def test_a_link_that_leads_nowhere_is_one_sentence(
    context: BrowserContext, site: Site, unknown: str
) -> None:
    page = context.new_page()
    page.goto(f"{site.address}?answer={unknown}")
    expect(page.locator("#kept-done").get_by_role("alert")).to_have_text(
        "There is no answer at this link."
    )
    expect(page.locator("#kept .kept")).to_be_visible()


def test_copying_puts_question_answer_and_citations_on_the_clipboard(
    browser: Browser, site: Site
) -> None:
    with browser.new_context(locale="en-GB") as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = opened(context, site)
        ask(page, ASKED)
        page.locator("#actions").get_by_role("button", name="Copy with quotes").click()
        expect(page.locator("#actions .told")).to_have_text("Copied, with the quotes.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(f"{ASKED}\n\nAccording to the article: “Quatre sur dix")
        assert (
            "[1] «\u00a0Quatre sur dix dépendent de la direction générale, les autres d’une "
            "fonction.\u00a0» — Camille Exemple, Le rattachement du CCO, note de lecture, "
            "Revue d’essai, 2 June 2016, https://example.org/rattachement" in copied
        )
        page.locator("#actions").get_by_role("button", name="Link").click()
        page.get_by_role("button", name="Copy the link").click()
        expect(page.locator("#actions .told")).to_have_text("The link is copied.")
        assert page.evaluate("navigator.clipboard.readText()") == f"{site.address}?answer=answer-1"


def test_where_the_browser_refuses_the_text_is_selected(asked: Page) -> None:
    asked.evaluate(
        "() => { Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        " document.execCommand = () => false; }"
    )
    asked.locator("#actions").get_by_role("button", name="Copy with quotes").click()
    expect(asked.locator("#actions .told")).to_contain_text("press Ctrl+C")
    area = asked.locator("#actions textarea")
    expect(area).to_be_focused()
    assert area.input_value().startswith(OTHER)
    assert asked.evaluate("() => getSelection().toString()").startswith(OTHER)


def downloaded(page: Page, button: Locator) -> tuple[str, str]:
    with page.expect_download(timeout=60_000) as download:
        button.click()
    return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")


def test_one_answer_becomes_a_board_memo_and_its_references_a_file(asked: Page) -> None:
    bar = asked.locator("#actions")
    name, memo = downloaded(asked, bar.get_by_role("button", name="Board memo as Markdown"))
    assert (name, OTHER in memo) == ("2026-11-22-what-is-the-weather.md", True)
    ask(asked, ASKED)
    expect(asked.locator("#answer .sentences")).to_be_visible()
    name, references = downloaded(asked, bar.get_by_role("button", name="References as BibTeX"))
    assert (name, "Journal of Trials" in references) == ("cxlit.bib", True)


def test_several_answers_become_one_memo(listed: Page) -> None:
    for question in (OTHER, ASKED):
        listed.get_by_role("checkbox", name=f"Select: {question}").check()
    expect(listed.locator("#kept-ticked")).to_contain_text("2 selected")
    button = listed.locator("#kept-ticked").get_by_role("button", name="Board memo as Markdown")
    name, memo = downloaded(listed, button)
    assert name.startswith("2026-11-22-")
    assert ASKED in memo
    assert OTHER in memo


def test_a_failure_of_the_bar_is_a_sentence_and_the_answer_stays(asked: Page, site: Site) -> None:
    site.answers.failure = KnownError(en="The disk is full.", fr="Le disque est plein.")
    asked.locator("#actions").get_by_role("button", name="Favourite").click()
    expect(asked.locator("#actions").get_by_role("alert")).to_have_text("The disk is full.")
    expect(asked.locator("#answer h2")).to_have_text(OTHER)


def test_everything_is_said_in_french_once_one_switches(listed: Page) -> None:
    open_entry(listed, ASKED)
    listed.get_by_text("Français", exact=True).click()
    expect(listed.get_by_role("button", name="Retour à l’historique")).to_be_visible()
    expect(listed.locator("#kept-actions")).to_contain_text("Copier avec les citations")
    listed.get_by_role("button", name="Retour à l’historique").click()
    expect(listed.locator("#kept h2")).to_have_text("Votre historique")
    expect(listed.locator("#kept h3").first).to_have_text(re.compile("Aujourd’hui|Hier|2026"))
    expect(listed.locator("#kept li.unanswered")).to_have_text("sans réponse")
    listed.get_by_role("checkbox", name=f"Sélectionner\u00a0: {ASKED}").check()
    expect(listed.locator("#kept-ticked")).to_contain_text("1 sélectionnée")
    listed.get_by_role("button", name="Supprimer tout l’historique").click()
    listed.get_by_role("button", name="Oui, supprimer").click()
    expect(listed.locator("#kept-done")).to_have_text("2 réponses ont été supprimées.")


def test_what_is_somebody_elses_can_be_read_and_not_changed(
    asked: Page, elsewhere: BrowserContext, site: Site
) -> None:
    address = link_of(asked)
    kept, frozen = site.answers._kept["answer-2"]
    site.answers._kept["answer-2"] = (replace(kept, person="ann"), frozen)
    page = elsewhere.new_page()
    page.goto(address)
    expect(page.locator("#kept-opened")).to_contain_text("Elle a été partagée avec vous.")
    bar = page.locator("#kept-actions")
    expect(bar.get_by_role("button", name="Copier avec les citations")).to_be_visible()
    expect(bar.get_by_role("button", name="Favori")).to_have_count(0)
    bar.get_by_role("button", name="Lien").click()
    expect(page.get_by_label("Lien vers cette réponse")).to_have_value(address)
    expect(bar.get_by_role("button", name="Ne plus partager")).to_have_count(0)
