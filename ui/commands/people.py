"""People: the accounts of those who use the page."""

import sys
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.people import Role
from corpus.wording import KnownError
from ui.commands.options import Json
from ui.opening import load_settings, open_accounts
from ui.terminal import echo, print_json, say

if TYPE_CHECKING:
    from corpus.accounts import Account

app = typer.Typer(
    help=say(
        en="Accounts for those who use the page, and keys for programs. Without accounts, nobody "
        "signs in and the page is for this machine only.",
        fr="Les comptes des personnes qui utilisent la page, et les clés des programmes. Sans "
        "compte, personne ne se connecte et la page ne sert que sur cette machine.",
    ),
    no_args_is_help=True,
)
Name = Annotated[str, typer.Argument(metavar="NAME")]
PasswordStdin = Annotated[
    bool,
    typer.Option(
        "--password-stdin",
        help=say(
            en="Read the password from the first line of standard input.",
            fr="Lit le mot de passe sur la première ligne de l’entrée standard.",
        ),
    ),
]
_ROLES = say(
    en="reader asks and reads, librarian also adds and removes articles, evaluator also reviews "
    "feedback, trainer also judges quiz items and looks after cohorts, admin does all of it "
    "and looks after accounts.",
    fr="reader interroge et lit, librarian ajoute et retire aussi des articles, evaluator examine "
    "aussi les avis, trainer juge aussi les questions et suit les cohortes, admin fait tout cela "
    "et gère les comptes.",
)


def _role(name: str) -> Role:
    # Typer's own refusal begins with words of a library.
    if name not in set(Role):
        every = ", ".join(Role)
        raise typer.BadParameter(
            say(
                en=f"“{name}” is no role. Write one of: {every}.",
                fr=f"« {name} » n’est pas un rôle. Écrivez l’un de ceux-ci : {every}.",
            )
        )
    return Role(name)


_CHOICES = f"[{'|'.join(Role)}]"


@app.command(help=say(en="Make an account.", fr="Crée un compte."))
def add(
    name: Name,
    role: Annotated[Role, typer.Option(help=_ROLES, parser=_role, metavar=_CHOICES)],
    password_stdin: PasswordStdin = False,
    json: Json = False,
) -> None:
    """The first one is an administrator's; from then on everybody signs in."""
    with closing(open_accounts(load_settings())) as accounts:
        accounts.add(name, role, _password(password_stdin))
        _tell(accounts.named(name), json=json)


@app.command("list", help=say(en="All accounts.", fr="Tous les comptes."))
def list_(json: Json = False) -> None:
    """By name, closed ones too."""
    with closing(open_accounts(load_settings())) as accounts:
        everybody = accounts.all()
    if json:
        print_json({"people": [_account_json(account) for account in everybody]})
        return
    for account in everybody:
        _tell(account, json=False)
    if not everybody:
        echo(
            say(
                en="There are no accounts: nobody signs in, and the page is for this machine only.",
                fr="Il n’y a pas de compte : personne ne se connecte, et la page ne sert que sur "
                "cette machine.",
            )
        )


@app.command(
    help=say(
        en="Give somebody another role, from now on.", fr="Change le rôle de quelqu’un, aussitôt."
    )
)
def role(
    name: Name,
    role: Annotated[Role, typer.Argument(help=_ROLES, parser=_role, metavar=_CHOICES)],
    json: Json = False,
) -> None:
    """One open account at least stays an administrator's."""
    with closing(open_accounts(load_settings())) as accounts:
        accounts.change_role(accounts.named(name).person.id, role)
        _tell(accounts.named(name), json=json)


@app.command(
    help=say(
        en="Close an account: sessions and keys end, what the person kept stays.",
        fr="Ferme un compte : ses sessions et ses clés prennent fin, ce que la personne a gardé "
        "reste.",
    )
)
def close(name: Name, json: Json = False) -> None:
    """One open account at least stays an administrator's."""
    with closing(open_accounts(load_settings())) as accounts:
        accounts.shut(accounts.named(name).person.id)
        _tell(accounts.named(name), json=json)


@app.command(
    help=say(
        en="Open a closed account again, with a new password.",
        fr="Rouvre un compte fermé, avec un nouveau mot de passe.",
    )
)
def reopen(name: Name, password_stdin: PasswordStdin = False, json: Json = False) -> None:
    """Its sessions and keys do not come back."""
    with closing(open_accounts(load_settings())) as accounts:
        person = accounts.named(name).person
        accounts.reopen(person.id, _password(password_stdin))
        _tell(accounts.named(name), json=json)


@app.command(
    help=say(
        en="Set a new password: sessions end, and so does a lock after wrong passwords.",
        fr="Donne un nouveau mot de passe : les sessions prennent fin, de même qu’un blocage "
        "après des mots de passe erronés.",
    )
)
def password(name: Name, password_stdin: PasswordStdin = False, json: Json = False) -> None:
    """For whoever has forgotten it; keys stay valid."""
    with closing(open_accounts(load_settings())) as accounts:
        person = accounts.named(name).person
        accounts.set_password(person.id, _password(password_stdin))
        _tell(accounts.named(name), json=json)


def _password(from_input: bool) -> str:
    """Asked for twice on a terminal, or the first line of standard input."""
    if from_input:
        try:
            first = sys.stdin.readline().rstrip("\r\n")
            first.encode("utf-8")  # what could not be decoded is half of a character
        except UnicodeError as error:
            raise KnownError(
                en="The password must be UTF-8. Send it from a terminal or a file that is.",
                fr="Le mot de passe doit être en UTF-8. Envoyez-le depuis un terminal ou un "
                "fichier qui l’est.",
            ) from error
        return first
    if not sys.stdin.isatty():
        raise KnownError(
            en="There is no terminal to ask for the password. Send it on the first line of "
            "standard input, with --password-stdin.",
            fr="Il n’y a pas de terminal pour demander le mot de passe. Envoyez-le sur la "
            "première ligne de l’entrée standard, avec --password-stdin.",
        )
    from getpass import getpass

    first = getpass(
        say(en="Password (12 characters or more): ", fr="Mot de passe (au moins 12 caractères) : ")
    )
    if getpass(say(en="Once more: ", fr="Confirmation : ")) != first:
        raise KnownError(
            en="The two passwords differ. Nothing was changed; try again.",
            fr="Les deux mots de passe diffèrent. Rien n’a changé ; recommencez.",
        )
    return first


def _tell(account: "Account", *, json: bool) -> None:
    if json:
        print_json(_account_json(account))
        return
    state = "" if account.open else say(en=" · closed", fr=" · fermé")
    echo(f"{account.person.name} · {account.person.role.value}{state}")


def _account_json(account: "Account") -> dict[str, object]:
    return {
        "id": account.person.id,
        "name": account.person.name,
        "role": account.person.role.value,
        "open": account.open,
        "created": account.created,
        "locked_until": account.locked_until or None,
    }
