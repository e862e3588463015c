"""Names of accounts: as they are kept, and as they are compared."""

import unicodedata

from corpus.wording import KnownError

_LONGEST_NAME = 60  # characters


def clean_name(name: str) -> str:
    """A name as it is kept: on one line, without anything that cannot be seen."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not name:
        raise KnownError(en="The account needs a name. Type one.", fr="Donnez un nom au compte.")
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise KnownError(
            en=f"An account’s name has {_LONGEST_NAME} characters at most, all of them "
            "visible. Choose another one.",
            fr=f"Le nom d’un compte a {_LONGEST_NAME} caractères au plus, tous visibles. "
            "Choisissez-en un autre.",
        )
    return name


def folded_name(name: str) -> str:
    """Names that only differ in capitals, spaces or kinds of letters are the same."""
    name = name.encode("utf-8", "replace").decode()  # half a character is none
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
