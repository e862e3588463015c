"""The path in a real browser: placement, plan, a competency and its worksheet."""

import io
from datetime import timedelta
from pathlib import Path

import docx as word
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from corpus.people import LOCAL
from corpus.training.plan_store import PlanStore
from qa.training.review.review import Grade, Occasion
from tests.chromium import needs_chromium
from tests.served_page import Site, opened
from tests.shelved import ALL, CONFLICTS, shelve

pytestmark = needs_chromium
ME = LOCAL.id


@pytest.fixture(autouse=True)
def items(site: Site) -> None:
    shelve(site.training, *ALL)


def open_path(page: Page, train: str = "Train") -> Locator:
    page.get_by_role("tab", name=train).click()
    path = page.locator("#path")
    expect(path.locator("h2").first).to_be_visible()
    return path


def begun(page: Page, site: Site, train: str = "Train") -> Locator:
    site.training.training.paths.start(ME)
    return open_path(page, train)


def test_from_the_placement_to_the_plan(page: Page, site: Site) -> None:
    path = open_path(page)
    expect(path.locator("h2")).to_have_text("Your first hundred days")
    path.get_by_role("button", name="Find out where I stand").click()
    expect(path.locator(".place")).to_have_text("Placement · question 1 of 1")
    expect(path.locator(".options h2")).to_be_focused()
    path.get_by_role("button", name="Next").click()
    expect(path.get_by_role("alert")).to_contain_text("Choose an answer")
    path.get_by_label(CONFLICTS.right).check()
    path.get_by_role("button", name="Next").click()
    expect(path.locator("h2")).to_have_text("Placement: 1 of 1 right")
    expect(path.locator("h2")).to_be_focused()
    expect(path.locator(".missed > li")).to_have_count(1)
    expect(path.locator(".missed .place")).to_contain_text("right · Reporting line")
    path.get_by_role("button", name="See my path").first.click()
    expect(path.locator("h2")).to_have_text("My path")
    expect(path.locator("h2")).to_be_focused()
    expect(path.locator(".path-entries h4")).to_have_count(12)
    # What was right comes last in its phase.
    first_phase = path.locator(".phase").first
    expect(first_phase.locator("h4").last).to_have_text("Reporting line and executive committee")
    expect(first_phase.locator("li > .why").last).to_contain_text("Right in the placement")
    (review,) = site.training.training.reviews.of(ME)
    assert (review.card, review.correct, review.grade) == (CONFLICTS.card, True, Grade.GOOD)
    assert review.occasion is Occasion.PLACEMENT


def test_a_placement_is_left_and_taken_up_again(page: Page, site: Site) -> None:
    path = open_path(page)
    path.get_by_role("button", name="Find out where I stand").click()
    path.get_by_role("button", name="Go on later").click()
    expect(path.locator(".invitation .hint")).to_have_text("1 question is left.")
    page.reload()
    path = open_path(page)
    path.get_by_role("button", name="Go on with the placement").click()
    path.get_by_role("button", name="I don’t know").click()
    expect(path.locator("h2")).to_have_text("Placement: 0 of 1 right")
    expect(path.locator(".missed .place")).to_contain_text("not known")
    expect(path.locator(".missed .answer strong")).to_have_text(CONFLICTS.right)
    path.get_by_role("button", name="Read it in the article").click()
    expect(page.locator(".reader mark").first).to_have_text(CONFLICTS.quote)
    page.keyboard.press("Escape")
    path.get_by_role("button", name="See my path").first.click()
    expect(path.locator(".path-entries h4").first).to_have_text(
        "Reporting line and executive committee"
    )
    (review,) = site.training.training.reviews.of(ME)
    assert (review.correct, review.said) == (False, "")


def test_begun_without_questions(page: Page, site: Site) -> None:
    path = open_path(page)
    path.get_by_role("button", name="Begin without questions").click()
    expect(path.locator(".phase")).to_have_count(3)
    expect(path.locator(".phase .facts").first).to_contain_text("30 days left")
    assert site.training.training.reviews.of(ME) == ()


def test_a_step_is_marked_and_taken_back(page: Page, site: Site) -> None:
    path = begun(page, site)
    before = path.locator("header .facts").inner_text()
    path.get_by_role("button", name="Reporting line and executive committee").click()
    expect(path.locator("h2")).to_be_focused()
    mark = path.get_by_role("button", name="Mark as done: Know the disputes")
    expect(mark).to_have_attribute("aria-pressed", "false")
    mark.click()
    expect(mark).to_have_attribute("aria-pressed", "true")
    expect(mark).to_be_focused()
    expect(page.locator("#path-said")).to_contain_text("Done: Know the disputes.")
    assert list(_done(site)) == ["reporting-line/disputes"]
    path.get_by_role("button", name="My path").first.click()
    expect(path.locator(".marks .done")).to_have_count(1)
    assert path.locator("header .facts").inner_text() != before
    path.get_by_role("button", name="Reporting line and executive committee").click()
    mark.click()
    expect(mark).to_have_attribute("aria-pressed", "false")
    assert _done(site) == {}


def test_reading_opens_in_the_reader(page: Page, site: Site) -> None:
    path = begun(page, site)
    path.get_by_role("button", name="Reporting line and executive committee").click()
    path.get_by_role("button", name="Read “A seat at the table”").click()
    expect(page.locator(".reader .panel h2").first).to_have_text("A seat at the table")
    page.keyboard.press("Escape")
    path.get_by_role("button", name="See it in the article").first.click()
    quote = path.locator(".extracts blockquote q").first.inner_text().strip("“”")
    expect(page.locator(".reader mark").first).to_have_text(quote)


