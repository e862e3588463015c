"""Judging quiz items in a real browser, and who may."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from corpus.people import Person, Role
from corpus.wording import KnownError
from qa.training.review.review import Grade, Occasion
from tests.accounts import visit
from tests.chromium import needs_chromium
from tests.served_page import Site, fakes, opened
from tests.shelved import ALL, BUDGET, CONFLICTS, FOUR_OF_TEN, MEASURES, shelve
from ui.web.train.items.judging import Judging, Sight

pytestmark = needs_chromium


@pytest.fixture(autouse=True)
def items(site: Site) -> None:
    shelve(site.training, *ALL)


def open_items(page: Page, train: str = "Train", name: str = "Item bank") -> Locator:
    page.get_by_role("tab", name=train).click()
    page.get_by_role("tab", name=name, exact=True).click()
    items = page.locator("#items")
    expect(items.locator("h2")).to_be_visible()
    return items


def only(items: Locator, competency: str = "", language: str = "") -> None:
    items.get_by_text("Only some of them").click()
    for value in filter(None, (competency, language)):
        items.locator(f"input[value='{value}']").check(force=True)
        expect(items.locator(f"input[value='{value}']")).to_be_checked()


def answered(site: Site, item: str, *learners: bool) -> None:
    """One learner each, right or wrong."""
    for at, correct in enumerate(learners):
        site.training.training.reviews.answer(
            f"p{at}",
            id=f"{item} {at}",
            card=item,
            item=item,
            grade=Grade.GOOD if correct else Grade.AGAIN,
            correct=correct,
            occasion=Occasion.QUIZ,
        )


def test_an_item_with_its_key_source_and_twin(page: Page) -> None:
    items = open_items(page)
    only(items, "reporting-line", "en")
    item = items.locator(".item")
    expect(item.locator("h3")).to_have_text(CONFLICTS.stem)
    expect(item.locator(".facts").first).to_contain_text("Gap to fill")
    expect(item.locator(".judged .right")).to_contain_text("the chief executive right answer")
    expect(item.locator("mark")).to_have_text(CONFLICTS.quote)
    expect(item.locator(".twin")).to_contain_text(FOUR_OF_TEN.stem)
    item.get_by_role("button", name="Read it in the article").click()
    reader = page.locator(".reader .panel:visible")
    expect(reader.locator("mark")).to_have_text(CONFLICTS.quote)


def test_accepting_skipping_and_undoing(page: Page, site: Site) -> None:
    bank = site.training.training.bank
    items = open_items(page)
    only(items, "measures")
    heading, said = items.locator(".item h3"), page.locator("#items-said")
    expect(items.locator(".left")).to_have_text("2 questions in this list")
    first = heading.inner_text()
    items.get_by_role("button", name="Later").click()
    expect(heading).not_to_have_text(first)
    expect(heading).to_be_focused()
    second = heading.inner_text()
    items.get_by_role("button", name="Accept").click()
    expect(said).to_contain_text(f"Accepted: “{second}”")
    expect(heading).to_have_text(first)
    (judged,) = bank.verdicts().values()
    assert (judged.accepted, judged.trainer) == (True, "local")
    said.get_by_role("button", name="Undo").click()
    expect(heading).to_have_text(second)
    expect(heading).to_be_focused()
    assert bank.verdicts() == {}


def test_rejecting_wants_a_reason_and_can_be_taken_back(page: Page, site: Site) -> None:
    bank = site.training.training.bank
    items = open_items(page)
    only(items, "measures", "en")
    items.get_by_role("button", name="Reject", exact=True).click()
    expect(items.get_by_role("alert")).to_contain_text("Choose a reason or write one")
    assert bank.verdicts() == {}
    items.get_by_text("Several answers are right").click()
    items.get_by_label("In your words, if you like").fill("and “seldom”")
    items.get_by_role("button", name="Reject", exact=True).click()
    expect(page.locator("#items-said")).to_contain_text(f"Rejected: “{MEASURES.stem}”")
    assert bank.verdicts()[MEASURES.id].reason == "Several answers are right, and “seldom”"
    assert MEASURES not in bank.items()

    items.locator("input[value='rejected']").check(force=True)
    expect(items.locator(".rejected .because")).to_contain_text(
        "Several answers are right, and “seldom”"
    )
    items.get_by_role("button", name=f"Use again: {MEASURES.stem}").click()
    expect(items.locator(".empty")).to_have_text("Nothing was rejected.")
    assert MEASURES in bank.items()


def test_what_was_reported_or_has_figures_against_it(page: Page, site: Site) -> None:
    attention = site.training.training.attention
    attention.report("zoe", BUDGET.id)
    attention.report("bob", BUDGET.id)
    answered(site, CONFLICTS.id, False, False, False, False, False)
    items = open_items(page)
    items.locator("input[value='doubted']").check(force=True)
    item = items.locator(".item")
    expect(item.locator("h3")).to_have_text(BUDGET.stem)
    expect(item.locator(".against")).to_have_text("2 learners find this question wrong.")
    items.get_by_role("button", name="Accept").click()
    expect(item.locator("h3")).to_have_text(CONFLICTS.stem)
    expect(item.locator(".against")).to_contain_text("Everybody gets it wrong (5 learners)")
    items.get_by_role("button", name="Accept").click()
    expect(items.locator(".empty")).to_contain_text("No question is reported as wrong")
    assert attention.doubts() == ()


def test_in_french(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR") as context:
        page = opened(context, site)
        items = open_items(page, "Se former", "Banque de questions")
        items.get_by_text("Seulement une partie").click()
        items.locator("input[value='fr']").check(force=True)
        items.locator("input[value='figure']").check(force=True)
        expect(items.locator(".item h3")).to_have_text(FOUR_OF_TEN.stem)
        items.get_by_text("Sans intérêt").click()
        items.get_by_role("button", name="Rejeter", exact=True).click()
        expect(page.locator("#items-said")).to_contain_text(
            f"Rejetée\u00a0: «\u00a0{FOUR_OF_TEN.stem}\u00a0»"
        )
        expect(items.locator(".empty")).to_have_text("Rien n’attend d’être jugé ici.")


@pytest.fixture
def own_site() -> Iterator[Site]:
    site = fakes()
    shelve(site.training, *ALL)
    yield site


@pytest.mark.parametrize("role", Role)
def test_only_trainers_and_administrators_judge(own_site: Site, role: Role) -> None:
    training = own_site.training.training
    judging = Judging(training)
    person = Person("p", "P", role)
    attempts = (
        lambda: judging.shelf(Sight()),
        lambda: judging.item(BUDGET.id),
        lambda: judging.accept(Sight(), BUDGET.id),
        lambda: judging.undo(Sight(judged=BUDGET.id)),
        lambda: judging.reject(Sight(), BUDGET.id, "wrong"),
        lambda: judging.take_back(BUDGET.id),
    )
    with visit(person):
        for attempt in attempts:
            if role in {Role.TRAINER, Role.ADMIN}:
                attempt()
            else:
                with pytest.raises(KnownError, match="is for trainers and administrators"):
                    attempt()
    assert training.bank.verdicts() == {}


def test_a_learner_has_no_such_tab(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.web.train.tab.visitor", lambda: Person("p3", "Rose", Role.READER))
    page.reload()
    expect(page.locator(".hero")).to_be_visible()
    page.get_by_role("tab", name="Train").click()
    expect(page.get_by_role("tab", name="Quiz")).to_be_visible()
    expect(page.get_by_role("tab", name="Item bank", exact=True)).to_have_count(0)
