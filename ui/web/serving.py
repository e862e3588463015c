"""Serving the page: to this machine only, unless people have to sign in."""

import ipaddress
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from starlette.middleware import Middleware

from corpus.wording import KnownError
from ui.web.desks.desks import Desks
from ui.web.desks.guarded_desk import GuardedDesk
from ui.web.desks.people_desk import PeopleDesk
from ui.web.doors.headers import SafeHeaders
from ui.web.doors.json_body import JsonBody
from ui.web.doors.one_person import OnePerson
from ui.web.doors.same_origin import SameOrigin
from ui.web.doors.sign_in import SignIn
from ui.web.doors.uploading import Uploading
from ui.web.event_loop import in_an_event_loop
from ui.web.own_files import own_files

if TYPE_CHECKING:
    from ui.web.machines.functions import Machines

AT_ONCE = 8  # questions that are worked on at a time; others wait their turn

_GRADIO_SETTINGS = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    # Even so, it sums up all events so far after each one, with pandas; now after so many only.
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
}


def check_host(host: str, has_accounts: bool) -> None:
    """Raises KnownError for a host that others can reach while nobody has to sign in."""
    if has_accounts or is_loopback(host):
        return
    raise KnownError(
        en=f"Anybody on the network could use the page at {host}. Make an account first, with "
        "cxlit people add NAME --role admin, or serve on 127.0.0.1.",
        fr=f"N’importe qui sur le réseau pourrait utiliser la page sur {host}. Créez d’abord un "
        "compte, avec cxlit people add NOM --role admin, ou servez sur 127.0.0.1.",
    )


def serve(
    desks: Desks,
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    announce: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve until interrupted; `announce` is told the address once the page can be opened."""
    with serving(desks, host, port) as address:
        announce(address)
        threading.Event().wait()


@contextmanager
def serving(
    desks: Desks,
    host: str = "127.0.0.1",
    port: int = 7860,
) -> Iterator[str]:
    """Serve while the `with` block lasts; gives the address. Port 0 takes any that is free.

    Raises KnownError for a host that others can reach while there are no accounts, and for a
    port that is taken.
    """
    check_host(host, desks.people.has_accounts())
    # In one place, whatever part of the page, API or tool asks.
    desks = desks._replace(library=GuardedDesk(desks.library))
    port = _free_port(host, port)
    with own_files():
        page = in_an_event_loop(lambda: _launched(desks, host, port))
        try:
            yield str(page.local_url)
        finally:
            page.close(verbose=False)


def _launched(desks: Desks, host: str, port: int) -> Any:
    """The page, served by a thread of its own."""
    # Gradio is imported here: it costs seconds, and it reads these variables.
    os.environ.update(_GRADIO_SETTINGS)
    from ui.web.inlined import head
    from ui.web.machines.api import misused
    from ui.web.machines.functions import Machines
    from ui.web.machines.mcp import McpServer
    from ui.web.page import LARGEST_ARCHIVE, build_page
    from ui.web.theme import theme

    page = build_page(desks)
    machines = Machines(desks.library)
    mcp = McpServer(machines, AT_ONCE)
    page.queue(default_concurrency_limit=AT_ONCE, api_open=False)
    page.launch(
        server_name=host,
        server_port=port,
        theme=theme(),
        head=head(),
        max_file_size=LARGEST_ARCHIVE,
        app_kwargs={
            "middleware": _middleware(host, desks.people, machines),
            "routes": [mcp.route],
            "lifespan": mcp.lifespan,
            "exception_handlers": dict.fromkeys((TypeError, KeyError), misused(machines)),
        },
        share=False,
        run_history=False,
        enable_monitoring=False,
        mcp_server=False,  # see `machines_mcp`
        ssr_mode=False,
        pwa=False,
        inbrowser=False,
        footer_links=[],
        show_error=False,
        quiet=True,
        prevent_thread_lock=True,
    )
    return page


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server bound to the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _middleware(host: str, people: PeopleDesk, machines: "Machines") -> list[Middleware]:
    from ui.web.first_paint import FirstPaint  # knows Gradio, see above
    from ui.web.machines.calls import Calls

    return [
        Middleware(SafeHeaders),
        Middleware(SameOrigin),
        Middleware(SignIn, people, here_only=is_loopback(host)),
        Middleware(Uploading),
        Middleware(JsonBody),
        Middleware(OnePerson),
        Middleware(Calls, machines),
        Middleware(FirstPaint, people),
    ]


def _free_port(host: str, port: int) -> int:
    """The port, if it can be served on; Gradio's own search for one leaves sockets open."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host.strip("[]"), port))
            return int(probe.getsockname()[1])
    except OSError as error:
        raise KnownError(
            en=f"The page cannot be served on {host}, port {port} ({error.strerror}). "
            "Choose another port with --port.",
            fr=f"La page ne peut pas être servie sur {host}, port {port} ({error.strerror}). "
            "Choisissez un autre port avec --port.",
        ) from error
