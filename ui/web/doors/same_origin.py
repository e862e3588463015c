"""A web page elsewhere may not use the server through its visitor's browser."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.wording import Wording
from ui.web.doors.accepted import accepted_language

_REFUSED = Wording(
    en="This request comes from another web site. Open cxlit at its own address.",
    fr="Cette requête vient d’un autre site. Ouvrez cxlit à sa propre adresse.",
)


class SameOrigin:
    """Refuses what a browser sends for a page that was not served here.

    A browser names that page in Origin with every request that could change something and with
    every script's; no script can forge it. Gradio's own check only hides the response, after the
    work is done. Programs send no Origin. A proxy in front has to hand on Host as it came.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _is_ours(headers := Headers(scope=scope)):
            language = accepted_language(headers.get("accept-language", ""))
            refusal = PlainTextResponse(_REFUSED.in_language(language), status_code=403)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_ours(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")
