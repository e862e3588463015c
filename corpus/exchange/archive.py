"""The library as one file: a ZIP with every article and all that is known of it.

`articles.jsonl` has an article a line, in the order of their ids; `cxlit.json` says which format
that is and what the lines must hash to. The same articles make the same bytes: dates of the ZIP
are fixed. Nothing is taken from an archive before all of it was read and found whole.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from pydantic import TypeAdapter, ValidationError

from corpus.article import Article
from corpus.dates import iso_date
from corpus.wording import KnownError

FORMAT = 1
MOST_ARTICLES = 100_000
MOST_BYTES = 1024 * 1024 * 1024  # unpacked; 10,000 articles of five pages have 100 MB
LONGEST_LINE = 32 * 1024 * 1024  # bytes; the longest text there may be, and what was removed

_ABOUT = "cxlit.json"
_ARTICLES = "articles.jsonl"
_LONGEST_ABOUT = 10_000  # bytes
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP can hold


def write_archive(file: IO[bytes], articles: Iterable[Article]) -> int:
    """Write the articles, which come in the order of their ids; return how many they were."""
    digest = hashlib.sha256()
    count = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(_member(_ARTICLES), "w", force_zip64=True) as lines:
            for article in articles:
                line = _line(article)
                digest.update(line)
                lines.write(line)
                count += 1
        about = {"format": FORMAT, "articles": count, "sha256": digest.hexdigest()}
        archive.writestr(_member(_ABOUT), json.dumps(about) + "\n")
    return count


def read_archive(path: Path) -> tuple[Article, ...]:
    """All articles of an archive. Raises KnownError when it is not whole, or no archive of ours."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise KnownError(
            en=f"{path} is a device or a pipe, not a file. Copy its content to a file first.",
            fr=f"{path} est un périphérique ou un tube, pas un fichier. Copiez d’abord son contenu "
            "dans un fichier.",
        )
    try:
        with zipfile.ZipFile(path) as archive:
            about = _about(archive)
            digest = hashlib.sha256()
            articles = {article.id: article for article in _articles(archive, digest)}
    except OSError as error:
        raise KnownError(
            en=f"{path} cannot be read ({error.strerror}). Check its name.",
            fr=f"{path} ne peut pas être lu ({error.strerror}). Vérifiez son nom.",
        ) from error
    except zipfile.BadZipFile as error:
        raise (_damaged() if _begins_as_zip(path) else _no_zip()) from error
    except (zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise _damaged() from error
    except ValueError as error:  # bad JSON and bad UTF-8 among others
        raise _damaged() from error
    if (len(articles), digest.hexdigest()) != (about.get("articles"), about.get("sha256")):
        raise _damaged()
    return tuple(articles.values())


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    member.create_system = 3  # Unix, wherever it is written
    return member


def _line(article: Article) -> bytes:
    known = {name: value for name, value in asdict(article).items() if name != "characters"}
    return json.dumps(known, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _about(archive: zipfile.ZipFile) -> dict[str, Any]:
    if not {_ABOUT, _ARTICLES} <= set(archive.namelist()):
        raise KnownError(
            en="This ZIP was not written by cxlit export. To add the documents in it, use: "
            "cxlit add",
            fr="Ce ZIP n’a pas été écrit par cxlit export. Pour ajouter les documents qu’il "
            "contient, utilisez : cxlit add",
        )
    with archive.open(_ABOUT) as file:
        about = json.loads(file.read(_LONGEST_ABOUT))
    if not (isinstance(about, dict) and isinstance(about.get("format"), int)):
        raise _damaged()
    if about["format"] > FORMAT:
        raise KnownError(
            en=f"This archive was written by a newer cxlit (format {about['format']}, this one "
            f"knows {FORMAT}): update cxlit.",
            fr=f"Cette archive a été écrite par un cxlit plus récent (format {about['format']}, "
            f"celui-ci connaît {FORMAT}) : mettez cxlit à jour.",
        )
    return about


def _articles(archive: zipfile.ZipFile, digest: "hashlib._Hash") -> Iterator[Article]:
    """Each article once it was found to be itself. Raises ValueError for one that is not."""
    reader = TypeAdapter(Article)
    size = 0
    with archive.open(_ARTICLES) as lines:
        for count, line in enumerate(iter(lambda: lines.readline(LONGEST_LINE + 1), b"")):
            size += len(line)
            if len(line) > LONGEST_LINE or size > MOST_BYTES or count >= MOST_ARTICLES:
                raise _too_large()
            digest.update(line)
            yield _article(line, reader)


def _article(line: bytes, reader: TypeAdapter[Article]) -> Article:
    try:
        article = reader.validate_json(line, strict=True)
    except ValidationError as error:
        raise ValueError("not an article") from error
    if json.loads(line).get("id") != article.id:
        raise ValueError(f"the text of {article.id} is not what its id says")
    if any(iso_date(date) != date for date in (article.date, article.note_date)):
        raise ValueError(f"{article.id} has a date that is none")
    if any(not 0 <= q.start < q.end <= len(article.text) for q in article.questions):
        raise ValueError(f"a question of {article.id} points beyond its text")
    return article


def _damaged() -> KnownError:
    return KnownError(
        en="The archive is damaged: not all in it is as it was written. Nothing was imported. Take "
        "another copy of it.",
        fr="L’archive est endommagée : son contenu n’est plus tel qu’il a été écrit. Rien n’a été "
        "importé. Prenez-en une autre copie.",
    )


def _begins_as_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"


def _no_zip() -> KnownError:
    return KnownError(
        en="The file is not a ZIP. Choose one that was written by cxlit export.",
        fr="Le fichier n’est pas un ZIP. Choisissez-en un qui a été écrit par cxlit export.",
    )


def _too_large() -> KnownError:
    megabytes = MOST_BYTES // 1024**2
    return KnownError(
        en=f"The archive has more than {MOST_ARTICLES} articles or {megabytes} MB of text. Nothing "
        "was imported. Export it in parts, with filters.",
        fr=f"L’archive dépasse {MOST_ARTICLES} articles ou {megabytes} Mo de texte. Rien n’a été "
        "importé. Exportez-la en plusieurs fois, avec des filtres.",
    )
