"""Signing in, on the real server: who gets in, by what, for how long, and what others see."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import gradio as gr
import httpx
import pytest
from gradio.routes import App
from gradio_client import Client  # type: ignore[import-untyped]
from gradio_client.exceptions import AuthenticationError  # type: ignore[import-untyped]

from corpus.people import LOCAL, Person, Role
from corpus.wording import KnownError
from tests.accounts import PASSWORD, Door
from tests.served_page import fakes
from ui.web.desks.people_desk import PeopleDesk
from ui.web.doors.sign_in_form import local_path
from ui.web.serving import serving

pytestmark = pytest.mark.usefixtures("without_loops")

BROWSER = {"Accept": "text/html,application/xhtml+xml", "Accept-Language": "en-GB"}


class Team(Door):
    """A library with three accounts, served."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.ada = self.add("Ada", Role.ADMIN)
        self.bob = self.add("Bob", Role.READER)
        self.address = ""

    def client(self, *, browser: bool = False) -> httpx.Client:
        return httpx.Client(base_url=self.address, headers=BROWSER if browser else {})

    @contextmanager
    def signed_in(self, name: str = "Bob", *, lasting: bool = False) -> Iterator[httpx.Client]:
        with self.client(browser=True) as client:
            assert post_form(client, name, PASSWORD, lasting=lasting).status_code == 303
            yield client


def post_form(
    client: httpx.Client, name: str, password: str, *, target: str = "", lasting: bool = False
) -> httpx.Response:
    form = {"username": name, "password": password, "next": target}
    return client.post("/login", data=form | ({"lasting": "1"} if lasting else {}))


@pytest.fixture(scope="module")
def served_team(without_loops: None) -> Iterator[Team]:
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder) / "library.db")
        with serving(fakes().desks._replace(people=team.desk), port=0) as address:
            team.address = address.rstrip("/")
            yield team
        team.close()


@pytest.fixture
def team(served_team: Team) -> Team:
    """Locks of the test before are over, and so are its sessions."""
    served_team.clock.pass_(days=40)
    for person in (served_team.ada, served_team.bob):
        served_team.accounts.reopen(person.id, PASSWORD)
    served_team.accounts.change_role(served_team.bob.id, Role.READER)
    return served_team


def paths() -> list[tuple[str, str]]:
    """Every route of Gradio's, with something in place of its parameters."""
    with gr.Blocks() as page:
        gr.HTML()
    routes = App.create_app(page).routes
    for included in [
        route.original_router for route in routes if hasattr(route, "original_router")
    ]:
        routes = [*routes, *included.routes]
    found = []
    for route in routes:
        path = re.sub(r"\{[^}]*\}", "x", getattr(route, "path", "/"))
        for method in sorted(getattr(route, "methods", None) or {"GET"}):
            found += [(method, path), (method, f"/gradio_api{path}")]
    return found


def test_without_signing_in_nothing_answers(team: Team) -> None:
    routes = [*paths(), ("POST", "/mcp"), ("GET", "/"), ("GET", "/config"), ("POST", "/anything")]
    assert {("POST", "/gradio_api/queue/join"), ("GET", "/gradio_api/file=x")} <= set(routes)
    open_to_all = {"/login", "/logout", "/gradio_api/startup-events"}
    with team.client() as client:
        for method, path in routes:
            if path.rstrip("/") not in open_to_all:
                answer = client.request(method, path)
                assert answer.status_code == 401, (method, path)
                assert method == "HEAD" or "Sign in first" in answer.json()["detail"], path


def test_a_browser_is_led_to_the_form_and_back_to_where_it_wanted_to_go(team: Team) -> None:
    with team.client(browser=True) as client:
        led = client.get("/?answer=abc&x=1")
        assert led.status_code == 303
        assert led.headers["Location"] == f"/login?next={quote('/?answer=abc&x=1', safe='')}"
        form = client.get(led.headers["Location"])
        assert 'name="next" value="/?answer=abc&amp;x=1"' in form.text
        back = post_form(client, "Bob", PASSWORD, target="/?answer=abc&x=1")
        assert (back.status_code, back.headers["Location"]) == (303, "/?answer=abc&x=1")
        assert client.get("/?answer=abc&x=1").status_code == 200


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example",
        "javascript:alert(1)", "/\t/evil.example", "/login?next=/login", "/logout", "", "x" * 2001,
    ],
)  # fmt: skip
def test_nobody_is_led_elsewhere(team: Team, target: str) -> None:
    assert local_path(target) == "/"
    with team.client(browser=True) as client:
        assert post_form(client, "Bob", PASSWORD, target=target).headers["Location"] == "/"


def test_the_form_needs_no_script_and_loads_nothing(team: Team) -> None:
    with team.client(browser=True) as client:
        form = client.get("/login")
    assert "<script" not in form.text
    assert not re.findall(r"(?:src|href)=\"(?!/login|data:)", form.text)
    assert form.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert form.headers["Cache-Control"] == "no-store"


