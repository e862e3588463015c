"""A desk for tests of the page: three articles, and answers that need no model."""

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.article import Article, BasedOn, Kind, Record
from corpus.correcting import Correction, corrected
from corpus.exchange.archive import read_archive, write_archive
from corpus.exchange.bibliography import BibliographyFormat, bibliography
from corpus.exchange.works import works
from corpus.filters import Filters
from corpus.inventory import inventory
from corpus.source import Skipped, Source
from corpus.topics import Topic
from corpus.unpacking import unpacked
from corpus.wording import KnownError, Wording
from index.matching import Matcher
from index.passage import Hit, Passage
from index.report import Added, AddReport, Outcome, Preview, Previewed, Progress
from qa.answer import Answer, Citation, Considered, Dropped, Position, Reason, Sentence
from qa.citing import Citing
from qa.health import Asking, Health
from qa.question import Question
from ui.web.ask.suggestions import Suggested

FRENCH = Article(
    title="Le rattachement du CCO, note de lecture",
    original_title="Où rattacher le CCO ?",
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
    kind=Kind.OPINION,
    based_on=BasedOn.EXCERPT,
    topics=(Topic.REPORTING_LINE, Topic.GOVERNANCE),
    source="rattachement.md",
    locator="/library/rattachement.md",
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
    topics=(Topic.CCO_ROLE,),
    collections=("Board reading",),
    source="https://example.org/seat",
    locator="https://example.org/seat",
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

    def reset(self, articles: Iterable[Article] = (FRENCH, ENGLISH, HOSTILE)) -> None:
        self._articles = {article.id: article for article in articles}
        self._removed: list[Article] = []
        self.questions: list[Suggested] = []
        self.asked: list[Question] = []
        self.searched: list[tuple[str, Filters]] = []
        self.read: list[tuple[str, str]] = []  # name and locator of each source, in order
        self.together = threading.Barrier(1)  # so many people must be asking to be answered
        self.reading = threading.Event()  # an addition waits for it
        self.reading.set()
        self.drawing = threading.Event()  # an answer waits for it once the passages are there
        self.drawing.set()

    def ask(self, question: Question, found: Callable[[Sequence[Hit]], None]) -> Answer:
        self.asked.append(question)
        self.together.wait(timeout=20)
        words = question.text.casefold()
        found([] if "nothing" in words else [hit_of(FRENCH), hit_of(ENGLISH)])
        self.drawing.wait(timeout=20)
        if "broken" in words:
            raise KnownError(
                en="The index is damaged. Rebuild it.", fr="L’index est abîmé. Reconstruisez-le."
            )
        if "unforeseen" in words:
            raise RuntimeError("secret detail")
        if "set aside" in words and question.filters:
            return self._excluded(question)
        if "weather" in words or "météo" in words:
            return self._refusal(question)
        if "hostile" in words:
            return answer(
                question, [cited(HOSTILE, "Text with </mark><script>window.hacked=1</script>")]
            )
        return contested(question)

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        self.searched.append((query, filters))
        words = query.casefold()
        if "broken" in words:
            raise KnownError(
                en="The index is damaged. Rebuild it.", fr="L’index est abîmé. Reconstruisez-le."
            )
        if "unforeseen" in words:
            raise RuntimeError("secret detail")
        matcher = Matcher(query)
        hits = [
            Hit(
                passage,
                len(matcher.spans(article.text[passage.start : passage.end], article.language)),
            )
            for article in self._articles.values()
            if filters.admit_listed(article)
            for passage in paragraphs_of(article)
        ]
        return sorted(hits, key=lambda hit: -hit.score)[:k]

    def related(self, article_id: str, question: str) -> list[Hit]:
        if article_id != FRENCH.id:
            return []
        return [hit_of(FRENCH, "Quatre sur dix"), hit_of(FRENCH, "Une minorité reste")]

    def article(self, article_id: str) -> Article:
        if article_id not in self._articles:
            raise KnownError(en="There is no such article.", fr="Cet article n’existe pas.")
        return self._articles[article_id]

    def records(self) -> tuple[Record, ...]:
        return tuple(self._articles.values())

    def suggested(self) -> list[Suggested]:
        return self.questions

    def preview(self, sources: Sequence[Source], progress: Progress) -> Preview:
        entries = []
        with unpacked(sources) as (found, refused):
            skipped = list(refused)
            for done, source in enumerate(found):
                progress("read", done, len(found))
                self.reading.wait(timeout=20)
                self.read.append((source.name, source.locator))
                if source.name.endswith(".xyz"):
                    reason = Wording(
                        "Files of this type are not read.", "Ce type de fichier n’est pas lu."
                    )
                    skipped.append(Skipped(source.name, reason))
                    continue
                article = self._read(source)
                before = [a for a in self._articles.values() if a.locator == article.locator]
                outcome = Outcome.UPDATED if before else Outcome.ADDED
                if article.id in self._articles:
                    outcome = Outcome.UNCHANGED
                passages = (Passage(article.id, 0, len(article.text), "en"),)
                entries.append(Previewed(source.name, article, outcome, passages, None))
        return Preview(tuple(entries), tuple(skipped))

    def _read(self, source: Source) -> Article:
        """The first line is the title, the second one is taken out, the rest is the text."""
        if isinstance(source.location, str):
            text = f"Page {source.location}\nMenu\nText of the page {source.location}."
        else:
            text = source.location.read_text(encoding="utf-8")
        title, removed, *rest = text.split("\n")
        return Article(
            title=title, text="\n".join(rest), language="en", source=source.name,
            locator=source.locator, removed=(removed,),
        )  # fmt: skip

    def adopt(self, articles: Sequence[Article], progress: Progress) -> AddReport:
        progress("publish", 0, 1)
        for article in articles:
            gone = [a.id for a in self._articles.values() if a.locator == article.locator]
            for id_ in gone:
                del self._articles[id_]
            self._articles[article.id] = article
        added = tuple(Added(a.id, a.title, a.language, a.date, 1, a.source) for a in articles)
        return AddReport(added, (), (), (), (), 2)

    def correct(
        self, article_id: str, correction: Correction, collections: Sequence[str] | None
    ) -> Article:
        article = self.article(article_id)
        if correction:
            article = corrected(article, correction)
        if collections is not None:
            article = replace(article, collections=tuple(collections))
        self._articles[article_id] = article
        return article

    def update(self, article_id: str, progress: Progress) -> AddReport:
        article = self.article(article_id)
        entry = Added(article.id, article.title, "fr", "", 1, article.source)
        return AddReport((), (), (entry,), (), (), 1)

    def remove(self, article_ids: Sequence[str]) -> None:
        self._removed = [self._articles.pop(article_id) for article_id in article_ids]

    def restore(self) -> tuple[Article, ...]:
        if not self._removed:
            raise KnownError(en="Nothing was removed.", fr="Rien n’a été retiré.")
        back, self._removed = tuple(self._removed), []
        self._articles |= {article.id: article for article in back}
        return back

    def export(self, path: Path) -> None:
        with path.open("wb") as file:
            write_archive(file, [self._articles[id_] for id_ in sorted(self._articles)])

    def take_in(self, path: Path, progress: Progress) -> AddReport:
        return self.adopt(read_archive(path), progress)

    def bibliography(self, records: Sequence[Record], form: BibliographyFormat) -> str:
        return bibliography(works(records), form)

    def health(self) -> Health:
        return Health(inventory(self.records()), (), Asking(0, 0, 0), Citing(0, 0, 0.0), ())

    def _excluded(self, question: Question) -> Answer:
        return replace(
            self._refusal(question),
            reason=Reason.EXCLUDED_BY_FILTERS,
            excluded_by=question.filters.described(),
        )

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


def hit_of(article: Article, words: str = "") -> Hit:
    """The paragraph with these words as a hit; without words, the first one."""
    return Hit(passage_of(article, article.text.index(words or "\n\n") + (0 if words else 2)), 0.5)


def paragraphs_of(article: Article) -> list[Passage]:
    """Its paragraphs and lists, in order, without the headings."""
    starts = [found.start() for found in re.finditer(r"(?:(?<=\n\n)|\A)(?!#)\S", article.text)]
    return [passage_of(article, start) for start in starts]


def passage_of(article: Article, start: int) -> Passage:
    """The paragraph (or list) around a place."""
    first = article.text.rfind("\n\n", 0, start) + 2 if "\n\n" in article.text[:start] else 0
    last = article.text.find("\n\n", start)
    last = len(article.text) if last < 0 else last
    heading = article.text.rfind("## ", 0, first)
    title = article.text[heading + 3 : article.text.index("\n", heading)] if heading >= 0 else ""
    return Passage(article.id, first, last, article.language, title)


def cited(article: Article, quote: str, number: int = 1) -> Citation:
    """A citation of these words; its passage is the paragraph (or list) that they begin in."""
    start = article.text.index(quote)
    end = start + len(quote)
    passage = passage_of(article, start)
    last = max(passage.end, end)
    return Citation(
        number, article.id, f"{article.id}:{passage.start}-{last}", start, end, quote,
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
            Position(
                Wording("To the chief executive", "À la direction générale"),
                (1, 3),
                "ceo",
                2,
                (2016, 2019),
                ("en", "fr"),
                (Kind.STUDY,),
            ),
            Position(Wording("In marketing", "Au marketing"), (2,), "marketing", 1),
        ),
        dropped=(
            Dropped(
                "The CCO reports to the COO.",
                Wording("The role is not in the quote.", "Le rôle n’est pas dans la citation."),
            ),
        ),
        considered=(
            considered(FRENCH, "Quatre sur dix"),
            considered(ENGLISH, "One who reports"),
            considered(FRENCH, "Une minorité reste"),
        ),
    )


def considered(article: Article, words: str) -> Considered:
    return Considered(hit_of(article, words).passage, article.title, 0.5)


def answer(
    question: Question,
    citations: Sequence[Citation],
    positions: tuple[Position, ...] = (),
    dropped: tuple[Dropped, ...] = (),
    considered: tuple[Considered, ...] = (),
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
        articles=tuple(articles[key] for key in cited_ids), dropped=dropped,
        considered=considered, generation=1,
        fingerprint="f" * 64, timings_ms={"total": 84.2, "retrieve": 41.0},
    )  # fmt: skip
