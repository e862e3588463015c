"""Fetching a web page with limits on its size, its time, its redirects and its address."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from corpus.decoding import meant_encoding
from corpus.finding import normalised_url
from corpus.loading import MOST_BYTES, check_size
from corpus.web.addresses import checked_address
from corpus.web.obstacles import FetchError, Obstacle, RedirectedError

TOTAL_SECONDS = 30.0  # for everything: names, redirects, and the last byte
_STEP_SECONDS = 10.0  # for each connection and each silence
MOST_REDIRECTS = 5
USER_AGENT = "cxlit"  # the name by which robots.txt may speak of it
_HEADERS = {
    "User-Agent": f"{USER_AGENT} (reads articles at the request of its user)",
    "Accept": "*/*",
}

# Media types to the suffix by which a loader is chosen; "" leaves it to the URL and the content.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/octet-stream": "",
    "binary/octet-stream": "",
    "": "",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A downloaded document; text comes in UTF-8 where the server named its encoding."""

    data: bytes
    content_type: str  # media type without parameters, "" when the server names none
    final_url: str

    @property
    def suffix(self) -> str:
        """The file name extension of the content type, "" when it says nothing."""
        return _SUFFIXES.get(self.content_type, "")


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    total_seconds: float = TOTAL_SECONDS,
    most_redirects: int = MOST_REDIRECTS,
) -> Fetched:
    """Download `url`.

    Proxies of the environment are not used: they would resolve names behind our back. Not to
    be called from a running event loop. Raises FetchError when the document cannot be had, of
    the class RedirectedError when only redirects stood in the way, and KnownError when it is too
    large.
    """
    try:
        return asyncio.run(_fetched_in_time(url, allow_private, total_seconds, most_redirects))
    except (TimeoutError, httpx.TimeoutException) as error:
        raise FetchError(
            Obstacle.SLOW,
            en="The site takes too long to answer. Try again later, or save the page as a file "
            "and add that.",
            fr="Le site met trop de temps à répondre. Réessayez plus tard, ou enregistrez la "
            "page dans un fichier et ajoutez-le.",
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError) as error:
        raise FetchError(
            Obstacle.UNREACHABLE,
            en="The site cannot be reached, or breaks off. Check the address and the network "
            "connection.",
            fr="Le site est injoignable, ou interrompt la réponse. Vérifiez l’adresse et la "
            "connexion au réseau.",
        ) from error


async def _fetched_in_time(
    url: str, allow_private: bool, total_seconds: float, most_redirects: int
) -> Fetched:
    async with asyncio.timeout(total_seconds):
        async with httpx.AsyncClient(
            timeout=_STEP_SECONDS, trust_env=False, follow_redirects=False, headers=_HEADERS
        ) as client:
            for _ in range(most_redirects + 1):
                async with _answer(client, url, allow_private) as response:
                    if not response.has_redirect_location:
                        return await _document(response, url)
                    url = urljoin(url, response.headers["location"])
    raise RedirectedError(url, most_redirects)


@asynccontextmanager
async def _answer(
    client: httpx.AsyncClient, url: str, allow_private: bool
) -> AsyncIterator[httpx.Response]:
    """Send the request to the checked IP address, under the name that the URL gives."""
    parts = urlsplit(web_url(url))
    host, scheme = parts.hostname or "", parts.scheme
    port = parts.port or (443 if scheme == "https" else 80)
    address = await checked_address(host, port, allow_private=allow_private)
    target = httpx.URL(parts.geturl()).copy_with(host=address, port=port)
    async with client.stream(
        "GET", target, headers={"Host": parts.netloc}, extensions={"sni_hostname": host}
    ) as response:
        yield response


def web_url(url: str) -> str:
    """Return the normalised URL; FetchError for another scheme or no host."""
    try:
        normalised = normalised_url(url)
    except ValueError:
        normalised = ""
    if not normalised.startswith(("http://", "https://")):
        raise FetchError(
            Obstacle.NO_ADDRESS,
            en="Only addresses that begin with http:// or https:// are fetched. Check the address.",
            fr="Seules les adresses qui commencent par http:// ou https:// sont téléchargées. "
            "Vérifiez l’adresse.",
        )
    return normalised


async def _document(response: httpx.Response, url: str) -> Fetched:
    if response.status_code != httpx.codes.OK:
        raise _refused(response.status_code)
    declared = response.headers.get("content-type", "")
    media_type = declared.partition(";")[0].strip().lower()
    if media_type not in _SUFFIXES:
        raise FetchError(
            Obstacle.UNREADABLE,
            en=f"The address holds no article but “{media_type}”. Give the address of a web page, "
            "a PDF or a DOCX document.",
            fr=f"L’adresse ne mène pas à un article mais à « {media_type} ». Donnez celle d’une "
            "page web, d’un PDF ou d’un document DOCX.",
        )
    announced = response.headers.get("content-length", "")
    check_size(int(announced) if announced.isdigit() else 0, MOST_BYTES)
    data = bytearray()
    async for chunk in response.aiter_bytes():
        data += chunk
        check_size(len(data), MOST_BYTES)  # the announced length may lie, or count packed bytes
    charset = response.charset_encoding if media_type.startswith("text/") else None
    return Fetched(_in_utf8(bytes(data), charset), media_type, url)


def _in_utf8(data: bytes, charset: str | None) -> bytes:
    """What the server says about the encoding goes before what the page says (RFC 9110).

    Unless it is plainly wrong: accented letters that read as UTF-8 are UTF-8.
    """
    encoding = meant_encoding(charset or "")
    if not encoding or _is_accented_utf8(data):
        return data
    try:
        return data.decode(encoding).encode("utf-8-sig")
    except (LookupError, UnicodeError):
        return data  # it was wrong: the loader finds out


def _is_accented_utf8(data: bytes) -> bool:
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _refused(status: int) -> FetchError:
    if status in {404, 410}:
        return FetchError(
            Obstacle.GONE,
            en=f"The page does not exist (any more) on the site ({status}). Check the address.",
            fr=f"La page n’existe pas (ou plus) sur le site ({status}). Vérifiez l’adresse.",
        )
    if 400 <= status < 500 and status not in {408, 425, 429}:  # these three mean: not now
        return FetchError(
            Obstacle.REFUSED,
            en=f"The site does not give the page to programs ({status}). Save it from the browser "
            "and add the file.",
            fr=f"Le site refuse cette page aux programmes ({status}). Enregistrez-la depuis le "
            "navigateur et ajoutez le fichier.",
        )
    return FetchError(
        Obstacle.BUSY,
        en=f"The site answered with an error ({status}). Try again later.",
        fr=f"Le site a répondu par une erreur ({status}). Réessayez plus tard.",
    )