def test_the_form_speaks_both_languages(team: Team) -> None:
    with team.client(browser=True) as client:
        french = client.get("/login?next=/x", headers={"Accept-Language": "fr-CA,fr;q=0.9,en"})
        assert '<html lang="fr">' in french.text and "Se connecter" in french.text
        other = re.findall(r'class="language" href="([^"]*)"', french.text)
        english = client.get(other[0].replace("&amp;", "&"))
        assert '<html lang="en">' in english.text and 'value="/x"' in english.text
        refused = client.post("/login?lang=fr", data={"username": "Bob", "password": "non"})
        assert "n’ouvrent aucun compte" in refused.text


def test_a_wrong_password_is_said_and_what_was_typed_stays(team: Team) -> None:
    with team.client(browser=True) as client:
        refused = post_form(client, '"><script>x</script>', "wrong", target="/a", lasting=True)
        assert refused.status_code == 401
        assert 'role="alert"' in refused.text and "do not open an account" in refused.text
        assert "&#34;&gt;&lt;script&gt;x&lt;/script&gt;" in refused.text
        assert "<script" not in refused.text and "wrong" not in refused.text
        assert 'value="/a"' in refused.text and " checked" in refused.text
        assert not client.cookies
        assert client.get("/").status_code == 303


def test_the_cookie_is_out_of_reach_and_goes_with_the_browser(team: Team) -> None:
    with team.client(browser=True) as client:
        cookie = post_form(client, "Bob", PASSWORD).headers["Set-Cookie"]
        assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie
        assert "Max-Age" not in cookie and "expires" not in cookie.lower()
        assert "Secure" not in cookie  # it would not come back by http
        kept = post_form(client, "Bob", PASSWORD, lasting=True).headers["Set-Cookie"]
        assert "Max-Age=2592000" in kept
        # Two of these servers on one machine do not sign each other's people out.
        port = team.address.rsplit(":", 1)[1]
        assert cookie.startswith(f"cxlit-{port}=")


def test_by_https_the_cookie_goes_nowhere_else(team: Team) -> None:
    with team.client(browser=True) as client:
        client.headers["X-Forwarded-Proto"] = "https"  # as a proxy on this machine says
        assert "Secure" in post_form(client, "Bob", PASSWORD).headers["Set-Cookie"]


def test_a_page_of_somebody_is_not_stored(team: Team) -> None:
    with team.signed_in() as client:
        page = client.get("/")
        assert page.status_code == 200
        assert page.headers["Cache-Control"] == "no-store"
        assert "Content-Security-Policy" in page.headers


def test_signing_out_ends_the_session_also_for_whoever_copied_the_cookie(team: Team) -> None:
    with team.signed_in() as client, team.client() as thief:
        thief.cookies = httpx.Cookies(dict(client.cookies))
        assert thief.get("/config").status_code == 200
        assert client.get("/logout").status_code != 303  # a picture could ask for that
        assert thief.get("/config").status_code == 200
        out = client.post("/logout")
        assert (out.status_code, out.headers["Location"]) == (303, "/login")
        assert not client.cookies
        assert thief.get("/config").status_code == 401


def test_sessions_end_by_themselves(team: Team) -> None:
    with team.signed_in() as short, team.signed_in(lasting=True) as long:
        for _ in range(3):  # in use
            team.clock.pass_(hours=11)
            assert short.get("/config").status_code == 200
        team.clock.pass_(hours=12)
        assert short.get("/config").status_code == 303
        team.clock.pass_(days=28)
        assert long.get("/config").status_code == 200
        team.clock.pass_(days=1)
        assert long.get("/config").status_code == 303


def test_a_closed_account_is_out_at_once(team: Team) -> None:
    with team.signed_in() as client:
        assert client.get("/config").status_code == 200
        team.accounts.shut(team.bob.id)
        ended = client.get("/config", headers={"Accept": "application/json"})
        assert ended.json()["detail"].startswith("You are no longer signed in.")
        assert post_form(client, "Bob", PASSWORD).status_code == 401


def test_five_wrong_passwords_lock_the_door_whoever_it_is(team: Team) -> None:
    with team.client(browser=True) as client:
        for name in ("Bob", "Nobody"):
            for _ in range(5):
                assert "do not open an account" in post_form(client, name, "wrong").text
            locked = post_form(client, name, PASSWORD)
            assert locked.status_code == 401
            assert "Try again in 15 minutes." in locked.text
    with team.signed_in("Ada") as client:
        assert client.get("/config").status_code == 200


def test_another_web_site_can_do_nothing_with_the_cookie(team: Team) -> None:
    elsewhere = {"Origin": "https://evil.example"}
    with team.signed_in() as client:
        for path in ("/logout", "/login", "/gradio_api/queue/join"):
            assert client.post(path, headers=elsewhere).status_code == 403
        assert client.get("/config").status_code == 200


@pytest.mark.parametrize(
    "body", [b"username=" + b"x" * 20_000, b"&".join([b"a=1"] * 30), b"\xff\xfe", b"username=%00&%"]
)
def test_a_form_that_is_none_is_no_trouble(team: Team, body: bytes) -> None:
    with team.client() as client:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert client.post("/login", content=body, headers=headers).status_code in {400, 401}
        assert client.get("/config").status_code == 401


