"""Reviewing opinions in a real browser: gold questions in one click, in two, and none."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.feedback import Complaint, Feedback, State
from corpus.people import Person, Role
from eval.gold import read_gold
from qa.freezing import Frozen
from qa.question import Question, Turn
from tests.chromium import needs_chromium
from tests.fake_answers import AT
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, opened

pytestmark = needs_chromium

WHO = "Who should the CCO report to?"
QUOTES = (
    "Quatre sur dix dépendent de la direction générale, les autres d’une fonction.",
    "One who reports to marketing measures, and rarely decides.",
    "il parle au nom du client au comité de direction ;\n"
    "- il tient un budget qui dépasse une seule fonction.",
)


def given(
    site: Site, asked: str | Question, good: bool, *complaints: Complaint, **known: str
) -> Feedback:
    """Somebody's opinion of what the fake desk answers."""
    question = Question(asked) if isinstance(asked, str) else asked
    answer = site.desk.ask(question, lambda _: None)
    frozen = Frozen(f"answer-{len(site.feedback.all) + 1}", AT, question, answer)
    return site.feedback.add(frozen, good, *complaints, **known)


def open_review(page: Page, name: str = "Review") -> None:
    page.get_by_role("tab", name=name).click()
    expect(page.locator("#review h2").first).to_be_visible()


def test_nothing_to_review(page: Page) -> None:
    open_review(page)
    expect(page.locator("#review")).to_contain_text("No opinion is waiting.")
    expect(page.locator("#golden")).to_contain_text("None yet.")
    expect(page.get_by_role("button", name="Download as JSONL")).to_be_hidden()


def test_one_click_makes_a_gold_question(page: Page, site: Site) -> None:
    first = given(site, WHO, True, name="Odile Marchepied", comment="Both sides, good.")
    given(site, "And in France?", True)
    open_review(page)
    review = page.locator("#review")
    expect(review).to_contain_text("2 opinions are waiting")
    card = review.locator(".reviewed-one")
    expect(card.locator("h3").first).to_have_text(WHO)
    expect(card.locator(".verdict-of")).to_contain_text("Answer found useful")
    expect(card.locator(".verdict-of")).to_contain_text("by Odile Marchepied, 22 November 2026")
    expect(card.locator(".comment")).to_have_text("Both sides, good.")
    expect(card.get_by_label("Answer, from the passages that are ticked")).to_be_checked()
    boxes = card.get_by_role("checkbox")
    expect(boxes).to_have_count(3)
    for box in boxes.all():
        expect(box).to_be_checked()
    expect(card.locator(".quoted cite").first).to_have_text(FRENCH.title)

    card.get_by_role("button", name="Make it a gold question").click()
    expect(page.locator("#review-said")).to_contain_text(f"“{WHO}” is a gold question now.")
    expect(card.locator("h3").first).to_have_text("And in France?")
    expect(card.locator("h3").first).to_be_focused()
    expect(page.locator("#golden li").first).to_contain_text("3 passages answer")
    item = site.feedback.gold[first.id]
    assert [
        span.words(a) for span, a in zip(item.spans, (FRENCH, ENGLISH, FRENCH), strict=True)
    ] == list(QUOTES)
    assert site.feedback.all[first.id].state is State.MADE_GOLD


def test_the_answer_as_it_was_is_there_and_its_articles_open(page: Page, site: Site) -> None:
    given(site, WHO, False, Complaint.WRONG_CITATION)
    open_review(page)
    card = page.locator("#review .reviewed-one")
    expect(card.locator(".verdict-of")).to_contain_text("Answer found not useful wrong citation")
    expect(card.locator(".sentences p")).to_have_count(3)  # open at once: it is the matter
    card.locator(".cite a").nth(1).click()
    reader = page.locator(".reader .panel").last
    expect(reader.locator("h2")).to_have_text(ENGLISH.title)
    reader.get_by_role("button", name="Close the article").click()
    card.get_by_text("The passages in context").click()
    card.get_by_role("button", name=FRENCH.title).click()
    expect(reader.locator("h2")).to_have_text(FRENCH.title)


