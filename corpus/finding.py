"""From what a person typed (files, folders, globs, URLs) to the sources to read."""

import os
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from corpus.declared import is_sidecar
from corpus.loading import FORMATS, unsupported
from corpus.source import Skipped, Source, file_locator
from corpus.unpacking import ARCHIVE_SUFFIX
from corpus.wording import KnownError, Wording

_DEFAULT_PORTS = {"http": 80, "https": 443}


def find_sources(arguments: Sequence[str]) -> tuple[list[Source], list[Skipped]]:
    """Return the sources that `arguments` name, each locator once, and what names none.

    A folder is searched through and through, in alphabetical order; hidden files and sidecars
    are left out, files whose suffix is not in `FORMATS` are skipped. A file named by itself is
    always a source: its content decides. A ZIP archive is one source, until it is unpacked
    (see `corpus.unpacking`).
    """
    sources: dict[str, Source] = {}
    skipped: list[Skipped] = []
    for argument in arguments:
        for found in _found(argument):
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                sources.setdefault(found.locator, found)
    return list(sources.values()), skipped


def _found(argument: str) -> Iterator[Source | Skipped]:
    if argument.lower().startswith(("http://", "https://")):
        try:
            yield web_page(argument)
        except KnownError as error:
            yield Skipped(argument, error.wording)
        return
    try:
        path = Path(argument).expanduser()
        if not argument:  # to Path the folder we are in; in a script, a variable that is not set
            yield _missing(argument)
        elif path.is_dir():
            yield from _in_folder(argument, path)
        elif path.exists() or path.is_symlink():
            yield _file(argument, path)
        elif has_magic(argument):
            yield from _matching(argument)
        else:
            yield _missing(argument)
    except (OSError, ValueError, RuntimeError):
        yield _missing(argument)  # a name too long, a NUL inside, "~" of nobody: no such file


def web_page(url: str) -> Source:
    """The page at a web address. Raises KnownError when it is none."""
    try:
        locator = normalised_url(url)
    except ValueError:
        locator = ""
    if not locator.startswith(("http://", "https://")):
        raise KnownError(
            en=f"“{url[:80]}” is not a complete web address. Write it like "
            "https://example.org/article.",
            fr=f"« {url[:80]} » n’est pas une adresse web complète. Écrivez-la comme "
            "https://exemple.org/article.",
        )
    return Source(name=url, location=locator, locator=locator)


def normalised_url(url: str) -> str:
    """Return `url` with host in lower case, no default port, no fragment, a path.

    Raises ValueError when it has no host or a port that is no number.
    """
    parts = urlsplit(url.strip())
    scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    if not host:
        raise ValueError(f"no host in {url!r}")
    shown = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS.get(scheme):
        shown += f":{port}"
    return urlunsplit((scheme, shown, parts.path or "/", parts.query, ""))


def _file(name: str, path: Path) -> Source:
    return Source(name=_storable(name), location=path, locator=file_locator(path.resolve()))


def _storable(name: str) -> str:
    """A file name as text that a database takes: bytes that are not UTF-8 become "�"."""
    return os.fsencode(name).decode("utf-8", "replace")


def _file_of_known_format(name: str, path: Path) -> Source | Skipped:
    if path.suffix.lower() in {*FORMATS, ARCHIVE_SUFFIX}:
        return _file(name, path)
    return Skipped(name, unsupported(path.suffix).wording)


def _matching(pattern: str) -> Iterator[Source | Skipped]:
    expanded = str(Path(pattern).expanduser())
    found = sorted(glob(expanded, recursive=True))  # noqa: PTH207 - Path.glob wants relative ones
    matches = [match for match in found if not is_sidecar(match)]
    if not matches:
        yield Skipped(
            pattern,
            Wording(
                en="No file matches this pattern. Check the folder and the extension.",
                fr="Aucun fichier ne correspond à ce motif. Vérifiez le dossier et l’extension.",
            ),
        )
    for match in matches:
        path = Path(match)
        if path.is_dir():
            yield from _in_folder(match, path)
        else:
            yield _file_of_known_format(match, path)


def _in_folder(name: str, folder: Path) -> Iterator[Source | Skipped]:
    files = [path for path in sorted(folder.rglob("*")) if _is_visible_file(path, folder)]
    if not files:
        yield Skipped(
            name,
            Wording(
                en="The folder holds no file to read. Put articles into it, or give another.",
                fr="Le dossier ne contient aucun fichier à lire. Placez-y des articles, ou "
                "donnez-en un autre.",
            ),
        )
    for path in files:
        shown = f"{name.rstrip('/')}/{path.relative_to(folder).as_posix()}"
        yield _file_of_known_format(shown, path)


def _is_visible_file(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and not is_sidecar(path.name) and path.is_file()


def _missing(argument: str) -> Skipped:
    return Skipped(
        argument,
        Wording(
            en="There is no such file or folder. Check the spelling, and the folder you are in.",
            fr="Ce fichier ou dossier n’existe pas. Vérifiez l’orthographe et le dossier dans "
            "lequel vous êtes.",
        ),
    )
