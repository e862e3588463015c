"""The originals behind the starter notes: downloaded once, checked, and read as articles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from corpus.article import Article
from corpus.loading import FORMATS
from corpus.reading import read_article
from corpus.reading_list import ListedSource
from corpus.source import Source
from corpus.web.downloads import Copy, Downloads
from corpus.web.fetching import Fetched, web_url
from corpus.web.obstacles import FetchError, Obstacle
from corpus.web.paywalls import check_open, check_whole
from corpus.wording import KnownError

Fetch = Callable[[str], Fetched]  # raises FetchError or KnownError


@dataclass(frozen=True, slots=True)
class Original:
    """What became of one listed source: an article, or why there is none."""

    source: ListedSource
    outcome: Article | FetchError


def to_download(
    sources: Sequence[ListedSource], downloads: Downloads, *, again: bool
) -> list[ListedSource]:
    """The sources whose original is neither had nor given up; each address once."""
    wanted: dict[str, ListedSource] = {}
    for source in sources:
        attempt = downloads.attempt(source.url)
        failed = isinstance(attempt, FetchError) and (again or attempt.obstacle.passing)
        if source.url and (attempt is None or failed):
            wanted.setdefault(source.url, source)
    return list(wanted.values())


def get_originals(
    sources: Sequence[ListedSource],
    downloads: Downloads,
    fetch: Fetch,
    *,
    again: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Original]:
    """Download what is to be downloaded, one after the other, and read all that was had.

    What was had before is not asked for again; nor is what failed for good, unless `again`.
    Interrupted at any point, all that was had stays in `downloads`. `progress` counts
    downloads. Raises KnownError when the folder cannot be used.
    """
    with downloads.alone():
        wanted = to_download(sources, downloads, again=again)
        became: dict[str, Article | FetchError] = {}  # by address: two notes may have one source
        for source in sources:
            if source.url in became:
                continue
            if source in wanted:
                progress(wanted.index(source), len(wanted))
                _download(source, downloads, fetch)
            became[source.url] = _outcome(source, downloads)
        progress(len(wanted), len(wanted))
        return [Original(source, became[source.url]) for source in sources]


def _download(source: ListedSource, downloads: Downloads, fetch: Fetch) -> None:
    """Keep the original, or the reason why it could not be had."""
    try:
        fetched = fetch(source.url)
        check_open(fetched.data)
    except KnownError as error:
        downloads.give_up(source.url, _obstacle(error))
    else:
        downloads.keep(source.url, f"{source.id}{_suffix(fetched)}", fetched.data)


def _outcome(source: ListedSource, downloads: Downloads) -> Article | FetchError:
    """The article of the copy that was had, or why there is none; a useless copy is given up."""
    attempt = downloads.attempt(source.url)
    if not isinstance(attempt, Copy):
        return attempt or _no_address()
    try:
        article = _read(source, downloads, attempt)
        check_whole(article)
    except KnownError as error:
        why = _obstacle(error)
        downloads.give_up(source.url, why)
        return why
    return article


def _read(source: ListedSource, downloads: Downloads, copy: Copy) -> Article:
    """The article of a copy: what the list knows of it, completed by what the page says."""
    known = {
        "title": source.title,
        "authors": list(source.authors),
        "publisher": source.publisher,
        "date": source.date,
        "language": source.language,
        "url": source.url,
        "kind": str(source.kind or ""),
        "topics": [str(topic) for topic in source.topics],
    }
    downloads.describe(copy, {name: value for name, value in known.items() if value})
    return read_article(Source(source.url, downloads.path(copy), web_url(source.url)))


def _suffix(fetched: Fetched) -> str:
    """The extension by which the loader is chosen; the content decides where there is none."""
    named = PurePosixPath(unquote(urlsplit(fetched.final_url).path)).suffix.lower()
    return fetched.suffix or (named if named in FORMATS else "")


def _obstacle(error: KnownError) -> FetchError:
    """What fails without being one of the web's obstacles is the document itself."""
    if isinstance(error, FetchError):
        return error
    return FetchError(Obstacle.UNREADABLE, en=error.wording.en, fr=error.wording.fr)


def _no_address() -> FetchError:
    return FetchError(
        Obstacle.NO_ADDRESS,
        en="No web address is known for this source. If you have it, add the file.",
        fr="Aucune adresse web n’est connue pour cette source. Si vous l’avez, ajoutez le fichier.",
    )
