"""Saying what one thinks of an answer in a real browser, by mouse and by keyboard."""

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.feedback import Complaint
from corpus.people import LOCAL, Person, Role
from qa.question import Question
from tests.chromium import needs_chromium
from tests.served_page import Site, ask, opened

pytestmark = needs_chromium

WHO = "Who should the CCO report to?"


@pytest.fixture
def answered(page: Page) -> Page:
    """After a question that the library answers."""
    ask(page, WHO)
    expect(page.locator("#feedback")).to_contain_text("Was this answer useful?")
    return page


@pytest.fixture(autouse=True)
def at_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests look into the answers as whoever sits here."""
    monkeypatch.setattr("tests.fake_answers.visitor", lambda: LOCAL)


def opinions(site: Site) -> list[tuple[bool, tuple[Complaint, ...], str]]:
    return [(each.good, each.complaints, each.comment) for each in site.feedback.all.values()]


def test_nothing_before_an_answer(page: Page) -> None:
    expect(page.locator("#feedback button")).to_have_count(0)


def test_useful_in_one_click_and_taken_back(answered: Page, site: Site) -> None:
    panel = answered.locator("#feedback")
    yes, no = panel.get_by_role("button", name="Yes"), panel.get_by_role("button", name="No")
    expect(yes).to_have_attribute("aria-pressed", "false")
    expect(panel).to_contain_text("kept in this library, with the question and the answer")
    yes.click()
    expect(panel.locator("[aria-live]")).to_contain_text("Thank you.")
    expect(yes).to_have_attribute("aria-pressed", "true")
    expect(no).to_have_attribute("aria-pressed", "false")
    expect(yes).to_be_focused()
    assert opinions(site) == [(True, (), "")]
    (given,) = site.feedback.all.values()
    assert site.answers.opened(given.answer).answer.question == WHO

    panel.get_by_role("button", name="Take it back").click()
    expect(panel.locator("[aria-live]")).to_have_text("You have taken your opinion back.")
    expect(yes).to_have_attribute("aria-pressed", "false")
    expect(yes).to_be_focused()
    assert opinions(site) == []


def test_a_complaint_by_keyboard_alone(answered: Page, site: Site) -> None:
    page, panel = answered, answered.locator("#feedback")
    no = panel.get_by_role("button", name="No")
    expect(no).to_have_attribute("aria-expanded", "false")
    no.focus()
    page.keyboard.press("Enter")
    expect(no).to_have_attribute("aria-expanded", "true")
    boxes = panel.get_by_role("checkbox")
    expect(boxes).to_have_count(5)
    expect(boxes.first).to_be_focused()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("Two lines,\nboth kept.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(panel.locator("[aria-live]")).to_contain_text("Thank you.")
    expect(no).to_have_attribute("aria-pressed", "true")
    expect(no).to_have_attribute("aria-expanded", "false")
    expect(no).to_be_focused()
    expect(panel.locator("form")).to_be_hidden()
    assert opinions(site) == [
        (False, (Complaint.WRONG, Complaint.WRONG_CITATION), "Two lines,\nboth kept.")
    ]


def test_a_complaint_without_a_reason_is_asked_for_one(answered: Page, site: Site) -> None:
    panel = answered.locator("#feedback")
    panel.get_by_role("button", name="No").click()
    panel.get_by_label("Comment (optional)").fill("  ")
    panel.get_by_role("button", name="Send").click()
    why = panel.locator("[aria-live]")
    expect(why).to_have_text("Tick what is wrong, or say it in a comment.")
    expect(panel.locator("form")).to_be_visible()
    assert opinions(site) == []
    panel.get_by_label("It is wrong").check()
    panel.get_by_role("button", name="Send").click()
    expect(why).to_contain_text("Thank you.")
    assert opinions(site) == [(False, (Complaint.WRONG,), "")]


def test_an_opinion_is_changed(answered: Page, site: Site) -> None:
    panel = answered.locator("#feedback")
    panel.get_by_role("button", name="No").click()
    panel.get_by_label("Something is missing").check()
    panel.get_by_role("button", name="Send").click()
    expect(panel.locator("[aria-live]")).to_contain_text("Thank you.")
    panel.get_by_role("button", name="No").click()
    expect(panel.get_by_label("Something is missing")).to_be_checked()
    panel.get_by_role("button", name="Yes").click()
    expect(panel.get_by_role("button", name="Yes")).to_have_attribute("aria-pressed", "true")
    expect(panel.locator("form")).to_be_hidden()
    assert opinions(site) == [(True, (), "")]


def test_cancelling_says_nothing(answered: Page, site: Site) -> None:
    panel = answered.locator("#feedback")
    no = panel.get_by_role("button", name="No")
    no.click()
    panel.get_by_label("It is wrong").check()
    panel.get_by_label("Comment").fill("Never mind.")
    panel.get_by_role("button", name="Cancel").click()
    expect(panel.locator("form")).to_be_hidden()
    expect(no).to_be_focused()
    no.click()
    expect(panel.get_by_label("It is wrong")).not_to_be_checked()
    expect(panel.get_by_label("Comment")).to_have_value("")
    assert opinions(site) == []


def test_what_was_typed_survives_a_refusal_and_another_language(answered: Page, site: Site) -> None:
    panel = answered.locator("#feedback")
    panel.get_by_role("button", name="No").click()
    panel.get_by_label("It is wrong").check()
    panel.get_by_label("Comment").fill("The disk is broken.")
    panel.get_by_role("button", name="Send").click()
    refusal = panel.locator(".failed")
    expect(refusal).to_have_text("The disk is full.")
    expect(refusal).to_be_focused()
    expect(panel.get_by_label("Comment")).to_have_value("The disk is broken.")

    answered.get_by_text("Français", exact=True).click()
    expect(panel).to_contain_text("Cette réponse vous est-elle utile ?")
    expect(panel.get_by_label("Elle est fausse")).to_be_checked()
    expect(panel.get_by_label("Commentaire")).to_have_value("The disk is broken.")
    panel.get_by_label("Commentaire").fill("Le disque va mieux.")
    panel.get_by_role("button", name="Envoyer").click()
    expect(panel.locator("[aria-live]")).to_contain_text("Merci.")
    assert opinions(site) == [(False, (Complaint.WRONG,), "Le disque va mieux.")]


def test_each_answer_has_its_own_opinion(answered: Page, site: Site) -> None:
    panel = answered.locator("#feedback")
    panel.get_by_role("button", name="No").click()
    panel.get_by_label("It is wrong").check()
    ask(answered, "And in France?")
    expect(answered.locator("#answer .asked")).to_have_text("And in France?")
    expect(panel.locator("form")).to_be_hidden()
    panel.get_by_role("button", name="No").click()
    expect(panel.get_by_label("It is wrong")).not_to_be_checked()
    panel.get_by_label("Something is missing").check()
    panel.get_by_role("button", name="Send").click()
    expect(panel.locator("[aria-live]")).to_contain_text("Thank you.")
    (given,) = site.feedback.all.values()
    rated = site.answers.opened(given.answer)
    assert (rated.answer.question, [turn.question for turn in rated.question.history]) == (
        "And in France?",
        [WHO],
    )
    answered.get_by_role("button", name="New conversation").click()
    expect(panel.locator("button")).to_have_count(0)


def test_an_abstention_is_asked_about_differently(page: Page, site: Site) -> None:
    ask(page, "What will the weather be?")
    panel = page.locator("#feedback")
    expect(panel).to_contain_text("Is the library right not to answer?")
    panel.get_by_role("button", name="No").click()
    expect(panel.get_by_role("checkbox")).to_have_count(2)
    panel.get_by_label("The library holds an answer").check()
    panel.get_by_role("button", name="Send").click()
    expect(panel.locator("[aria-live]")).to_contain_text("Thank you.")
    assert opinions(site) == [(False, (Complaint.SHOULD_HAVE_ANSWERED,), "")]


def test_where_no_history_is_kept_the_answer_is_kept_for_the_opinion(
    page: Page, site: Site
) -> None:
    site.answers.recording = False
    ask(page, WHO)
    panel = page.locator("#feedback")
    panel.get_by_role("button", name="Yes").click()
    expect(panel.locator("[aria-live]")).to_contain_text("Thank you.")
    panel.get_by_role("button", name="No").click()
    panel.get_by_role("checkbox").first.check()
    panel.get_by_role("button", name="Send").click()
    expect(panel.get_by_role("button", name="No")).to_have_attribute("aria-pressed", "true")
    (given,) = site.feedback.all.values()
    assert site.answers.opened(given.answer).question == Question(WHO)
    assert not given.good
    assert len(site.answers.kept()) == 1


def test_who_has_a_name_is_told_that_it_is_seen(
    browser: Browser, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    odile = Person("p1", "Odile", Role.READER)
    monkeypatch.setattr("ui.web.feedback.panel.visitor", lambda: odile)
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        ask(page, "À qui le CCO doit-il être rattaché ?")
        expect(page.locator("#feedback")).to_contain_text("voient votre avis avec votre nom")


def test_hostile_words_stay_words(answered: Page, site: Site) -> None:
    hostile = '</textarea><img src=x onerror="window.hacked=1"><script>hacked=1</script>'
    panel = answered.locator("#feedback")
    panel.get_by_role("button", name="No").click()
    panel.get_by_label("Comment").fill(hostile)
    panel.get_by_role("button", name="Send").click()
    expect(panel.locator("[aria-live]")).to_contain_text("Thank you.")
    panel.get_by_role("button", name="No").click()
    expect(panel.get_by_label("Comment")).to_have_value(hostile)
    assert answered.evaluate("window.hacked") is None
    assert opinions(site) == [(False, (), hostile)]
