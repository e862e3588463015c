"""The library: articles and their index, changed together and read as one.

`home/library.db` is the truth; `home/index` is derived from it and can be made again. One
process writes at a time; readers hold a snapshot of one generation and never wait.
"""

import threading
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from pathlib import Path

from corpus.article import Article
from corpus.duplicates import signature
from corpus.exchange.importing import beside
from corpus.source import Skipped, Source
from corpus.starter import starter_sources
from corpus.wording import KnownError
from index.cutting import cut
from index.embedding import Embedder
from index.holdings import Holdings, no_such_article
from index.intake import (
    Named,
    Plan,
    QuestionSource,
    Signed,
    near_duplicates,
    plan,
    previewed,
    questioned,
    read_all,
)
from index.report import (
    Added,
    AddReport,
    Corrected,
    Listed,
    NearDuplicate,
    Preview,
    Progress,
    silent,
)
from index.snapshot import Snapshot
from index.storage import Storage


class Library:
    """The library in the folder `home`, opened or created.

    A library that has never held anything begins with the starter library, unless `starter`
    is False. Raises KnownError when `home` cannot be written or its files cannot be read.
    """

    def __init__(
        self, home: Path, embedder: Embedder, *, starter: bool = True, cache: Path | None = None
    ) -> None:
        """`cache`: folder of vectors computed before; by default one in `home`."""
        self.embedder = embedder
        self._loading = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._storage = Storage(home, embedder, cache or home / "cache")
        self._catalogue = self._storage.catalogue
        if self._storage.live() == 0:
            self._begin(starter)

    def close(self) -> None:
        self._storage.close()

    def snapshot(self) -> Snapshot:
        """The live generation; the same object until another one is published."""
        with self._loading:
            if self._snapshot is None or self._snapshot.generation != self._storage.live():
                self._snapshot = self._storage.load()
            return self._snapshot

    def holdings(self) -> Holdings:
        """The articles of the live generation; needs neither model nor index."""
        return Holdings(self._storage.live(), self._catalogue)

    def passages(self, article_id: str) -> int:
        """How many passages an article has; needs neither model nor vectors."""
        _, manifest = self._storage.readable()
        known = manifest.articles.get(article_id)
        return known.passages if known else 0

    def listing(self) -> tuple[Listed, ...]:
        """What is there, in the order in which it was added; needs neither model nor vectors."""
        number, manifest = self._storage.readable()
        records = self._catalogue.records(number)
        known = manifest.articles
        return tuple(Listed(r, known[r.id].passages if r.id in known else 0) for r in records)

    def add(
        self,
        sources: Sequence[Source],
        *,
        allow_private_addresses: bool = False,
        progress: Progress = silent,
        write_questions: QuestionSource | None = None,
    ) -> AddReport:
        """Read `sources` and publish what is new or changed in one step.

        What cannot be read is skipped with a reason; the rest is added. Interrupted at any
        point, the library is as before, and what was embedded already is not embedded again.
        `write_questions` gives the questions that a text answers which comes without any.
        """
        read, skipped = read_all(
            sources, allow_private_addresses=allow_private_addresses, progress=progress
        )
        return self._take_in(read, skipped, progress, write_questions)

    def add_articles(
        self,
        articles: Sequence[Article],
        *,
        progress: Progress = silent,
        write_questions: QuestionSource | None = None,
    ) -> AddReport:
        """The same for articles that are in memory; a locator tells one from another."""
        read = [(article.source, article) for article in articles]
        return self._take_in(read, [], progress, write_questions)

    def import_articles(
        self, imported: Sequence[Article], *, progress: Progress = silent
    ) -> AddReport:
        """Add articles of another library beside those that are there, which stay as they are.

        Collections and corrections come over, see `corpus.exchange.importing`.
        """
        there = self.holdings()
        articles = list(beside(imported, there.records(), there.article))
        return self.add_articles(articles, progress=progress)

    def preview(
        self,
        sources: Sequence[Source],
        *,
        allow_private_addresses: bool = False,
        progress: Progress = silent,
    ) -> Preview:
        """What `add` would do; `add_articles` of the previewed articles does it."""
        read, skipped = read_all(
            sources, allow_private_addresses=allow_private_addresses, progress=progress
        )
        steps, _, resembling = self._planned(self._storage.live(), read)
        return previewed(steps, skipped, resembling)

    def remove(self, article_ids: Sequence[str], *, progress: Progress = silent) -> int:
        """Remove articles in one step; returns the generation without them.

        Raises KnownError, and removes nothing, when one of them is not in the library.
        """
        with self._storage.writing():
            before = self._storage.to_change()
            gone = frozenset(article_ids)
            self._check_known(gone)
            if gone:
                self._storage.publish(before, [], gone, progress, by_hand=True)
            return self._storage.live()

    def restore(self, *, progress: Progress = silent) -> tuple[Article, ...]:
        """Bring back the articles of the last removal. KnownError when none is to be undone.

        One whose file or address is another article's by now comes back without it.
        """
        with self._storage.writing():
            before = self._storage.to_change()
            number = self._storage.live()
            removed = self._catalogue.last_removed(number)
            if not removed:
                raise _nothing_to_restore()
            taken = {record.locator for record in self._catalogue.records(number)}
            back = [(replace(a, locator="") if a.locator in taken else a, s) for a, s in removed]
            self._storage.publish(before, [((a, cut(a)), s) for a, s in back], set(), progress)
            return tuple(article for article, _ in back)

    def correct(
        self,
        article_ids: Iterable[str],
        change: Callable[[Article], Article],
        *,
        progress: Progress = silent,
    ) -> Corrected:
        """Publish other metadata of articles that are there: what `change` makes of each.

        It is handed the article as it is when nobody else can write: two corrections at once
        both count. Raises KnownError, and changes nothing, when an article is not in the library.
        """
        with self._storage.writing():
            before = self._storage.to_change()
            number = self._storage.live()
            ids = dict.fromkeys(article_ids)
            self._check_known(ids.keys())
            signatures = self._catalogue.signatures(number)
            there = [a for id_ in ids if (a := self._catalogue.article(id_, number))]
            after = [change(article) for article in there]
            other = [
                ((new, cut(new)), signatures[new.id])
                for old, new in zip(there, after, strict=True)
                if new != old
            ]
            if other:
                outgoing = {article.id for (article, _), _ in other}
                self._storage.publish(before, other, outgoing, progress)
            return Corrected(tuple(after), len(other), self._storage.live())

    def rebuild(self, *, progress: Progress = silent) -> int:
        """Make the index anew from `library.db`, with the model that is set now."""
        with self._storage.writing():
            self._storage.rebuild(progress)
            return self._storage.live()

    def _take_in(
        self,
        read: Sequence[Named],
        skipped: Sequence[Skipped],
        progress: Progress,
        write_questions: QuestionSource | None,
    ) -> AddReport:
        with self._storage.writing():
            before = self._storage.to_change()
            steps, signed, resembling = self._planned(self._storage.live(), read)
            passages = {id_: known.passages for id_, known in before.articles.items()}
            if steps.incoming or steps.outgoing:
                incoming = questioned(signed, write_questions, progress)
                passages |= {article.id: len(cuts) for (article, cuts), _ in incoming}
                self._storage.publish(before, incoming, steps.outgoing, progress)
            generation = self._storage.live()

        def entries(pairs: Sequence[Named]) -> tuple[Added, ...]:
            return tuple(
                Added(a.id, a.title, a.language, a.date, passages.get(a.id, 0), source)
                for source, a in pairs
            )

        return AddReport(
            added=entries(steps.added),
            updated=entries(steps.updated),
            unchanged=entries(steps.unchanged),
            skipped=(*skipped, *steps.skipped),
            near_duplicates=resembling,
            generation=generation,
            notes=write_questions.notes if write_questions else (),
        )

    def _planned(
        self, number: int, read: Sequence[Named]
    ) -> tuple[Plan, list[Signed], tuple[NearDuplicate, ...]]:
        """What becomes of generation `number` when `read` is added."""

        def stored(article_id: str) -> Article:
            found = self._catalogue.article(article_id, number)
            if found is None:
                raise no_such_article(article_id)
            return found

        present = self._catalogue.records(number)
        steps = plan(present, read, stored)
        signed = [(article, signature(article.text)) for article in steps.incoming]
        known = self._catalogue.signatures(number) if signed else {}
        return steps, signed, near_duplicates(signed, known, present, steps.outgoing)

    def _check_known(self, ids: Set[str]) -> None:
        """Raises KnownError when an article is not in the library."""
        if unknown := sorted(ids - self._catalogue.ids(self._storage.live())):
            raise no_such_article(unknown[0])

    def _begin(self, starter: bool) -> None:
        with self._storage.writing():
            if self._storage.live() != 0:  # another process was first
                return
            sources = starter_sources() if starter else ()
            read, _ = read_all(sources, allow_private_addresses=False, progress=silent)
            incoming = [((a, cut(a)), signature(a.text)) for _, a in read]
            self._storage.publish(None, incoming, frozenset(), silent)


def _nothing_to_restore() -> KnownError:
    return KnownError(
        en="There is no removal to undo. See what is in the library with: cxlit articles",
        fr="Il n’y a pas de suppression à annuler. Pour voir ce que contient la bibliothèque : "
        "cxlit articles",
    )
