"""What a sentence claims beyond its quotes: numbers, roles, names, denials and who does what.

The comparison is strict on purpose. A sentence wrongly refused costs one sentence of one
answer; a sentence wrongly shown is carried into a meeting. It sees the words listed in its
sister modules, not meaning: "must" turned into "may", or "rarely" left out, passes.
"""

import re
from collections.abc import Iterable
from typing import TypeVar

from corpus.wording import Wording
from qa.attribution import Attribution
from qa.clauses import clauses
from qa.names import fold, names, places, words_of
from qa.negations import negations
from qa.numbers import numbers, ratios
from qa.quoting import locate
from qa.roles import mentions, supported_by

T = TypeVar("T")

# "the CEO and the CCO" lists two roles without relating one to the other.
LISTED = re.compile(
    r"\W*(?:and|et|or|ou|&|,|/)\W*(?:the|a|an|le|la|les|l|un|une|du|des|de)?\W*", re.IGNORECASE
)

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s»”\")]+|[\w.-]+@[\w.-]+|\b[\w-]+\.[a-z]{2,}\b")


def objection(text: str, quotes: tuple[str, ...], source: Attribution) -> Wording | None:
    """Why `quotes`, from the articles of `source`, do not bear out `text`; None when they do.

    Quotes that stand whole in the text speak for themselves: what is around them must not deny
    or relate anything more.
    """
    own_words, paraphrased = _without_verbatim(text, quotes)
    sentence = source.removed_from(own_words)
    return (
        _numbers(sentence, quotes, source)
        or _roles(sentence, quotes)
        or _names(sentence, quotes, source)
        or _addresses(sentence, quotes)
        or _negations(sentence, paraphrased)
        or _denied_roles(sentence, paraphrased)
        or _relations(sentence, paraphrased)
    )


def _without_verbatim(text: str, quotes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    paraphrased = []
    for quote in quotes:
        span = locate(quote, text)
        if span is None:
            paraphrased.append(quote)
        else:
            text = f"{text[: span.start]}[…]{text[span.end :]}"
    return text, tuple(paraphrased)


def _numbers(sentence: str, quotes: tuple[str, ...], source: Attribution) -> Wording | None:
    stray = numbers(sentence) - _all(map(numbers, (source.years, *quotes)))
    known_ratios = _all(map(ratios, quotes))
    if known_ratios and not stray:
        stray = ratios(sentence) - known_ratios
    return _missing(stray, en="the number", fr="le nombre")


def _roles(sentence: str, quotes: tuple[str, ...]) -> Wording | None:
    known = _all(map(_supported, quotes))
    stray = {
        sentence[mention.start : mention.end]
        for mention in mentions(sentence)
        if mention.role not in known
    }
    return _missing(stray, en="the role", fr="le rôle")


def _names(sentence: str, quotes: tuple[str, ...], source: Attribution) -> Wording | None:
    sources = (source.words, *quotes)
    known = _all(map(words_of, sources))
    stray = {
        name
        for name in names(sentence)
        if not all(fold(part) in known for part in re.split(r"[-'’&]", name) if part)
    }
    stray |= {place.title() for place in places(sentence) - _all(map(places, sources))}
    return _missing(stray, en="the name", fr="le nom")


def _addresses(sentence: str, quotes: tuple[str, ...]) -> Wording | None:
    """Where a reader is sent: what an order hidden in a passage would have a model write."""
    stray = {
        found for found in ADDRESS.findall(sentence) if not any(found in quote for quote in quotes)
    }
    return _missing(stray, en="the address", fr="l’adresse")


def _negations(sentence: str, quotes: tuple[str, ...]) -> Wording | None:
    """As many denials as the quote that denies most, and no more than all quotes together."""
    in_quotes = [len(negations(quote)) for quote in quotes]
    here = len(negations(sentence))
    if here < max(in_quotes, default=0):
        return Wording(
            en="the sentence loses a negation of its quote",
            fr="la phrase perd une négation de sa citation",
        )
    if here > sum(in_quotes):
        return Wording(
            en="the sentence adds a negation that its quote does not have",
            fr="la phrase ajoute une négation que sa citation n’a pas",
        )
    return None


def _denied_roles(sentence: str, quotes: tuple[str, ...]) -> Wording | None:
    """Role that the sentence names after a negation is so in a quote, and the reverse."""
    there = _all(map(_polarities, quotes))
    quoted = {role for role, _ in there}
    if all(found in there for found in _polarities(sentence) if found[0] in quoted):
        return None
    return Wording(
        en="the negation falls on another role than in the quote",
        fr="la négation porte sur un autre rôle que dans la citation",
    )


def _polarities(text: str) -> frozenset[tuple[str, bool]]:
    """Each role of `text`, and whether a negation stands before it in its clause."""
    return frozenset(
        (role, any(start < mention.start for start in negations(clause)))
        for clause in clauses(text)
        for mention in mentions(clause)
        for role in supported_by(mention.role)
    )


def _relations(sentence: str, quotes: tuple[str, ...]) -> Wording | None:
    """First role of a clause acts on the later ones: a quote with both relates them alike."""
    for clause in clauses(sentence):
        subject, *others = mentions(clause) or (None,)
        for other in others:
            if subject is None or LISTED.fullmatch(clause, subject.end, other.start):
                continue
            pair = (subject.role, other.role)
            both = [quote for quote in quotes if set(pair) <= _supported(quote)]
            if pair[0] != pair[1] and both and not any(_relates(q, *pair) for q in both):
                return Wording(
                    en="the sentence relates two roles otherwise than its quote",
                    fr="la phrase relie deux rôles autrement que sa citation",
                )
    return None


def _relates(quote: str, subject: str, other: str) -> bool:
    """Whether `other` follows `subject` in a clause, or is alone in a later one ("Il dépend …")."""
    named_earlier = False
    for clause in clauses(quote):
        before: frozenset[str] = frozenset()
        for mention in mentions(clause):
            here = supported_by(mention.role)
            if other in here and (subject in before or (named_earlier and not before)):
                return True
            before |= here
        named_earlier |= subject in before
    return False


def _supported(quote: str) -> frozenset[str]:
    return _all(supported_by(mention.role) for mention in mentions(quote))


def _all(sets: Iterable[frozenset[T]]) -> frozenset[T]:
    return frozenset[T]().union(*sets)


def _missing(stray: Iterable[str], *, en: str, fr: str) -> Wording | None:
    listed = ", ".join(sorted(stray))
    if not listed:
        return None
    return Wording(
        en=f"{en} “{listed}” is not in the quote",
        fr=f"{fr} « {listed} » n’est pas dans la citation",
    )
