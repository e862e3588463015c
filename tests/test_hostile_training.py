"""Hostile articles, items, names and answers in the tabs of training, in a real browser: nothing
runs, nothing calls out, and what was written comes back as it was."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from corpus.people import LOCAL, Role
from corpus.training.cohort_store import Cohort
from qa.training.review.review import Grade, Occasion
from tests.accounts import PASSWORD, Door
from tests.chromium import needs_chromium
from tests.fake_desk import FakeDesk
from tests.hostile_answers import TEXTS, typed
from tests.hostile_training import ITEMS, LEARNT, NAMED, hostile_training
from tests.looking import tab
from tests.served_page import Site, fakes
from tests.watching import Watch
from ui.web.serving import serving

pytestmark = needs_chromium

EVERYTHING = "\n".join(" ".join(text.split()) for text in TEXTS)
DISPUTE = "reporting-line"


class Hostile(NamedTuple):
    page: Page
    watch: Watch
    site: Site
    cohort: Cohort


def _learn(site: Site, learner: str) -> Cohort:
    """Ada marks passages; whoever is called so is in her cohort, and has answered everything."""
    training = site.training.training
    for article in LEARNT:
        start = article.text.index("\n\n## ") + 2
        training.reviews.mark(LOCAL.id, article, start, min(start + 900, len(article.text)))
    cohort = training.cohorts.make(LOCAL.id, typed(90)[0])
    training.cohorts.join(learner, cohort.code)
    for item in ITEMS:
        training.reviews.answer(
            learner, id=item.id, card=item.card, item=item.id, grade=Grade.AGAIN, correct=False,
            occasion=Occasion.QUIZ, said=item.options[1],
        )  # fmt: skip
        training.attention.report(learner, item.id)
    return cohort


@pytest.fixture(scope="module")
def hostile(browser: Browser) -> Iterator[Hostile]:
    """The page, opened once and signed in: there is much in it."""
    site = fakes()
    desk = FakeDesk()
    desk.reset(LEARNT)
    site = site._replace(desk=desk, training=hostile_training())
    door = Door(site.training.database)
    door.add("Ada", Role.ADMIN)
    cohort = _learn(site, door.add(NAMED, Role.READER).id)
    desks = site.desks._replace(people=door.desk)
    with serving(desks, port=0) as address, browser.new_context(locale="en-GB") as context:
        watch = Watch(context, address)
        page = context.new_page()
        page.goto(address)
        page.locator("#username").fill("Ada")
        page.locator("#password").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator(".hero")).to_be_visible()
        tab(page, "train")
        yield Hostile(page, watch, site, cohort)
    door.close()


@pytest.fixture
def page(hostile: Hostile) -> Iterator[Page]:
    yield hostile.page
    hostile.watch.nothing_happened(hostile.page)


def read(page: Page, button: Locator) -> None:
    """Its article opens in the reader, at a mark, and is closed again."""
    button.click()
    reader = page.locator(".reader .panel").locator("visible=true")
    expect(reader.locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(reader).to_have_count(0)


def shown(text: str) -> str:
    """The words of a text, as a browser shows them: HTML knows no NUL."""
    return " ".join(text.replace("\x00", "").split())


def test_the_path_and_a_worksheet(page: Page, hostile: Hostile) -> None:
    here = page.locator("#path")
    here.locator("[data-walk=place]").click()
    expect(here.locator(".options label").first).to_be_visible()
    here.locator("[data-walk=unsure]").click()
    here.locator("[data-walk=finish]").click()
    read(page, here.locator(".missed .link").first)
    here.locator("[data-walk=home]").first.click()
    here.locator(f".path-entries [data-of={DISPUTE}]").click()
    expect(here.locator(".extracts li").first).to_be_visible()
    expect(here.locator(".takers button").first).to_be_visible()
    read(page, here.locator(".extracts .link").first)
    field = here.locator("textarea").first
    field.fill(EVERYTHING)
    here.locator("[type=submit]").click()
    expect(page.locator("#path-said .notice")).to_contain_text("is saved")
    here.locator("[data-walk=home]").first.click()
    here.locator(f".path-entries [data-of={DISPUTE}]").click()
    expect(field).to_have_value(EVERYTHING.replace("\x00", "\ufffd"))  # as HTML has it
    kept = hostile.site.training.training.paths.worksheet(LOCAL.id, DISPUTE).fields
    assert EVERYTHING in kept.values()


def test_a_quiz(page: Page) -> None:
    tab(page, "train-quiz")
    here = page.locator("#quiz")
    here.locator("[type=submit]").click()
    options = [shown(option) for item in ITEMS for option in item.options]
    for _ in ITEMS:
        labels = here.locator(".options label > span")
        expect(labels.first).to_be_visible()
        assert {shown(text) for text in labels.all_inner_texts()} <= set(options)
        here.locator(".options input").first.check()
        here.locator("[type=submit]").click()
        expect(here.locator(".item-source mark").first).to_be_visible()
        here.locator("[data-doubt]").click()
        expect(here.locator("[data-believe]")).to_be_visible()
        here.locator("[data-onward]").click()
    expect(here.locator(".missed, .hint").first).to_be_visible()


def test_a_review(page: Page) -> None:
    tab(page, "train-review")
    here, ahead = page.locator("#revise"), page.locator("#revise-ahead")
    expect(ahead.locator(".cards li")).to_have_count(len(LEARNT))
    read(page, ahead.locator("[data-article]").first)
    here.locator("[data-begin]").click()
    for _ in LEARNT:
        here.locator("[data-reveal], [data-unsure]").click()
        expect(here.locator(".item-source mark").first).to_be_visible()
        here.locator("[data-onward], [data-grade='3']").click()
        expect(here.locator(".item-source")).to_have_count(0)


def test_a_recommendation(page: Page) -> None:
    tab(page, "train-debate")
    here = page.locator("#debating")
    here.locator(f"[data-contest={DISPUTE}]").click()
    text = here.locator("#debate-text textarea")
    text.fill("\n".join(f"“{line}” {line}" for line in typed(400)))
    before = text.input_value()
    here.locator("#debate-head .pills label").nth(1).click()
    here.locator("#debate-query").fill(typed(490)[1])
    page.keyboard.press("Enter")
    here.locator("#debate-find summary").click()
    for number in range(3):
        here.locator(".debate-found .debate-place:not(:has(li)) [data-attach]").first.click()
        expect(here.locator(".debate-attached li")).to_have_count(number + 1)
    here.locator("#debate-find details [data-attach]").first.click()
    expect(here.locator(".debate-attached li")).to_have_count(4)
    here.locator("#debate-check").click()
    written = here.locator(".assessment .written").first
    expect(written).to_be_visible(timeout=60_000)  # there is much to look up
    read(page, here.locator("#debate-attached [data-article]").first)
    here.locator("[data-back]").locator("visible=true").click()
    here.locator(f"[data-contest={DISPUTE}]").click()
    expect(text).to_have_value(before)


def test_a_drill(page: Page) -> None:
    tab(page, "train-drill")
    page.locator("#drill-choice summary").click()
    page.locator(f"#drill-choice label:has([value={DISPUTE}])").click()
    expect(page.locator("#drill-choice summary strong")).to_contain_text("Reporting line")
    own, field = page.locator(".drill-own blockquote"), page.locator("#drill-text textarea")
    for text in typed(4900):
        expect(field).to_have_value("")
        field.fill(text)
        page.locator("#drill-compare").click()
        expect(own).to_have_text(shown(text))
        expect(page.locator("#drill-answer .sentences, #drill-answer .abstained")).to_be_visible()
        page.locator("[data-selfgrade='1']").click()
        expect(own).to_have_count(0)


def test_a_cohort_and_its_learner(page: Page, hostile: Hostile) -> None:
    tab(page, "train-cohorts")
    joined, trained = page.locator("#cohorts"), page.locator("#trained-cohorts")
    expect(trained.locator("[data-act=open]")).to_have_text(shown(hostile.cohort.name))
    trained.locator("[data-act=open]").click()
    expect(trained.locator(".matrix tbody th")).to_have_text(shown(NAMED))
    expect(trained.locator(".hardest tbody tr")).to_have_count(len(ITEMS))
    for name in typed(95)[1:4]:
        trained.locator("[data-act=rename]").click()
        trained.locator("#cohort-renamed").fill(name)
        page.keyboard.press("Enter")
        expect(trained.locator("h2")).to_have_text(shown(name))
    joined.locator("#cohort-code").fill(TEXTS[20])
    page.keyboard.press("Enter")
    expect(joined.get_by_role("alert")).to_be_visible()
    joined.locator("#cohort-code").fill(hostile.cohort.code)
    page.keyboard.press("Enter")
    joined.locator("[data-join]").click()
    expect(joined.locator(".joined strong")).to_have_text(shown(name))


def test_items_and_why_they_are_rejected(page: Page, hostile: Hostile) -> None:
    tab(page, "train-items")
    here = page.locator("#items")
    here.locator("input[value=doubted]").check(force=True)
    expect(here.locator(".against").first).to_be_visible()
    here.locator("input[value=waiting]").check(force=True)
    expect(here.locator(".item")).to_be_visible()
    reasons = [shown(reason) for reason in typed(290)[:4]]
    for reason in reasons:
        stem = here.locator(".item > h3").inner_text()
        here.locator("#own-reason").fill(reason)
        here.locator(".rejecting [type=submit]").click()
        expect(page.locator("#items-said .notice")).to_contain_text(shown(stem))
    here.locator("input[value=rejected]").check(force=True)
    for reason in reasons:
        expect(here.locator(".because").filter(has_text=reason[:60])).to_have_count(1)
    given = {each.reason for each in hostile.site.training.training.bank.verdicts().values()}
    assert given == set(reasons)
