"""The tab of people in a real browser, and what each role sees of the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from corpus.people import LOCAL, Role
from tests.accounts import PASSWORD, Door
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH
from tests.served_page import Site, ask, fakes, open_articles
from ui.web.serving import serving

pytestmark = needs_chromium

OTHER = "four other long words"


class Team(Door):
    """Ada looks after the accounts, Bob reads, Zoé keeps the library."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.ada = self.add("Ada", Role.ADMIN)
        self.bob = self.add("Bob", Role.READER)
        self.zoe = self.add("Zoé", Role.LIBRARIAN)
        self.site = fakes()._replace(people=self.desk)  # type: ignore[arg-type]

    def roles(self) -> dict[str, tuple[Role, bool]]:
        return {a.person.name: (a.person.role, a.open) for a in self.accounts.all()}

    def reset(self) -> None:
        """As it was: in roles, passwords and what the library holds."""
        self.site.desk.reset()
        self.clock.pass_(days=40)
        for person in (self.ada, self.bob, self.zoe):
            self.accounts.reopen(person.id, PASSWORD)
            self.accounts.change_role(person.id, person.role)
            self.preferences.speak(person.id, "en")


@pytest.fixture(scope="module")
def served_team(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    team = Team(tmp_path_factory.mktemp("home") / "library.db")
    with serving(team.site.desks, port=0) as address:
        team.site = team.site._replace(address=address)
        yield team
    team.close()


@pytest.fixture
def team(served_team: Team) -> Team:
    served_team.reset()
    return served_team


@contextmanager
def visit(browser: Browser, site: Site, name: str, locale: str = "en-GB") -> Iterator[Page]:
    """The page, for whoever has just signed in, by the keyboard alone."""
    with browser.new_context(locale=locale) as context:
        yield sign_in(context.new_page(), site, name)


def sign_in(page: Page, site: Site, name: str, password: str = PASSWORD) -> Page:
    page.goto(site.address)
    expect(page.locator("#username")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    expect(page.locator(".hero")).to_be_visible(timeout=30_000)
    return page


def open_people(page: Page, tab: str = "Accounts") -> None:
    page.get_by_role("tab", name=tab).click()
    expect(page.locator("#people .people").first).to_be_visible()


def cookie(context: BrowserContext) -> dict[str, str]:
    return {each["name"]: each["value"] for each in context.cookies()}


def test_an_administrator_adds_somebody_by_keyboard(browser: Browser, team: Team) -> None:
    name = f"Eve {len(team.roles())}"
    with visit(browser, team.site, "Ada") as page:
        open_people(page)
        form = page.locator("form.add")
        form.get_by_label("Name").focus()
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        page.keyboard.type("short")
        page.keyboard.press("Tab")  # to the roles
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        refusal = form.get_by_role("alert")
        expect(refusal).to_contain_text("12 characters or more")
        expect(refusal).to_be_focused()
        expect(form.get_by_label("Name")).to_have_value(name)
        expect(form.get_by_label("Evaluator")).to_be_checked()
        expect(form.get_by_label("Password")).to_have_value("")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator("#people-done")).to_have_text(f"{name} can sign in now.")
        expect(page.locator("#everybody")).to_be_focused()
    assert team.roles()[name] == (Role.EVALUATOR, True)


def test_roles_change_and_accounts_close_and_open(browser: Browser, team: Team) -> None:
    with visit(browser, team.site, "Ada") as page:
        open_people(page)
        page.get_by_role("button", name="Change the role of Bob").click()
        expect(page.get_by_label("Reader").first).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("#people-done")).to_have_text("Bob: the new role takes effect now.")
        assert team.roles()["Bob"] == (Role.LIBRARIAN, True)
        page.get_by_role("button", name="Close the account of Bob").click()
        expect(page.get_by_role("button", name="Cancel")).to_be_focused()
        page.get_by_role("button", name="Yes, close it").click()
        expect(page.locator("#people-done")).to_have_text("The account of Bob is closed.")
        assert team.roles()["Bob"] == (Role.LIBRARIAN, False)
        page.get_by_role("button", name="Reopen the account of Bob").click()
        expect(page.locator("#set-password")).to_be_focused()
        page.keyboard.type(OTHER)
        page.keyboard.press("Enter")
        expect(page.locator("#people-done")).to_contain_text("signs in with the new password")
    assert team.accounts.verified("Bob", OTHER).role is Role.LIBRARIAN


def test_the_last_administrator_stays_one(browser: Browser, team: Team) -> None:
    with visit(browser, team.site, "Ada") as page:
        open_people(page)
        page.get_by_role("button", name="Close the account of Ada").click()
        page.get_by_role("button", name="Yes, close it").click()
        expect(page.get_by_role("alert")).to_contain_text("the last open account")
        page.get_by_role("button", name="Cancel").click()
        expect(page.get_by_role("button", name="Close the account of Ada")).to_be_visible()
    assert team.roles()["Ada"] == (Role.ADMIN, True)


