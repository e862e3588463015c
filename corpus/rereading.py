"""Reading articles again: from what is known of each to the source that it came from."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from corpus.article import Record
from corpus.source import Skipped, Source, located_file
from corpus.starter import is_starter, starter_sources
from corpus.unpacking import is_archive, unpacked
from corpus.wording import Wording

_GONE = Wording(
    en="The file is no longer there. The article stays as it is.",
    fr="Le fichier n’est plus là. L’article reste comme il est.",
)
_NOTE_GONE = Wording(
    en="This note no longer comes with cxlit. The article stays as it is.",
    fr="Cette note n’est plus fournie avec cxlit. L’article reste comme il est.",
)
_UPLOADED = Wording(
    en="This article came through the page, which keeps no file. Upload the new version there.",
    fr="Cet article est venu par la page, qui ne garde pas de fichier. Déposez-y la nouvelle "
    "version.",
)
_NOWHERE = Wording(
    en="It is not known where this article came from. It stays as it is.",
    fr="On ne sait pas d’où vient cet article. Il reste comme il est.",
)


def no_copies(url: str) -> Path | None:
    """No web page has a copy on this machine."""
    return None


@contextmanager
def sources_again(
    records: Sequence[Record], copy_of: Callable[[str], Path | None] = no_copies
) -> Iterator[tuple[list[Source], list[Skipped]]]:
    """The sources of articles, and those that cannot be read again, for as long as this lasts.

    `copy_of` gives the copy of a web page that stands for the page. Archives are unpacked anew.
    """
    starter = {source.locator: source for source in starter_sources()}
    found: list[Source] = []
    skipped: list[Skipped] = []
    packed: dict[str, tuple[Record, Source]] = {}  # by locator: the archive that holds it
    for record in records:
        source = _source(record, starter, copy_of)
        if isinstance(source, Source):
            found.append(source)
        elif archive := _archive_of(record):
            packed[record.locator] = (record, archive)
        else:
            skipped.append(Skipped(record.source, source))
    archives = {archive.locator: archive for _, archive in packed.values()}
    with unpacked(list(archives.values())) as (members, refused):
        inside = {member.locator: member for member in members}
        why = {entry.source: entry.reason for entry in refused}
        for locator, (record, archive) in packed.items():
            if locator in inside:
                found.append(inside[locator])
            else:
                reason = why.get(record.source) or why.get(archive.name) or _GONE
                skipped.append(Skipped(record.source, reason))
        yield found, skipped


def _source(
    record: Record, starter: dict[str, Source], copy_of: Callable[[str], Path | None]
) -> Source | Wording:
    """Where to read an article again, or why it cannot be."""
    locator = record.locator
    if locator.startswith(("http://", "https://")):
        return Source(record.source, copy_of(locator) or locator, locator)
    if is_starter(locator):
        return starter.get(locator, _NOTE_GONE)
    if locator.startswith("upload:"):
        return _UPLOADED
    if not locator:
        return _NOWHERE
    path = located_file(locator)
    return Source(record.source, path, locator) if path.is_file() else _GONE


def _archive_of(record: Record) -> Source | None:
    """The archive that holds a file, when its path goes through one."""
    for parent in Path(record.locator).parents:
        if is_archive(parent):
            inside = record.locator.removeprefix(str(parent))
            return Source(record.source.removesuffix(inside), parent, str(parent))
    return None