def test_a_dispute_leads_to_the_question(page: Page, site: Site) -> None:
    path = begun(page, site)
    path.get_by_role("button", name="Reporting line and executive committee").click()
    path.get_by_role("button", name="Ask the library: Who should").first.click()
    box = page.locator("#question textarea")
    expect(box).to_be_focused()
    expect(box).to_have_value("Who should the chief customer officer (CCO) report to?")
    page.keyboard.press("Enter")
    expect(page.locator("#answer .asked").first).to_contain_text("Who should the chief customer")


def test_questions_lead_to_a_quiz_on_the_competency(page: Page, site: Site) -> None:
    path = begun(page, site)
    path.get_by_role("button", name="Reporting line and executive committee").click()
    expect(path.get_by_text("Answered: 0 of 1.")).to_be_visible()
    path.get_by_role("button", name="Answer questions").click()
    expect(page.locator("#quiz .options h2")).to_have_text(CONFLICTS.stem)


def test_a_worksheet_is_kept_as_one_writes_and_handed_over(page: Page, site: Site) -> None:
    path = begun(page, site)
    path.get_by_role("button", name="Mandate and governance").click()
    field = path.get_by_label("What I decide alone")
    hostile = '</textarea><script>window.hacked=1</script>\nPrices & "terms"'
    field.fill(hostile)
    path.get_by_label("What stays with the others").fill("Hiring")
    # Whatever is clicked next, nothing is lost.
    path.get_by_role("button", name="Mark as done: Apply it at home").click()
    expect(path.get_by_role("button", name="Mark as done: Apply it at home")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(field).to_have_value(hostile)
    expect(path.get_by_label("What stays with the others")).to_have_value("Hiring")
    with page.expect_download() as download:
        path.get_by_role("button", name="Download for Word").click()
    assert download.value.suggested_filename == "worksheet-mandate-and-governance.docx"
    document = word.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert hostile in texts
    assert "Hiring" in texts
    assert page.evaluate("window.hacked") is None
    field.fill("")
    path.get_by_role("button", name="Save").click()
    expect(page.locator("#path-said")).to_contain_text("Your worksheet is saved.")
    kept = site.training.training.paths.worksheet(ME, "mandate").fields
    assert (kept["decide"], kept["not_mine"]) == ("", "Hiring")


def test_what_is_being_written_is_kept_before_the_field_is_left(page: Page, site: Site) -> None:
    path = begun(page, site)
    path.get_by_role("button", name="Mandate and governance").click()
    field = path.get_by_label("What I decide alone")
    with page.expect_request(lambda request: "Prices" in (request.post_data or "")):
        field.press_sequentially("Prices")  # and then the keys rest
    expect(field).to_be_focused()
    expect(field).to_have_value("Prices")
    field.press_sequentially(" and terms")
    page.reload()
    path = open_path(page)
    expect(path.locator("h2")).to_have_text("Mandate and governance")
    expect(path.get_by_label("What I decide alone")).to_have_value("Prices and terms")


def test_that_it_is_saved_is_said_in_sight_and_not_for_ever(page: Page, site: Site) -> None:
    path = begun(page, site)
    path.get_by_role("button", name="Mandate and governance").click()
    path.get_by_label("What I decide alone").fill("Prices")
    path.get_by_role("button", name="Save").click()
    said = page.locator("#path-said .notice")
    expect(said).to_contain_text("Your worksheet is saved.")
    expect(said).to_be_in_viewport()
    with page.expect_download():
        path.get_by_role("button", name="Download for Word").click()
    expect(said).to_have_count(0)


def test_another_language_leaves_one_where_one_is(page: Page, site: Site) -> None:
    path = begun(page, site)
    path.get_by_role("button", name="Mandate and governance").click()
    path.get_by_label("What I decide alone").fill("Prices")
    page.get_by_text("Français", exact=True).click()
    expect(path.locator("h2")).to_have_text("Mandat et gouvernance")
    expect(path.get_by_label("Ce que je décide seul")).to_have_value("Prices")


def test_in_french(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        path = open_path(page, "Se former")
        expect(path.locator("h2")).to_have_text("Vos cent premiers jours")
        path.get_by_role("button", name="Me situer").click()
        expect(path.locator(".place")).to_have_text("Positionnement · question 1 sur 1")
        path.get_by_role("button", name="Je ne sais pas").click()
        expect(path.locator("h2")).to_have_text("Positionnement\u00a0: 0 bonne réponse sur 1")
        path.get_by_role("button", name="Voir mon parcours").first.click()
        expect(path.locator("h2")).to_have_text("Mon parcours")
        expect(path.locator(".phase .facts").first).to_contain_text("encore 30")
        path.locator(".path-next button").click()
        expect(path.locator(".path-competency")).to_be_visible()
        expect(path.get_by_text("À savoir défendre")).to_be_visible()
        path.get_by_role("button", name="Marquer comme fait : L’appliquer chez soi").click()
        expect(page.locator("#path-said")).to_contain_text("Fait : L’appliquer chez soi.")


def test_the_days_that_are_over_are_said_without_blame(
    page: Page, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = site.training.training.paths
    paths.start(ME)
    later = paths._clock() + timedelta(days=35)
    monkeypatch.setattr(paths, "_clock", lambda: later)
    path = open_path(page)
    expect(path.locator(".phase .facts").first).to_contain_text("the days are over")
    expect(path.locator(".phase .facts").nth(1)).to_contain_text("25 days left")


def _done(site: Site) -> dict[str, str]:
    return PlanStore(site.training.database).steps(ME)
