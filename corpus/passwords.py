"""Passwords: which ones are good enough, and how they are kept.

The rules are those of NIST SP 800-63B (revision 4, section 3.1.1): length instead of prescribed
kinds of characters, nothing that anybody would try first, and no change for its own sake.
"""

import re
import unicodedata
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from corpus.wording import KnownError

SHORTEST = 12  # characters
LONGEST = 1000

# What people begin with where twelve characters are demanded, in both languages.
_WELL_KNOWN = re.compile(
    r"(password|passphrase|motdepasse|iloveyou|jetaime|qwertyuiop|azertyuiop|qwerty|azerty|"
    r"bienvenue|welcome|customer|experience|clients?|admin|administrateur|administrator|cxlit)*"
    r"[\W\d_]*"
)
_FEWEST_DIFFERENT = 5  # characters
_SHORTEST_NAME = 3  # a shorter one is in many words by chance


def check_new_password(password: str, name: str) -> None:
    """Raises KnownError that says why it is not good enough for this person."""
    if len(password) < SHORTEST:
        raise KnownError(
            en=f"The password is too short: it needs {SHORTEST} characters or more. Four words "
            "in a row are easy to remember.",
            fr=f"Le mot de passe est trop court : il lui faut au moins {SHORTEST} caractères. "
            "Quatre mots à la suite se retiennent facilement.",
        )
    if len(password) > LONGEST:
        raise KnownError(
            en=f"The password is too long: {LONGEST} characters at most. Shorten it.",
            fr=f"Le mot de passe est trop long : {LONGEST} caractères au plus. Raccourcissez-le.",
        )
    folded, own = _form(password).casefold(), _form(name).casefold()
    if len(own) >= _SHORTEST_NAME and own in folded:
        raise KnownError(
            en="The password contains the name of the account. Choose one without it.",
            fr="Le mot de passe contient le nom du compte. Choisissez-en un autre.",
        )
    if len(set(folded)) < _FEWEST_DIFFERENT or _WELL_KNOWN.fullmatch(folded):
        raise KnownError(
            en="The password is among the first that anybody would try. Choose another one, for "
            "instance four words in a row.",
            fr="Ce mot de passe est de ceux que l’on essaierait en premier. Choisissez-en un "
            "autre, par exemple quatre mots à la suite.",
        )


class Passwords:
    """Hashes by Argon2id, with the parameters of RFC 9106 for servers unless `hasher` has others.

    A guess costs 64 MiB and, on one core, some 0.1 s.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()

    def hashed(self, password: str) -> str:
        return self._hasher.hash(_form(password))

    def fits(self, password: str, kept: str) -> bool:
        """Whether `kept` is the hash of the password; one that is not a hash fits none."""
        # Longer is nobody's, and hashing it would be work for whoever sends it.
        if len(password) > LONGEST:
            password = ""
        try:
            return self._hasher.verify(kept, _form(password))
        except (VerificationError, InvalidHashError):
            return False

    def outdated(self, kept: str) -> bool:
        """Whether the hash was made with other parameters than are used today."""
        return self._hasher.check_needs_rehash(kept)

    @cached_property
    def nobodys(self) -> str:
        """A hash to try passwords of unknown names on, so that they take as long."""
        return self.hashed("nobody has this password")


def _form(text: str) -> str:
    """The same letters typed on another keyboard are the same text."""
    return unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode())
