"""Files are taken from those who may add articles."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.people import Person, Right
from ui.web.desks.guarded_desk import WHO_MAY
from ui.web.doors.refusal import refused
from ui.web.doors.visitor import KEY

UPLOAD = "/gradio_api/upload"


class Uploading:
    """Refuses the files of all others before they are read, inside of `sign_in.SignIn`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        person = scope.get(KEY)
        sent = scope["type"] == "http" and scope["method"] == "POST" and scope["path"] == UPLOAD
        if sent and not (isinstance(person, Person) and person.may(Right.KEEP_LIBRARY)):
            request = Request(scope, receive)
            await refused(request, WHO_MAY[Right.KEEP_LIBRARY], 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)
