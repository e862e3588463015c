"""What a question shows of a claim, and whom it names as the source of it."""

from dataclasses import dataclass

from corpus.article import Article
from corpus.wording import Wording
from index.analysis import terms
from index.thesaurus import Thesaurus
from qa.attribution import names_itself
from qa.training.items.claim import Claim
from qa.training.items.source_label import MOST_NAMED, label


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as it is shown; `source` is who says it where the words do not, else empty."""

    claim: Claim
    text: str
    source: str = ""

    def asked(self, plain: Wording, with_source: Wording) -> str:
        """`plain` where the statement names its source; else `with_source`, "{source}" filled."""
        language = self.claim.language
        if not self.source:
            return plain.in_language(language)
        return with_source.in_language(language).replace("{source}", self.source)


def stated(claim: Claim) -> Statement | None:
    """The claim without its attribution if that can be cut out; None where nobody says it."""
    if claim.said:
        source = claim.speaker_name or who_speaks(claim.article, claim.language)
        return Statement(claim, claim.said, source) if source else None
    if claim.speaker is not None or names_itself(claim.text, claim.article):
        return Statement(claim, claim.text)
    source = who_speaks(claim.article, claim.language)
    return Statement(claim, claim.text, source) if source else None


def who_speaks(article: Article, language: str) -> str:
    """The authors, of more than two the first, with the publisher; empty where none is known."""
    authors = article.authors
    if not authors:
        return article.publisher
    if len(authors) > MOST_NAMED:
        return label(f"{authors[0]} et al.", article)
    return label((" et " if language == "fr" else " and ").join(authors), article)


def names_subject(text: str, claim: Claim, thesaurus: Thesaurus) -> bool:
    """Whether a sentence says what its article is about, so that it is plain without it.

    By a word of the title, or by a concept that the title names, in whichever language.
    """
    article, language = claim.article, claim.language
    if language == article.language and set(terms(text, language)) & set(
        terms(article.title, language)
    ):
        return True
    titled = {each.id for each in thesaurus.concepts_in(article.title, article.language)}
    return any(each.id in titled for each in thesaurus.concepts_in(text, language))