def test_a_reader_reads_and_is_offered_nothing_else(browser: Browser, team: Team) -> None:
    with visit(browser, team.site, "Bob") as page:
        open_articles(page)
        expect(page.get_by_role("button", name=f"Read {ENGLISH.title}")).to_be_visible()
        expect(page.get_by_role("button", name="BibTeX")).to_be_visible()
        for offered in ("#articles .actions", "#drop", "#addresses", "#look", "#import"):
            expect(page.locator(offered)).to_be_hidden()
        expect(page.locator("#export")).to_be_visible()
        expect(page.get_by_role("tab", name="Review")).to_have_count(0)
        open_people(page)
        expect(
            page.get_by_text("Signed in as Bob · Reader: asks, searches and reads")
        ).to_be_visible()
        expect(page.locator(".accounts")).to_have_count(0)


def test_a_librarian_is_offered_all_of_the_library(browser: Browser, team: Team) -> None:
    with visit(browser, team.site, "Zoé") as page:
        open_articles(page)
        for offered in ("#articles .actions", "#drop", "#addresses", "#look", "#import"):
            expect(page.locator(offered).first).to_be_visible()


@pytest.mark.parametrize(("name", "removed"), [("Bob", False), ("Zoé", True)])
def test_a_removal_that_is_forged_is_refused(team: Team, name: str, removed: bool) -> None:
    """By the very events that the buttons raise, sent without any button."""
    token = team.sessions.begin(team.accounts.named(name).person, lasting=False)
    port = team.site.address.rstrip("/").rsplit(":", 1)[1]
    cookies = {f"cxlit-{port}": token}
    with httpx.Client(base_url=team.site.address, cookies=cookies, timeout=30) as client:
        config = client.get("/config").json()
        (listing,) = [
            each["id"]
            for each in config["components"]
            if each["props"].get("elem_id") == "articles" and each["type"] == "html"
        ]
        for event in ("remove", "confirm"):
            said = forged(client, config, [listing, event], {event: ENGLISH.id}, name)
    assert ("librarians and administrators" in said) is not removed
    assert (ENGLISH in team.site.desk.records()) is not removed


def forged(
    client: httpx.Client,
    config: dict[str, Any],
    target: list[object],
    data: dict[str, str],
    session: str,
) -> str:
    """What the page is told after an event of this target, with this data."""
    (dependency,) = [each for each in config["dependencies"] if target in each["targets"]]
    event = {
        "fn_index": dependency["id"],
        "data": ["en", *[None] * (len(dependency["inputs"]) - 1)],
        "event_data": data,
        "session_hash": session,
    }
    assert client.post("/gradio_api/queue/join", json=event).status_code == 200
    with client.stream("GET", f"/gradio_api/queue/data?session_hash={session}") as stream:
        (completed,) = [line for line in stream.iter_lines() if '"process_completed"' in line]
    return completed


def test_accounts_that_are_forged_are_refused(browser: Browser, team: Team) -> None:
    with visit(browser, team.site, "Bob") as page:
        open_people(page)
        page.evaluate(
            """() => {
                const form = document.querySelector("[data-form=own]");
                form.dataset.form = "add";
                form.insertAdjacentHTML("beforeend", `<input name="name" value="Mallory">
                    <input name="role" value="admin">`);
                form.closest("details").open = true;
            }"""
        )
        page.get_by_label("New password").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_text("Accounts are looked after by administrators.")).to_be_visible()
    assert "Mallory" not in team.roles()


def test_everybody_changes_their_own_password(browser: Browser, team: Team) -> None:
    elsewhere = team.sessions.begin(team.bob, lasting=True)
    with visit(browser, team.site, "Bob") as page:
        open_people(page)
        page.get_by_text("Change your password").click()
        for old, again, said in (
            ("not it at all", OTHER, "do not open an account"),
            (PASSWORD, "a slip of the fingers", "The two passwords differ."),
        ):
            page.get_by_label("Current password").fill(old)
            page.get_by_label("New password").fill(OTHER)
            page.get_by_label("Confirmation").fill(again)
            page.keyboard.press("Enter")
            expect(page.get_by_role("alert")).to_contain_text(said)
        page.get_by_label("Current password").fill(PASSWORD)
        page.get_by_label("New password").fill(OTHER)
        page.get_by_label("Confirmation").fill(OTHER)
        page.keyboard.press("Enter")
        expect(page.locator("#people-done")).to_contain_text("Your password is changed.")
        page.reload()  # this session goes on
        expect(page.locator(".hero")).to_be_visible()
    assert team.sessions.recognised(elsewhere) is None
    assert team.accounts.verified("Bob", OTHER) == team.bob


def test_signing_out_leaves_nothing(browser: Browser, team: Team) -> None:
    with visit(browser, team.site, "Bob") as page:
        ask(page, "Who should the CCO report to?")
        expect(page.locator("#answer .sentences")).to_be_visible()
        page.evaluate("sessionStorage.setItem('cxlit.quiz', '{}')")  # as a quiz under way does
        page.locator("#who").get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        page.go_back()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        assert not page.context.cookies()
        kept = page.evaluate("[localStorage.length, sessionStorage.length]")
        assert kept == [0, 0]


