"""Keys of programs, each with what one person may do."""

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.wording import KnownError
from ui.commands.options import Json
from ui.opening import load_settings, open_accounts, open_sessions
from ui.terminal import echo, print_json, say

if TYPE_CHECKING:
    from corpus.sessions import Key


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="Make a key with which a program does what this person may. It is shown this once.",
            fr="Crée une clé avec laquelle un programme fait ce que cette personne a le droit de "
            "faire. Elle n’est affichée que cette fois.",
        )
    )(key)
    app.command(
        help=say(en="All keys, but not what opens.", fr="Toutes les clés, sans leur secret.")
    )(keys)
    app.command(help=say(en="End a key now.", fr="Met fin à une clé, aussitôt."))(revoke)


def key(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    days: Annotated[
        int,
        typer.Option(
            help=say(en="For how many days it is valid.", fr="Durée de validité, en jours.")
        ),
    ] = 90,
    purpose: Annotated[
        str, typer.Option("--name", help=say(en="What it is for.", fr="À quoi elle sert."))
    ] = "API",
    json: Json = False,
) -> None:
    """Standard output holds the key alone."""
    settings = load_settings()
    with closing(open_accounts(settings)) as accounts:
        account = accounts.named(name)
    if not account.open:
        raise KnownError(
            en=f"The account “{name}” is closed, and a key would open nothing. Open it again with "
            f"cxlit people reopen {name}.",
            fr=f"Le compte « {name} » est fermé, et une clé n’ouvrirait rien. Rouvrez-le avec "
            f"cxlit people reopen {name}.",
        )
    with closing(open_sessions(settings)) as sessions:
        token, made = sessions.issue_key(account.person, purpose, days)
    if json:
        print_json({"key": token, **_key_json(made)})
        return
    echo(token)
    typer.echo(
        say(
            en=f"Send it as “Authorization: Bearer …” until {made.expires[:10]}; "
            f"cxlit people revoke {made.id} ends it.",
            fr=f"Envoyez-la dans « Authorization: Bearer … » jusqu’au {made.expires[:10]} ; "
            f"cxlit people revoke {made.id} y met fin.",
        ),
        err=True,
    )


def keys(json: Json = False) -> None:
    """Those that have expired, too."""
    with closing(open_sessions(load_settings())) as sessions:
        everybodys = sessions.keys()
    if json:
        print_json({"keys": [_key_json(key) for key in everybodys]})
        return
    for key in everybodys:
        echo(f"{key.id}  {key.person.name} · {key.purpose} · {key.expires[:10]}")
    if not everybodys:
        echo(say(en="There are no keys.", fr="Il n’y a pas de clé."))


def revoke(key_id: Annotated[str, typer.Argument(metavar="KEY_ID")], json: Json = False) -> None:
    """Its id is what `cxlit people keys` shows first."""
    with closing(open_sessions(load_settings())) as sessions:
        ended = sessions.revoke(key_id)
    if json:
        print_json({"revoked": _key_json(ended)})
    else:
        echo(say(en=f"Key ended: {ended.purpose}", fr=f"Clé révoquée : {ended.purpose}"))


def _key_json(key: "Key") -> dict[str, object]:
    return {
        "id": key.id,
        "person": key.person.name,
        "purpose": key.purpose,
        "created": key.created,
        "expires": key.expires,
    }
