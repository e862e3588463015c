"""Paywalls and stubs: told apart from articles by what the page declares, and by its length."""

import pytest

from corpus.article import Article
from corpus.web.obstacles import FetchError, Obstacle
from corpus.web.paywalls import check_open, check_whole


def page(declared: str, kind: str = 'type="application/ld+json"') -> bytes:
    return f"<html><head><script {kind}>{declared}</script></head><body>…</body></html>".encode()


@pytest.mark.parametrize(
    "declared",
    [
        '{"@type": "NewsArticle", "isAccessibleForFree": false}',
        '{"isAccessibleForFree": "False"}',
        '{"isAccessibleForFree": "http://schema.org/False"}',
        '[{"@type": "WebSite"}, {"isAccessibleForFree": false}]',
        '{"@graph": [{"@type": "Organization"}, {"isAccessibleForFree": false}]}',
        '{"hasPart": {"isAccessibleForFree": false, "cssSelector": ".paid"}}',
        '{"mainEntity": {"isAccessibleForFree": false}}',
        '{"headline": "two\nlines", "isAccessibleForFree": false}',
    ],
)
def test_a_declared_paywall_is_seen(declared: str) -> None:
    with pytest.raises(FetchError, match="for subscribers") as caught:
        check_open(page(declared))
    assert caught.value.obstacle is Obstacle.PAYWALL
    assert "réservé aux abonnés" in caught.value.wording.fr


@pytest.mark.parametrize(
    "declared",
    [
        '{"isAccessibleForFree": true}',
        '{"isAccessibleForFree": "True"}',
        '{"isAccessibleForFree": null}',
        '{"relatedLink": [{"isAccessibleForFree": false}]}',  # another page
        '{"isAccessibleForFree": false',  # malformed
        "[" * 100_000,
        "1",
        "",
    ],
)
def test_anything_else_is_open(declared: str) -> None:
    check_open(page(declared))


def test_any_notation_of_the_script_is_read() -> None:
    for kind in ("type=application/ld+json", "id='x' TYPE='application/ld+json' async"):
        with pytest.raises(FetchError):
            check_open(page('{"isAccessibleForFree": false}', kind))
    check_open(page('{"isAccessibleForFree": false}', 'type="text/javascript"'))


def test_an_article_has_at_least_150_words() -> None:
    check_whole(Article(title="", text="mot " * 150))
    with pytest.raises(FetchError, match="sent 149 words") as caught:
        check_whole(Article(title="", text="mot " * 149))
    assert caught.value.obstacle is Obstacle.STUB
    assert "149 mots" in caught.value.wording.fr
