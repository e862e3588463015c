"""Serving the page: to this machine only, unless people have to sign in."""

import ipaddress
import os
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from corpus.wording import KnownError
from ui.web.desk import Desk
from ui.web.headers import SafeHeaders


@contextmanager
def serve(
    desk: Desk,
    host: str = "127.0.0.1",
    port: int | None = 7860,
    *,
    credentials: tuple[str, str] | None = None,
    at_once: int = 8,
) -> Iterator[str]:
    """Serve the page until the `with` block ends; gives its address and prints nothing.

    `port` None takes the first free one from 7860 on. `credentials` are the user name and the
    password asked of everybody. `at_once` questions are worked on at a time, others wait.
    Raises `KnownError` for a host that others can reach without credentials, and for a port
    that is taken.
    """
    if not is_loopback(host) and credentials is None:
        raise KnownError(
            en=f"Anybody on the network could use the page at {host}. "
            "Set CXLIT_AUTH=user:password to have people sign in, or serve on 127.0.0.1.",
            fr=f"N’importe qui sur le réseau pourrait utiliser la page sur {host}. "
            "Définissez CXLIT_AUTH=utilisateur:motdepasse pour qu’il faille s’identifier, "
            "ou servez sur 127.0.0.1.",
        )
    # Gradio is imported here: it costs seconds, and it reads this variable.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    from ui.web.inlined import head
    from ui.web.page import LARGEST_UPLOAD, build_page
    from ui.web.theme import theme

    page = build_page(desk)
    page.queue(default_concurrency_limit=at_once, api_open=False)
    try:
        page.launch(
            server_name=host,
            server_port=port,
            auth=credentials,
            theme=theme(),
            head=head(),
            max_file_size=LARGEST_UPLOAD,
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
    except OSError as error:
        raise KnownError(
            en=f"The page cannot be served on {host}, port {port}: the port is taken or not "
            "allowed. Choose another one with --port.",
            fr=f"La page ne peut pas être servie sur {host}, port {port} : il est pris ou "
            "interdit. Choisissez-en un autre avec --port.",
        ) from error
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


def _middleware(host: str, credentials: tuple[str, str] | None) -> list[Middleware]:
    layers = [Middleware(SafeHeaders)]
    if credentials is None and host in {"127.0.0.1", "localhost"}:
        # A web page elsewhere could have its own name point to 127.0.0.1 (DNS rebinding) and so
        # read the library through the visitor's browser: other names are not answered.
        layers.append(Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"]))
    return layers
