"""A publisher's site on this machine: articles of our invention, paywalls, and a robots.txt."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from corpus.reading_list import ListedSource
from tests.invented import ENGLISH, FRENCH, LIBRARY_VAN
from tests.misbehaving import Misbehaving, serving

WORDS = " ".join((*FRENCH, *ENGLISH, LIBRARY_VAN.text))


@dataclass
class Site:
    """What was asked of a running site, in order, and what it will answer for its rules."""

    address: str
    asked: list[str]
    robots: tuple[int, str] = (404, "")

    def source(self, path: str) -> ListedSource:
        """The listed source behind one of its pages."""
        url = f"{self.address}/{path}"
        return ListedSource(id=path, title=f"About {path}", url=url, language="fr")

    def pages_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]


class Publisher(Misbehaving):
    """Every path that begins with "article" is an article with words of its own."""

    site: Site

    def answer(self) -> None:
        self.site.asked.append(self.path)
        if self.path == "/robots.txt":
            status, rules = self.site.robots
            self._send(status, rules.encode(), Content_Type="text/plain; charset=utf-8")
        elif self.path.startswith("/article"):
            self._article(f"L’été, {self.path} est lu au port.")
        else:
            super().answer()

    def _article(self, first: str, head: str = "", text: str = WORDS) -> None:
        page = (
            f"<html lang='fr'><head><title>Title of the page</title>{head}"
            "<meta name='author' content='Page Author'></head>"
            f"<body><article><p>{first}</p><p>{text}</p></article></body></html>"
        )
        self._send(200, page.encode(), Content_Type="text/html; charset=ISO-8859-1")  # it is not

    def _paywall(self) -> None:
        graph = {"@graph": [{"@type": "NewsArticle", "isAccessibleForFree": "False"}]}
        self._article(
            "Réservé aux abonnés.",
            f'<script type="application/ld+json">{json.dumps(graph)}</script>',
        )

    def _cookies(self) -> None:
        self._article("Nous respectons votre vie privée.", text="Acceptez-vous les cookies ?")

    def _to_hidden(self) -> None:
        self._send(302, Location="/hidden/page")

    def _once(self) -> None:
        self._send(301, Location="/article-moved")


@contextmanager
def publishing() -> Iterator[Site]:
    """A site of its own for a test."""
    site = Site("", [])
    kind = type("OneSite", (Publisher,), {"site": site})
    with serving(kind) as address:
        site.address = address
        yield site
