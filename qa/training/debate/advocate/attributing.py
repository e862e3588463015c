"""Whom a sentence has say something, and what the library has of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import Article
from corpus.characters import without_accents
from index.snapshot import Snapshot
from qa.names import names
from qa.training.debate.advocate.naming import INTRODUCES, names_of, written
from qa.training.debate.advocate.resembling import Candidate

# No verb of refusing ("rejects", « déconseille »): it would turn round what follows.
_VERBS = r"""
affirme ecrit ecrivent dit disent estime explique montre recommande conseille rappelle pense juge
constate soutient soutiennent defend defendent prone preconise plaide considere note souligne
avance declare annonce indique situe place range voit voient veut veulent met mettent trouve chiffre
compte conclut propose exige repond
says? said writes? wrote reports? reported found finds? shows? showed claims? claimed argues? argued
estimates? recommends? recommended advises? believes? holds? thinks? states? insists? maintains?
advocates? places? puts? wants? sees? notes? counts? counted concludes? concluded suggests?
proposes?
"""
_SAYS = rf"(?:{'|'.join(_VERBS.split())})(?:nt)?(?!\w)"
_BRACKETS = r"(?:\s*\([^()]{1,40}\))?"
_LITTLE = r"(?:(?:le|la|les|en|y|aussi|also|clearly|it|has|have|a|ont)\s+|l['’]){0,2}"
_PERSON = r"[A-Z][\w&'’.-]*(?:\s+(?:(?:de|du|la|van|von|den|&)\s+)*[A-Z][\w&'’-]*)+|[A-Z]{2}\w+"
_ONE = rf"{_PERSON}|[A-Z]\w{{3,}}"
_NAMED = re.compile(
    rf"(?i:{INTRODUCES})(?P<after>{_ONE})|(?P<before>{_PERSON})\s+(?i:{_SAYS})"
    rf"|[,»”\"]\s*(?i:{_SAYS})\s+(?P<last>{_ONE})"
)


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class Source:
    """Somebody who is in the library, by every name that it has for them."""

    name: str  # as the text writes it
    names: tuple[str, ...]
    own: frozenset[str]  # ids of the articles that they wrote or published

    def candidates(self, snapshot: Snapshot) -> Iterator[Candidate]:
        """The sentences of their own articles, then those elsewhere that have them say it."""
        for record in snapshot.records():
            if record.id in self.own:
                article = snapshot.article(record.id)
                yield from sentences_of(article, snapshot)
        for article, passage, span in self.named_in(snapshot):
            if article.id not in self.own and says(article.text[span.start : span.end], self.names):
                yield article, passage, span

    def named_in(self, snapshot: Snapshot) -> Iterator[Candidate]:
        """Every sentence that has one of their names."""
        for record in snapshot.records():
            article = snapshot.article(record.id)
            if _may_name(article.text, self.names):
                yield from (
                    (article, passage, span)
                    for _, passage, span in sentences_of(article, snapshot)
                    if _may_name(article.text[span.start : span.end], self.names)
                )


def sentences_of(article: Article, snapshot: Snapshot) -> Iterator[Candidate]:
    for passage in snapshot.passages_of.get(article.id, ()):
        for span in passage.sentences:
            yield article, passage, span


def attributed(sentence: str, snapshot: Snapshot) -> tuple[Source, ...]:
    """The sources of the library that a sentence has say something; of no question."""
    if sentence.rstrip().endswith("?"):
        return ()
    found: dict[str, tuple[tuple[str, ...], set[str]]] = {}
    for record in snapshot.records():
        every = names_of(record)
        if called := next((name for name in every if says(sentence, (name,))), ""):
            known, own = found.setdefault(called, ((called,), set()))
            own.add(record.id)
            found[called] = (tuple(dict.fromkeys((*known, *_of_one(called, every)))), own)
    sources = [Source(name, every, frozenset(own)) for name, (every, own) in found.items()]
    return tuple(sources) or tuple(_speakers(sentence, snapshot))


def says(sentence: str, names_: tuple[str, ...]) -> bool:
    """Whether one of these names is introduced as a source there, or has a verb of saying."""
    return any(_says(sentence, name) for name in names_ if _may_name(sentence, (name,)))


def _says(sentence: str, name: str) -> bool:
    plain, there = without_accents(sentence), rf"(?<!\w)(?:{written(name)})(?!\w)"
    return any(
        re.search(pattern, plain)
        for pattern in (
            rf"(?i:{INTRODUCES}){there}",
            rf"^\W*(?i:pour|for)\s+{there}\s*,",
            rf"{there}{_BRACKETS}\s+(?i:{_LITTLE}{_SAYS})",
            rf"{there}{_BRACKETS}\s*:",
            rf"[,»”\"]\s*(?i:{_SAYS})\s+(?i:(?:les? |la |the |l['’])?){there}",
        )
    )


def _of_one(called: str, every: tuple[str, ...]) -> tuple[str, ...]:
    """Other names of the same: an author's last name, an organisation in short."""
    return tuple(n for n in every if called in n or n in called)


def _speakers(sentence: str, snapshot: Snapshot) -> Iterator[Source]:
    """Those who wrote nothing there, and are quoted there."""
    known = names(without_accents(sentence))
    for name in introduced(sentence):
        if not any(word in known for word in name.split() if word[0].isupper()):
            continue
        source = Source(name, (name,), frozenset())
        if next(source.candidates(snapshot), None):
            yield source


def of_others(sentence: str, names_: tuple[str, ...]) -> bool:
    """Whether it reports what somebody says who has none of these names."""
    known = " ".join(without_accents(name) for name in names_).casefold()
    return any(name.casefold() not in known for name in introduced(sentence))


def introduced(sentence: str) -> tuple[str, ...]:
    """Whoever looks like a source there, without accents; in the library or not."""
    return tuple(
        found["after"] or found["before"] or found["last"]
        for found in _NAMED.finditer(without_accents(sentence))
    )


def _may_name(text: str, names_: tuple[str, ...]) -> bool:
    plain = _plain(text)
    return any(_plain(name) in plain for name in names_)


@lru_cache(maxsize=20_000)  # each article and sentence is looked through for every source
def _plain(text: str) -> str:
    return without_accents(text).casefold()
