"""List completion: which item of a list in the article is missing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from corpus.characters import folded
from corpus.wording import Wording
from index.analysis import terms
from index.snapshot import Snapshot
from qa.attribution import names_itself
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.lists import Entry, Form, Listed, lists
from qa.training.items.lot import lot
from qa.training.items.meaning import ALIKE, Meanings
from qa.training.items.proper_names import ProperNames
from qa.training.items.source_label import source_label

ASKED = 1  # items of one list at most
FEWEST, MOST = 3, 6  # distractors
WORDS = (4, 34)  # of an option: fewer say little, more are not compared while one chooses
LONGER = 1.7  # times that one option may be as long as another
GAP = "____"

_RESTATES = re.compile(r"(?:put differently|in other words|autrement dit|en d['’]autres)", re.I)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Lists without one of their items; distractors are items of other sources' lists.

    Items of lists are no claims: these are looked for in the library itself.
    """
    meanings = Meanings(snapshot)
    proper = ProperNames(snapshot.articles(), snapshot.thesaurus)
    found = list(lists(snapshot))
    usable = [entry for listed in found for entry in listed.entries if _usable(entry, proper)]
    by_form: dict[tuple[str, Form], list[Entry]] = defaultdict(list)
    for entry in usable:
        by_form[entry.passage.language, entry.form].append(entry)
    for listed in found:
        asked = 0
        for entry in sorted(listed.entries, key=lambda entry: lot(entry.text)):
            if asked == ASKED or not _usable(entry, proper):
                continue
            others = by_form[entry.passage.language, entry.form]
            distractors = _distractors(entry, listed, others, meanings)
            if len(distractors) >= FEWEST:
                asked += 1
                yield _draft(entry, listed, distractors)


def _usable(entry: Entry, proper: ProperNames) -> bool:
    """Whether it could stand in another list as well.

    Names give away whose list it is, and of whole sentences each is of another sort.
    """
    few, many = WORDS
    return (
        entry.form not in (Form.OTHER, Form.SENTENCE)
        and few <= len(entry.text.split()) <= many
        and not proper.in_text(entry.text)
        and not _RESTATES.match(entry.text)
    )


def _distractors(
    key: Entry, listed: Listed, others: Sequence[Entry], meanings: Meanings
) -> list[Entry]:
    """Items of other sources, those first that are most about what the list is about."""
    lead_in = meanings.of((listed.passage, listed.lead_in))
    article = meanings.matrix(
        (passage, span)
        for passage in {entry.passage.id: entry.passage for entry in listed.entries}.values()
        for span in passage.sentences
    )
    shown = _stems(_shown(key, listed), listed.passage.language)
    given_away = len(shown & _stems(key.text, key.passage.language))
    ranked = []
    for other in others:
        if (
            _one_voice(other, key)
            or not _of_like_length(other, key)
            or not _of_one_subject(other, key)
        ):
            continue
        vector = meanings.of((other.passage, other.sentence))
        if float(np.max(article @ vector)) < ALIKE:
            ranked.append((-float(lead_in @ vector), other.article.id, other.span, other))
    ranked.sort(key=lambda each: each[:3])
    chosen = _one_a_work([other for *_, other in ranked])
    as_given_away = any(
        len(shown & _stems(other.text, key.passage.language)) >= given_away
        for other in chosen[:FEWEST]
    )
    return chosen[:MOST] if as_given_away else []


def _one_voice(one: Entry, other: Entry) -> bool:
    return one.article.work == other.article.work or not _voices(one).isdisjoint(_voices(other))


def _voices(entry: Entry) -> frozenset[str]:
    article = entry.article
    return frozenset(folded(name) for name in (*article.authors, article.publisher) if name)


def _of_one_subject(one: Entry, other: Entry) -> bool:
    """Whether both lists say of the same what it does, is or needs: "The officer …"."""
    return folded(one.frame) == folded(other.frame)


def _of_like_length(one: Entry, other: Entry) -> bool:
    short, long = sorted((len(one.text), len(other.text)))
    return long <= LONGER * short


def _one_a_work(entries: Sequence[Entry]) -> list[Entry]:
    """The first of each work: two items of one list would show what they belong to."""
    return list({entry.article.work: entry for entry in reversed(entries)}.values())[::-1]


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(terms(text, language))


def _shown(missing: Entry, listed: Listed) -> str:
    lines = (
        f"- {entry.frame}{GAP if entry is missing else entry.text}{entry.after}"
        for entry in listed.entries
    )
    return "\n".join((listed.announced, *lines))


def _draft(key: Entry, listed: Listed, distractors: Sequence[Entry]) -> Draft:
    return Draft(
        kind=ItemKind.LIST,
        claim=Claim(key.article, key.passage, key.sentence),
        stem=_stem(listed),
        shown=_shown(key, listed),
        right=_option(key),
        answer=key.span,
        distractors=tuple(map(_option, distractors)),
    )


def _stem(listed: Listed) -> str:
    source = source_label(listed.article)
    if not source or names_itself(listed.announced, listed.article):
        stem = Wording(
            en="Which item is missing from this list?",
            fr="Quel élément manque dans cette liste\u00a0?",
        )
    else:
        stem = Wording(
            en=f"Which item is missing from this list, according to {source}?",
            fr=f"Quel élément manque dans cette liste, d’après {source}\u00a0?",
        )
    return stem.in_language(listed.passage.language)


def _option(entry: Entry) -> Option:
    return Option(entry.text, entry.article.id, entry.span)