def test_an_article_that_was_removed_since_is_read_as_it_was(page: Page, site: Site) -> None:
    given(site, WHO, False, Complaint.WRONG_CITATION)
    site.desk.remove([ENGLISH.id])
    open_review(page)
    page.locator("#review .cite a").nth(1).click()
    reader = page.locator(".reader .panel").last
    expect(reader.locator("h2")).to_have_text(ENGLISH.title)
    expect(reader.get_by_role("note")).to_contain_text("This article is no longer in the library.")


def test_a_switch_of_the_language_shows_no_hidden_button(page: Page, site: Site) -> None:
    given(site, WHO, True)
    open_review(page)
    page.locator("#language").get_by_text("Français").click()
    expect(page.locator("#review")).to_contain_text("Avis à examiner")
    expect(page.locator("#gold-file")).to_be_hidden()


def test_other_passages_are_ticked_with_the_keyboard(page: Page, site: Site) -> None:
    opinion = given(site, WHO, False, Complaint.WRONG)
    open_review(page)
    card = page.locator("#review .reviewed-one")
    make = card.get_by_role("button", name="Make it a gold question")
    make.focus()
    page.keyboard.press("Enter")
    said = page.locator("#review-said")
    expect(said.get_by_role("alert")).to_contain_text("No passage is ticked.")
    expect(make).to_be_focused()
    card.get_by_role("checkbox").nth(1).focus()
    page.keyboard.press("Space")
    make.focus()
    page.keyboard.press("Enter")
    expect(said).to_contain_text("is a gold question now.")
    (span,) = site.feedback.gold[opinion.id].spans
    assert span.words(ENGLISH) == QUOTES[1]
    expect(page.locator("#review .empty")).to_be_focused()


def test_a_refused_form_keeps_what_was_ticked(page: Page, site: Site) -> None:
    opinion = given(site, WHO, True)
    open_review(page)
    card = page.locator("#review .reviewed-one")
    card.get_by_role("checkbox").first.uncheck()
    site.feedback.all.clear()  # taken back meanwhile
    card.get_by_role("button", name="Make it a gold question").click()
    expect(page.locator("#review-said").get_by_role("alert")).to_contain_text("no longer waiting")
    expect(card.get_by_role("checkbox").first).not_to_be_checked()
    assert opinion.id not in site.feedback.gold


def test_one_that_should_be_refused(page: Page, site: Site) -> None:
    opinion = given(site, WHO, False, Complaint.SHOULD_HAVE_REFUSED)
    open_review(page)
    card = page.locator("#review .reviewed-one")
    expect(card.get_by_label("Not answer: it holds no answer")).to_be_checked()
    expect(card.get_by_role("checkbox").first).to_be_hidden()
    card.get_by_role("button", name="Make it a gold question").click()
    expect(page.locator("#golden")).to_contain_text("to be left unanswered")
    item = site.feedback.gold[opinion.id]
    assert (item.answerable, item.near_miss) == (False, True)


def test_an_abstention_that_was_right(page: Page, site: Site) -> None:
    given(site, "What will the weather be?", True)
    open_review(page)
    card = page.locator("#review .reviewed-one")
    expect(card).to_contain_text("Found right not to answer")
    expect(card.get_by_label("Not answer: it holds no answer")).to_be_checked()
    card.get_by_label("Answer, from the passages that are ticked").check()
    expect(card.get_by_role("checkbox")).to_have_count(1)
    expect(card.get_by_role("checkbox")).not_to_be_checked()


def test_setting_aside_and_undoing(page: Page, site: Site) -> None:
    opinion = given(site, WHO, True)
    given(site, "And in France?", True)
    open_review(page)
    card = page.locator("#review .reviewed-one")
    card.get_by_role("button", name="Set aside").click()
    said = page.locator("#review-said")
    expect(said).to_contain_text(f"The opinion on “{WHO}” is set aside.")
    expect(card.locator("h3").first).to_have_text("And in France?")
    assert site.feedback.all[opinion.id].state is State.SET_ASIDE
    said.get_by_role("button", name="Undo").click()
    expect(said).to_have_text("The opinion waits again.")
    expect(card.locator("h3").first).to_have_text(WHO)
    expect(card.locator("h3").first).to_be_focused()
    assert site.feedback.all[opinion.id].state is State.WAITING


