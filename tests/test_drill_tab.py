"""The conversation drill in a real browser: asked, answered, compared, graded."""

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.people import LOCAL
from corpus.wording import KnownError
from qa.training.competency import Challenge
from qa.training.drill.drills import Drills
from qa.training.review.review import Grade, Occasion
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH
from tests.served_page import Site, opened

pytestmark = needs_chromium


def open_drill(page: Page, train: str = "Train", name: str = "Tough questions") -> None:
    page.get_by_role("tab", name=train, exact=True).click()
    page.get_by_role("tab", name=name).click()
    expect(page.locator(".drill-asked h3")).to_be_visible()


def only(site: Site, patch: pytest.MonkeyPatch, *, answered: bool) -> Challenge:
    """The drill asks but one question, to which the small library has an answer or has not."""
    drills = site.training.training.drills
    first = next(
        each
        for each in drills.challenges("reporting-line")
        if drills.evidence(each, "en").abstained is not answered
    )
    patch.setattr(Drills, "challenges", lambda *_: (first,))
    return first


def test_ones_own_words_stand_beside_the_evidence(
    page: Page, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    challenge = only(site, monkeypatch, answered=True)
    open_drill(page)
    expect(page.locator(".drill-asked h3")).to_have_text(challenge.said.en)
    page.locator("#drill-text textarea").fill("Alex Sample says that it settles conflicts.")
    page.get_by_role("button", name="Compare with the evidence").click()
    own = page.locator(".drill-own")
    expect(own.locator("blockquote")).to_have_text("Alex Sample says that it settles conflicts.")
    expect(own.locator("li.met")).to_contain_text("Did you name a source? yes")
    expect(page.locator("#drill-answer .sentences")).to_contain_text("can settle conflicts")
    expect(page.locator("#drill-text")).to_be_hidden()
    page.locator("#drill-answer .cite a").first.click()
    reader = page.locator(".reader .panel").last
    expect(reader.locator("h2")).to_have_text(ENGLISH.title)
    reader.get_by_role("button", name="Close the article").click()

    own.get_by_role("button", name="Well").click()
    expect(page.locator("#drill-said")).to_contain_text("Your answer is kept")
    expect(page.locator(".drill-asked")).to_contain_text("Nothing is due now")
    expect(own).to_have_count(0)
    (review,) = site.training.training.reviews.of(LOCAL.id)
    assert (review.card, review.grade) == (f"challenge:{challenge.id}", Grade.GOOD)
    assert (review.occasion, review.said) == (
        Occasion.DRILL,
        "Alex Sample says that it settles conflicts.",
    )


def test_a_second_click_grades_nothing_that_was_not_shown(page: Page, site: Site) -> None:
    first, second, *_ = site.training.training.drills.challenges()
    open_drill(page)
    expect(page.locator(".drill-asked h3")).to_have_text(first.said.en)
    page.locator("#drill-text textarea").fill("So.")
    page.get_by_role("button", name="Compare with the evidence").dblclick()
    page.locator("[data-selfgrade='3']").dblclick()
    expect(page.locator(".drill-asked h3")).to_have_text(second.said.en)
    expect(page.locator("#drill-text textarea")).to_have_value("")
    page.get_by_role("button", name="Compare with the evidence").click()
    page.locator("[data-selfgrade='1']").click()
    expect(page.locator(".drill-own")).to_have_count(0)
    reviews = site.training.training.reviews.of(LOCAL.id)
    assert [(review.card, review.grade, review.said) for review in reviews] == [
        (f"challenge:{first.id}", Grade.GOOD, "So."),
        (f"challenge:{second.id}", Grade.AGAIN, ""),
    ]


def test_the_library_says_that_it_does_not_answer(
    page: Page, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(site, monkeypatch, answered=False)
    open_drill(page)
    page.get_by_role("button", name="Compare with the evidence").click()
    own = page.locator(".drill-own")
    expect(own).to_contain_text("You wrote nothing.")
    expect(own).to_contain_text("The library does not answer this one.")
    expect(own.locator("li")).to_have_count(0)
    expect(page.locator("#drill-answer .abstained")).to_be_visible()


def test_a_competency_is_chosen_and_questions_are_put_off(page: Page, site: Site) -> None:
    first, second, *_ = site.training.training.drills.challenges("measures")
    open_drill(page)
    page.locator("#drill-choice summary").click()
    chosen = next(c for c in site.training.training.map if c.id == "measures")
    page.locator("#drill-choice").get_by_text(chosen.name.en, exact=True).click()
    asked = page.locator(".drill-asked h3")
    expect(asked).to_have_text(first.said.en)
    page.locator("#drill-text textarea").fill("Half an answer.")
    page.get_by_role("button", name="Another question").click()
    expect(asked).to_have_text(second.said.en)
    expect(page.locator("#drill-text textarea")).to_have_value("")
    assert site.training.training.reviews.of(LOCAL.id) == ()


def test_a_failure_leaves_the_words(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    open_drill(page)

    def full(*_: object, **__: object) -> None:
        raise KnownError(en="The disk is full. Make room.", fr="Le disque est plein.")

    page.locator("#drill-text textarea").fill("My answer.")
    with monkeypatch.context() as patch:
        patch.setattr(Drills, "evidence", full)
        page.get_by_role("button", name="Compare with the evidence").click()
        alert = page.locator("#drill-said").get_by_role("alert")
        expect(alert).to_have_text("The disk is full. Make room.")
    expect(page.locator("#drill-text textarea")).to_have_value("My answer.")
    page.get_by_role("button", name="Compare with the evidence").click()
    monkeypatch.setattr(Drills, "answer", full)
    page.locator("[data-selfgrade='1']").click()
    expect(alert).to_have_text("The disk is full. Make room.")
    expect(page.locator(".drill-own blockquote")).to_have_text("My answer.")


def test_in_french_and_back(browser: Browser, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    challenge = only(site, monkeypatch, answered=True)
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        open_drill(page, "Se former", "Questions difficiles")
        expect(page.locator(".drill-asked h3")).to_have_text(challenge.said.fr)
        page.locator("#drill-text textarea").fill("Alex Sample le dit.")
        page.get_by_role("button", name="Comparer avec les sources").click()
        own = page.locator(".drill-own")
        expect(own.locator("h3")).to_have_text("Ce que vous avez dit")
        expect(own.get_by_role("button", name="Sans effort")).to_be_visible()
        page.get_by_text("English", exact=True).click()
        expect(own.locator("h3")).to_have_text("What you said")
        expect(own.locator("blockquote")).to_have_text("Alex Sample le dit.")


def test_what_was_said_last_time(page: Page, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    challenge = only(site, monkeypatch, answered=True)
    drills = site.training.training.drills
    hostile = "<script>window.hacked=1</script> as I said"
    drills.answer(LOCAL.id, challenge, review="r1", grade=Grade.AGAIN, said=hostile)
    monkeypatch.setattr(Drills, "next", lambda *_: challenge)
    open_drill(page)
    page.get_by_text("What you answered last time").click()
    expect(page.locator(".last-time p")).to_have_text(hostile)
    assert page.evaluate("window.hacked") is None
