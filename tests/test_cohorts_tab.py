"""Cohorts in a real browser: made, joined by code and by link, followed, left."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.accounts import PASSWORD
from tests.chromium import needs_chromium
from tests.classroom import Class
from tests.served_page import Site
from tests.shelved import ALL, CONFLICTS, MEASURES, shelve
from ui.web.serving import serving

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def served_class(browser: Browser) -> Iterator[Class]:
    room = Class()
    with serving(room.site.desks, port=0) as address:
        room.site = room.site._replace(address=address)
        yield room
    room.door.close()


@pytest.fixture
def room(served_class: Class) -> Class:
    served_class.reset()
    return served_class


@contextmanager
def visit(
    browser: Browser, room: Class, name: str, query: str = "", locale: str = "en-GB"
) -> Iterator[Page]:
    with browser.new_context(locale=locale) as context:
        page = context.new_page()
        page.goto(f"{room.site.address.rstrip('/')}/{query}")
        page.locator("#username").fill(name)
        page.locator("#password").fill(PASSWORD)
        page.keyboard.press("Enter")
        yield page


def open_cohorts(page: Page, train: str = "Train", name: str = "Cohorts") -> Locator:
    expect(page.locator(".hero")).to_be_visible(timeout=30_000)
    page.get_by_role("tab", name=train).click()
    page.get_by_role("tab", name=name, exact=True).click()
    cohorts = page.locator("#cohorts")
    expect(cohorts.locator("h2")).to_be_visible()
    return cohorts


def top(shown: Locator) -> float:
    box = shown.bounding_box()
    assert box
    return box["y"]


def test_a_cohort_is_made_and_joined_by_its_code(browser: Browser, room: Class) -> None:
    with visit(browser, room, "Tom") as page:
        open_cohorts(page)
        trained = page.locator("#trained-cohorts")
        # A trainer comes for those who are trained, and for oneself afterwards.
        assert top(trained) < top(page.locator("#own-progress"))
        trained.get_by_label("Its name").fill("Spring 2027")
        trained.get_by_role("button", name="Make the cohort").click()
        expect(page.locator("#cohorts-said")).to_have_text("“Spring 2027” is made.")
        expect(trained.locator("h2")).to_have_text("Spring 2027")
        expect(trained.locator("h2")).to_be_focused()
        expect(trained).to_contain_text("Nobody has joined yet.")
        code = trained.locator("dd.code").inner_text()
        link = trained.get_by_label("Link", exact=True).input_value()
    (cohort,) = room.training.cohorts.of_trainer(room.tom.id)
    assert code == cohort.shown_code
    assert parse_qs(urlsplit(link).query) == {"cohort": [cohort.code]}

    with visit(browser, room, "Zoé") as page:
        cohorts = open_cohorts(page)
        expect(page.locator("#trained-cohorts h2")).to_have_count(0)
        expect(cohorts).to_contain_text("You are in no cohort.")
        cohorts.get_by_label("Invitation code").fill("nothing")
        cohorts.get_by_role("button", name="Continue").click()
        expect(cohorts.get_by_role("alert")).to_contain_text("This code opens no cohort.")
        cohorts.get_by_label("Invitation code").fill(code.lower())
        page.keyboard.press("Enter")
        expect(cohorts.locator("h3")).to_have_text("Join “Spring 2027”?")
        expect(cohorts.locator("h3")).to_be_focused()
        expect(cohorts).to_contain_text("This cohort is followed by Tom.")
        expect(cohorts).to_contain_text("which answer you gave to which question")
        assert room.training.cohorts.joined(room.zoe.id) == ()  # nothing before it was read
        cohorts.get_by_role("button", name="Join", exact=True).click()
        expect(page.locator("#cohorts-said")).to_have_text("You are in “Spring 2027” now.")
        expect(cohorts.locator(".joined")).to_contain_text("Spring 2027 followed by Tom")
        assert room.training.cohorts.joined(room.zoe.id) == (cohort,)
        cohorts.get_by_role("button", name="Leave the cohort Spring 2027").click()
        expect(page.locator("#cohorts-said")).to_contain_text("You have left “Spring 2027”.")
        assert room.training.cohorts.joined(room.zoe.id) == ()


def test_a_link_leads_to_the_invitation(browser: Browser, room: Class) -> None:
    cohort = room.training.cohorts.make(room.tom.id, "Spring 2027")
    with visit(browser, room, "Zoé", f"?cohort={cohort.code}") as page:
        cohorts = page.locator("#cohorts")
        expect(cohorts.locator("h3")).to_have_text("Join “Spring 2027”?", timeout=30_000)
        page.get_by_text("Français", exact=True).click()
        expect(cohorts.locator("h3")).to_have_text("Rejoindre «\u00a0Spring 2027\u00a0»\u00a0?")
        cohorts.get_by_role("button", name="Rejoindre", exact=True).click()
        expect(cohorts.locator(".joined")).to_contain_text("suivie par Tom")
    assert room.training.cohorts.joined(room.zoe.id) == (cohort,)


def test_progress_items_and_their_files(browser: Browser, room: Class, tmp_path: Path) -> None:
    cohort = room.training.cohorts.make(room.tom.id, "Spring 2027")
    room.training.cohorts.join(room.zoe.id, cohort.code)
    room.answer(room.zoe.id, CONFLICTS, True)
    room.answer(room.zoe.id, MEASURES, False)
    with visit(browser, room, "Tom") as page:
        open_cohorts(page)
        trained = page.locator("#trained-cohorts")
        trained.get_by_role("button", name="Open the cohort Spring 2027").click()
        row = trained.locator(".matrix tbody tr")
        expect(row.locator("th")).to_have_text("Zoé")
        expect(row.locator("td").nth(1)).to_have_text("1 of 2")
        expect(row.locator("td.level-4")).to_contain_text("1 of 1")
        expect(row.locator("td.level-1")).to_contain_text("0 of 1")
        hardest = trained.locator(".hardest tbody tr")
        expect(hardest).to_have_count(2)
        expect(hardest.first).to_contain_text("too few to tell")
        with page.expect_download() as downloading:
            trained.get_by_role("button", name="Progress as CSV").click()
        assert downloading.value.suggested_filename == "progress.csv"
        downloading.value.save_as(tmp_path / "progress.csv")
        with page.expect_download() as downloading:
            trained.get_by_role("button", name="Questions as CSV").click()
        downloading.value.save_as(tmp_path / "questions.csv")
    with (tmp_path / "progress.csv").open(encoding="utf-8-sig", newline="") as file:
        (progress,) = csv.DictReader(file)
    assert (progress["Learner"], progress["Answers"], progress["Right"]) == ("Zoé", "2", "1")
    with (tmp_path / "questions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["Question"] for row in csv.DictReader(file)} == {
            CONFLICTS.stem,
            MEASURES.stem,
        }


def test_a_cohort_is_renamed_and_deleted(browser: Browser, room: Class) -> None:
    room.training.cohorts.make(room.tom.id, "Spring 2027")
    with visit(browser, room, "Tom") as page:
        open_cohorts(page)
        trained, said = page.locator("#trained-cohorts"), page.locator("#cohorts-said")
        trained.get_by_role("button", name="Open the cohort Spring 2027").click()
        trained.get_by_role("button", name="Rename").click()
        name = trained.get_by_label("Its name")
        expect(name).to_be_focused()
        name.fill(" ")
        page.keyboard.press("Enter")
        expect(trained.get_by_role("alert")).to_contain_text("A cohort needs a name")
        name.fill("Summer 2027")
        page.keyboard.press("Enter")
        expect(said).to_have_text("It is called “Summer 2027” now.")
        expect(trained.locator("h2")).to_have_text("Summer 2027")
        trained.get_by_role("button", name="Delete the cohort").click()
        expect(trained.get_by_role("button", name="Cancel")).to_be_focused()
        trained.get_by_role("button", name="Yes, delete").click()
        expect(said).to_have_text("“Summer 2027” is deleted.")
        expect(trained).to_contain_text("None yet.")
    assert room.training.cohorts.all() == ()


def test_a_trainer_sees_no_cohort_of_another(browser: Browser, room: Class) -> None:
    room.training.cohorts.make("local", "Of Ada")
    with visit(browser, room, "Tom") as page:
        open_cohorts(page)
        expect(page.locator("#trained-cohorts")).to_contain_text("None yet.")


def test_ones_own_progress_in_french(browser: Browser, room: Class) -> None:
    room.door.preferences.speak(room.zoe.id, "fr")
    room.answer(room.zoe.id, CONFLICTS, True)
    with visit(browser, room, "Zoé", locale="fr-FR") as page:
        open_cohorts(page, "Se former", "Cohortes")
        own = page.locator("#own-progress")
        expect(own).to_contain_text("1 réponse jusqu’ici, 1 juste.")
        row = own.get_by_role("row").filter(has=page.get_by_text("1 sur 2"))
        expect(row).to_have_count(0)  # twins are one card
        expect(own.get_by_role("row").filter(has_text="1 sur 1")).to_have_count(1)


def test_without_accounts_only_ones_own_progress_is_there(page: Page, site: Site) -> None:
    shelve(site.training, *ALL)
    cohorts = open_cohorts(page)
    expect(cohorts).to_contain_text("That needs accounts, and there are none here yet")
    expect(page.locator("#own-progress")).to_contain_text("You have not answered any question yet")
    expect(page.locator("#trained-cohorts h2")).to_have_count(0)
    page.locator("#own-progress").get_by_role("button", name="To the quizzes").click()
    expect(page.locator("#quiz h2")).to_be_focused()
