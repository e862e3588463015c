"""Spaced review in a real browser: answered, graded, kept at once, taken along, deleted."""

import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from corpus.people import LOCAL
from corpus.training.item_store import ItemStore
from qa.training.frozen_items import frozen_item
from qa.training.item import Item, ItemKind, item_id
from qa.training.review.review import Grade, Occasion
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, ask, file, opened

pytestmark = needs_chromium


def item_of(language: str) -> Item:
    article = FRENCH if language == "fr" else ENGLISH
    quote = (
        "Quatre sur dix dépendent de la direction générale, les autres d’une fonction."
        if language == "fr"
        else "One who reports to marketing measures, and rarely decides."
    )
    right = "Quatre sur dix" if language == "fr" else "marketing"
    start = article.text.index(quote)
    at = start + quote.index(right)
    return Item(
        id=item_id(ItemKind.CLOZE, language, article.work, quote, right, quote),
        card="twins",
        kind=ItemKind.CLOZE,
        language=language,
        competency="mandate",
        stem="Complétez la phrase." if language == "fr" else "Complete the sentence.",
        shown=quote.replace(right, "____"),
        options=(right, "finance", "sales"),
        key=0,
        article_id=article.id,
        work=article.work,
        start=start,
        end=start + len(quote),
        quote=quote,
        answer_start=at,
        answer_end=at + len(right),
    )


@pytest.fixture(autouse=True)
def items(site: Site) -> None:
    """Twins in the two languages, made of the articles that the site has."""
    bank = site.training.training.bank
    made = [frozen_item(item_of(language)) for language in ("en", "fr")]
    now = bank._clock()
    ItemStore(site.training.database).publish(made, bank.fingerprint(), now)


def open_review(page: Page, train: str = "Train", review: str = "Review") -> Locator:
    page.get_by_role("tab", name=train).click()
    page.locator("#train-tabs").get_by_role("tab", name=review).click()
    expect(page.locator("#revise h2").first).to_be_visible()
    return page.locator("#revise")


def kept(site: Site) -> list[tuple[str, Grade, str]]:
    reviews = site.training.training.reviews.of(LOCAL.id)
    return [(review.card, review.grade, review.said) for review in reviews]


def test_a_right_answer_is_kept_at_once_and_graded_afterwards(page: Page, site: Site) -> None:
    card = open_review(page)
    expect(card.locator(".today")).to_contain_text("1 new card")
    card.get_by_role("button", name="Start the review").click()
    expect(card.get_by_role("heading", name="Complete the sentence.")).to_be_focused()
    card.get_by_role("radio", name="marketing").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(card.locator(".outcome h2")).to_contain_text("Right")
    expect(card.locator(".item-source mark")).to_have_text(
        "One who reports to marketing measures, and rarely decides."
    )
    assert kept(site) == [("twins", Grade.GOOD, "marketing")]
    grades = card.locator(".revise-grades")
    expect(grades.get_by_role("button", name="Again: comes back in 1 min")).to_be_visible()
    expect(grades.get_by_role("button", name="Good: comes back in 10 min")).to_be_visible()
    grades.get_by_role("button", name="Easy: comes back in 8 days").dblclick()
    expect(card.locator("h2")).to_have_text("Done for now")
    expect(card.locator(".today")).to_contain_text("1 card reviewed")
    assert kept(site) == [("twins", Grade.EASY, "marketing")]
    forecast = page.locator("#revise-ahead table")
    expect(forecast.get_by_role("row")).to_have_count(15)
    expect(forecast.get_by_role("row").nth(9).locator(".count")).to_have_text("1")


def test_a_wrong_answer_is_kept_as_forgotten_and_comes_back(page: Page, site: Site) -> None:
    card = open_review(page)
    card.get_by_role("button", name="Start the review").click()
    card.get_by_text("finance").click()
    card.get_by_role("button", name="Answer").dblclick()
    expect(card.locator(".outcome h2")).to_contain_text("Not right")
    expect(card).to_contain_text("Kept: the card comes back in 1 min.")
    expect(card.locator(".revise-grades")).to_have_count(0)
    assert kept(site) == [("twins", Grade.AGAIN, "finance")]
    card.get_by_role("button", name="Read it in the article: A seat at the table").click()
    reader = page.locator(".reader .panel")
    expect(reader.locator("mark")).to_have_text(
        "One who reports to marketing measures, and rarely decides."
    )
    reader.get_by_role("button", name="Close the article").click()
    card.get_by_role("button", name="Stop here for now").click()
    expect(card.locator("h2")).to_have_text("A pause")
    expect(card.locator(".today")).to_contain_text("1 card left for today")
    card.get_by_role("button", name="Go on reviewing").click()
    expect(card.get_by_role("radio")).to_have_count(3)  # a minute early: nothing else is left
    card.get_by_role("button", name="I don’t know").click()
    expect(card.locator(".outcome h2")).to_contain_text("Now you know")
    assert [grade for _, grade, _ in kept(site)] == [Grade.AGAIN, Grade.AGAIN]


