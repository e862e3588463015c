"""Filters and suggestions in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.article import Kind
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, ask, open_articles, opened
from ui.web.ask.suggestions import Suggested

pytestmark = needs_chromium


@pytest.fixture
def asking(page: Page, site: Site) -> Page:
    """The page with questions that the library answers."""
    site.desk.questions = [
        *(Suggested(f"Reporting question {n}?", "en", FRENCH) for n in range(5)),
        *(Suggested(f"Role question {n}?", "en", ENGLISH) for n in range(5)),
        Suggested("Qui tranche les conflits ?", "fr", ENGLISH),
    ]
    page.reload()
    expect(page.locator("#suggestions button").first).to_be_visible()
    return page


def set_filters(page: Page) -> None:
    page.get_by_text("Filters", exact=True).first.click()
    page.locator("#ask-filters").get_by_text("study", exact=True).click()
    page.locator("#ask-filters").get_by_label("From").fill("2016")
    page.keyboard.press("Enter")
    line = page.locator("#ask-filters-set")
    expect(line.locator("li")).to_have_text(["kind study ×", "since 2016 ×"])
    page.get_by_text("Filters", exact=True).first.click()


def test_filters_go_with_the_question_and_its_follow_ups(page: Page, site: Site) -> None:
    set_filters(page)
    expect(page.locator("#ask-filters form")).to_be_hidden()
    expect(page.locator("#ask-filters-set")).to_be_visible()
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    expect(page.locator("#answer .within")).to_contain_text("since 2016 · kind study")
    ask(page, "And why?")
    expect(page.locator("#answer h2")).to_have_text("And why?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    assert [question.filters.kinds for question in site.desk.asked] == [{Kind.STUDY}] * 2
    assert [question.filters.since for question in site.desk.asked] == ["2016"] * 2


def test_an_answer_that_filters_prevent_says_so_and_is_one_click_away(
    page: Page, site: Site
) -> None:
    set_filters(page)
    ask(page, "What was set aside?")
    answer = page.locator("#answer")
    expect(answer).to_contain_text("The library does not answer this question.")
    expect(answer).to_contain_text("outside your filters")
    expect(answer).to_contain_text("Your filters: since 2016 · kind study")
    sources = page.locator("#sources")
    expect(sources.get_by_role("heading", name="Outside your filters")).to_be_visible()
    expect(sources).to_contain_text(ENGLISH.title)
    answer.get_by_role("button", name="Ask again without filters").click()
    expect(answer.locator(".sentences")).to_be_visible()
    expect(answer.get_by_role("heading")).to_contain_text(["What was set aside?"])
    expect(page.locator("#ask-filters-set")).to_have_text("")
    expect(page.locator("#ask-filters [name=since]")).to_have_value("")
    expect(page.locator("#ask-filters input:checked")).to_have_count(0)
    # The answer takes the place of the one that the filters prevented.
    expect(page.locator("#earlier details")).to_have_count(0)
    assert [bool(question.filters) for question in site.desk.asked] == [True, False]
    assert site.desk.asked[1].history == ()


def test_filters_are_cleared(page: Page, site: Site) -> None:
    set_filters(page)
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator("#ask-filters-set")).to_have_text("")
    expect(page.locator("#ask-filters input:checked")).to_have_count(0)
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    assert not site.desk.asked[0].filters


def test_filters_are_kept_when_the_language_is_switched(page: Page) -> None:
    set_filters(page)
    page.get_by_text("Français", exact=True).click()
    line = page.locator("#ask-filters-set")
    expect(line).to_contain_text("Uniquement\u00a0:")
    expect(line.locator("li")).to_have_text(["genre étude ×", "depuis 2016 ×"])
    expect(line).to_contain_text("1 article sur 3")
    page.get_by_text("Filtres", exact=True).first.click()
    expect(page.locator("#ask-filters").get_by_label("étude")).to_be_checked()
    expect(page.locator("#ask-filters").get_by_label("Depuis")).to_have_value("2016")


def test_a_period_that_ends_before_it_begins_is_refused_with_a_sentence(page: Page) -> None:
    page.get_by_text("Filters", exact=True).first.click()
    form = page.locator("#ask-filters")
    form.get_by_label("From").fill("2019")
    form.get_by_label("Until").click()
    expect(page.locator("#ask-filters-set")).to_contain_text("since 2019")
    form.get_by_label("Until").fill("2016")
    page.keyboard.press("Enter")
    refusal = form.locator(".refusal")
    expect(refusal).to_contain_text("The period ends (2016) before it begins (2019).")
    for field in (form.get_by_label("From"), form.get_by_label("Until")):
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile("The period ends"))
    # What is refused does not count, and what was typed can be mended.
    expect(page.locator("#ask-filters-set")).to_have_text("")
    form.get_by_label("Until").fill("2020")
    page.keyboard.press("Enter")
    expect(refusal).to_have_text("")
    expect(form.get_by_label("From")).not_to_have_attribute("aria-invalid", "true")
    line = page.locator("#ask-filters-set li")
    expect(line).to_have_text(["since 2019 ×", "until 2020 ×"])


def test_what_is_no_year_is_refused_and_the_rest_counts(page: Page) -> None:
    page.get_by_text("Filters", exact=True).first.click()
    form = page.locator("#ask-filters")
    form.get_by_label("From").fill("20")
    form.get_by_text("study", exact=True).click()
    expect(form.locator(".refusal")).to_contain_text("“20” is not a year.")
    expect(form.get_by_label("From")).to_have_attribute("aria-invalid", "true")
    expect(form.get_by_label("Until")).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#ask-filters-set li")).to_have_text(["kind study ×"])


def test_an_author_is_found_by_a_part_of_the_name(page: Page, site: Site) -> None:
    page.get_by_text("Filters", exact=True).first.click()
    page.locator("#ask-filters").get_by_label("Author").fill("camille")
    page.keyboard.press("Tab")
    expect(page.locator("#ask-filters-set")).to_contain_text("author camille")
    expect(page.locator("#ask-filters-set")).to_contain_text("1 of 3 articles")


def test_several_names_are_added_and_taken_out_with_the_keyboard(page: Page, site: Site) -> None:
    page.get_by_text("Filters", exact=True).first.click()
    form, line = page.locator("#ask-filters"), page.locator("#ask-filters-set")
    field = form.get_by_label("Author")
    field.press_sequentially("alex")
    page.keyboard.press("Enter")
    # The keyboard stays in the field, which is ready for another one.
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    field.press_sequentially("camille")
    page.keyboard.press("Enter")
    expect(line.locator("li")).to_have_text(["author alex ×", "author camille ×"])
    expect(line).to_contain_text("2 of 3 articles")
    # The same once more is the one that is there.
    field.press_sequentially("ALEX")
    page.keyboard.press("Enter")
    expect(form.get_by_role("checkbox", name="alex")).to_be_checked()
    expect(form.locator("[name=author]")).to_have_count(2)
    # In the form, and in the line: the keyboard never falls off the page.
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(form.locator("[name=author]")).to_have_count(1)
    expect(field).to_be_focused()
    expect(line.locator("li")).to_have_text(["author camille ×"])
    line.get_by_role("button", name="Remove: author camille").focus()
    page.keyboard.press("Enter")
    expect(line).to_have_text("")
    expect(form.locator("[name=author]")).to_have_count(0)
    expect(form.locator("summary").first).to_be_focused()
    ask(page, "Who should the CCO report to?")
    expect(page.locator("#answer .sentences")).to_be_visible()
    assert not site.desk.asked[0].filters


def test_one_filter_of_several_is_removed(page: Page) -> None:
    set_filters(page)
    line = page.locator("#ask-filters-set")
    line.get_by_role("button", name="Remove: since 2016").click()
    expect(line.locator("li")).to_have_text(["kind study ×"])
    expect(page.locator("#ask-filters [name=since]")).to_have_value("")
    expect(line.get_by_role("button", name="Remove: kind study")).to_be_focused()
    line.get_by_role("button", name="Remove: kind study").click()
    expect(line).to_have_text("")
    expect(page.locator("#ask-filters input:checked")).to_have_count(0)


def test_topics_are_folded_and_counted(page: Page) -> None:
    page.get_by_text("Filters", exact=True).first.click()
    topics = page.locator("#ask-filters [data-fold=topic]")
    expect(topics.get_by_text("Governance and silos")).to_be_hidden()
    topics.locator("summary").click()
    topics.get_by_text("Governance and silos").click()
    topics.get_by_text("The CCO's role and mandate").click()
    expect(topics.locator("summary")).to_contain_text("2 chosen")
    expect(page.locator("#ask-filters-set")).to_contain_text("2 of 3 articles")
    # Unfolded parts stay so in the other language, with what was chosen.
    page.get_by_text("Français", exact=True).click()
    expect(topics.locator("summary")).to_have_text("Thèmes 2 choix")
    expect(topics.get_by_label("Gouvernance et silos")).to_be_checked()
    expect(topics.get_by_text("Gouvernance et silos")).to_be_visible()
    page.get_by_role("button", name="Effacer les filtres").click()
    expect(topics.locator("summary")).to_have_text("Thèmes")


def test_a_suggestion_is_asked(asking: Page, site: Site) -> None:
    panel = asking.locator("#suggestions")
    expect(panel.locator("li button")).to_have_text(
        ["Role question 0?", "Reporting question 0?", "Role question 1?",
         "Reporting question 1?", "Role question 2?", "Reporting question 2?"]
    )  # fmt: skip
    panel.get_by_role("button", name="Reporting question 1?").click()
    expect(asking.locator("#answer h2")).to_have_text("Reporting question 1?")
    expect(asking.locator("#answer .sentences")).to_be_visible()
    expect(panel.locator("button")).to_have_count(0)
    # The button is gone: the keyboard goes on at the answer.
    expect(asking.locator("#answer h2")).to_be_focused()
    assert [question.text for question in site.desk.asked] == ["Reporting question 1?"]


def test_other_suggestions_and_those_of_one_topic(asking: Page) -> None:
    panel = asking.locator("#suggestions")
    panel.get_by_role("button", name="Other questions").click()
    expect(panel.locator("li button")).to_have_text(
        ["Role question 3?", "Reporting question 3?", "Role question 4?", "Reporting question 4?"]
    )
    expect(panel.locator("li button").first).to_be_focused()
    panel.locator("summary").click()
    expect(panel.get_by_role("radio", name="All topics")).to_be_checked()
    panel.locator(".pills").get_by_text("The CCO's role and mandate").click()
    expect(panel.locator("li button")).to_have_text([f"Role question {n}?" for n in range(5)])
    expect(panel.locator("summary")).to_have_text("Topic: The CCO's role and mandate")
    chosen = panel.get_by_role("radio", name="The CCO's role and mandate")
    expect(chosen).to_be_focused()
    # The choice stays open, and the arrow keys go on in it.
    page = asking
    page.keyboard.press("ArrowDown")
    expect(panel.locator("li button").first).to_have_text("Reporting question 0?")
    expect(panel.get_by_role("radio", name="Reporting line")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(chosen).to_be_focused()
    expect(panel.locator("li button").first).to_have_text("Role question 0?")
    expect(panel.get_by_role("button", name="Other questions")).to_have_count(0)


def test_suggestions_are_in_the_language_of_the_page_and_inside_the_filters(asking: Page) -> None:
    panel = asking.locator("#suggestions")
    set_filters(asking)
    expect(panel.locator("li button")).to_have_text([f"Role question {n}?" for n in range(5)])
    asking.get_by_text("Français", exact=True).click()
    expect(panel.locator("li button")).to_have_text(["Qui tranche les conflits ?"])


def test_a_library_without_questions_suggests_none(page: Page) -> None:
    expect(page.locator("#examples button")).to_have_count(8)
    expect(page.locator("#suggestions .suggestions")).to_have_count(0)


def test_what_is_offered_follows_the_library(page: Page, site: Site) -> None:
    offered = page.locator("#ask-filters option[value='Journal of Trials']")
    expect(offered).to_be_attached()
    open_articles(page)
    page.get_by_role("button", name=f"Remove {ENGLISH.title}").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator("#done")).to_contain_text("” was removed.")
    page.get_by_role("tab", name="Ask").click()
    expect(offered).to_have_count(0)


def test_a_source_card_says_that_it_is_a_reading_note(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        ask(page, "À qui le CCO doit-il être rattaché, et qui décide ?")
        card = page.locator("#sources .card").first
        expect(card).to_contain_text("note de lecture, d’après un extrait")
        expect(card).to_contain_text("Titre original\u00a0: Où rattacher le CCO ?")
        expect(card.get_by_role("link", name="Page d’origine")).to_have_attribute(
            "href", "https://example.org/rattachement"
        )
        expect(page.locator("#sources .card").nth(1)).to_contain_text("étude")
        expect(page.locator("#sources .card").nth(1)).not_to_contain_text("note de lecture")
