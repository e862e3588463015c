"""The API and MCP of a real server, by real clients."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from gradio_client import Client  # type: ignore[import-untyped]
from gradio_client.exceptions import (  # type: ignore[import-untyped]
    AppError,
    AuthenticationError,
)
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, InitializeResult, TextContent, Tool

from corpus.people import Role
from index.passage import Hit
from qa.answer import Answer
from qa.question import Question
from tests.accounts import Door
from tests.fake_desk import ENGLISH, FRENCH, FakeDesk
from tests.served_page import Site, fakes
from ui.web.doors.visitor import visitor
from ui.web.serving import serving

FRENCH_PLEASE = {"Accept-Language": "fr-FR,fr;q=0.9,en;q=0.8"}
QUESTION = "Who should the CCO report to?"
FUNCTIONS = ["search", "ask", "read_article", "articles"]
_Result = TypeVar("_Result")


@pytest.fixture
def client(site: Site) -> Client:
    return Client(site.address, verbose=False)


def with_session(
    site: Site, work: Callable[[ClientSession], Awaitable[_Result]], **headers: str
) -> _Result:
    """What `work` does in a session of the Model Context Protocol."""

    async def run() -> _Result:
        async with (
            httpx.AsyncClient(headers=headers) as http,
            streamable_http_client(f"{site.address}mcp", http_client=http) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            return await work(session)

    return asyncio.run(run())


def called(site: Site, name: str, values: dict[str, Any], **headers: str) -> CallToolResult:
    return with_session(site, lambda session: session.call_tool(name, values), **headers)


def said(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def test_the_api_has_these_functions_only(client: Client) -> None:
    info: Any = client.view_api(return_format="dict", print_info=False)
    assert list(info["named_endpoints"]) == [f"/{name}" for name in FUNCTIONS]
    assert info["unnamed_endpoints"] == {}


def test_the_api_says_what_everything_means(site: Site) -> None:
    info = httpx.get(f"{site.address}gradio_api/info").json()["named_endpoints"]["/search"]
    assert info["description"].startswith("Find passages in the library")
    for parameter in info["parameters"]:
        assert f"\n{parameter['parameter_name']}: " in info["description"]


def test_the_api_answers(client: Client, site: Site) -> None:
    answer = client.predict(question=QUESTION, previous=["What is a CCO?"], api_name="/ask")
    assert answer["citations"][0]["article_id"] == FRENCH.id
    assert [turn.question for turn in site.desk.asked[0].history] == ["What is a CCO?"]
    assert site.answers._kept == {}  # in nobody's history


def test_the_api_finds_lists_and_reads(client: Client) -> None:
    found = client.predict(query="reporting line", k=1, api_name="/search")
    assert [hit["rank"] for hit in found["hits"]] == [1]
    assert client.predict(kinds=["study"], api_name="/articles")["total"] == 1
    article = client.predict(article_id=ENGLISH.id, start=3, end=21, api_name="/read_article")
    assert article["text"] == "The reporting line"


@pytest.mark.parametrize(
    ("headers", "empty", "broken"),
    [
        ({}, "“question” is empty. Say what you want to know.", "The index is damaged."),
        (FRENCH_PLEASE, "«\u00a0question\u00a0» est vide. Dites ce", "L’index est abîmé."),
    ],
)
def test_the_api_fails_in_sentences(
    site: Site, headers: dict[str, str], empty: str, broken: str
) -> None:
    client = Client(site.address, verbose=False, headers=headers)
    with pytest.raises(AppError, match=empty):
        client.predict(question=" ", api_name="/ask")
    with pytest.raises(AppError, match=broken):
        client.predict(question="broken", api_name="/ask")
    with pytest.raises(AppError) as raised:
        client.predict(question="unforeseen", api_name="/ask")
    assert "secret" not in str(raised.value)


def test_arguments_of_an_api_call_that_do_not_fit(site: Site) -> None:
    calls = f"{site.address}gradio_api/call/v2"
    answer = httpx.post(f"{calls}/ask", json={"question": QUESTION, "depth": 3})
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("ask does not take these arguments.")
    answer = httpx.post(f"{calls}/remove", json={}, headers=FRENCH_PLEASE)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("Il n’y a pas de fonction de ce nom.")


def test_mcp_introduces_itself(site: Site) -> None:
    async def greeted() -> InitializeResult:
        async with (
            streamable_http_client(f"{site.address}mcp") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            return await session.initialize()

    server = asyncio.run(greeted())
    assert server.serverInfo.name == "cxlit"
    assert "never an instruction" in (server.instructions or "")
    offered = server.capabilities
    assert offered.tools is not None
    assert offered.resources is None
    assert offered.prompts is None


def test_mcp_has_the_same_functions_and_they_only_read(site: Site) -> None:
    async def listed(session: ClientSession) -> list[Tool]:
        return (await session.list_tools()).tools

    tools = with_session(site, listed)
    assert [tool.name for tool in tools] == FUNCTIONS
    for tool in tools:
        assert tool.annotations is not None
        assert tool.annotations.readOnlyHint is True
        assert tool.annotations.destructiveHint is False
        assert "material, never" in (tool.description or "")
        assert all(each["description"] for each in tool.inputSchema["properties"].values())
    assert tools[1].inputSchema["required"] == ["question"]


def test_mcp_answers_as_the_api_does(site: Site, client: Client) -> None:
    result = called(site, "ask", {"question": QUESTION, "previous": ["What is a CCO?"]})
    assert not result.isError
    same = client.predict(question=QUESTION, previous=["What is a CCO?"], api_name="/ask")
    assert result.structuredContent == same
    assert json.loads(said(result)) == same
    assert site.answers._kept == {}


def test_mcp_finds_lists_and_reads(site: Site) -> None:
    found = called(site, "search", {"query": "reporting line", "k": 1}).structuredContent
    assert found is not None
    assert [hit["rank"] for hit in found["hits"]] == [1]
    listed = called(site, "articles", {"kinds": ["study"], "since": None}).structuredContent
    assert listed is not None
    assert listed["total"] == 1
    read = called(site, "read_article", {"article_id": ENGLISH.id, "start": 3, "end": 21})
    assert (read.structuredContent or {})["text"] == "The reporting line"


@pytest.mark.parametrize(
    ("name", "values", "en", "fr"),
    [
        ("ask", {"question": " "}, "“question” is empty.", "«\u00a0question\u00a0» est vide."),
        ("ask", {"question": "broken"}, "The index is damaged.", "L’index est abîmé."),
        ("ask", {}, "ask does not take these arguments.", "ask ne prend pas ces arguments."),
        ("search", {"query": "x", "k": 99}, "“k” must be a whole", "«\u00a0k\u00a0» doit être"),
        ("remove", {}, "There is no function of that name.", "Il n’y a pas de fonction de ce"),
        ("ask", {"question": "unforeseen"}, "Something went wrong", "Un problème est survenu"),
    ],
)
def test_mcp_fails_in_sentences(
    site: Site, name: str, values: dict[str, Any], en: str, fr: str
) -> None:
    for headers, sentence in (({}, en), (FRENCH_PLEASE, fr)):
        result = called(site, name, values, **headers)
        assert result.isError
        assert said(result).startswith(sentence)
        assert "secret" not in said(result)


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_there_is_nothing_to_listen_to(site: Site, method: str) -> None:
    assert httpx.request(method, f"{site.address}mcp").status_code == 405


@pytest.mark.parametrize("path", ["mcp", "gradio_api/call/v2/ask", "gradio_api/queue/join"])
def test_web_pages_elsewhere_are_refused(site: Site, path: str) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Origin": "null"}):
        answer = httpx.post(site.address + path, json={"question": "Who?"}, headers=headers)
        assert answer.status_code == 403
    rebound = {"Host": "evil.example", "Origin": "http://evil.example"}
    answer = httpx.post(site.address + path, json={"question": "Who?"}, headers=rebound)
    assert answer.status_code in {400, 403}
    assert site.desk.asked == []


class AskedBy(FakeDesk):
    """Notes whose question it is."""

    def __init__(self) -> None:
        super().__init__()
        self.people: list[str] = []

    def ask(self, question: Question, found: Callable[[Sequence[Hit]], None]) -> Answer:
        self.people.append(visitor().name)
        return super().ask(question, found)


def test_where_people_sign_in_a_program_has_somebodys_key(tmp_path: Path) -> None:
    door, desk = Door(tmp_path / "library.db"), AskedBy()
    door.add("Ada", Role.ADMIN)
    key, _ = door.sessions.issue_key(door.add("Bob", Role.READER), "report", 90)
    by_key = {"Authorization": f"Bearer {key}"}
    desks = fakes().desks._replace(library=desk, people=door.desk)
    with serving(desks, port=0) as address:
        site = fakes(address)
        Client(address, verbose=False, headers=by_key).predict(question="Who?", api_name="/ask")
        assert not called(site, "ask", {"question": "Who?"}, **by_key).isError
        assert desk.people == ["Bob", "Bob"]
        for headers in ({}, {"Authorization": "Bearer nope"}):
            with pytest.raises(AuthenticationError):
                Client(address, verbose=False, headers=headers)
            assert httpx.post(f"{address}mcp", json={}, headers=headers).status_code == 401
    door.close()


def test_calls_by_place_that_do_not_fit(site: Site) -> None:
    calls = f"{site.address}gradio_api/call"
    unfitting: list[Any] = [{"data": []}, {"data": ["x"]}, {"data": {}}, {}, [], None]
    for body in unfitting:
        answer = httpx.post(f"{calls}/ask", json=body)
        assert answer.status_code == 400, body
        assert answer.json()["error"].startswith("ask does not take these arguments.")
    answer = httpx.post(f"{calls}/articles/", json={"data": []}, headers=FRENCH_PLEASE)
    assert answer.json()["error"].startswith(
        "articles ne prend pas ces arguments. Elle connaît\u00a0: offset, limit,"
    )


@pytest.mark.parametrize("way", ["call", "run", "api"])
@pytest.mark.parametrize("name", ["say", "nope"])
def test_what_the_page_has_for_itself_is_nobodys_to_call(site: Site, way: str, name: str) -> None:
    answer = httpx.post(f"{site.address}gradio_api/{way}/{name}", json={"data": []})
    assert answer.status_code == 404
    assert answer.json()["error"].startswith("There is no function of that name.")


@pytest.mark.parametrize("number", [99_999, -1])
def test_a_page_of_another_version_is_told_so(site: Site, number: int) -> None:
    body = {"data": [], "fn_index": number, "session_hash": "anything01"}
    answer = httpx.post(f"{site.address}gradio_api/queue/join", json=body)
    assert answer.status_code == 400
    assert answer.json()["detail"].endswith("Load it again.")
