"""What a question shows of a claim, and whom it names as the source of it."""

import re
from dataclasses import dataclass, replace

from corpus.article import Article, Kind
from corpus.characters import folded
from corpus.wording import Wording
from index.analysis import terms
from index.thesaurus import Thesaurus
from qa.attribution import names_itself
from qa.names import names
from qa.numbers import numbers
from qa.roles import mentions
from qa.training.items.claim import Claim
from qa.training.items.figures import figures
from qa.training.items.full_names import in_full
from qa.training.items.source_label import MOST_NAMED, label

TOLD_BY = 2  # concepts that a figure stands among, so that one knows what it is of
LONG_ENOUGH = 5  # letters of a name in short
ENOUGH = 4  # concepts: sentences with fewer were about something that only their article says

_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|surveyed|barometer|poll|research|model|sample|interviewed|études?"
    r"|enquêtes?|interrogée?s|baromètre|sondage|recherche|modèle|panel|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SAME = re.compile(r"\b(?:the\ssame|l[ae]\smême|les\smêmes)\b", re.IGNORECASE)
_THE = re.compile(r"(?:\b(?:the|le|la|les)\s|\bl['’])$", re.IGNORECASE)
# Nobody knows since when.
_UNTIL_WHEN = re.compile(r"\byears?\sold\b|\bans\sd['’](?:existence|âge)\b", re.IGNORECASE)
# Nobody knows who was asked.
_WHOM = re.compile(
    r"\b(?:own\srespondents|(?:des|les)\s(?:répondants|personnes\sinterrogées)(?!\s(?:par|de|d['’]))"
    r"|respondents?(?:['’]|\b(?!\s(?:of|by|in))))",
    re.IGNORECASE,
)
# Written with capitals, and nobody's name.
_FIELD = frozenset(
    ("AI", "IA", "CX", "NPS", "CCO", "CXO", "CSAT", "CES", "ROI", "B2B", "B2C", "VoC")
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as it is shown; `source` is who says it where the words do not, else empty."""

    claim: Claim
    text: str
    source: str = ""
    is_placed: bool = True  # one knows who was asked, or which study it is

    def asked(self, plain: Wording, with_source: Wording) -> str:
        """`plain` where the statement names its source; else `with_source`, "{source}" filled."""
        language = self.claim.language
        if not self.source:
            return plain.in_language(language)
        return with_source.in_language(language).replace("{source}", self.source)


def stated(claim: Claim) -> Statement | None:
    """The claim without its attribution if that can be cut out; None where nobody says it."""
    if claim.said:
        source = _speaker(claim) or who_speaks(claim.article, claim.language)
        return Statement(claim, claim.said, _dated(source, claim)) if source else None
    if claim.speaker is not None or _names_source(claim):
        return Statement(claim, claim.text)
    source = who_speaks(claim.article, claim.language)
    return Statement(claim, claim.text, source) if source else None


def placed(statement: Statement, thesaurus: Thesaurus) -> Statement:
    """The statement with what one must know of its figure: the study or the year, and of whom.

    Where the words do not tell it, the attribution that was cut out may, or the article's title
    unless it has one of the figures.
    """
    claim = statement.claim
    whole = Statement(claim, claim.text)
    if _is_placed(statement, thesaurus):
        return statement
    if claim.speaker is not None and _is_placed(whole, thesaurus) and not _SAME.search(whole.text):
        return whole
    article, language = claim.article, claim.language
    tells = numbers(article.title).isdisjoint(numbers(statement.text))
    study = article.kind is Kind.STUDY or names(article.title) or _STUDY.search(article.title)
    if not tells or not study or not statement.source:
        return replace(statement, is_placed=False)
    title = f"«\u00a0{article.title}\u00a0»" if language == "fr" else f"“{article.title}”"
    among = "dans" if language == "fr" else "in"
    return replace(statement, source=f"{statement.source}, {among} {title}")


def _is_placed(statement: Statement, thesaurus: Thesaurus) -> bool:
    """Whether one knows what its figures are of, and who was asked or counts so."""
    text, language = statement.text, statement.claim.language
    concepts = {each.id for each in thesaurus.concepts_in(text, language)}
    undated = not statement.claim.article.year and not _YEAR.search(text)
    if len(concepts) < TOLD_BY or _WHOM.search(text) or (undated and _UNTIL_WHEN.search(text)):
        return False
    counted = all(figure.form.startswith("count") for figure in figures(text, language))
    article = statement.claim.article
    titled = thesaurus.concepts_in(article.title, article.language)
    if counted and concepts.isdisjoint(each.id for each in titled):
        return False  # six levels of what?
    return _names_study(statement) or (counted and statement.claim.speaker is not None)


def _names_study(statement: Statement) -> bool:
    """Whether a study, a year or somebody stands in it; or who studied it is its source."""
    article, source = statement.claim.article, statement.source
    if article.kind is Kind.STUDY and article.authors and source:
        return True
    others = [name for name in names(statement.text) if name not in source and name not in _FIELD]
    return bool(others) or _STUDY.search(statement.text) is not None


def _names_source(claim: Claim) -> bool:
    """Whether the sentence names its source, be it by the first word of the publisher's name.

    Unless that is a common word, as in "Customer Science".
    """
    if names_itself(claim.text, claim.article):
        return True
    first, _, rest = claim.article.publisher.partition(" ")
    return (
        bool(rest)
        and len(first) >= LONG_ENOUGH
        and re.search(rf"\b{re.escape(first)}\b", claim.text) is not None
        and re.search(rf"\b{re.escape(first.lower())}\b", claim.article.text) is None
    )


def _speaker(claim: Claim) -> str:
    """The one whom the sentence names, in full; "" for a role, which is nobody's name."""
    name = in_full(claim.speaker_name, claim.article)
    if not name or any(mention.start == 0 for mention in mentions(name)):
        return ""
    own = folded(name) in map(folded, (*claim.article.authors, claim.article.publisher))
    return label(name, claim.article) if own else f"{_article(claim)}{name}"


def _dated(source: str, claim: Claim) -> str:
    """With the year that was cut out with the attribution, unless another one is told."""
    cut = {*_YEAR.findall(claim.text)} - {*_YEAR.findall(claim.said)}
    if len(cut) != 1 or _YEAR.search(source):
        return source
    return f"{source} ({cut.pop()})"


def _article(claim: Claim) -> str:
    """What the sentence puts before the name: "the", « l’ »."""
    before = claim.article.text[claim.span.start : claim.speaker.start] if claim.speaker else ""
    found = _THE.search(before)
    return found[0].lower() if found else ""


def who_speaks(article: Article, language: str) -> str:
    """The authors, of more than two the first, with the publisher; empty where none is known."""
    authors = article.authors
    if not authors:
        return article.publisher
    if len(authors) > MOST_NAMED:
        return label(f"{authors[0]} et al.", article)
    return label((" et " if language == "fr" else " and ").join(authors), article)


def names_subject(text: str, claim: Claim, thesaurus: Thesaurus) -> bool:
    """Whether a sentence says what it is about, so that it is plain without its article.

    By a word of the title, by a concept that the title names, in whichever language, or by so
    many concepts that they make a subject of their own.
    """
    article, language = claim.article, claim.language
    if language == article.language and set(terms(text, language)) & set(
        terms(article.title, language)
    ):
        return True
    titled = {each.id for each in thesaurus.concepts_in(article.title, article.language)}
    named = {each.id for each in thesaurus.concepts_in(text, language)}
    return bool(named & titled) or len(named) >= ENOUGH
