"""What to read for a competency: five to ten minutes, from sources that do not share a voice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from corpus.article import Article, Record
from corpus.filters import Filters
from index.passage import Passage, Span
from index.search import search
from index.snapshot import Snapshot
from qa.positions.independence import independent
from qa.training.competency import Competency

WORDS_A_MINUTE = 180
LEAST = 5 * WORDS_A_MINUTE  # words in all, where the library has so many
MOST = 10 * WORDS_A_MINUTE
MOST_OF_ONE = 700  # words of one article: so that nobody's view fills the reading
SOURCES = 2  # independent ones, at least
LOOKED_AT = 60  # passages found by what the competency says
_WORD = re.compile(r"\w+")
_STATEMENT = range(8, 41)  # words of a sentence that can stand for what is read


@dataclass(frozen=True, slots=True)
class Extract:
    """Passages of one article that follow each other, and the sentence nearest to the subject."""

    article: Article
    span: Span
    language: str
    words: int
    key: Span  # of one sentence, inside `span`

    @property
    def minutes(self) -> int:
        return max(1, round(self.words / WORDS_A_MINUTE))

    @property
    def quote(self) -> str:
        return self.article.text[self.key.start : self.key.end]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is to be read for one competency, in order."""

    extracts: tuple[Extract, ...]

    @property
    def minutes(self) -> int:
        return max(1, round(sum(each.words for each in self.extracts) / WORDS_A_MINUTE))


class Readings:
    """Finds what to read; remembers it while a generation is in use."""

    def __init__(self) -> None:
        self._found: WeakKeyDictionary[Snapshot, dict[tuple[Competency, str], Reading]] = (
            WeakKeyDictionary()
        )

    def of(self, competency: Competency, language: str, snapshot: Snapshot) -> Reading:
        """What is written in `language` comes first; nothing to read is a reading, too."""
        known = self._found.setdefault(snapshot, {})
        key = (competency, language)
        if key not in known:
            known[key] = Reading(tuple(_chosen(competency, language, snapshot)))
        return known[key]


def _chosen(competency: Competency, language: str, snapshot: Snapshot) -> list[Extract]:
    """The most telling articles until there is enough; a voice comes twice only for want."""
    subject = _subject(competency, language)
    ranks = _ranks(subject, language, snapshot)
    chosen: list[Extract] = []
    later: list[Article] = []
    for article in _candidates(competency, language, ranks, snapshot):
        if _is_enough(chosen, snapshot):
            break
        if _speaks_already(article, chosen, snapshot):
            later.append(article)
            continue
        _take(article, chosen, subject, ranks, snapshot)
    for article in later:
        if not _is_enough(chosen, snapshot):
            _take(article, chosen, subject, ranks, snapshot)
    return chosen


def _subject(competency: Competency, language: str) -> str:
    """What the competency is about, as one would search for it."""
    said = (competency.name, *competency.know)
    return " ".join(each.in_language(language) for each in said)


def _ranks(subject: str, language: str, snapshot: Snapshot) -> dict[str, int]:
    """Of passages by id, the nearest first."""
    hits = search(subject, LOOKED_AT, Filters(), snapshot, language).hits
    return {hit.passage.id: rank for rank, hit in enumerate(hits)}


def _candidates(
    competency: Competency, language: str, ranks: dict[str, int], snapshot: Snapshot
) -> Iterator[Article]:
    """By language, then the competency's own sources, then what is found on its topics."""
    own = {_work(address): at for at, address in enumerate(competency.sources)}
    passages = snapshot.passages_of
    first = {
        id_: min((ranks[p.id] for p in every if p.id in ranks), default=LOOKED_AT)
        for id_, every in passages.items()
    }

    def order(record: Record) -> tuple[bool, int, int, int, str]:
        shared = len({*record.topics} & {*competency.topics})
        return (
            record.language != language,
            own.get(record.work, len(own)),
            -shared,
            first[record.id],
            record.id,
        )

    fitting = (
        record
        for record in snapshot.records()
        if record.id in passages
        and (
            record.work in own
            or (first[record.id] < LOOKED_AT and {*record.topics} & {*competency.topics})
        )
    )
    yield from (snapshot.article(record.id) for record in sorted(fitting, key=order))


def _work(address: str) -> str:
    return Record(id="", title="", characters=0, url=address).work


def _speaks_already(article: Article, chosen: Sequence[Extract], snapshot: Snapshot) -> bool:
    articles = [*(each.article for each in chosen), article]
    return len(independent(articles, snapshot.signatures)) < len(articles)


def _is_enough(chosen: Sequence[Extract], snapshot: Snapshot) -> bool:
    words = sum(each.words for each in chosen)
    sources = independent([each.article for each in chosen], snapshot.signatures)
    return words >= LEAST and len(sources) >= SOURCES


def _take(
    article: Article,
    chosen: list[Extract],
    subject: str,
    ranks: dict[str, int],
    snapshot: Snapshot,
) -> None:
    room = min(MOST_OF_ONE, MOST - sum(each.words for each in chosen))
    run = _run(article, room, ranks, snapshot)
    if run:
        chosen.append(_extract(article, run, subject, snapshot))


def _run(
    article: Article, room: int, ranks: dict[str, int], snapshot: Snapshot
) -> Sequence[Passage]:
    """Whole passages in the article's own language: the best found, and its neighbours.

    A passage that alone is too long makes an empty run.
    """
    spoken = article.language
    every = snapshot.passages_of[article.id]
    own = [passage for passage in every if passage.language == spoken] or every
    words = [_words(article, passage) for passage in own]
    best = min(range(len(own)), key=lambda at: (ranks.get(own[at].id, LOOKED_AT), at))
    first, last, there = best, best, words[best]
    if there > room:
        return ()
    while True:
        # What follows is read before what came before.
        if last + 1 < len(own) and there + words[last + 1] <= room:
            last += 1
            there += words[last]
        elif first > 0 and there + words[first - 1] <= room:
            first -= 1
            there += words[first]
        else:
            return own[first : last + 1]


def _extract(article: Article, run: Sequence[Passage], subject: str, snapshot: Snapshot) -> Extract:
    return Extract(
        article=article,
        span=Span(run[0].start, run[-1].end),
        language=run[0].language,
        words=sum(_words(article, passage) for passage in run),
        key=_key(article, run, subject, snapshot),
    )


def _words(article: Article, passage: Passage) -> int:
    return len(_WORD.findall(article.text[passage.start : passage.end]))


def _key(article: Article, run: Sequence[Passage], subject: str, snapshot: Snapshot) -> Span:
    """The sentence nearest in meaning; questions, list items, fragments for want of others."""
    asked = snapshot.embedder.query(subject)
    sentences = [span for passage in run for span in passage.sentences]
    if not sentences:
        return Span(run[0].start, run[-1].end)
    vectors = np.concatenate([snapshot.contents.sentences_of(p) for p in run if p.sentences])
    near = vectors @ asked

    def order(at: int) -> tuple[bool, float, Span]:
        text = article.text[sentences[at].start : sentences[at].end]
        whole = len(_WORD.findall(text)) in _STATEMENT and text.rstrip().endswith(".")
        listed = article.text[: sentences[at].start].rstrip(" ").endswith(("-", "*"))
        return not whole or listed, -float(near[at]), sentences[at]

    return sentences[min(range(len(sentences)), key=order)]
