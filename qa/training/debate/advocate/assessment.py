"""What the devil's advocate says of a recommendation: in words, with what to read."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.article import Article
from corpus.wording import Wording
from index.passage import Span


class Criterion(StrEnum):
    """What a recommendation is judged by, in the order in which it is said."""

    QUOTES = "quotes"
    BACKED = "backed"
    COVERED = "covered"
    CONTRARY = "contrary"
    SOURCES = "sources"
    FIGURES = "figures"
    FAITHFUL = "faithful"


class Standing(StrEnum):
    """How far a recommendation meets one criterion."""

    MET = "met"
    UNCHECKED = "unchecked"  # there was nothing that could be checked
    PARTLY = "partly"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where to read: `quote` is what stands there, always."""

    article_id: str
    start: int
    end: int
    quote: str
    language: str
    source: str  # who says it, and when


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, missing or worth knowing."""

    wording: Wording
    written: str = ""  # the learner's own words that it is about
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One criterion: whether it is met, why, and what to do."""

    criterion: Criterion
    standing: Standing
    wording: Wording
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every criterion, for one state of a recommendation and one generation of the library."""

    judgements: tuple[Judgement, ...]

    def of(self, criterion: Criterion) -> Judgement:
        return next(each for each in self.judgements if each.criterion is criterion)

    @property
    def overall(self) -> Wording:
        """The verdict in one sentence: what a board would stumble over first."""
        missing = {j.criterion for j in self.judgements if j.standing is Standing.MISSING}
        if any(self.of(each).findings for each in missing & _OF_TRUTH):
            return _NOT_TRUE
        if Criterion.BACKED in missing:
            return _NOT_BACKED
        if Criterion.CONTRARY in missing:
            return _ONE_SIDED
        if all(judgement.standing in _FINE for judgement in self.judgements):
            return _READY
        return _NEARLY


_FINE = (Standing.MET, Standing.UNCHECKED)
_OF_TRUTH = {Criterion.QUOTES, Criterion.FIGURES, Criterion.FAITHFUL}
_NOT_TRUE = Wording(
    en="Not ready: something in it is not what the sources say. Whoever checks it stops there.",
    fr="Pas encore prête\u00a0: un élément ne correspond pas à ce que disent les sources. Qui "
    "vérifie "
    "s’arrêtera là.",
)
_NOT_BACKED = Wording(
    en="Not ready: so far it is an opinion. No passage attached takes your position.",
    fr="Pas encore prête\u00a0: ce n’est pour l’instant qu’un avis. Aucun passage joint ne défend "
    "votre "
    "position.",
)
_ONE_SIDED = Wording(
    en="One-sided: the first objection will come from the source that you leave out.",
    fr="Partiale\u00a0: la première objection viendra de la source que vous laissez de côté.",
)
_NEARLY = Wording(
    en="Nearly ready: what it says can be checked; the points below would make it stronger.",
    fr="Presque prête\u00a0: ce qu’elle avance est vérifiable\u00a0; les points ci-dessous la "
    "renforceraient.",
)
_READY = Wording(
    en="Ready to defend: it is backed, checked, and answers the other side.",
    fr="Prête à être défendue\u00a0: elle est étayée, vérifiée, et répond à la thèse adverse.",
)


def place_of(article: Article, span: Span, language: str = "") -> Place:
    """`language`: of the words there, where it is known better than the article's."""
    return Place(
        article_id=article.id,
        start=span.start,
        end=span.end,
        quote=article.text[span.start : span.end],
        language=language or article.language,
        source=source_of(article),
    )


def source_of(article: Article) -> str:
    """Authors (the first of many), or the publisher, or the title; and the year."""
    who = " & ".join(article.authors) if article.authors else article.publisher or article.title
    if len(article.authors) > 2:
        who = f"{article.authors[0]} et al."
    return f"{who}, {article.year}" if article.year else who
