"""The `cxlit` command: its groups, and what happens to an error.

Everything that is slow to import is imported inside the commands, so that `cxlit --help` is
there at once.
"""

import sys

import typer

from corpus.wording import KnownError
from ui.commands import (
    adding,
    asking,
    comparing,
    correcting,
    doctor,
    evaluating,
    exchanging,
    feedback,
    health,
    history,
    keeping,
    keys,
    library,
    listing,
    memo,
    people,
    perturbing,
    reporting,
    serving,
)
from ui.commands.training import group as training
from ui.opening import quiet_environment
from ui.terminal import say, to_stderr

app = typer.Typer(
    name="cxlit",
    help=say(
        en="Ask the customer-experience literature; every answer quotes its sources exactly.",
        fr="Interrogez la littérature sur l’expérience client ; chaque réponse cite ses sources "
        "mot pour mot.",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
asking.register(app)
adding.register(app)
listing.register(app)
correcting.register(app)
keeping.register(app)
exchanging.register(app)
serving.register(app)
doctor.register(app)
health.register(app)
history.register(app)
memo.register(app)
feedback.register(app)
app.add_typer(library.app, name="library")
keys.register(people.app)
app.add_typer(people.app, name="people")
app.add_typer(training.app, name="train")
comparing.register(evaluating.app)
perturbing.register(evaluating.app)
reporting.register(evaluating.app)
app.add_typer(evaluating.app, name="eval")


def main() -> None:
    """Exit code 0: done (an abstention is a success); 1: a known error; 2: wrong usage."""
    quiet_environment()
    try:
        app()
    except KnownError as error:
        to_stderr(error.wording)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
