"""Visiting other people's sites with manners: by their rules, one request at a time, not too fast.

The rules are asked for every address on the way, so that a redirect leads to no page that
may not be read.
"""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from corpus.web.fetching import MOST_REDIRECTS, TOTAL_SECONDS, Fetched, fetch, web_url
from corpus.web.obstacles import FetchError, RedirectedError
from corpus.web.robots import Rules, read_rules

PAUSE_S = 1.0  # between two requests to the same host, where the site does not ask for more


class Visitor:
    """Fetches pages; remembers each site's rules and when each host was last asked."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        total_seconds: float = TOTAL_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`total_seconds`: for each request; `clock` and `sleep` count in seconds."""
        self._allow_private = allow_private
        self._total_seconds = total_seconds
        self._clock = clock
        self._sleep = sleep
        self._rules: dict[str, Rules | FetchError] = {}  # by scheme and host
        self._left: dict[str, float] = {}  # by host: when its last answer ended

    def fetch(self, url: str) -> Fetched:
        """Download `url`. Raises FetchError or KnownError when it may or can not be had."""
        next_url = url
        for _ in range(MOST_REDIRECTS + 1):
            rules = self._rules_for(next_url)
            rules.check(web_url(next_url))
            try:
                return self._ask(next_url, rules.pause_s, most_redirects=0)
            except RedirectedError as redirect:
                next_url = redirect.location
        raise RedirectedError(next_url, MOST_REDIRECTS)

    def _rules_for(self, url: str) -> Rules:
        parts = urlsplit(web_url(url))
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            try:
                self._rules[site] = read_rules(site, lambda robots: self._ask(robots, 0.0))
            except FetchError as error:
                self._rules[site] = error  # a site that is down is not asked once a page
        rules = self._rules[site]
        if isinstance(rules, FetchError):
            raise rules
        return rules

    def _ask(self, url: str, pause_s: float, *, most_redirects: int = MOST_REDIRECTS) -> Fetched:
        host = urlsplit(web_url(url)).netloc
        if host in self._left:
            early = self._left[host] + max(PAUSE_S, pause_s) - self._clock()
            if early > 0:
                self._sleep(early)
        try:
            return fetch(
                url,
                allow_private=self._allow_private,
                total_seconds=self._total_seconds,
                most_redirects=most_redirects,
            )
        finally:
            self._left[host] = self._clock()