def test_a_program_comes_in_with_a_key(team: Team) -> None:
    key, made = team.sessions.issue_key(team.bob, "report", 90)
    with team.client() as client:
        assert client.get("/config").status_code == 401
        assert client.get("/config", headers={"Authorization": "Bearer nope"}).status_code == 401
        assert client.get("/config", headers={"Authorization": f"Basic {key}"}).status_code == 401
        by_key = {"Authorization": f"Bearer {key}"}
        assert client.get("/config", headers=by_key).status_code == 200
        team.sessions.revoke(made.id)
        assert client.get("/config", headers=by_key).status_code == 401


def test_a_cookie_is_no_key_and_a_key_no_cookie(team: Team) -> None:
    key, _ = team.sessions.issue_key(team.bob, "report", 90)
    with team.signed_in() as signed, team.client() as client:
        ((name, token),) = signed.cookies.items()
        client.cookies.set(name, key)
        assert client.get("/config").status_code == 401
        client.cookies.clear()
        by_session = {"Authorization": f"Bearer {token}"}
        assert client.get("/config", headers=by_session).status_code == 401


def test_gradios_client_signs_in(team: Team) -> None:
    client = Client(team.address, auth=("Bob", PASSWORD), verbose=False)
    assert client.endpoints
    with pytest.raises(AuthenticationError):
        Client(team.address, auth=("Bob", "wrong"), verbose=False)
    with pytest.raises(AuthenticationError):
        Client(team.address, verbose=False)
    key, _ = team.sessions.issue_key(team.bob, "report", 1)
    assert Client(team.address, headers={"Authorization": f"Bearer {key}"}, verbose=False).endpoints


def test_whoever_is_signed_in_does_not_see_the_form(team: Team) -> None:
    with team.signed_in() as client:
        assert client.get("/login?next=/x").headers["Location"] == "/x"


def test_too_many_at_once_are_asked_to_wait(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.web.doors.sign_in._WAITING", 0)
    with team.client(browser=True) as client:
        assert "Try again in a minute." in post_form(client, "Bob", PASSWORD).text


def test_a_library_that_cannot_be_read_lets_nobody_in(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(token: str, *, key: bool = False) -> None:
        raise KnownError(en="The disk is gone.", fr="Le disque a disparu.")

    def unforeseen(token: str, *, key: bool = False) -> None:
        raise RuntimeError("secret detail")

    with team.signed_in() as client:
        monkeypatch.setattr(team.desk, "recognised", damaged)
        answer = client.get("/config")
        assert (answer.status_code, answer.json()) == (503, {"detail": "The disk is gone."})
        monkeypatch.setattr(team.desk, "recognised", unforeseen)
        answer = client.get("/config")
        assert answer.status_code == 500
        assert "secret" not in answer.text


class TestWithoutAccounts:
    """Nobody signs in: whoever sits at the machine is LOCAL, until the first account is made."""

    @pytest.fixture
    def door(self, tmp_path: Path) -> Iterator[Door]:
        door = Door(tmp_path / "library.db")
        yield door
        door.close()

    def test_from_the_first_account_on_everybody_signs_in(self, door: Door) -> None:
        desks = fakes().desks._replace(people=door.desk)
        with serving(desks, port=0) as address, httpx.Client(base_url=address) as client:
            assert client.get("/config").status_code == 200
            assert client.get("/login").headers["Location"] == "/"
            for host in ("evil.example", "evil.example:7860", "127.0.0.1.evil.example", ""):
                assert client.get("/config", headers={"Host": host}).status_code == 400
            for host in ("localhost", "127.0.0.1:7860", "[::1]:80", "127.0.0.2"):
                assert client.get("/config", headers={"Host": host}).status_code == 200
            door.add("Ada", Role.ADMIN)
            assert client.get("/config").status_code == 401
            # Behind a proxy the page has the proxy's name; its cookie is bound to that.
            elsewhere = {"Host": "cxlit.example", **BROWSER}
            assert client.get("/login", headers=elsewhere).status_code == 200

    def test_others_reach_the_page_only_with_accounts(self, door: Door) -> None:
        desks = fakes().desks._replace(people=door.desk)
        with (
            pytest.raises(KnownError, match="cxlit people add NAME --role admin"),
            serving(desks, "0.0.0.0"),
        ):
            pass

    def test_on_a_network_nobody_is_local_even_when_the_accounts_are_gone(
        self, door: Door, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        door.add("Ada", Role.ADMIN)
        desks = fakes().desks._replace(people=door.desk)
        with serving(desks, "0.0.0.0", 0) as address:
            monkeypatch.setattr(door.desk, "has_accounts", lambda: False)
            local = address.replace("0.0.0.0", "127.0.0.1")
            refused = httpx.get(f"{local}config")
            assert refused.status_code == 403
            assert "no accounts any more" in refused.json()["detail"]


def test_the_desk_is_all_that_the_page_asks_for(team: Team) -> None:
    desk: PeopleDesk = team.desk
    assert desk.has_accounts()
    assert team.ada == Person(LOCAL.id, "Ada", Role.ADMIN)
