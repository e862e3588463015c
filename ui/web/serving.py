"""Serving the page: to this machine only, unless people have to sign in."""

import ipaddress
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from corpus.wording import KnownError
from ui.web.desk import Desk
from ui.web.headers import SafeHeaders

Credentials = tuple[str, str]  # user name and password, asked of everybody

AT_ONCE = 8  # questions that are worked on at a time; others wait their turn

_GRADIO_SETTINGS = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    # Even so, it sums up all events so far after each one, with pandas; now after so many only.
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
}

# Before anybody has chosen a language.
_SIGN_IN = "cxlit · Sign in · Identifiez-vous"


def credentials_of(auth: str, host: str) -> Credentials | None:
    """Read "user:password"; nothing is needed on a host that only this machine can reach.

    Raises KnownError for another form, and for a host that others can reach without any.
    """
    user, _, password = auth.partition(":")
    if auth and not (user and password):
        raise KnownError(
            en="CXLIT_AUTH wants a user name, a colon and a password: CXLIT_AUTH=user:password.",
            fr="CXLIT_AUTH veut un nom, deux-points et un mot de passe : "
            "CXLIT_AUTH=utilisateur:motdepasse.",
        )
    if not auth and not is_loopback(host):
        raise KnownError(
            en=f"Anybody on the network could use the page at {host}. "
            "Set CXLIT_AUTH=user:password to have people sign in, or serve on 127.0.0.1.",
            fr=f"N’importe qui sur le réseau pourrait utiliser la page sur {host}. "
            "Définissez CXLIT_AUTH=utilisateur:motdepasse pour qu’il faille s’identifier, "
            "ou servez sur 127.0.0.1.",
        )
    return (user, password) if auth else None


def serve(
    desk: Desk,
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    credentials: Credentials | None = None,
    announce: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve until interrupted; `announce` is told the address once the page can be opened."""
    with serving(desk, host, port, credentials=credentials) as address:
        announce(address)
        threading.Event().wait()


@contextmanager
def serving(
    desk: Desk,
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    credentials: Credentials | None = None,
) -> Iterator[str]:
    """Serve while the `with` block lasts; gives the address. Port 0 takes any that is free.

    Raises KnownError for a host that others can reach without credentials, and for a port
    that is taken.
    """
    if credentials is None:
        credentials_of("", host)
    port = _free_port(host, port)
    # Gradio is imported here: it costs seconds, and it reads these variables.
    os.environ.update(_GRADIO_SETTINGS)
    from ui.web.inlined import head
    from ui.web.page import LARGEST_ARCHIVE, build_page
    from ui.web.theme import theme

    page = build_page(desk)
    page.queue(default_concurrency_limit=AT_ONCE, api_open=False)
    page.launch(
        server_name=host,
        server_port=port,
        auth=credentials,
        auth_message=_SIGN_IN,
        theme=theme(),
        head=head(),
        max_file_size=LARGEST_ARCHIVE,
        app_kwargs={"middleware": _middleware(host, credentials)},
        share=False,
        run_history=False,
        enable_monitoring=False,
        mcp_server=False,
        ssr_mode=False,
        pwa=False,
        inbrowser=False,
        footer_links=[],
        show_error=False,
        quiet=True,
        prevent_thread_lock=True,
    )
    try:
        yield str(page.local_url)
    finally:
        page.close(verbose=False)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server bound to the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _middleware(host: str, credentials: Credentials | None) -> list[Middleware]:
    layers = [Middleware(SafeHeaders)]
    if credentials is None and host in {"127.0.0.1", "localhost"}:
        # A web page elsewhere could have its own name point to 127.0.0.1 (DNS rebinding) and so
        # read the library through the visitor's browser: other names are not answered.
        layers.append(Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"]))
    return layers


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
