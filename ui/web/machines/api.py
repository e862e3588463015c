"""The functions for machines as named endpoints of Gradio's API, the only ones it has."""

import inspect
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

import gradio as gr
from gradio.context import LocalContext
from gradio.events import api
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus.wording import KnownError, Wording
from ui.contract import Json
from ui.web import failure
from ui.web.doors.accepted import accepted_language
from ui.web.machines import arguments
from ui.web.machines.functions import PARAMETERS, Function, Machines

_BY_NAME = "/gradio_api/call/v2/"
_BY_NUMBER = ("/gradio_api/queue/join", "/gradio_api/component_server")
_OUTDATED = Wording(
    "The page that sent this is not the one that is served now. Load it again.",
    "La page qui a envoyé ceci n’est pas celle qui est servie à présent. Rechargez-la.",
)


def offer(machines: Machines) -> None:
    """Add the endpoints to the page that is being built."""
    for function in machines.functions:
        api(
            _in_sentences(function),
            api_name=function.__name__,
            api_description=_description(function),
        )


def misused(machines: Machines) -> Callable[[Request, Exception], Awaitable[Response]]:
    """What is answered when Gradio gives up on a call: by names, or by an unknown number.

    Other errors are not touched.
    """

    async def answer(request: Request, error: Exception) -> Response:
        if isinstance(error, KeyError) and request.url.path.rstrip("/") in _BY_NUMBER:
            sentence = _OUTDATED.in_language(_language(request))
            return JSONResponse({"detail": sentence}, status_code=400)
        before, _, name = request.url.path.partition(_BY_NAME)
        if before or not name:
            raise error
        try:
            raise arguments.misfit(machines.function(name.rstrip("/")))
        except KnownError as known:
            sentence = known.wording.in_language(_language(request))
            return JSONResponse({"error": sentence}, status_code=400)

    return answer


def _description(function: Function) -> str:
    """Gradio shows one text for an endpoint, so it has the parameters in it."""
    lines = [f"{name}: {PARAMETERS[name]}" for name in inspect.signature(function).parameters]
    return "\n".join([inspect.getdoc(function) or "", "", *lines])


def _in_sentences(function: Function) -> Callable[..., Json]:
    """The function, whose failures reach the client as sentences."""

    @wraps(function)
    def said(*values: Any) -> Json:
        try:
            return function(*values)
        except Exception as error:  # noqa: BLE001  the API is the last place to catch it
            sentence = failure.sentence(error).in_language(_language(LocalContext.request.get()))
            raise gr.Error(sentence, print_exception=False) from None

    return said


def _language(request: Any) -> str:
    return accepted_language(request.headers.get("accept-language", ""))
