"""A request that is not let through, and the sentence that says why."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus.wording import InterfaceLanguage, Wording
from ui.web.doors.accepted import accepted_language


def language_of(request: Request) -> InterfaceLanguage:
    """The language of whoever sent it: as the address says, else as the browser does."""
    chosen = request.query_params.get("lang")
    return accepted_language(chosen or request.headers.get("accept-language", ""))


def refused(request: Request, wording: Wording, status: int) -> Response:
    """The answer in place of what was asked for."""
    sentence = wording.in_language(language_of(request))
    return JSONResponse({"detail": sentence}, status, {"Cache-Control": "no-store"})
