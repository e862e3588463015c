"""Disputes: questions on which the field disagrees, with the positions that are taken.

They are data, one readable TOML file each in `disputes/`, in both languages.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.typography import typeset
from corpus.wording import Wording
from qa.positions.rules import Rule, rules, vocabulary

FOLDER = Path(__file__).with_name("disputes")
WORDS = Path(__file__).with_name("words.toml")  # word lists that several disputes use


@dataclass(frozen=True, slots=True)
class Option:
    """One position on a dispute, and how a sentence is known to take it."""

    id: str
    label: Wording
    says: tuple[Rule, ...]
    unless: tuple[Rule, ...]
    statements: tuple[str, ...]  # of our own, typical of it: what its meaning is compared with
    compatible: frozenset[str] = frozenset()  # ids of options that one may hold together with it
    proved_by: tuple[Rule, ...] = ()  # one of these must hold, too, where its label says more

    def is_proved_by(self, text: str) -> bool:
        """Whether a canonical `text` that takes it says all that its label says."""
        return not self.proved_by or any(rule.holds(text) for rule in self.proved_by)

    def excludes(self, other: "Option") -> bool:
        """Whether whoever takes one of the two is against the other."""
        together = other.id in self.compatible or self.id in other.compatible
        return self.id != other.id and not together


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disputed question."""

    id: str
    question: Wording
    asked: tuple[Rule, ...]  # a question that matches asks it
    not_asked: tuple[Rule, ...]  # unless one of these matches, too
    vocabulary: re.Pattern[str]  # its own words; a question with others asks for more
    subject: Rule  # what a pronoun may stand for
    about: tuple[Rule, ...]  # a sentence that matches speaks on it, whatever it says
    options: tuple[Option, ...]


@cache
def disputes() -> tuple[Dispute, ...]:
    """Every dispute, in order of id."""
    return tuple(read_dispute(path) for path in sorted(FOLDER.glob("*.toml")))


def read_dispute(path: Path) -> Dispute:
    """One dispute. Raises ValueError, with the file's name, for what is not as it must be."""
    try:
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
        words = {**_shared_words(), **entry.get("words", {})}
        return Dispute(
            id=path.stem,
            question=typeset(Wording(**entry["question"])),
            asked=rules(entry["asked"], words, even_denied=True),
            not_asked=rules(entry.get("not_asked", ()), words, even_denied=True),
            vocabulary=vocabulary(entry["vocabulary"], words),
            subject=rules([entry["subject"]], words, even_denied=True)[0],
            about=rules(entry["about"], words, even_denied=True),
            options=_options(entry["options"], words),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from error


@cache
def _shared_words() -> dict[str, str]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def _options(entries: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> tuple[Option, ...]:
    options = tuple(_option(each, words) for each in entries)
    known = {option.id for option in options}
    if unknown := {id_ for option in options for id_ in option.compatible} - known:
        raise ValueError(f"compatible with no option of this dispute: {', '.join(sorted(unknown))}")
    return options


def _option(entry: Mapping[str, Any], words: Mapping[str, str]) -> Option:
    return Option(
        id=entry["id"],
        label=typeset(Wording(**entry["label"])),
        says=(
            *rules(entry.get("says", ()), words),
            *rules(entry.get("says_by_denying", ()), words, even_denied=True),
        ),
        unless=rules(entry.get("unless", ()), words, even_denied=True),
        statements=tuple(entry["statements"].values()),
        compatible=frozenset(entry.get("compatible", ())),
        proved_by=rules(entry.get("proved_by", ()), words, even_denied=True),
    )
