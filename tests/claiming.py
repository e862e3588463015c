"""Claims for tests: of a text of one's own, cut as the library cuts it."""

from corpus.article import Article
from index.cutting import cut
from index.thesaurus import Thesaurus, cx_thesaurus
from qa.training.items.claim import Claim
from qa.training.items.claims import claims


def article(text: str, language: str = "en", **known: object) -> Article:
    """About customer loyalty, by Marlow, unless told otherwise."""
    told = {"title": "Loyalty", "publisher": "Marlow", "url": f"https://example.org/{text[:20]}"}
    return Article(text=text, language=language, **{**told, **known})  # type: ignore[arg-type]


def claims_of(text: str, language: str = "en", **known: object) -> tuple[Claim, ...]:
    of = article(text, language, **known)
    return claims(of, cut(of))


def claim_of(text: str, language: str = "en", **known: object) -> Claim:
    """The only one of a text."""
    (only,) = claims_of(text, language, **known)
    return only


class Shelf:
    """As much of a snapshot as the writers of drafts look at."""

    def __init__(self, *articles: Article) -> None:
        self.thesaurus: Thesaurus = cx_thesaurus()
        self._articles = articles
        self.passages_of = {each.id: cut(each) for each in articles}

    def articles(self) -> tuple[Article, ...]:
        return self._articles

    def records(self) -> tuple[Article, ...]:
        return self._articles

    def article(self, article_id: str) -> Article:
        return next(each for each in self._articles if each.id == article_id)

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(c for each in self._articles for c in claims(each, self.passages_of[each.id]))
