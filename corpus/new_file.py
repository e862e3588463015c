"""Files for people: there whole or not at all, and never over something by accident."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from corpus.wording import KnownError


@contextmanager
def new_file(path: Path, *, overwrite: bool) -> Iterator[IO[bytes]]:
    """A file to write, which takes its name at the end of the context.

    Raises KnownError when the file is there already, unless `overwrite`, and when it cannot be
    written.
    """
    try:
        _check(path, overwrite=overwrite)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name[:100]}.", delete=False
        ) as file:
            aside = Path(file.name)
            with _removed_on_failure(aside):
                yield file
                file.flush()
                os.fsync(file.fileno())
        with _removed_on_failure(aside):
            aside.chmod(0o666 & ~_umask())  # a temporary file is for its owner's eyes only
            aside.replace(path)
    except OSError as error:
        raise KnownError(
            en=f"{path} cannot be written ({error.strerror}). Choose another folder, or make room "
            "on the disk.",
            fr=f"{path} ne peut pas être écrit ({error.strerror}). Choisissez un autre dossier, ou "
            "libérez de la place sur le disque.",
        ) from error


def _check(path: Path, *, overwrite: bool) -> None:
    if path.is_dir():
        raise KnownError(
            en=f"{path} is a folder. Give the name of a file in it.",
            fr=f"{path} est un dossier. Donnez le nom d’un fichier dans ce dossier.",
        )
    if path.exists() and not overwrite:
        raise KnownError(
            en=f"{path} is there already. Choose another name, or add --force to replace it.",
            fr=f"{path} existe déjà. Choisissez un autre nom, ou ajoutez --force pour remplacer "
            "ce fichier.",
        )


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What new files of this person do not allow; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