def test_a_session_that_ends_meanwhile_loses_nothing(browser: Browser, team: Team) -> None:
    with visit(browser, team.site, "Bob") as page:
        ((_, token),) = cookie(page.context).items()
        team.sessions.end(token)
        ask(page, "Who should the CCO report to?")
        notice = page.get_by_role("alert").filter(has_text="You are no longer signed in.")
        expect(notice).to_be_visible()
        expect(page.locator("#question textarea")).to_have_value("Who should the CCO report to?")
        with page.context.expect_page() as opened:
            notice.get_by_role("link", name="Sign in").click()
        sign_in(opened.value, team.site, "Bob").close()
        page.get_by_role("button", name="Ask").click()
        expect(page.locator("#answer .sentences")).to_be_visible()
        expect(notice).to_be_hidden()


def test_the_language_is_the_persons_on_whatever_machine(browser: Browser, team: Team) -> None:
    with visit(browser, team.site, "Bob") as page:
        page.get_by_text("Français").click()
        expect(page.get_by_role("tab", name="Comptes")).to_be_visible()
        expect(page.locator("#who").get_by_role("button", name="Se déconnecter")).to_be_visible()
    with visit(browser, team.site, "Bob") as page:
        expect(page.get_by_role("tab", name="Comptes")).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", "fr")
    with visit(browser, team.site, "Zoé", "fr-FR") as page:
        expect(page.get_by_role("tab", name="Accounts")).to_be_visible()


def test_the_browsers_language_is_where_one_begins(browser: Browser, team: Team) -> None:
    name = f"Nouvelle {len(team.roles())}"
    team.add(name, Role.READER)
    with visit(browser, team.site, name, "fr-CA") as page:
        open_people(page, "Comptes")
        expect(page.get_by_text(f"Compte\u00a0: {name}")).to_be_visible()


def test_on_ones_own_machine_the_first_account_is_made(browser: Browser, tmp_path: Path) -> None:
    door = Door(tmp_path / "library.db")
    site = fakes()._replace(people=door.desk)  # type: ignore[arg-type]
    with (
        serving(site.desks, port=0) as address,
        browser.new_context(locale="fr-FR") as context,
    ):
        page = context.new_page()
        page.goto(address)
        expect(page.locator("#question textarea")).to_be_focused(timeout=30_000)  # all is there
        open_people(page, "Comptes")
        expect(page.get_by_role("heading", name="Aucun compte nécessaire")).to_be_visible()
        expect(page.locator("#who .who")).to_have_count(0)
        page.get_by_text("Passer aux comptes").click()
        page.get_by_role("textbox", name="Nom").fill("Ada")
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.get_by_label("Confirmation").fill(PASSWORD)
        page.keyboard.press("Enter")
        # Its answer may be stopped at the door that it closes: either place says it.
        page.get_by_role("link", name="Se connecter").first.click()
        page.get_by_role("textbox", name="Nom").fill("Ada")
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator("#who")).to_contain_text("Ada", timeout=30_000)
    (account,) = door.accounts.all()
    assert (account.person.id, account.person.role) == (LOCAL.id, Role.ADMIN)
    door.close()


def test_a_page_from_before_the_first_account_says_what_happened(
    browser: Browser, tmp_path: Path
) -> None:
    door = Door(tmp_path / "library.db")
    site = fakes()._replace(people=door.desk)  # type: ignore[arg-type]
    with serving(site.desks, port=0) as address, browser.new_context(locale="en-GB") as context:
        page = context.new_page()
        page.goto(address)
        expect(page.locator("#question textarea")).to_be_focused(timeout=30_000)
        door.add("Ada", Role.ADMIN)
        page.locator("#question textarea").fill("Who should the CCO report to?")
        page.keyboard.press("Enter")
        notice = page.locator("#signed-out")
        expect(notice).to_be_visible()
        expect(notice).to_contain_text("There are accounts now: everybody signs in.")
        expect(page.locator(".toast-wrap")).to_be_hidden()
    door.close()


def test_a_server_that_is_gone_is_said_until_it_is_back(browser: Browser) -> None:
    site = fakes()
    with browser.new_context(locale="fr-FR") as context:
        page = context.new_page()
        with serving(site.desks, port=0) as address:
            page.goto(address)
            expect(page.locator("#question textarea")).to_be_focused(timeout=30_000)
        page.locator("#question textarea").fill("Who should the CCO report to?")
        page.keyboard.press("Enter")
        notice = page.locator("#server-gone")
        expect(notice).to_be_visible(timeout=20_000)
        expect(notice).to_contain_text("Le serveur ne répond plus.")
        expect(page.locator(".toast-wrap")).to_be_hidden()
        with serving(site.desks, port=int(address.rstrip("/").rpartition(":")[2])):
            expect(notice).to_be_hidden(timeout=20_000)
            expect(page.locator(".hero")).to_be_visible(timeout=20_000)
