"""The starter library: reading notes that come with the product."""

from pathlib import Path

from corpus.source import Source

FOLDER = Path(__file__).parent / "library"
_LOCATOR = "starter:"


def is_starter(locator: str) -> bool:
    """Whether an article is a note that came with the product."""
    return locator.startswith(_LOCATOR)


def starter_sources() -> tuple[Source, ...]:
    """The notes, in a fixed order."""
    return tuple(
        Source(name=f"library/{path.name}", location=path, locator=f"{_LOCATOR}{path.name}")
        for path in sorted(FOLDER.glob("*.md"))
    )
