"""A desk for tests of the page: three articles, and answers that need no model."""

import threading
from collections.abc import Sequence
from pathlib import Path

from corpus.article import Article, Kind
from corpus.source import Skipped, Source
from corpus.wording import KnownError, Wording
from index.passage import Hit, Passage
from index.report import Added, AddReport, Progress
from qa.answer import Answer, Citation, Dropped, Position, Reason, Sentence
from qa.question import Question

FRENCH = Article(
    title="Le rattachement du CCO, note de lecture",
    text="""## Où placer le CCO

Le directeur de l’expérience client n’a pas de place fixe. \
Quatre sur dix dépendent de la direction générale, les autres d’une fonction.

## Pourquoi cela compte

Trois raisons reviennent :

- il arbitre entre des fonctions qui défendent chacune leurs chiffres ;
- il parle au nom du client au comité de direction ;
- il tient un budget qui dépasse une seule fonction.

"""
    + "Un paragraphe de contexte, pour que l’article soit plus long que la fenêtre. " * 60
    + """

## En marketing

Une minorité reste en marketing, où la mesure de la satisfaction est née.
""",
    authors=("Camille Exemple",),
    publisher="Revue d’essai",
    date="2016-06-02",
    language="fr",
    url="https://example.org/rattachement",
    kind=Kind.NOTE,
    source="rattachement.md",
)
ENGLISH = Article(
    title="A seat at the table",
    text="""## The reporting line

A chief customer officer who reports to the chief executive can settle conflicts. \
One who reports to marketing measures, and rarely decides.
""",
    authors=("Alex Sample", "Robin Specimen"),
    publisher="Journal of Trials",
    date="2019-03",
    language="en",
    kind=Kind.STUDY,
    source="https://example.org/seat",
)
HOSTILE = Article(
    title='</button><img src=x onerror="window.hacked=1"><script>hacked=1</script>${alert(1)}',
    text="""Text with </mark><script>window.hacked=1</script> and \
<img src=x onerror=window.hacked=1> inside.

- [link](javascript:window.hacked=1) and {{constructor}} and ${window.hacked=1}
""",
    authors=('"><svg onload=window.hacked=1>',),
    url="javascript:window.hacked=1",
    language='"><script>',
    source="<b>evil</b>.html",
)


class FakeDesk:
    """Answers by key words: weather, hostile, broken, unforeseen; anything else is contested."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self._articles = {article.id: article for article in (FRENCH, ENGLISH, HOSTILE)}
        self.asked: list[Question] = []
        self.added: list[tuple[str, str]] = []
        self.together = threading.Barrier(1)  # so many people must be asking to be answered
        self.reading = threading.Event()  # an addition waits for it
        self.reading.set()

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        self.together.wait(timeout=20)
        words = question.text.casefold()
        if "broken" in words:
            raise KnownError(
                en="The index is damaged. Rebuild it.", fr="L’index est abîmé. Reconstruisez-le."
            )
        if "unforeseen" in words:
            raise RuntimeError("secret detail")
        if "weather" in words or "météo" in words:
            return self._refusal(question)
        if "hostile" in words:
            return answer(
                question, [cited(HOSTILE, "Text with </mark><script>window.hacked=1</script>")]
            )
        return contested(question)

    def article(self, article_id: str) -> Article:
        if article_id not in self._articles:
            raise KnownError(en="There is no such article.", fr="Cet article n’existe pas.")
        return self._articles[article_id]

    def articles(self) -> tuple[Article, ...]:
        return tuple(self._articles.values())

    def add(self, sources: Sequence[Source], progress: Progress) -> AddReport:
        self.added += [(source.name, source.locator) for source in sources]
        added, skipped = [], []
        for done, source in enumerate(sources):
            progress("read", done, len(sources))
            self.reading.wait(timeout=20)
            if source.name.endswith(".xyz"):
                reason = Wording(
                    "Files of this type are not read.", "Ce type de fichier n’est pas lu."
                )
                skipped.append(Skipped(source.name, reason))
                continue
            text = Path(source.location).read_text(encoding="utf-8")
            article = Article(
                title=text.split("\n")[0], text=text, language="en", source=source.name
            )
            self._articles[article.id] = article
            added.append(Added(article.id, article.title, "en", "", 1, source.name))
        progress("publish", 1, 1)
        return AddReport(tuple(added), (), (), tuple(skipped), (), 2)

    def remove(self, article_ids: Sequence[str]) -> None:
        for article_id in article_ids:
            del self._articles[article_id]

    def _refusal(self, question: Question) -> Answer:
        hit = Hit(Passage(ENGLISH.id, 23, len(ENGLISH.text) - 1, "en", "The reporting line"), 0.4)
        return Answer(
            question=question.text, searched_as=question.text, language=language_of(question),
            reason=Reason.TOO_WEAK, nearest=(hit,), articles=(ENGLISH,), confidence=0.1,
            answerer="extractive", generation=1, fingerprint="f" * 64,
        )  # fmt: skip


def language_of(question: Question) -> str:
    return (
        "fr"
        if {"le", "qui", "quelle", "quel", "et"} & set(question.text.casefold().split())
        else "en"
    )


def cited(article: Article, quote: str, number: int = 1) -> Citation:
    """A citation of these words; its passage is the paragraph (or list) that they begin in."""
    start = article.text.index(quote)
    first = article.text.rfind("\n\n", 0, start) + 2 if "\n\n" in article.text[:start] else 0
    last = article.text.find("\n\n", start + len(quote))
    last = len(article.text) if last < 0 else last
    return Citation(
        number, article.id, f"{article.id}:{first}-{last}", start, start + len(quote), quote,
        article.language,
    )  # fmt: skip


def contested(question: Question) -> Answer:
    quotes = [
        cited(
            FRENCH,
            "Quatre sur dix dépendent de la direction générale, les autres d’une fonction.",
            1,
        ),
        cited(ENGLISH, "One who reports to marketing measures, and rarely decides.", 2),
        cited(
            FRENCH,
            "il parle au nom du client au comité de direction ;\n"
            "- il tient un budget qui dépasse une seule fonction.",
            3,
        ),
    ]
    return answer(
        question,
        quotes,
        positions=(
            Position(Wording("To the chief executive", "À la direction générale"), (1, 3)),
            Position(Wording("In marketing", "Au marketing"), (2,)),
        ),
        dropped=(
            Dropped(
                "The CCO reports to the COO.",
                Wording("The role is not in the quote.", "Le rôle n’est pas dans la citation."),
            ),
        ),
    )


def answer(
    question: Question,
    citations: Sequence[Citation],
    positions: tuple[Position, ...] = (),
    dropped: tuple[Dropped, ...] = (),
) -> Answer:
    language = language_of(question)
    lead = "Selon l’article : « {} »" if language == "fr" else "According to the article: “{}”"
    sentences = tuple(Sentence(lead.format(c.quote), (c.number,)) for c in citations)
    articles = {a.id: a for a in (FRENCH, ENGLISH, HOSTILE)}
    cited_ids = dict.fromkeys(citation.article_id for citation in citations)
    follow_up = (
        f"{question.history[-1].question} {question.text}" if question.history else question.text
    )
    return Answer(
        question=question.text, searched_as=follow_up, language=language, sentences=sentences,
        citations=tuple(citations), positions=positions, confidence=0.82, answerer="extractive",
        articles=tuple(articles[key] for key in cited_ids), dropped=dropped, generation=1,
        fingerprint="f" * 64, timings_ms={"total": 84.2, "retrieve": 41.0},
    )  # fmt: skip
