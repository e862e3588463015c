"""An order that says nothing, and is always the same."""

from hashlib import sha256


def lot(text: str) -> str:
    """What texts are sorted by where any order would do."""
    return sha256(text.encode()).hexdigest()