def test_nothing_chosen_is_no_answer(page: Page, site: Site) -> None:
    card = open_review(page)
    card.get_by_role("button", name="Start the review").click()
    card.get_by_role("button", name="Answer").click()
    expect(card.get_by_role("alert")).to_have_text("Choose an answer first.")
    assert kept(site) == []


def test_a_reload_in_the_middle_loses_nothing(page: Page, site: Site) -> None:
    card = open_review(page)
    card.get_by_role("button", name="Start the review").click()
    card.get_by_text("marketing", exact=True).click()
    card.get_by_role("button", name="Answer").click()
    expect(card.locator(".outcome h2")).to_contain_text("Right")
    page.reload()
    expect(page.locator(".hero")).to_be_visible()
    card = open_review(page)
    assert kept(site) == [("twins", Grade.GOOD, "marketing")]
    # Its second step, a little early; nothing comes after today, and no table says so.
    expect(card.locator(".today")).to_contain_text("1 card due")
    expect(page.locator("#revise-ahead table")).to_have_count(0)
    card.get_by_role("button", name="Start the review").click()
    expect(card.get_by_role("radio")).to_have_count(3)


def test_in_french_the_twin_has_the_same_schedule(browser: Browser, site: Site) -> None:
    reviews = site.training.training.reviews
    reviews.answer(
        LOCAL.id, id="r1", card="twins", grade=Grade.GOOD, occasion=Occasion.QUIZ, correct=True
    )
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        card = open_review(page, "Se former", "Réviser")
        expect(card.locator(".today")).to_contain_text("1 carte à revoir")
        card.get_by_role("button", name="Commencer la révision").click()
        expect(card.locator(".shown")).to_contain_text("____ dépendent de la direction générale")
        card.get_by_text("Quatre sur dix", exact=True).click()
        card.get_by_role("button", name="Répondre").click()
        expect(card.locator(".outcome h2")).to_contain_text("Bonne réponse")
        card.get_by_role("button", name="Bien").click()
        expect(card.locator("h2")).to_have_text("C’est fait pour l’instant")
        with page.expect_download() as downloading:
            page.get_by_role("button", name="Mes cartes pour Anki").click()
        assert downloading.value.suggested_filename == "cxlit-mes-cartes.apkg"
        with zipfile.ZipFile(downloading.value.path()) as deck:
            assert "collection.anki2" in deck.namelist()
    assert [grade for _, grade, _ in kept(site)] == [Grade.GOOD, Grade.GOOD]


def test_a_marked_passage_is_reviewed(page: Page, site: Site) -> None:
    quote = "A chief customer officer who reports to the chief executive can settle conflicts."
    start = ENGLISH.text.index(quote)
    reviews = site.training.training.reviews
    marked = reviews.mark(LOCAL.id, ENGLISH, start, start + len(quote))
    card = open_review(page)
    expect(page.locator("#revise-ahead")).to_contain_text("Passages that you marked")
    card.get_by_role("button", name="Start the review").click()
    question = "What does “A seat at the table” say about “The reporting line”?"
    expect(card.locator("h2")).to_have_text(question)
    card.get_by_role("button", name="Show the passage").click()
    expect(card.locator("mark")).to_have_text(quote)
    assert kept(site) == []
    card.get_by_role("button", name="Hard").click()
    expect(card.get_by_role("radio").first).to_be_visible()
    assert kept(site) == [(marked, Grade.HARD, "")]
    card.get_by_role("button", name="Stop here for now").click()
    page.get_by_role("button", name=f"Unmark: {question}").click()
    said = page.locator("#revise-ahead").get_by_role("status")
    expect(said).to_contain_text(f"No longer to learn: {question}")
    assert reviews.marked(LOCAL.id) == ()
    undo = said.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(page.get_by_role("button", name=f"Unmark: {question}")).to_be_focused()
    assert [each.card for each in reviews.marked(LOCAL.id)] == [marked]


