"""The JSON that a request carries, read before Gradio or the MCP server sees it."""

import json
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.wording import KnownError
from ui.web.doors.refusal import refused
from ui.web.doors.uploading import UPLOAD

SENT = "cxlit.sent"  # in the scope of every request: what its body says, None without one

_LARGEST = 8 * 2**20  # bytes; files have their own way in
_DEEPEST = 100  # lists and objects inside of each other; what works through them is recursive


class JsonBody:
    """Refuses what is no JSON, in a sentence; all that is sent here is, except files.

    Only what is sent is read: answers pass untouched, streams too.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "POST" and scope["path"] != UPLOAD:
            request = Request(scope, receive)
            try:
                body = await _sent_body(request)
                scope[SENT] = _parsed(body)
            except KnownError as error:
                await refused(request, error.wording, 400)(scope, receive, send)
                return
            receive = _replaying(body, receive)
        await self._app(scope, receive, send)


async def _sent_body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            raise KnownError(
                en="This request is too large. Send less at a time.",
                fr="Cette requête est trop volumineuse. Envoyez-en moins à la fois.",
            )
    return bytes(body)


def _parsed(body: bytes) -> Any:
    if not body:
        return None
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise _no_json() from None
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return value
    raise _no_json()


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _replaying(body: bytes, receive: Receive) -> Receive:
    """Hands the body on as if nobody had read it."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return messages.pop() if messages else await receive()

    return again


def _no_json() -> KnownError:
    return KnownError(
        en=f"The body of this request must be JSON in UTF-8, nested {_DEEPEST} deep at most.",
        fr="Le corps de cette requête doit être du JSON en UTF-8, sur "
        f"{_DEEPEST}\u00a0niveaux au plus.",
    )
