"""What one sees and can write in before the page's own parts are there.

Gradio's scripts take a second or two to build the page. The document that brings them already
holds the names of the tabs and
the question box, in the visitor's language and in their places; what is written in it goes on
in the page's own box (see `takeOver` in asking.js).
"""

import anyio.to_thread
from gradio import Request as GradioRequest
from gradio.context import LocalContext
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.people import Person
from corpus.wording import InterfaceLanguage
from ui.web import speaking
from ui.web.desks.people_desk import PeopleDesk
from ui.web.doors.visitor import visitor
from ui.web.inlined import text_of
from ui.web.markup import render
from ui.web.tabs import seen_by

_HEAD, _BODY = b"</head>", b"<gradio-app"


class FirstPaint:
    """Puts it into the document of the page, inside of `sign_in.SignIn`."""

    def __init__(self, app: ASGIApp, people: PeopleDesk) -> None:
        self._app = app
        self._people = people

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # A link leads to something else than the question box.
        if scope["type"] != "http" or scope["path"] != "/" or scope["query_string"]:
            await self._app(scope, receive, send)
            return
        started: Message | None = None

        async def painted(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = message
                return
            if started is not None:
                language, person = await self._who_comes(Request(scope))
                before = message.get("body", b"")
                message = {**message, "body": with_first_paint(before, language, person)}
                headers = MutableHeaders(scope=started)
                if "content-length" in headers:
                    more = len(message["body"]) - len(before)
                    headers["content-length"] = str(int(headers["content-length"]) + more)
                await send(started)
                started = None
            await send(message)

        await self._app(scope, receive, painted)

    async def _who_comes(self, request: Request) -> tuple[InterfaceLanguage, Person]:
        token = LocalContext.request.set(GradioRequest(request))  # for `visitor`
        try:
            spoken = await anyio.to_thread.run_sync(speaking.spoken, self._people)
            return spoken, visitor()
        finally:
            LocalContext.request.reset(token)


def with_first_paint(document: bytes, language: InterfaceLanguage, person: Person) -> bytes:
    """The page's document with tabs and question box in it; any other one stays as it is."""
    if _HEAD not in document or _BODY not in document:
        return document
    style = f"<style>{text_of('tokens.css')}{text_of('first.css')}</style>".encode()
    shell = (
        render("first.html", language, tabs=seen_by(person).values())
        + f"<script>{text_of('first.js')}</script>"
    )
    return (
        document.replace(b'lang="en"', f'lang="{language}"'.encode(), 1)
        .replace(_HEAD, style + _HEAD, 1)
        .replace(_BODY, shell.encode() + _BODY, 1)
    )