def test_leeches_are_set_aside_and_taken_up_again(page: Page, site: Site) -> None:
    reviews, clock = site.training.training.reviews, site.training.training.bank._clock
    from qa.training.review.review import Review

    at = clock() - timedelta(days=400)
    grades = [Grade.EASY, *[Grade.AGAIN, Grade.EASY] * 4]
    reviews.add(
        LOCAL.id,
        [
            Review(
                id=f"r{n}", person=LOCAL.id, card="twins", item=item_of("en").id,
                at=at + timedelta(days=20 * n), grade=grade, occasion=Occasion.REVIEW,
            )
            for n, grade in enumerate(grades)
        ],
    )  # fmt: skip
    open_review(page)
    ahead = page.locator("#revise-ahead")
    expect(ahead).to_contain_text("forgotten 4 times")
    ahead.get_by_role("button", name="Set aside: ").click()
    expect(ahead).to_contain_text("forgotten 4 times, set aside")
    expect(page.locator("#revise")).to_contain_text("Nothing to review now.")
    ahead.get_by_role("button", name="Take up again: ").click()
    expect(page.locator("#revise .today")).to_contain_text("1 card due")


def test_own_data_is_taken_away_brought_back_and_deleted(
    page: Page, site: Site, tmp_path: Path
) -> None:
    reviews = site.training.training.reviews
    reviews.answer(LOCAL.id, id="r1", card="twins", grade=Grade.EASY, occasion=Occasion.QUIZ)
    open_review(page)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="My data (JSON)").click()
    assert downloading.value.suggested_filename == "cxlit-progress.json"
    downloading.value.save_as(tmp_path / "progress.json")
    document = json.loads((tmp_path / "progress.json").read_text())
    assert [review["id"] for review in document["reviews"]] == ["r1"]

    data = page.locator("#own-forget")
    data.get_by_role("button", name="Delete all my training data").click()
    expect(data.get_by_role("button", name="Keep")).to_be_focused()
    data.get_by_role("button", name="Keep").click()
    data.get_by_role("button", name="Delete all my training data").click()
    data.get_by_role("button", name="Delete", exact=True).click()
    said = page.locator("#revise-said")
    expect(said).to_contain_text("Your training data is deleted.")
    assert reviews.of(LOCAL.id) == ()

    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Import progress").click()
    choosing.value.set_files(tmp_path / "progress.json")
    expect(said).to_contain_text("Imported: 1 new reviews, 0 were here already.")
    assert [review.id for review in reviews.of(LOCAL.id)] == ["r1"]
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Import progress").click()
    choosing.value.set_files([file("holiday.json", "{}")])
    expect(said.get_by_role("alert")).to_contain_text("no learning progress")


def test_a_passage_is_marked_in_the_reader(page: Page, site: Site) -> None:
    reviews = site.training.training.reviews
    ask(page, "Who should the CCO report to?")
    page.locator("#answer .sentences a[data-quote$='-2']").click()
    reader = page.locator(".reader .panel")
    learn = reader.get_by_role("button", name="Learn this passage")
    learn.click()
    said = reader.locator(".learn-how")
    expect(said).to_have_text("Marked: this passage comes up in your review.")
    expect(learn).to_be_focused()
    cited = "One who reports to marketing measures, and rarely decides."
    assert [marked.quote for marked in reviews.marked(LOCAL.id)] == [cited]
    first = "A chief customer officer who reports to the chief executive can settle conflicts."
    select(page, first)
    with page.expect_response("**/gradio_api/queue/join*"):
        learn.click()
    expect(learn).to_be_focused()
    select(page, "A seat at the table")
    learn.click()
    expect(said).to_contain_text("is not in the article’s text")
    select(page, first)
    learn.click()
    expect(said).to_contain_text("already")
    open_review(page)
    expect(page.locator("#revise .today")).to_contain_text("3 new cards")
    assert [marked.quote for marked in reviews.marked(LOCAL.id)] == [cited, first]


def select(page: Page, words: str) -> None:
    """As a mouse does in the open article; nothing where these words are not in it."""
    page.evaluate(
        """(words) => {
          getSelection().removeAllRanges();
          const nodes = document.createTreeWalker(
            document.querySelector(".reader article"), NodeFilter.SHOW_TEXT);
          for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
            if (getSelection().rangeCount) return;
            const at = node.textContent.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            getSelection().addRange(range);
          }
        }""",
        words,
    )
