"""Who raised the event that is being answered."""

from typing import Any

from starlette.datastructures import Headers

from corpus.people import Person

KEY = "cxlit.person"  # in the scope of every request, put there by `sign_in.SignIn`
SESSION = "cxlit.session"  # likewise; names the session of a browser, and is empty without


def visitor() -> Person:
    """The person behind the request in hand.

    Raises LookupError outside a request: nobody gets the rights of LOCAL by an oversight. Work
    in another thread runs in a copy of this one's context (see `intake.step_by_step`).
    """
    person = _scope().get(KEY)
    if not isinstance(person, Person):
        raise LookupError("no person is known for this request")
    return person


def session() -> str:
    """Which of the visitor's sessions the request belongs to; empty where nobody signs in."""
    return str(_scope().get(SESSION, ""))


def header(name: str) -> str:
    """A header of the request in hand; empty where it has none of that name."""
    return Headers(raw=_scope().get("headers", [])).get(name, "")


def _scope() -> dict[str, Any]:
    # Gradio reads settings when it is imported, which `serving` makes first.
    from gradio.context import LocalContext

    request: Any = LocalContext.request.get(None)
    # What Gradio calls without its queue comes with Starlette's own request.
    request = getattr(request, "request", request)
    return dict(getattr(request, "scope", {}))
