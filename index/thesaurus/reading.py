"""Themes to concepts: each file of `themes/` is a table of concepts by id."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from index.thesaurus.concept import LANGUAGES, Concept
from index.thesaurus.thesaurus import Thesaurus

THEMES = Path(__file__).parent / "themes"


@cache
def cx_thesaurus() -> Thesaurus:
    """The shipped thesaurus, read once: every generation of a library looks into the same."""
    return Thesaurus(tuple(concept for path in themes() for concept in read_theme(path)))


def themes() -> list[Path]:
    return sorted(THEMES.glob("*.toml"))


def read_theme(path: Path) -> list[Concept]:
    """Concepts of one theme, in the order of the file."""
    with path.open("rb") as file:
        return [_concept(id_, entry) for id_, entry in tomllib.load(file).items()]


def _concept(id_: str, entry: dict[str, Any]) -> Concept:
    return Concept(
        id_,
        {language: tuple(entry[language]) for language in LANGUAGES},
        tuple(entry.get("acronyms", ())),
        {language: tuple(terms) for language, terms in entry.get("ambiguous", {}).items()},
        tuple(entry.get("broader", ())),
        tuple(entry.get("related", ())),
        entry.get("note", {}),
    )
