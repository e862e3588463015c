"""axe-core on the states of each way to train, in both languages, light and dark; no page is too
wide for its window, and the keyboard is never lost."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.people import LOCAL
from qa.training.review.review import Grade, Occasion, Review
from tests.accounts import PASSWORD
from tests.chromium import needs_chromium
from tests.classroom import Class
from tests.fake_desk import ENGLISH
from tests.looking import LOOKS, Look, looking, serious, tab, too_wide
from tests.served_page import Site, opened
from tests.shelved import ALL, BUDGET, CONFLICTS, FOUR_OF_TEN, MEASURES, shelve
from ui.web.serving import serving

pytestmark = [needs_chromium, pytest.mark.usefixtures("without_loops")]

Walk = Iterator[str]  # what one sees at each stop
DISPUTE = "reporting-line"


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: f"{look.locale}-{look.width}")
def look(request: pytest.FixtureRequest) -> Look:
    look: Look = request.param
    return look


@pytest.fixture(scope="module")
def opened_once(browser: Browser, served: Site, look: Look) -> Iterator[Page]:
    """Each walk begins in an inner tab that no other one opens."""
    with looking(browser, look) as context:
        served.reset()
        yield opened(context, served)


def path(page: Page, site: Site) -> Walk:
    here = page.locator("#path")
    yield "start"
    here.locator("[data-walk=place]").click()
    expect(here.locator(".options")).to_be_visible()
    yield "placement"
    here.locator("[type=submit]").click()
    expect(here.get_by_role("alert")).to_be_visible()
    yield "placement, nothing chosen"
    here.locator("[data-walk=unsure]").click()
    expect(here.locator(".missed")).to_be_visible()
    yield "result of the placement"
    here.locator("[data-article]").first.click()
    yield from reading(page)
    here.locator("[data-walk=home]").first.click()
    expect(here.locator(".path-next")).to_be_visible()
    yield "plan"
    here.locator(f".path-entries [data-of={DISPUTE}]").click()
    here.locator("textarea").first.fill("The chief executive.")
    here.locator("[data-step=disputes]").click()
    expect(here.locator(".toggle[aria-pressed=true]")).to_be_visible()
    here.locator("[type=submit]").click()
    expect(page.locator("#path-said .notice")).to_be_visible()
    yield "competency"
    here.locator(".extracts .link").first.click()
    yield from reading(page)


def quiz(page: Page, site: Site) -> Walk:
    here = page.locator("#quiz")
    yield "start"
    here.locator("[type=submit]").click()
    expect(here.locator(".options")).to_be_visible()
    yield "question"
    here.locator("[type=submit]").click()
    expect(here.get_by_role("alert")).to_be_visible()
    yield "nothing chosen"
    here.locator("input[value='1']").check()
    here.locator("[type=submit]").click()
    expect(here.locator(".outcome.wrong")).to_be_visible()
    here.locator("[data-doubt]").click()
    expect(here.locator("[data-believe]")).to_be_visible()
    yield "answered wrong"
    here.locator("[data-article]").click()
    yield from reading(page)
    here.locator("[data-onward]").click()
    expect(here.locator(".missed")).to_be_visible()
    yield "end"
    here.locator("[data-anew=missed]").click()
    here.locator("input[value='0']").check()
    here.locator("[type=submit]").click()
    expect(here.locator(".outcome.right")).to_be_visible()
    yield "answered right"
    here.locator("[data-onward]").click()
    expect(here.locator(".missed")).to_have_count(0)
    yield "end, all right"


def review(page: Page, site: Site) -> Walk:
    here = page.locator("#revise")
    expect(page.locator("#revise-ahead .forecast")).to_be_visible()
    yield "start, with what lies ahead"
    here.locator("[data-begin]").click()
    expect(here.locator("input[value='0']")).to_be_visible()
    yield "card"
    here.locator("input[value='0']").check()
    here.locator("[type=submit]").click()
    expect(here.locator(".revise-grades")).to_be_visible()
    yield "answered"
    here.locator("[data-article]").click()
    yield from reading(page)
    here.locator("[data-grade='4']").click()
    expect(here.locator("[data-reveal]")).to_be_visible()
    yield "marked passage"
    here.locator("[data-reveal]").click()
    expect(here.locator(".revise-grades")).to_be_visible()
    yield "marked passage, open"
    here.locator("[data-finish]").click()
    page.locator("#revise-ahead [data-suspend]").click()
    expect(page.locator("#revise-ahead [data-resume]")).to_be_focused()
    page.locator("#revise-ahead [data-unmark]").click()
    expect(page.locator("#revise-ahead [data-undo]")).to_be_focused()
    yield "end, one card set aside, one passage taken out"
    page.locator("#own-forget [data-remove]").click()
    expect(page.locator("#own-forget .confirm")).to_be_visible()
    yield "about to delete everything"


def debate(page: Page, site: Site) -> Walk:
    yield "questions"
    page.locator(f"[data-contest={DISPUTE}]").click()
    page.locator("#debate-text textarea").fill("“It settles quarrels”, says one.")
    page.locator("#debate-head .pills label").nth(1).click()
    page.locator("#debate-query").fill("report")
    page.keyboard.press("Enter")
    page.locator(".debate-found [data-attach]").first.click()
    expect(page.locator(".debate-attached li")).to_have_count(1)
    page.locator("#debate-find summary").click()
    page.locator("#debate-find details [data-attach]").first.click()
    expect(page.locator("#debate-find details [data-attached]")).to_be_focused()
    yield "written, with two passages"
    page.locator("#debate-attached [data-article]").first.click()
    yield from reading(page)
    page.locator("#debate-check").click()
    expect(page.locator(".assessment")).to_be_visible()
    page.locator("#debate-head [data-remove]").click()
    expect(page.locator("#debate-head .confirm")).to_be_visible()
    yield "checked, and about to delete it"
    page.locator("#debate-head [data-keep]").click()
    page.locator("#debate-head [data-back]").click()
    expect(page.locator(f"[data-contest={DISPUTE}]")).to_be_focused()
    yield "questions, one of them begun"


def drill(page: Page, site: Site) -> Walk:
    page.locator("#drill-choice summary").click()
    expect(page.locator("#drill-text textarea")).to_be_visible()
    yield "question"
    page.locator("#drill-text textarea").fill("Alex Sample says so.")
    page.locator("#drill-compare").click()
    expect(page.locator(".own-points, .drill-own .note").first).to_be_visible()
    yield "beside the evidence"
    page.locator("[data-selfgrade='3']").click()
    expect(page.locator("#drill-said .notice")).to_be_visible()
    yield "graded"


def cohorts(page: Page, site: Site) -> Walk:
    """Without accounts; with them, see below."""
    yield "no accounts"


def items(page: Page, site: Site) -> Walk:
    here, said = page.locator("#items"), page.locator("#items-said .notice")
    expect(here.locator(".item")).to_be_visible()
    here.locator(".narrowing summary").click()
    yield "waiting"
    here.locator(".rejecting [type=submit]").click()
    expect(here.get_by_role("alert")).to_be_visible()
    yield "no reason"
    here.locator("#own-reason").fill("Two are right.")
    here.locator(".rejecting [type=submit]").click()
    expect(said).to_be_visible()
    here.locator("[data-article]").click()
    yield from reading(page)
    here.locator("input[value=doubted]").check(force=True)
    expect(here.locator(".against").first).to_be_visible()
    yield "doubted"
    here.locator("input[value=rejected]").check(force=True)
    expect(here.locator(".because")).to_be_visible()
    yield "rejected"


def reading(page: Page) -> Walk:
    expect(page.locator(".reader .panel mark").first).to_be_visible()
    yield "in the reader"
    page.keyboard.press("Escape")
    expect(page.locator(".reader .panel")).to_have_count(0)


WALKS = (path, quiz, review, debate, drill, cohorts, items)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_no_serious_finding(
    walk: Callable[[Page, Site], Walk], opened_once: Page, served: Site
) -> None:
    learnt(served)
    page = opened_once
    tab(page, "train")
    tab(page, f"train-{walk.__name__}")
    expect(page.locator("#train-tabs h2").locator("visible=true").first).to_be_visible()
    found = [(stop, finding) for stop in walk(page, served) for finding in wrong(page)]
    assert found == []


def test_no_serious_finding_where_one_leads_a_cohort(browser: Browser, look: Look) -> None:
    room = Class()
    room.reset()
    room.door.preferences.speak(room.tom.id, "fr" if look.locale == "fr-FR" else "en")
    with (
        serving(room.site.desks, port=0) as address,
        looking(browser, look) as context,
    ):
        page = context.new_page()
        page.goto(address)
        page.locator("#username").fill("Tom")
        page.locator("#password").fill(PASSWORD)
        page.keyboard.press("Enter")
        tab(page, "train")
        tab(page, "train-cohorts")
        found = [(stop, finding) for stop in leading(page, room) for finding in wrong(page)]
        assert found == []
    room.door.close()


def leading(page: Page, room: Class) -> Walk:
    joined, trained = page.locator("#cohorts"), page.locator("#trained-cohorts")
    training, tom, zoe = room.training, room.tom.id, room.zoe.id
    joined.locator("[type=submit]").click()
    expect(joined.get_by_role("alert")).to_be_visible()
    yield "no code"
    trained.locator("#cohort-name").fill("Spring 2027")
    page.keyboard.press("Enter")
    expect(trained.locator("h2")).to_have_text("Spring 2027")
    yield "nobody in it"
    (cohort,) = training.cohorts.of_trainer(tom)
    for person in (tom, zoe):
        training.cohorts.join(person, cohort.code)
        room.answer(person, CONFLICTS, person == tom)
        room.answer(person, MEASURES, True)
    trained.locator("[data-act=close]").click()
    trained.locator("[data-act=open]").click()
    expect(trained.locator(".matrix tbody tr")).to_have_count(2)
    trained.locator("[data-act=rename]").click()
    expect(trained.locator("#cohort-renamed")).to_be_focused()
    yield "two in it, about to be renamed"
    trained.locator("[data-act=open]").click()
    trained.locator("[data-act=delete]").click()
    expect(trained.locator(".confirm")).to_be_visible()
    yield "about to be deleted"
    joined.locator("#cohort-code").fill(cohort.code)
    page.keyboard.press("Enter")
    expect(joined.locator(".invitation")).to_be_visible()
    yield "invited"


def learnt(site: Site) -> None:
    """Items, a marked passage, a card that is forgotten again and again, another one that is
    known for days, and doubts."""
    site.reset()
    shelve(site.training, *ALL)
    training = site.training.training
    start = ENGLISH.text.index(MEASURES.quote)
    training.reviews.mark(LOCAL.id, ENGLISH, start, start + len(MEASURES.quote))
    at = training.bank._clock() - timedelta(days=400)
    grades = [Grade.EASY, *[Grade.AGAIN, Grade.EASY] * 4]
    training.reviews.add(
        LOCAL.id,
        [
            Review(
                id=f"r{n}", person=LOCAL.id, card=CONFLICTS.card, item=CONFLICTS.id,
                at=at + timedelta(days=20 * n), grade=grade, occasion=Occasion.REVIEW,
            )
            for n, grade in enumerate(grades)
        ],
    )  # fmt: skip
    training.reviews.answer(
        LOCAL.id, id="known", card=MEASURES.card, item=MEASURES.id, grade=Grade.EASY,
        correct=True, occasion=Occasion.REVIEW,
    )  # fmt: skip
    for doubted in (BUDGET, FOUR_OF_TEN):
        training.attention.report("zoe", doubted.id)


def wrong(page: Page) -> list[tuple[str, str, str]]:
    """What axe-core finds, and what it cannot see: the width of the page, a lost keyboard."""
    found = serious(page)
    if (wide := too_wide(page)) > 0:
        found.append(("too wide", f"{wide} px", "page"))
    if page.evaluate("document.activeElement === document.body"):
        found.append(("focus lost", "serious", "page"))
    return found
