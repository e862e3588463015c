"""What a page remembers is for the person who opened it.

Gradio keeps a page's state, with the answers on it, under a name that the browser makes up and
sends along, also in addresses that proxies note down. Whoever names it gets the state.
"""

import re
from collections import OrderedDict

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.people import Person
from corpus.wording import Wording
from ui.web.doors.json_body import SENT
from ui.web.doors.refusal import refused
from ui.web.doors.visitor import KEY

_FIELD = "session_hash"
# What stands here is such a name; a call's events are kept under their own, if it has none.
_IN_PATH = re.compile(r"/gradio_api/(?:heartbeat|stream|call/v2/[^/]*|call/[^/]*)/([^/]+)")
_LONGEST = 64  # characters; Gradio's have 10, those of its client for Python 36
_MOST_PAGES = 500  # of one person; the longest unused is then anybody's, and Gradio forgets it

_SOMEBODY_ELSES = Wording(
    "This page was opened by somebody else. Load it again to go on as yourself.",
    "Cette page a été ouverte par quelqu’un d’autre. Rechargez-la pour continuer sous votre nom.",
)


class OnePerson:
    """Refuses what names a page of somebody else's, inside of `SignIn` and `JsonBody`.

    By the person and not by the session: who is signed out by time signs in again in another tab
    and goes on with the page.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._pages = Pages()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        person = scope.get(KEY)
        if scope["type"] != "http" or not isinstance(person, Person):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        names = request.query_params.getlist(_FIELD)
        sent = scope.get(SENT)
        if isinstance(sent, dict) and isinstance(sent.get(_FIELD), str):
            names.append(sent[_FIELD])
        in_path = _IN_PATH.match(request.url.path)
        others = in_path is not None and not self._pages.may_see(person, in_path[1])
        if others or not all(self._pages.claimed(person, name) for name in names if name):
            await refused(request, _SOMEBODY_ELSES, 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


class Pages:
    """Whose each page is: of whoever named it first."""

    def __init__(self, most: int = _MOST_PAGES) -> None:
        self._most = most
        self._owner: dict[str, str] = {}
        # Each person's own, so that nobody can make room among another's.
        self._of: dict[str, OrderedDict[str, None]] = {}

    def may_see(self, person: Person, name: str) -> bool:
        return self._owner.get(name, person.id) == person.id

    def claimed(self, person: Person, name: str) -> bool:
        """Whether the page is this person's, from now on if it was nobody's."""
        if len(name) > _LONGEST or self._owner.setdefault(name, person.id) != person.id:
            return False
        own = self._of.setdefault(person.id, OrderedDict())
        own[name] = None
        own.move_to_end(name)
        if len(own) > self._most:
            unused, _ = own.popitem(last=False)
            del self._owner[unused]
        return True