def test_another_than_the_oldest_is_opened(page: Page, site: Site) -> None:
    given(site, WHO, True)
    given(site, "And in France?", False)
    open_review(page)
    page.get_by_role("button", name="Review “And in France?”").click()
    heading = page.locator("#review .reviewed-one h3").first
    expect(heading).to_have_text("And in France?")
    expect(heading).to_be_focused()
    expect(page.get_by_role("button", name=f"Review “{WHO}”")).to_be_visible()


def test_a_follow_up_says_what_it_came_after(page: Page, site: Site) -> None:
    given(site, Question("And in France?", (Turn(WHO, "To the CEO."),)), True)
    open_review(page)
    expect(page.locator("#review .after")).to_contain_text(WHO)


def test_gold_questions_are_downloaded_and_removed(page: Page, site: Site, tmp_path: Path) -> None:
    opinion = given(site, WHO, True)
    open_review(page)
    page.get_by_role("button", name="Make it a gold question").click()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download as JSONL").click()
    assert downloading.value.suggested_filename == "reviewed.jsonl"
    downloading.value.save_as(tmp_path / "reviewed.jsonl")
    assert read_gold(tmp_path / "reviewed.jsonl").items == (site.feedback.gold[opinion.id],)

    page.get_by_role("button", name=f"Remove “{WHO}”").click()
    expect(page.locator("#golden")).to_contain_text("None yet.")
    expect(page.locator("#golden h2")).to_be_focused()
    expect(page.locator("#review .reviewed-one h3").first).to_have_text(WHO)
    assert site.feedback.gold == {}


def test_a_gold_question_of_another_time_says_so(page: Page, site: Site) -> None:
    opinion = given(site, WHO, True)
    site.feedback.make_gold(opinion.id, True, ())
    site.feedback.does_not_fit.add(opinion.id)
    open_review(page)
    expect(page.locator("#golden li").first).to_contain_text("An article has changed or gone since")


def test_in_french(browser: Browser, site: Site) -> None:
    given(site, WHO, False, Complaint.INCOMPLETE, name="Léon Quai")
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        open_review(page, "Avis")
        card = page.locator("#review .reviewed-one")
        expect(page.locator("#review")).to_contain_text("1 avis en attente")
        expect(card).to_contain_text("Réponse jugée peu utile")
        expect(card).to_contain_text("incomplète")
        expect(card).to_contain_text("par Léon Quai, 22 novembre 2026")
        card.get_by_role("button", name="En faire une question de référence").click()
        expect(page.locator("#review-said")).to_contain_text("est maintenant une question de")
        expect(page.locator("#golden")).to_contain_text("débattue")


def test_another_language_leaves_what_is_ticked(page: Page, site: Site) -> None:
    given(site, WHO, True)
    open_review(page)
    page.locator("#review").get_by_role("checkbox").nth(1).uncheck()
    page.get_by_text("Français", exact=True).click()
    expect(page.locator("#review h2").first).to_have_text("Avis à examiner")
    expect(page.locator("#review").get_by_role("checkbox").nth(1)).not_to_be_checked()
    expect(page.locator("#review").get_by_role("checkbox").first).to_be_checked()


def test_hostile_words_are_shown_as_words(page: Page, site: Site) -> None:
    hostile = '<img src=x onerror="window.hacked=1"></textarea><script>hacked=1</script>'
    given(site, f"hostile {hostile}", False, comment=hostile, name=hostile)
    open_review(page)
    expect(page.locator("#review .comment")).to_have_text(hostile)
    page.get_by_role("button", name="Set aside").click()
    expect(page.locator("#review-said")).to_contain_text(hostile)
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("role", [Role.READER, Role.LIBRARIAN, Role.EVALUATOR])
def test_only_evaluators_have_the_tab(
    page: Page, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    monkeypatch.setattr("ui.web.page.visitor", lambda: Person("p3", "Rose", role))
    page.reload()
    expect(page.locator(".hero")).to_be_visible()
    tab = page.get_by_role("tab", name="Review")
    expect(tab).to_have_count(1 if role is Role.EVALUATOR else 0)
