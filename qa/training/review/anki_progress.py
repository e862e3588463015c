"""Progress made in Anki: its review log read out of what it exports.

The file comes from anywhere, so nothing that it says of itself is believed: sizes are counted
while it is unpacked, its database is opened for reading only, and a query that takes too long
is stopped.
"""

import hashlib
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from corpus.wording import KnownError
from qa.training.review.anki import card_of
from qa.training.review.review import Grade, Occasion, Review

SUFFIXES = (".apkg", ".colpkg")
MOST_BYTES = 200 * 2**20  # of the file
_MOST_UNPACKED = 500 * 2**20  # bytes of the collection in it
_MOST_ROWS = 500_000  # reviews; ten years of 130 a day
_MOST_STEPS = 20_000  # thousands of SQLite's own steps for the one query
_CHUNK = 2**20
_NEWEST = "collection.anki21b"  # zstd-compressed
_COLLECTIONS = ("collection.anki21", "collection.anki2")  # the first that is there counts
_FIRST = datetime(2006, 1, 1, tzinfo=UTC)  # when Anki was written; ids of its log are times
_REVIEWS = """
    SELECT notes.guid, revlog.id, revlog.ease FROM revlog
    JOIN cards ON cards.id = revlog.cid JOIN notes ON notes.id = cards.nid
    WHERE notes.guid LIKE 'cxlit:%' AND revlog.ease BETWEEN 1 AND 4 AND revlog.type < 4
    ORDER BY revlog.id, notes.guid LIMIT ?
"""
_OURS = "SELECT 1 FROM notes WHERE guid LIKE 'cxlit:%' LIMIT 1"
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Logged:
    guid: str
    at: datetime
    ease: int


def anki_reviews(path: Path, person: str, at: datetime) -> tuple[Review, ...]:
    """The reviews of our cards in an .apkg or .colpkg, as that person's, the oldest first.

    Their ids follow from the note and the time: read twice, they are the same ones. What lies
    in the future of `at` is left out. Raises KnownError for a file that cannot be used.
    """
    reviews = {}
    for logged in _logged(path):
        if _FIRST <= logged.at <= at + timedelta(days=1):
            review = _review(logged, person)
            reviews[review.id] = review
    return tuple(reviews.values())


def _review(logged: _Logged, person: str) -> Review:
    named = f"{card_of(logged.guid)}\n{logged.at.isoformat()}"
    return Review(
        id=f"anki:{hashlib.sha256(named.encode()).hexdigest()[:24]}",
        person=person,
        card=card_of(logged.guid),
        at=logged.at,
        grade=Grade(logged.ease),
        occasion=Occasion.ANKI,
    )


def _logged(path: Path) -> list[_Logged]:
    with tempfile.TemporaryDirectory(prefix="cxlit-") as folder:
        collection = Path(folder, "collection.db")
        try:
            if path.stat().st_size > MOST_BYTES:
                raise _too_large()
            with zipfile.ZipFile(path) as archive:
                _unpack(archive, collection)
            return list(_rows(collection))
        except FileNotFoundError as error:
            raise KnownError(
                en=f"There is no file {path}. Check its name.",
                fr=f"Il n’y a pas de fichier {path}. Vérifiez son nom.",
            ) from error
        except (*_DAMAGED, OSError, sqlite3.Error, OverflowError) as error:
            raise _unreadable() from error


def _unpack(archive: zipfile.ZipFile, to: Path) -> None:
    names = set(archive.namelist())
    if _NEWEST in names:
        raise KnownError(
            en="This file is in a form that only Anki reads. Export it once more from Anki with "
            "“Support older Anki versions” and “Include scheduling information” ticked.",
            fr="Ce fichier est dans un format que seul Anki lit. Exportez-le de nouveau depuis "
            "Anki en cochant la compatibilité avec les anciennes versions d’Anki («\u00a0Support "
            "older Anki versions\u00a0») et «\u00a0Inclure les données de planification\u00a0».",
        )
    name = next((each for each in _COLLECTIONS if each in names), None)
    if name is None:
        raise _unreadable()
    size = 0
    with archive.open(name) as packed, to.open("wb") as unpacked:
        while chunk := packed.read(_CHUNK):
            size += len(chunk)
            if size > _MOST_UNPACKED:
                raise _too_large()
            unpacked.write(chunk)


def _rows(collection: Path) -> Iterator[_Logged]:
    connection = sqlite3.connect(f"{collection.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        steps = iter(range(_MOST_STEPS))
        # A table may be a view that never ends.
        connection.set_progress_handler(lambda: next(steps, None) is None, 1000)
        if connection.execute(_OURS).fetchone() is None:
            raise _foreign()
        for guid, id_, ease in connection.execute(_REVIEWS, (_MOST_ROWS,)):
            if isinstance(guid, str) and isinstance(id_, int) and card_of(guid):
                moment = datetime.fromtimestamp(id_ / 1000, UTC)
                yield _Logged(guid, moment, int(ease))
    finally:
        connection.close()


def _too_large() -> KnownError:
    return KnownError(
        en=f"This file is larger than what can be read ({MOST_BYTES // 2**20} MB, unpacked "
        f"{_MOST_UNPACKED // 2**20} MB). Export only the deck that came from here, without media.",
        fr=f"Ce fichier dépasse ce qui peut être lu ({MOST_BYTES // 2**20} Mo, "
        f"{_MOST_UNPACKED // 2**20} Mo une fois décompressé). N’exportez que le paquet venu "
        "d’ici, sans les médias.",
    )


def _foreign() -> KnownError:
    return KnownError(
        en="No card in this file came from cxlit. Export from Anki the deck that you imported "
        "from here.",
        fr="Aucune carte de ce fichier ne vient de cxlit. Exportez d’Anki le paquet que vous y "
        "aviez importé d’ici.",
    )


def _unreadable() -> KnownError:
    return KnownError(
        en="This is no deck or collection that Anki exported, or it is damaged. Export it once "
        "more from Anki (.apkg or .colpkg, with “Include scheduling information” ticked).",
        fr="Ce n’est pas un paquet ni une collection exportés par Anki, ou le fichier est abîmé. "
        "Exportez-le de nouveau depuis Anki (.apkg ou .colpkg, en cochant «\u00a0Inclure les "
        "données de planification\u00a0»).",
    )
