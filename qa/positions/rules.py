"""Rules: regular expressions over a text in which roles and spelling have one form each.

A rule is written in plain French or English, accents included. `<chief executive>` in it means
any way in which a text names that role (see `qa.roles`), `<officer>` a word list that its
dispute defines under that name, and `<it>` a pronoun that begins a sentence and stands for the
dispute's subject. In "A & B" both must be there, and B is what is said.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.characters import folded, without_accents
from index.passage import Span
from qa.clauses import clause_around
from qa.negations import negations
from qa.roles import mentions

PRONOUN = r"^(?:- |« |\d+[.)/] |et |mais |and |but )?(?:il|elle|he|she|they)\b"
AND = " & "
WITHOUT = re.compile(r"sans\b|without\b")
NEXT = 12  # characters, "without the "
_NAMED = re.compile(r"(?<!\(\?)<([a-z][a-z ]*)>")  # not the (?<= of expressions
_TWICE = re.compile(r"(<[a-z ]+>) \(\1\)")  # "a chief customer officer (CCO)"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a text must hold; the last pattern is what it says, the others what that is about."""

    about: tuple[re.Pattern[str], ...]
    said: re.Pattern[str]
    even_denied: bool = False  # otherwise a match does not count where its clause has a negation
    leans: bool = False  # on a pronoun: the passage must name what it stands for

    def holds(self, text: str) -> bool:
        """Whether the canonical `text` says it."""
        return all(pattern.search(text) for pattern in self.about) and any(
            self.even_denied or not _denied(text, Span(*found.span()))
            for found in self.said.finditer(text)
        )


def rules(
    written: Iterable[str], words: Mapping[str, str], *, even_denied: bool = False
) -> tuple[Rule, ...]:
    """Rules from patterns as people write them. Raises ValueError for one that is none."""
    return tuple(_rule(each, words, even_denied) for each in written)


def vocabulary(written: Iterable[str], words: Mapping[str, str]) -> re.Pattern[str]:
    """Any of the words, and the plain ones; "report*" is every word that begins so."""
    listed = (*written, *words["plain"].split())
    escaped = (each.replace("+", r"\+").replace("*", r"\w*") for each in listed)
    any_of = "|".join(_filled(each, words) for each in escaped)
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)")


def _rule(written: str, words: Mapping[str, str], even_denied: bool) -> Rule:
    *about, said = (_compiled(each, words) for each in written.split(AND))
    return Rule(tuple(about), said, even_denied, "<it>" in written)


def _compiled(written: str, words: Mapping[str, str]) -> re.Pattern[str]:
    try:
        return re.compile(_filled(written, words))
    except re.error as error:
        raise ValueError(f"{written!r} is no regular expression: {error}") from error


def _filled(written: str, words: Mapping[str, str]) -> str:
    """The pattern with its word lists filled in; what is not among `words` names a role."""

    def meant(name: re.Match[str]) -> str:
        known = {"it": PRONOUN, **words}.get(name[1])
        return name[0] if known is None else f"(?:{_NAMED.sub(meant, known)})"

    return without_accents(_NAMED.sub(meant, written))


@lru_cache(maxsize=20_000)
def canonical(text: str) -> str:
    """Lower case, no accents, straight apostrophes, each role as its key: "<chief executive>"."""
    pieces = []
    end = 0
    for mention in mentions(text):
        pieces += [text[end : mention.start], f"<{mention.role}>"]
        end = mention.end
    return _TWICE.sub(r"\1", folded("".join((*pieces, text[end:]))))


def _denied(text: str, match: Span) -> bool:
    """Whether the clause of the match has a negation.

    "Sans" and "without" deny what follows them at once, not the clause ("a programme without
    tiers can be profitable").
    """
    around = clause_around(text, match)
    return any(
        not WITHOUT.match(text, around.start + at) or 0 < match.start - around.start - at < NEXT
        for at in negations(text[around.start : around.end])
    )
