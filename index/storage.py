"""The two halves of a library on disk, articles and their index, published together."""

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.catalogue import Catalogue
from corpus.wording import KnownError
from index.building import Cut
from index.cutting import cut
from index.derived import DerivedIndex
from index.embedding import Embedder
from index.manifest import Manifest, OlderIndexError, index_missing, made_with_another_model
from index.publishing import KEPT
from index.report import Progress, silent
from index.snapshot import Snapshot

WRITER_PATIENCE_S = 60.0  # how long a writer waits for another one
REBUILT_UNASKED = 2_000  # passages at most: if none is in the cache of vectors, a few minutes


class Storage:
    """`library.db` and `index` in the folder `home`, which are opened or made.

    Raises KnownError when `home` cannot be written or its files cannot be read.
    """

    def __init__(self, home: Path, embedder: Embedder, cache: Path) -> None:
        """`cache`: folder of vectors computed before."""
        self._home = home
        self._embedder = embedder
        try:
            home.mkdir(parents=True, exist_ok=True)
            self._index = DerivedIndex(home / "index", embedder, cache)
        except OSError as error:
            raise _unwritable(home, error) from error
        database = home / "library.db"
        if self._index.generations.current() and not (
            database.is_file() and database.stat().st_size
        ):
            raise _lost(database, home / "index")  # articles were there once: no silent restart
        self.catalogue = Catalogue(database)

    def close(self) -> None:
        self.catalogue.close()

    def live(self) -> int:
        """Number of the live generation; 0 before the first."""
        # When `index` was deleted, the catalogue still knows which generation was the last.
        return self._index.generations.current() or self.catalogue.published()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """For the time of a change; raises KnownError when another process takes too long."""
        try:
            with FileLock(self._home / "writer.lock", timeout=WRITER_PATIENCE_S):
                self.catalogue.discard_after(self.live())  # what a killed writer left
                yield
        except Timeout as error:
            raise KnownError(
                en="Another cxlit is changing this library. Try again when it is done.",
                fr="Un autre cxlit est en train de modifier cette bibliothèque. Réessayez quand "
                "il aura fini.",
            ) from error

    def manifest(self, number: int) -> Manifest:
        """What the index knows of a generation. Raises KnownError when it is not whole."""
        manifest = self._index.manifest(number)
        if not manifest.articles.keys() <= self.catalogue.ids(number):
            raise _of_another_catalogue()
        return manifest

    def to_change(self) -> Manifest:
        """The live generation, for a writer; one that an older cxlit made is made anew first."""
        try:
            return self.manifest(self.live())
        except OlderIndexError as error:
            if error.embedding != self._embedder.fingerprint:
                raise made_with_another_model() from error
            # library.db is of another day than the index, or it takes long: a person decides.
            if self.catalogue.published() != self.live() or error.changed > REBUILT_UNASKED:
                raise
            self.rebuild(silent)
            return self.manifest(self.live())

    def readable(self) -> tuple[int, Manifest]:
        """The live generation, for a reader who wants to know what is there."""
        while True:
            number = self.live()
            try:
                return number, self.manifest(number)
            except OlderIndexError:
                with self.writing():
                    self.to_change()
            except KnownError:
                if number == self.live():
                    raise

    def load(self) -> Snapshot:
        """The live generation, ready to be searched. Raises KnownError when it cannot be."""
        while True:
            number = self.live()
            try:
                manifest, contents = self._index.read(number)
                if not manifest.articles.keys() <= self.catalogue.ids(number):
                    raise _of_another_catalogue()
            except OlderIndexError:
                with self.writing():
                    self.to_change()
            except (FileNotFoundError, RuntimeError, KnownError) as error:  # Runtime: from FAISS
                if number != self.live():
                    continue  # writers published twice meanwhile, and this one is gone
                if not isinstance(error, FileNotFoundError):
                    raise
                raise index_missing(self._index.generations.folder(number)) from error
            else:
                fingerprint = manifest.fingerprint
                return Snapshot(number, fingerprint, contents, self.catalogue, self._embedder)

    def publish(
        self,
        before: Manifest | None,
        incoming: Sequence[tuple[Cut, bytes]],
        outgoing: Set[str],
        progress: Progress,
        *,
        by_hand: bool = False,
    ) -> None:
        """Make the next generation, of which `incoming` and `outgoing` are what changes.

        `before` is the live one, None at the very beginning; what goes `by_hand` can come back.
        """
        number = self.live() + 1
        self._index.write(number, before, outgoing, [each for each, _ in incoming], progress)
        signed = [(article, signature) for (article, _), signature in incoming]
        self.catalogue.stage(number, signed, outgoing, by_hand=by_hand)
        self._go_live(number, progress)

    def rebuild(self, progress: Progress) -> None:
        """Make the next generation of the same articles, with nothing taken from the index."""
        articles = self.catalogue.articles(self.live())
        number = self.live() + 1
        cuts = [(article, cut(article)) for article in articles]
        self._index.write(number, None, frozenset(), cuts, progress)
        self._go_live(number, progress)

    def _go_live(self, number: int, progress: Progress) -> None:
        self._index.generations.publish(number)
        self.catalogue.confirm(number, keep_from=number - KEPT + 1)
        self._index.generations.forget_old()
        progress("publish", 1, 1)


def _unwritable(home: Path, error: OSError) -> KnownError:
    return KnownError(
        en=f"The folder {home} cannot be written ({error.strerror}). Set CXLIT_HOME to a "
        "folder of yours.",
        fr=f"Le dossier {home} n’est pas accessible en écriture ({error.strerror}). "
        "Donnez à CXLIT_HOME un dossier où vous pouvez écrire.",
    )


def _lost(database: Path, index: Path) -> KnownError:
    return KnownError(
        en=f"{database} is missing: your articles were in it. Restore it from a backup, or "
        f"delete {index} to start anew.",
        fr=f"{database} manque : vos articles s’y trouvaient. Restaurez une sauvegarde, ou "
        f"supprimez {index} pour repartir de zéro.",
    )


def _of_another_catalogue() -> KnownError:
    """One of the two was restored from a backup."""
    return KnownError(
        en="The index holds articles that library.db does not. To index what is there, run: "
        "cxlit rebuild",
        fr="L’index contient des articles que library.db n’a pas. Pour indexer ceux qui s’y "
        "trouvent, lancez : cxlit rebuild",
    )
