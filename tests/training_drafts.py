"""Drafts that pass every gate, for tests to spoil one thing at a time."""

from dataclasses import replace

from corpus.article import Article
from index.library import Library
from index.passage import Span
from index.snapshot import Snapshot
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.gates.gate import Context

SURVEY = Article(
    title="A survey of officers",
    text="""According to the Marlow survey, 40 % of chief customer officers report to the chief \
executive.

In the view of Jane Roe, customer journeys show where a service fails, and the complaint tells why.
""",
    authors=("Jane Roe",),
    publisher="Marlow",
    date="2019-03",
    language="en",
    url="https://example.org/survey",
)
OTHERS = Article(
    title="Other figures",
    text="""According to the Tamber panel, 12 % of firms have a chief customer officer, 65 % a \
customer team and 80 % measure satisfaction. At 40% of them the team is new. Only 3 firms answered.

In the view of John Poe, customer satisfaction is measured too late, and word of mouth is \
overlooked. Employee engagement comes first, and an empathy map helps. An exit survey is cheap. \
John Poe reports that a net promoter score falls with each call.
""",
    authors=("John Poe",),
    publisher="Tamber",
    date="2020",
    language="en",
    url="https://example.org/others",
)
BAROMETRE = Article(
    title="Le baromètre",
    text="""Selon le baromètre Vernay, la satisfaction client dépend de la qualité du service \
rendu en agence.

Pour Anne Roux, le parcours client éclaire les pannes. L'écoute des clients progresse, les \
réclamations reculent, un entretien suffit.
""",
    authors=("Anne Roux",),
    publisher="Vernay",
    date="2021",
    language="fr",
    url="https://example.org/barometre",
)
AUTRES = Article(
    title="D’autres mots",
    text="""Pour Paul Meunier, l'engagement des collaborateurs compte. La fidélité des clients \
s'use, le bouche-à-oreille demeure, les parcours changent et la culture client s'apprend. \
John Poe le disait avant lui.
""",
    authors=("Paul Meunier",),
    publisher="Cordier",
    date="2020",
    language="fr",
    url="https://example.org/autres",
)


def filled(library: Library) -> Snapshot:
    library.add_articles([SURVEY, OTHERS, BAROMETRE, AUTRES])
    return library.snapshot()


class Material:
    """What drafts are made of, found by the words of the articles."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.context = Context(snapshot)

    def claim(self, article: Article, begins: str) -> Claim:
        """The sentence that begins so."""
        return next(
            Claim(article, passage, span)
            for passage in self.snapshot.passages_of[article.id]
            for span in passage.sentences
            if article.text[span.start : span.end].startswith(begins)
        )

    def figure(self) -> Draft:
        """Which share?"""
        claim = self.claim(SURVEY, "According")
        return Draft(
            kind=ItemKind.FIGURE,
            claim=claim,
            stem="Which figure is missing?",
            shown=claim.text.replace("40 %", "____"),
            right=option(SURVEY, "40 %"),
            answer=place(SURVEY, "40 %"),
            distractors=tuple(option(OTHERS, words) for words in ("12 %", "65 %", "80 %")),
        )

    def cloze(self) -> Draft:
        """Which term?"""
        claim = self.claim(SURVEY, "In the view")
        words = ("customer satisfaction", "word of mouth", "Employee engagement")
        draft = Draft(
            kind=ItemKind.CLOZE,
            claim=claim,
            stem="Which term is missing?",
            shown=claim.text.replace("the complaint", "____"),
            right=option(SURVEY, "the complaint"),
            answer=place(SURVEY, "the complaint"),
            distractors=tuple(option(OTHERS, each) for each in words),
        )
        return replace(
            draft,
            distractors=tuple(Option(f"the {word.lower()}") for word in words),
        )

    def cloze_fr(self, right: str, *wrong: str) -> Draft:
        """A gap in the French barometer; wrong options as they are given."""
        article = BAROMETRE
        claim = next(
            claim
            for claim in (self.claim(article, "Selon"), self.claim(article, "Pour Anne"))
            if right in claim.text
        )
        return Draft(
            kind=ItemKind.CLOZE,
            claim=claim,
            stem="Quel terme manque ?",
            shown=claim.text.replace(right, "____"),
            right=option(article, right),
            answer=place(article, right),
            distractors=tuple(Option(each) for each in wrong),
        )

    def statement(self, shown: str = "", *, true: bool = True) -> Draft:
        """True or false?"""
        claim = self.claim(SURVEY, "According")
        right, wrong = ("True", "False") if true else ("False", "True")
        return Draft(
            kind=ItemKind.TRUE_FALSE,
            claim=claim,
            stem="True or false?",
            shown=shown or claim.text,
            right=Option(right),
            answer=claim.span,
            distractors=(Option(wrong),),
        )


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def option(article: Article, words: str) -> Option:
    return Option(words, article.id, place(article, words))


def options(*words: str) -> tuple[Option, ...]:
    """Wrong options that are said to stand nowhere."""
    return tuple(map(Option, words))
