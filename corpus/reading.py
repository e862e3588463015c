"""From a source to an article: fetch or read, load, clean, and find what is known about it."""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from corpus.answered import located
from corpus.article import Article
from corpus.cleaning import clean
from corpus.declared import read_sidecar
from corpus.language import detect_language
from corpus.loaded import Metadata
from corpus.loading import MOST_BYTES, check_size, load
from corpus.opening import read_opening
from corpus.source import Source
from corpus.wording import KnownError


def read_article(source: Source, *, allow_private_addresses: bool = False) -> Article:
    """Read one file or URL.

    What is known about it is taken from the sidecar, else from the format (front matter,
    HTML head, document properties), else from the first lines of the text. The lines of
    title, byline and date leave the text and stand first in `removed`.

    Raises KnownError for whatever cannot be read.
    """
    if isinstance(source.location, Path):
        data, name = _read_bytes(source.location), source.location.name
        declared = read_sidecar(source.location)
    else:
        data, name, declared = _downloaded(source.location, allow_private_addresses)
    loaded = load(data, name)
    cleaned = clean(loaded.text)
    known = declared.completed_by(loaded.metadata)
    language = known.language or detect_language(cleaned.text)
    opening = read_opening(cleaned.text, known.completed_by(Metadata(language=language)))
    if not any(c.isalnum() for c in opening.text):
        raise KnownError(
            en="Nothing is left to read once menus and page furniture are taken out. Check that "
            "the file holds the article itself.",
            fr="Il ne reste rien à lire une fois ôtés les menus et l’habillage de la page. "
            "Vérifiez que le fichier contient bien l’article.",
        )
    about = opening.metadata
    return Article(
        title=about.title,
        original_title=about.original_title,
        text=opening.text,
        authors=about.authors,
        publisher=about.publisher,
        date=about.date,
        language=about.language,
        url=about.url,
        kind=about.kind,
        topics=about.topics,
        based_on=about.based_on,
        note_date=about.note_date,
        source=source.name,
        locator=source.locator,
        removed=opening.removed + cleaned.removed,
        questions=located(about.questions, opening.text),
    )


def _read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file of a size that can be read.

    Raises KnownError when there is no such file, it is not ours to read, or it is too large.
    """
    try:
        if path.is_dir():
            raise KnownError(
                en="This is a folder, not a file. Add the folder itself to read all files in it.",
                fr="C’est un dossier, pas un fichier. Ajoutez le dossier lui-même pour lire tous "
                "ses fichiers.",
            )
        if path.exists() and not path.is_file():
            raise KnownError(
                en="This is a device or a pipe, not a file. Copy its content to a file first.",
                fr="C’est un périphérique ou un tube, pas un fichier. Copiez d’abord son contenu "
                "dans un fichier.",
            )
        check_size(path.stat().st_size, MOST_BYTES)
        return path.read_bytes()
    except PermissionError as error:
        raise KnownError(
            en="You are not allowed to read this file. Change its permissions or copy it.",
            fr="Vous n’avez pas le droit de lire ce fichier. Changez ses permissions ou copiez-le.",
        ) from error
    except (OSError, ValueError) as error:
        raise KnownError(
            en="The file is not there or cannot be read. Check its name and that its disk is "
            "connected.",
            fr="Le fichier n’existe pas ou ne peut pas être lu. Vérifiez son nom et que son "
            "disque est connecté.",
        ) from error


def _downloaded(url: str, allow_private: bool) -> tuple[bytes, str, Metadata]:
    """Return the bytes behind a URL, a name with the extension of their type, and the URL."""
    from corpus.web.fetching import fetch

    fetched = fetch(url, allow_private=allow_private)
    path = PurePosixPath(unquote(urlsplit(fetched.final_url).path))
    suffix = fetched.suffix or path.suffix
    return fetched.data, f"{path.stem or 'page'}{suffix}", Metadata(url=fetched.final_url)
