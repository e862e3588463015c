"""Requests that a browser sends for another web site."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.web.doors.same_origin import SameOrigin


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def client(done: list[str]) -> TestClient:
    async def work(request: Request) -> PlainTextResponse:
        done.append(request.method)
        return PlainTextResponse("done")

    routes = [Route("/", work, methods=["GET", "POST"])]
    app = Starlette(routes=routes, middleware=[Middleware(SameOrigin)])
    return TestClient(app, base_url="http://127.0.0.1:7860")


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://127.0.0.1:7861",
        "http://127.0.0.1:7860.evil.example",
        "http://127.0.0.1:7860@evil.example",
        "http://user@127.0.0.1:7860",
        "null",
        "",
        "http://[",
        "127.0.0.1:7860",
    ],
)
def test_a_foreign_page_is_refused_before_anything_is_done(
    client: TestClient, done: list[str], method: str, origin: str
) -> None:
    answer = client.request(method, "/", headers={"Origin": origin})
    assert answer.status_code == 403
    assert answer.text.startswith("This request comes from another web site.")
    assert done == []


def test_in_french(client: TestClient) -> None:
    headers = {"Origin": "http://evil.example", "Accept-Language": "fr-FR"}
    assert client.post("/", headers=headers).text.startswith("Cette requête vient d’un autre site.")


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://127.0.0.1:7860"}])
def test_the_page_itself_and_programs_are_served(
    client: TestClient, done: list[str], headers: dict[str, str]
) -> None:
    assert client.post("/", headers=headers).text == "done"
    assert done == ["POST"]


def test_the_name_that_a_proxy_hands_on_is_ours(client: TestClient) -> None:
    headers = {"Origin": "https://cx.example.org", "Host": "cx.example.org"}
    assert client.post("/", headers=headers).text == "done"
    forged = {"Origin": "https://evil.example", "X-Forwarded-Host": "evil.example"}
    assert client.post("/", headers=forged).status_code == 403
