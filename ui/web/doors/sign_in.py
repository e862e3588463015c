"""Who a request comes from, found out before anything else sees it."""

import logging
import re
from urllib.parse import quote

import anyio
import anyio.to_thread
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.people import LOCAL
from corpus.sessions import LONGEST
from corpus.wording import KnownError
from ui.web import texts
from ui.web.desks.people_desk import Door
from ui.web.doors import sign_in_words as words
from ui.web.doors.refusal import language_of, refused
from ui.web.doors.sign_in_form import local_path, sent_form
from ui.web.doors.sign_in_page import POLICY, sign_in_html
from ui.web.doors.visitor import KEY, SESSION

_LOG = logging.getLogger(__name__)

# What Gradio asks of itself when it starts; it tells nothing and changes nothing later.
_STARTING = "/gradio_api/startup-events"
# A name that is a number cannot be pointed elsewhere.
_HERE = re.compile(r"(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_AT_ONCE = 2  # passwords that are looked at: each takes 64 MiB and a core
_WAITING = 50  # people who may wait for that


class SignIn:
    """Puts the person behind each request into its scope; lets nobody else in.

    Where there are no accounts that is LOCAL, if only this machine can reach the server
    (`here_only`): under its own names, as a web page elsewhere could have another name point
    to this machine (DNS rebinding). Else it is whose session the cookie or whose key the header
    Authorization names. What is not signed in sees the page for signing in and nothing more.
    """

    def __init__(self, app: ASGIApp, people: Door, *, here_only: bool) -> None:
        self._app = app
        self._people = people
        self._here_only = here_only
        self._limiter = anyio.CapacityLimiter(_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # the page has no other connections
            await send({"type": "websocket.close", "code": 1008})
            return
        request = Request(scope, receive)
        try:
            response = await self._stopped(request)
        except KnownError as error:
            response = refused(request, error.wording, 503)
        except Exception:  # noqa: BLE001  whatever it was, nobody gets in by it
            _LOG.exception("nobody can be let in")
            response = refused(request, texts.UNEXPECTED, 500)
        if response is not None:
            await response(scope, receive, send)
        elif scope[KEY] is not LOCAL and request.url.path == "/":
            await self._app(scope, receive, _not_stored(send))
        else:
            await self._app(scope, receive, send)

    async def _stopped(self, request: Request) -> Response | None:
        """What is answered in place of the page; None where the person is known and goes on."""
        path = request.url.path
        if not self._people.has_accounts():
            return self._without_accounts(request)
        if path == "/login":
            return await self._login(request)
        if path == "/logout" and request.method == "POST":
            return await self._logout(request)
        if path == _STARTING and request.method == "GET":
            request.scope[KEY] = None
            return None
        if await self._recognised(request):
            return None
        if request.method in {"GET", "HEAD"} and _is_browser(request):
            target = path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/login?next={quote(target, safe='')}", 303)
        had = cookie_name(request.scope) in request.cookies
        refusal = refused(request, words.ENDED if had else words.NOT_SIGNED_IN, 401)
        refusal.headers["WWW-Authenticate"] = 'Bearer realm="cxlit"'
        return refusal

    def _without_accounts(self, request: Request) -> Response | None:
        if not self._here_only:
            return refused(request, words.NOT_WITHOUT_ACCOUNTS, 403)
        if not _HERE.fullmatch(request.headers.get("host", "")):
            return refused(request, words.WRONG_ADDRESS, 400)
        if request.url.path in {"/login", "/logout"}:
            return RedirectResponse("/", 303)
        request.scope[KEY] = LOCAL
        return None

    async def _recognised(self, request: Request) -> bool:
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        by_key = scheme.lower() == "bearer"
        token = key.strip() if by_key else request.cookies.get(cookie_name(request.scope), "")
        recognised = self._people.recognised(token, key=by_key) if token else None
        if recognised is None:
            return False
        if recognised.renewal_due:
            await anyio.to_thread.run_sync(self._people.renew, token)
        request.scope[KEY] = recognised.person
        request.scope[SESSION] = recognised.digest
        return True

    async def _login(self, request: Request) -> Response:
        language = language_of(request)
        if request.method != "POST":
            target = local_path(request.query_params.get("next", ""))
            if await self._recognised(request):
                return RedirectResponse(target, 303)
            return _page(sign_in_html(language, target), 200)
        form = await sent_form(request)
        if form is None:
            return refused(request, words.MALFORMED, 400)
        target = local_path(form.get("next", ""))
        name, lasting = form.get("username", ""), bool(form.get("lasting"))
        try:
            token = await self._signed_in(name, form.get("password", ""), lasting)
        except KnownError as error:
            if not _is_browser(request):
                return refused(request, error.wording, 401)
            again = sign_in_html(
                language, target, name=name, lasting=lasting, refusal=error.wording
            )
            return _page(again, 401)
        response: Response = JSONResponse({"success": True})
        if _is_browser(request):
            response = RedirectResponse(target, 303)
        response.set_cookie(
            cookie_name(request.scope),
            token,
            max_age=int(LONGEST.total_seconds()) if lasting else None,
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="lax",  # a link in a message leads to the answer, not to this form
        )
        return response

    async def _signed_in(self, name: str, password: str, lasting: bool) -> str:
        if self._limiter.statistics().tasks_waiting >= _WAITING:
            raise KnownError(en=words.TOO_BUSY.en, fr=words.TOO_BUSY.fr)
        return await anyio.to_thread.run_sync(
            lambda: self._people.sign_in(name, password, lasting=lasting), limiter=self._limiter
        )

    async def _logout(self, request: Request) -> Response:
        name = cookie_name(request.scope)
        if token := request.cookies.get(name):
            await anyio.to_thread.run_sync(self._people.sign_out, token)
        response = RedirectResponse("/login", 303)
        response.delete_cookie(name, httponly=True, samesite="lax")
        return response


def cookie_name(scope: Scope) -> str:
    """A machine's servers have their own sessions each: browsers do not tell ports apart."""
    port = scope["server"][1] if scope.get("server") else 0
    return f"cxlit-{port}"


def _is_browser(request: Request) -> bool:
    """Whether a person looks at what comes back."""
    return "text/html" in request.headers.get("accept", "")


def _page(html: str, status: int) -> Response:
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    return HTMLResponse(html, status, headers)


def _not_stored(send: Send) -> Send:
    """Nobody sees another person's page by going back after the other has signed out."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["Cache-Control"] = "no-store"
        await send(message)

    return sent
