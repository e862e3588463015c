"""What a site allows programs to read: its robots.txt, as RFC 9309 has it."""

from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from corpus.web.fetching import USER_AGENT, Fetched
from corpus.web.obstacles import FetchError, Obstacle
from corpus.wording import KnownError

LONGEST_PAUSE_S = 60.0  # what a person would still wait for between two pages
_MOST_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB are read, the rest may be ignored
# RFC 9309, 2.3.1.3: no file to be had (4xx, five redirects) means no rules; nor is a picture one.
_NO_RULES = {Obstacle.GONE, Obstacle.REFUSED, Obstacle.REDIRECTS, Obstacle.UNREADABLE}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site for cxlit."""

    parsed: Protego

    @property
    def pause_s(self) -> float:
        """Seconds that the site wants between two requests; 0 when it does not say."""
        rate = self.parsed.request_rate(USER_AGENT)
        between = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(self.parsed.crawl_delay(USER_AGENT) or 0.0, between)

    def check(self, url: str) -> None:
        """Raises FetchError when the site does not want `url` to be read by programs."""
        if not self.parsed.can_fetch(url, USER_AGENT):
            raise FetchError(
                Obstacle.RULES,
                en="The site asks programs not to read this page (robots.txt). Open it in the "
                "browser; if its terms allow it, save it and add the file.",
                fr="Le site demande aux programmes de ne pas lire cette page (robots.txt). "
                "Ouvrez-la dans le navigateur ; si ses conditions le permettent, enregistrez-la "
                "et ajoutez le fichier.",
            )
        if self.pause_s > LONGEST_PAUSE_S:
            raise FetchError(
                Obstacle.RULES,
                en=f"The site asks programs to wait {self.pause_s:.0f} seconds between two pages "
                "(robots.txt), which is too long here. Save the page from the browser and add "
                "the file.",
                fr=f"Le site demande aux programmes d’attendre {self.pause_s:.0f} secondes entre "
                "deux pages (robots.txt), ce qui est trop long ici. Enregistrez la page depuis "
                "le navigateur et ajoutez le fichier.",
            )


def read_rules(site: str, fetch: Callable[[str], Fetched]) -> Rules:
    """The rules of `site` (scheme and host), asked for with `fetch`.

    Raises FetchError when they cannot be known now: then nothing may be read (RFC 9309, 2.3.1.4).
    """
    try:
        data = fetch(f"{site}/robots.txt").data
    except FetchError as error:
        if error.obstacle in _NO_RULES:
            return Rules(Protego.parse(""))
        if error.obstacle is Obstacle.BUSY:
            raise _unknown() from error
        raise
    except KnownError as error:  # too large
        raise _unknown() from error
    return Rules(Protego.parse(data[:_MOST_BYTES].decode("utf-8-sig", "replace")))


def _unknown() -> FetchError:
    return FetchError(
        Obstacle.BUSY,
        en="The site does not say at the moment what programs may read (robots.txt), so nothing "
        "is read from it. Try again later.",
        fr="Le site ne dit pas pour l’instant ce que les programmes peuvent lire (robots.txt) : "
        "rien n’y est donc lu. Réessayez plus tard.",
    )
