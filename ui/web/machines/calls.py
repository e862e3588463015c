"""Calls of the API by place, looked at before Gradio takes them into its queue."""

import inspect
import re

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.wording import KnownError
from ui.web.doors.accepted import accepted_language
from ui.web.doors.json_body import SENT
from ui.web.machines import arguments
from ui.web.machines.functions import Machines

# What stands last is a name; of `call/v2` there is one more, see `api.misused`.
_NAMED = re.compile(r"/gradio_api/(?:call|run|api)/([^/]+)/?")


class Calls:
    """Refuses what is no function for machines, and values that do not fit one.

    Gradio would also call what the page has for itself, and says of values too few that there is
    an error and of what it does not know nothing at all. Inside of `JsonBody`.
    """

    def __init__(self, app: ASGIApp, machines: Machines) -> None:
        self._app = app
        self._machines = machines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        called = scope["type"] == "http" and scope["method"] == "POST"
        if called and (named := _NAMED.fullmatch(scope["path"])):
            try:
                function = self._machines.function(named[1])
            except KnownError as error:
                await _said(scope, error, 404)(scope, receive, send)
                return
            sent = scope.get(SENT)
            values = sent.get("data") if isinstance(sent, dict) else None
            wanted = len(inspect.signature(function).parameters)
            if not isinstance(values, list) or len(values) != wanted:
                refused = arguments.misfit(function)
                await _said(scope, refused, 400)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _said(scope: Scope, error: KnownError, status: int) -> JSONResponse:
    header = Request(scope).headers.get("accept-language", "")
    sentence = error.wording.in_language(accepted_language(header))
    return JSONResponse({"error": sentence}, status)
