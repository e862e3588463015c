"""A page's state stays with the person who opened the page."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from corpus.people import LOCAL, Person, Role
from tests.accounts import PASSWORD, Door
from tests.served_page import fakes
from ui.web.doors.one_person import Pages
from ui.web.serving import serving

pytestmark = pytest.mark.usefixtures("without_loops")

ADA, BOB = Person("a", "Ada", Role.ADMIN), Person("b", "Bob", Role.READER)


class Team(Door):
    """Ada and Bob at one server."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.add("Ada", Role.ADMIN)
        self.add("Bob", Role.READER)
        self.address = ""

    @contextmanager
    def signed_in(self, name: str) -> Iterator[httpx.Client]:
        with httpx.Client(base_url=self.address) as client:
            form = {"username": name, "password": PASSWORD}
            assert client.post("/login", data=form).status_code == 200
            yield client


@pytest.fixture(scope="module")
def team(without_loops: None) -> Iterator[Team]:
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder) / "library.db")
        with serving(fakes().desks._replace(people=team.desk), port=0) as address:
            team.address = address.rstrip("/")
            yield team
        team.close()


def join(client: httpx.Client, page: str) -> int:
    body = {"session_hash": page, "data": ["en"], "fn_index": 0}
    return client.post("/gradio_api/queue/join", json=body).status_code


def test_nobody_gets_at_the_page_of_somebody_else(team: Team) -> None:
    with team.signed_in("Bob") as bob, team.signed_in("Ada") as ada:
        assert join(bob, "pageofbob1") == 200
        body = {"session_hash": "pageofbob1", "data": ["x"], "fn_index": 0, "event_id": "x"}
        for path in ("queue/join", "queue/join?session_hash=own", "call/search", "cancel", "run/x"):
            refused = ada.post(f"/gradio_api/{path}", json=body)
            assert refused.status_code == 403, path
            assert refused.json()["detail"].startswith("This page was opened by somebody else.")
        for path in (
            "queue/data?session_hash=pageofbob1",
            "queue/data?session_hash=mine&session_hash=pageofbob1",
            "heartbeat/pageofbob1",
            "heartbeat/pageofbo%621",
            "call/search/pageofbob1",
            "call/v2/search/pageofbob1",
            "stream/pageofbob1/1/1/playlist.m3u8",
        ):
            assert ada.get(f"/gradio_api/{path}").status_code == 403, path
        hidden = '{"session_hash": "own", "session\\u005fhash": "pageofbob1", "data": []}'
        plain = {"Content-Type": "text/plain"}
        for headers in ({}, plain):
            answer = ada.post("/gradio_api/queue/join", content=hidden, headers=headers)
            assert answer.status_code == 403
        wide = '{"session_hash": "pageofbob1", "data": []}'.encode("utf-16")
        assert ada.post("/gradio_api/queue/join", content=wide).status_code == 403
        assert join(ada, "pageofada1") == 200
        assert join(bob, "pageofbob1") == 200


def test_who_signs_in_again_goes_on(team: Team) -> None:
    with team.signed_in("Bob") as before, team.signed_in("Bob") as after:
        assert join(before, "longlived1") == 200
        assert before.post("/logout").status_code == 303
        assert join(after, "longlived1") == 200


def test_it_is_said_in_french(team: Team) -> None:
    with team.signed_in("Bob") as bob, team.signed_in("Ada") as ada:
        assert join(bob, "unepage001") == 200
        ada.headers["Accept-Language"] = "fr"
        answer = ada.get("/gradio_api/heartbeat/unepage001")
        assert answer.json()["detail"].startswith("Cette page a été ouverte par quelqu’un d’autre.")


@pytest.mark.parametrize("path", ["/gradio_api/queue/join", "/gradio_api/call/ask", "/mcp"])
@pytest.mark.parametrize(
    "body", [b"\xff\xfe\xff", b"{", b"[" * 5000 + b"]" * 5000, b"[" * 300 + b"]" * 300]
)
def test_what_is_no_json_is_refused_in_a_sentence(team: Team, path: str, body: bytes) -> None:
    with team.signed_in("Bob") as bob:
        answer = bob.post(path, content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 400
        assert answer.json()["detail"].startswith("The body of this request must be JSON in UTF-8")


def test_what_is_too_large_is_not_read(team: Team) -> None:
    with team.signed_in("Bob") as bob:
        answer = bob.post("/gradio_api/queue/join", content=b'"' + b"x" * (8 * 2**20) + b'"')
        assert answer.status_code == 400
        assert answer.json()["detail"].startswith("This request is too large.")


def test_files_are_for_those_who_keep_the_library(team: Team) -> None:
    file = {"files": ("a.txt", b"Some text")}
    with team.signed_in("Bob") as bob, team.signed_in("Ada") as ada:
        refused = bob.post("/gradio_api/upload", files=file)
        assert refused.status_code == 403
        assert "is for librarians and administrators" in refused.json()["detail"]
        (path,) = ada.post("/gradio_api/upload", files=file).json()
        assert Path(path).read_bytes() == b"Some text"
        assert ada.get(f"/gradio_api/file={path}").content == b"Some text"


class TestPages:
    def test_a_page_is_of_whoever_comes_first(self) -> None:
        pages = Pages()
        assert pages.may_see(BOB, "x")
        assert pages.claimed(ADA, "x")
        assert not pages.claimed(BOB, "x")
        assert not pages.may_see(BOB, "x")
        assert pages.claimed(ADA, "x")

    def test_the_longest_unused_of_ones_own_makes_room(self) -> None:
        pages = Pages(most=2)
        assert pages.claimed(ADA, "adas")
        assert pages.claimed(BOB, "1") and pages.claimed(BOB, "2") and pages.claimed(BOB, "1")
        assert pages.claimed(BOB, "3")
        assert [pages.may_see(ADA, name) for name in ("adas", "1", "2", "3")] == [
            True,
            False,
            True,
            False,
        ]
        assert not pages.may_see(BOB, "adas")

    def test_a_name_that_no_page_has(self) -> None:
        assert not Pages().claimed(LOCAL, "x" * 65)
