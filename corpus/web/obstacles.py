"""Why a document on the web could not be had, and whether trying again can help."""

from enum import StrEnum

from corpus.wording import KnownError


class Obstacle(StrEnum):
    """What stood in the way."""

    NO_ADDRESS = "no-address"
    GONE = "gone"
    REFUSED = "refused"  # by the site, to programs or to everyone
    RULES = "rules"  # robots.txt
    REDIRECTS = "redirects"
    UNREADABLE = "unreadable"  # no article, too large, damaged
    PAYWALL = "paywall"
    STUB = "stub"  # a notice in the place of the article
    BUSY = "busy"  # the site is in trouble, or wants fewer visits
    SLOW = "slow"
    UNREACHABLE = "unreachable"
    PRIVATE = "private"  # an address that the settings forbid

    @property
    def passing(self) -> bool:
        """Whether the same request may well succeed later."""
        return self in {Obstacle.BUSY, Obstacle.SLOW} or self.mendable

    @property
    def mendable(self) -> bool:
        """Whether it is the person who can do something: the network, or a setting."""
        return self in {Obstacle.UNREACHABLE, Obstacle.PRIVATE}


class FetchError(KnownError):
    """A document that could not be had."""

    def __init__(self, obstacle: Obstacle, *, en: str, fr: str) -> None:
        super().__init__(en=en, fr=fr)
        self.obstacle = obstacle


class RedirectedError(FetchError):
    """More redirects than were to be followed; `location` is the next address."""

    def __init__(self, location: str, followed: int) -> None:
        super().__init__(
            Obstacle.REDIRECTS,
            en=f"The address leads on and on (more than {followed} redirects). Open it in a "
            "browser and copy the address of the article itself.",
            fr=f"L’adresse renvoie sans fin à une autre (plus de {followed} redirections). "
            "Ouvrez-la dans un navigateur et copiez l’adresse de l’article lui-même.",
        )
        self.location = location
