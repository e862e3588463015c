"""Response headers that hold the page to its promise: nothing leaves the machine."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Gradio's own scripts are inline and compile templates, hence 'unsafe-inline' and
# 'unsafe-eval'; what matters here is that nothing can be loaded from, or sent to, elsewhere.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


class SafeHeaders:
    """Adds the headers to every response; a plain ASGI layer, so that streams pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", _POLICY)
                headers["X-Content-Type-Options"] = "nosniff"
                # Not "no-referrer": with it, a form says that it comes from nowhere.
                headers["Referrer-Policy"] = "same-origin"
            await send(message)

        await self._app(scope, receive, send_safely)
