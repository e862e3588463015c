"""The library: articles and their index, changed together and read as one.

`home/library.db` is the truth; `home/index` is derived from it and can be made again. One
process writes at a time; readers hold a snapshot of one generation and never wait.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.article import Article
from corpus.catalogue import Catalogue
from corpus.duplicates import signature
from corpus.source import Skipped, Source
from corpus.starter import starter_sources
from corpus.wording import KnownError
from index.building import build
from index.embedding import Embedder
from index.generation import read_contents, write_contents
from index.intake import Named, Plan, near_duplicates, plan, read_all
from index.passage import Passage
from index.publishing import KEPT, Generations
from index.report import Added, AddReport, Progress, silent
from index.snapshot import Snapshot, no_such_article
from index.vector_cache import VectorCache

WRITER_PATIENCE_S = 60.0  # how long a writer waits for another one


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
        self._home = home
        self._cache = cache or home / "cache"
        self._loading = threading.Lock()
        self._snapshot: Snapshot | None = None
        try:
            home.mkdir(parents=True, exist_ok=True)
            self._generations = Generations(home / "index")
        except OSError as error:
            raise KnownError(
                en=f"The folder {home} cannot be written ({error.strerror}). Set CXLIT_HOME to a "
                "folder of yours.",
                fr=f"Le dossier {home} n'est pas accessible en écriture ({error.strerror}). "
                "Donnez à CXLIT_HOME un dossier où vous pouvez écrire.",
            ) from error
        self._catalogue = self._open_catalogue(home / "library.db")
        if self._live() == 0:
            self._begin(starter)

    def close(self) -> None:
        self._catalogue.close()

    def snapshot(self) -> Snapshot:
        """The live generation; the same object until another one is published."""
        with self._loading:
            if self._snapshot is None or self._snapshot.generation != self._live():
                self._snapshot = self._load()
            return self._snapshot

    def add(
        self,
        sources: Sequence[Source],
        *,
        allow_private_addresses: bool = False,
        progress: Progress = silent,
    ) -> AddReport:
        """Read `sources` and publish what is new or changed in one step.

        What cannot be read is skipped with a reason; the rest is added. Interrupted at any
        point, the library is as before, and what was embedded already is not embedded again.
        """
        read, skipped = read_all(
            sources, allow_private_addresses=allow_private_addresses, progress=progress
        )
        return self._take_in(read, skipped, progress)

    def add_articles(
        self, articles: Sequence[Article], *, progress: Progress = silent
    ) -> AddReport:
        """The same for articles that are in memory; a locator tells one from another."""
        return self._take_in([(article.source, article) for article in articles], [], progress)

    def remove(self, article_ids: Sequence[str], *, progress: Progress = silent) -> int:
        """Remove articles in one step; returns the generation without them.

        Raises KnownError, and removes nothing, when one of them is not in the library.
        """
        with self._writing():
            snapshot = self.snapshot()
            present = snapshot.articles()
            gone = frozenset(article_ids)
            if unknown := sorted(gone - {article.id for article in present}):
                raise no_such_article(unknown[0])
            rest = tuple(article for article in present if article.id not in gone)
            if gone:
                self._publish(rest, [], gone, snapshot, progress)
            return self._live()

    def rebuild(self, *, progress: Progress = silent) -> int:
        """Make the index anew from `library.db`, with the model that is set now."""
        with self._writing():
            articles = self._catalogue.articles(self._live())
            self._publish(articles, [], frozenset(), None, progress)
            return self._live()

    def _take_in(
        self, read: Sequence[Named], skipped: Sequence[Skipped], progress: Progress
    ) -> AddReport:
        with self._writing():
            snapshot = self.snapshot()
            present = snapshot.articles()
            steps = plan(present, read)
            signed = [(article, signature(article.text)) for article in steps.incoming]
            resembling = near_duplicates(
                signed, self._catalogue.signatures(snapshot.generation), present, steps.outgoing
            )
            if steps.incoming or steps.outgoing:
                self._publish(_after(present, steps), signed, steps.outgoing, snapshot, progress)
            passages = self.snapshot().passages_of

            def entries(pairs: Sequence[tuple[str, Article]]) -> tuple[Added, ...]:
                return tuple(
                    Added(a.id, a.title, a.language, a.date, len(passages.get(a.id, ())), source)
                    for source, a in pairs
                )

            return AddReport(
                added=entries(steps.added),
                updated=entries(steps.updated),
                unchanged=entries(steps.unchanged),
                skipped=(*skipped, *steps.skipped),
                near_duplicates=resembling,
                generation=self._live(),
            )

    def _open_catalogue(self, path: Path) -> Catalogue:
        """Raises KnownError when articles were there once and `path` is lost: no silent restart."""
        if self._generations.current() and not (path.is_file() and path.stat().st_size):
            index = self._home / "index"
            raise KnownError(
                en=f"{path} is missing: your articles were in it. Restore it from a backup, or "
                f"delete {index} to start anew.",
                fr=f"{path} manque : vos articles s'y trouvaient. Restaurez une sauvegarde, ou "
                f"supprimez {index} pour repartir de zéro.",
            )
        return Catalogue(path)

    def _begin(self, starter: bool) -> None:
        with self._writing():
            if self._live() != 0:  # another process was first
                return
            sources = starter_sources() if starter else ()
            read, _ = read_all(sources, allow_private_addresses=False, progress=silent)
            articles = [article for _, article in read]
            signed = [(article, signature(article.text)) for article in articles]
            self._publish(articles, signed, frozenset(), None, silent)

    def _live(self) -> int:
        # When `index` was deleted, the catalogue still knows which generation was the last.
        return self._generations.current() or self._catalogue.published()

    def _load(self) -> Snapshot:
        while True:
            number = self._live()
            folder = self._generations.folder(number)
            try:
                contents, fingerprint = read_contents(folder, self.embedder.fingerprint)
            except (FileNotFoundError, RuntimeError, KnownError) as error:  # Runtime: from FAISS
                if number != self._live():
                    continue  # writers published twice meanwhile, and this one is gone
                if not isinstance(error, FileNotFoundError):
                    raise
                raise _index_missing(folder) from error
            known = self._catalogue.signatures(number)
            if not {passage.article_id for passage in contents.passages} <= known.keys():
                if number != self._live():
                    continue
                raise _of_another_catalogue()
            return Snapshot(number, fingerprint, contents, self._catalogue, self.embedder)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with FileLock(self._home / "writer.lock", timeout=WRITER_PATIENCE_S):
                self._catalogue.discard_after(self._live())  # what a killed writer left
                yield
        except Timeout as error:
            raise KnownError(
                en="Another cxlit is changing this library. Try again when it is done.",
                fr="Un autre cxlit est en train de modifier cette bibliothèque. Réessayez quand "
                "il aura fini.",
            ) from error

    def _publish(
        self,
        articles: Sequence[Article],
        incoming: Sequence[tuple[Article, bytes]],
        outgoing: frozenset[str],
        before: Snapshot | None,
        progress: Progress,
    ) -> None:
        """Make `articles` the next generation; `incoming` and `outgoing` are what changes."""
        cut_before: Mapping[str, tuple[Passage, ...]] = {}
        if before:
            # Also what kept its words (and so its id): white space or language may have changed.
            fresh = {article.id for article, _ in incoming}
            cut_before = {k: v for k, v in before.passages_of.items() if k not in fresh}
        cache = VectorCache(self._cache / "vectors.db", self.embedder)
        try:
            contents = build(articles, cut_before, cache, progress)
        finally:
            cache.close()
        progress("publish", 0, 1)
        number = self._live() + 1
        self._generations.write(
            number, lambda folder: write_contents(contents, folder, self.embedder.fingerprint)
        )
        self._catalogue.stage(number, incoming, outgoing)
        self._generations.publish(number)
        self._catalogue.confirm(number, keep_from=number - KEPT + 1)
        self._generations.forget_old()
        progress("publish", 1, 1)


def _index_missing(folder: Path) -> KnownError:
    return KnownError(
        en=f"The index {folder} is missing. Your articles are safe; run: cxlit rebuild",
        fr=f"L'index {folder} manque. Vos articles sont intacts ; lancez : cxlit rebuild",
    )


def _of_another_catalogue() -> KnownError:
    """One of the two was restored from a backup."""
    return KnownError(
        en="The index holds articles that library.db does not. To index what is there, run: "
        "cxlit rebuild",
        fr="L'index contient des articles que library.db n'a pas. Pour indexer ceux qui s'y "
        "trouvent, lancez : cxlit rebuild",
    )


def _after(present: Sequence[Article], steps: Plan) -> tuple[Article, ...]:
    """The articles once `steps` are done, in the order in which the catalogue keeps them."""
    kept = [article for article in present if article.id not in steps.outgoing]
    return (*kept, *steps.incoming)
