"""What comes back from the page for signing in; nothing is believed of it."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.requests import Request

_LARGEST_FORM = 16 * 2**10  # bytes


def local_path(target: str) -> str:
    """Where somebody wanted to go, if that is on this page; else its beginning."""
    elsewhere = not target.startswith("/") or target.startswith(("//", "/login", "/logout"))
    if elsewhere or "\\" in target or not target.isprintable() or len(target) > 2000:
        return "/"
    return target


async def sent_form(request: Request) -> Mapping[str, str] | None:
    """The fields of a form, each once; None for what is none."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_FORM:
            return None
    try:
        fields = parse_qs(body.decode("ascii"), errors="replace", max_num_fields=20)
    except ValueError:
        return None
    return {name: values[0] for name, values in fields.items()}
