"""The folder `index` of a library: everything that is derived from its articles."""

from collections.abc import Sequence, Set
from pathlib import Path

from index.building import Cut, build, digest
from index.changes import change
from index.contents import Contents, Part, contents_of
from index.embedding import Embedder
from index.generation import New, read_segments, read_verified, write_generation
from index.manifest import (
    MANIFEST,
    Entry,
    Indexed,
    Manifest,
    index_missing,
    made_with_another_model,
    read_manifest,
)
from index.merging import Size, merged, to_merge
from index.publishing import Generations
from index.report import Progress
from index.segment import Segment
from index.vector_cache import VectorCache


class DerivedIndex:
    """Generations in `folder`, read and written segment by segment.

    What was read once stays in memory as long as the newest generation that was read has it.
    Vectors that were ever computed are in the folder `cache`.
    """

    def __init__(self, folder: Path, embedder: Embedder, cache: Path) -> None:
        self.generations = Generations(folder)
        self._embedder = embedder
        self._cache = cache
        self._segments: dict[str, Segment] = {}
        self._newest: tuple[object, Manifest] | None = None  # what tells its file, and what it says

    def manifest(self, number: int) -> Manifest:
        """Raises KnownError when the generation is missing, damaged or of another cxlit."""
        folder = self.generations.folder(number)
        try:
            return self._read_manifest(folder)
        except FileNotFoundError as error:
            raise index_missing(folder) from error

    def read(self, number: int) -> tuple[Manifest, Contents]:
        """A generation, made ready for searching.

        Raises KnownError as `manifest` does, or when another model made it; FileNotFoundError
        when it was deleted meanwhile.
        """
        folder = self.generations.folder(number)
        manifest = self._read_manifest(folder)
        self._segments = read_segments(folder, manifest, self._segments)
        if manifest.embedding != self._embedder.fingerprint:
            raise made_with_another_model()
        parts = [Part(self._segments[entry.name], entry.gone) for entry in manifest.segments]
        return manifest, contents_of(parts)

    def write(
        self,
        number: int,
        before: Manifest | None,
        outgoing: Set[str],
        incoming: Sequence[Cut],
        progress: Progress,
    ) -> None:
        """Write generation `number`, not yet live, from the one before it and what changes.

        `before` None: nothing is taken over. Raises KnownError when another model made `before`.
        """
        by_id = {article.id: (article, passages) for article, passages in incoming}
        digests = {id_: digest(article) for id_, (article, _) in by_id.items()}
        steps = change(before or Manifest("", ()), outgoing, digests)
        cuts = [by_id[id_] for id_ in by_id if id_ in steps.to_build]
        if before and not cuts:
            embedding = before.embedding
        else:
            embedding = self._embedder.fingerprint
            if before and before.embedding != embedding:
                raise made_with_another_model()
        fresh = [self._built(cuts, progress)] if cuts else []
        progress("publish", 0, 1)
        folder = self.generations.folder(number - 1)
        kept, new = self._merged(steps.kept, fresh, folder)

        def write(aside: Path) -> None:
            self._segments |= write_generation(aside, embedding, kept, folder, new)

        self.generations.write(number, write)

    def _read_manifest(self, folder: Path) -> Manifest:
        """Read once: that of 10,000 articles takes a while, and every change asks several times."""
        state = (folder / MANIFEST).stat()
        identity = (folder, state.st_ino, state.st_mtime_ns, state.st_size)
        if self._newest is None or self._newest[0] != identity:
            self._newest = (identity, read_manifest(folder))
        return self._newest[1]

    def _built(self, cuts: Sequence[Cut], progress: Progress) -> New:
        cache = VectorCache(self._cache / "vectors.db", self._embedder)
        try:
            segment = build(cuts, cache, progress)
        finally:
            cache.close()
        return segment, {a.id: Indexed(digest(a), len(passages)) for a, passages in cuts}

    def _merged(
        self, kept: Sequence[Entry], fresh: Sequence[New], folder: Path
    ) -> tuple[list[Entry], list[New]]:
        """The same with some segments replaced by one, where that pays."""
        sizes = [_size(entry) for entry in kept]
        sizes += [Size(len(segment.passages), len(segment.passages)) for segment, _ in fresh]
        chosen = to_merge(sizes)
        if not chosen:
            return list(kept), list(fresh)
        old = [entry for at, entry in enumerate(kept) if at in chosen]
        new = [each for at, each in enumerate(fresh, start=len(kept)) if at in chosen]
        segment = merged(
            [(self._segment(folder, entry), entry.gone) for entry in old]
            + [(segment, frozenset()) for segment, _ in new]
        )
        articles = {id_: known for entry in old for id_, known in entry.live.items()}
        for _, known in new:
            articles.update(known)
        return (
            [entry for at, entry in enumerate(kept) if at not in chosen],
            [each for at, each in enumerate(fresh, start=len(kept)) if at not in chosen]
            + [(segment, articles)],
        )

    def _segment(self, folder: Path, entry: Entry) -> Segment:
        return self._segments.get(entry.name) or read_verified(folder, entry)


def _size(entry: Entry) -> Size:
    return Size(
        all=sum(known.passages for known in entry.articles.values()),
        live=sum(known.passages for known in entry.live.values()),
    )
