"""The starter library: reading notes that come with the product."""

from pathlib import Path

from corpus.source import Source

FOLDER = Path(__file__).parent / "library"


def starter_sources() -> tuple[Source, ...]:
    """The notes, in a fixed order."""
    return tuple(
        Source(name=f"library/{path.name}", location=path, locator=f"starter:{path.name}")
        for path in sorted(FOLDER.glob("*.md"))
    )
