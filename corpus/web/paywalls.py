"""Pages that are not the article: behind a paywall, or a notice in its place.

A publisher that hides an article from readers tells search engines so, with schema.org's
`isAccessibleForFree` (https://developers.google.com/search/docs/appearance/structured-data/paywalled-content).
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from corpus.article import Article
from corpus.web.obstacles import FetchError, Obstacle

FEWEST_WORDS = 150  # an article has more; a cookie wall or a "read on with a subscription" has not
_WORD = re.compile(r"\w+")
_JSON_LD = re.compile(
    rb"<script\b[^>]{0,300}\btype\s*=\s*[\"']?application/ld\+json\b[^>]{0,300}>(.*?)</script\s*>",
    re.I | re.S,
)
# Where a page describes itself; what it says of other pages (related articles) is not followed.
_OF_THE_PAGE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")


def check_open(page: bytes) -> None:
    """Raises FetchError when the page declares that its article is for subscribers."""
    if any(_is_closed(thing) for thing in _described(page)):
        raise FetchError(
            Obstacle.PAYWALL,
            en="The article is for subscribers of the site; only its beginning was sent. If you "
            "subscribe, save the page from the browser and add the file.",
            fr="L’article est réservé aux abonnés du site ; seul son début a été envoyé. Si vous "
            "êtes abonné, enregistrez la page depuis le navigateur et ajoutez le fichier.",
        )


def check_whole(article: Article) -> None:
    """Raises FetchError when the text is too short for the article itself."""
    words = len(_WORD.findall(article.text))
    if words < FEWEST_WORDS:
        raise FetchError(
            Obstacle.STUB,
            en=f"The site sent {words} words, too few for the article: a notice about cookies or "
            "a subscription, perhaps. Open it in the browser, save it and add the file.",
            fr=f"Le site a envoyé {words} mots, trop peu pour l’article : un avis sur les cookies "
            "ou un abonnement, peut-être. Ouvrez-le dans le navigateur, enregistrez-le et ajoutez "
            "le fichier.",
        )


def _described(page: bytes) -> Iterator[dict[str, Any]]:
    """Everything that the page's JSON-LD says about the page itself."""
    for block in _JSON_LD.findall(page):
        try:
            waiting = [json.loads(block.decode("utf-8", "replace"), strict=False)]
        except (ValueError, RecursionError):
            continue  # malformed, as it often is: nothing is declared
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, list):
                waiting += thing
            elif isinstance(thing, dict):
                yield thing
                waiting += [thing[name] for name in _OF_THE_PAGE if name in thing]


def _is_closed(thing: dict[str, Any]) -> bool:
    # The text "False" is as common as the value.
    return str(thing.get("isAccessibleForFree", "")).lower().rpartition("/")[2] == "false"
