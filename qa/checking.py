"""The citation check: what a draft may show, with every quote looked up in the stored text.

Whoever drafted, the embedded answerer or a chat model, passes through here. A quote that is not
in its passage does not exist; a sentence without a quote, or that says more than its quotes, is
dropped with the reason.
"""

from dataclasses import dataclass

from corpus.wording import Wording
from index.passage import Passage, Span
from qa.answer import Citation, Dropped, Sentence
from qa.attribution import Attribution
from qa.claims import objection
from qa.clauses import clause_around
from qa.evidence import DraftSentence, Evidence, Quote
from qa.negations import negations
from qa.orders import orders
from qa.quoting import is_long_enough, locate

NO_QUOTE = Wording(en="it has no quote", fr="elle n’a pas de citation")
NOT_SHOWN = Wording(
    en="it cites a passage that was not shown", fr="elle cite un passage qui n’a pas été montré"
)
NOT_FOUND = Wording(
    en="its quote is not in the passage that it names",
    fr="sa citation n’est pas dans le passage qu’elle nomme",
)
TOO_SHORT = Wording(
    en="its quote is too short to prove anything",
    fr="sa citation est trop courte pour prouver quoi que ce soit",
)
CLIPPED = Wording(
    en="its quote leaves out a negation of the same clause",
    fr="sa citation laisse de côté une négation de la même proposition",
)

ORDER = Wording(
    en="its quote gives an order to whoever answers and states nothing",
    fr="sa citation donne un ordre à qui répond et n’affirme rien",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What is left of a draft. Citations are numbered from 1 in order of first use."""

    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """Quote and the characters of its article that it is."""

    evidence: Evidence
    span: Span

    @property
    def place(self) -> tuple[str, int, int]:
        return (self.evidence.article.id, *self.span)

    @property
    def text(self) -> str:
        return self.evidence.article.text[self.span.start : self.span.end]


def check(
    draft: tuple[DraftSentence, ...], evidence: tuple[Evidence, ...], question: str = ""
) -> Checked:
    """Sentences of `draft` that their quotes bear out, in order; the others are dropped.

    A sentence with one good and one bad quote keeps the good one and is judged by it alone. The
    same characters of an article are one citation, whatever passages they were quoted from.
    `question`: the one that was asked, by which a sentence gives itself away that repeats it and
    orders an answer.
    """
    by_passage = {piece.hit.passage.id: piece for piece in evidence}
    sentences: list[Sentence] = []
    citations: dict[tuple[str, int, int], Citation] = {}
    dropped: list[Dropped] = []
    for sentence in draft:
        found, why = _backing(sentence, by_passage, question)
        if why is not None:
            dropped.append(Dropped(text=sentence.text, why=why))
            continue
        for quote in found:
            citations.setdefault(quote.place, _citation(len(citations) + 1, quote))
        numbers = dict.fromkeys(citations[quote.place].number for quote in found)
        sentences.append(Sentence(text=sentence.text, citations=tuple(numbers)))
    return Checked(tuple(sentences), tuple(citations.values()), tuple(dropped))


def _backing(
    sentence: DraftSentence, by_passage: dict[str, Evidence], question: str
) -> tuple[tuple[_Found, ...], Wording | None]:
    """Quotes of `sentence` that are in the library, and why it is refused if it is."""
    looked_up = [_look_up(quote, by_passage, question) for quote in sentence.quotes]
    found = tuple(quote for quote in looked_up if isinstance(quote, _Found))
    if not found:
        reasons = [why for why in looked_up if isinstance(why, Wording)]
        return (), (reasons or [NO_QUOTE])[0]
    cited = {quote.evidence.article.id: quote.evidence.article for quote in found}
    texts = tuple(quote.text for quote in found)
    return found, objection(sentence.text, texts, Attribution(tuple(cited.values())))


def _look_up(quote: Quote, by_passage: dict[str, Evidence], question: str) -> _Found | Wording:
    """Where the quote stands in its article, or why it is none."""
    evidence = by_passage.get(quote.passage_id)
    if evidence is None:
        return NOT_SHOWN
    in_passage = locate(quote.text, evidence.text)
    if in_passage is None:
        return NOT_FOUND
    passage, text = evidence.hit.passage, evidence.article.text
    span = Span(passage.start + in_passage.start, passage.start + in_passage.end)
    if not is_long_enough(span, passage, text):
        return TOO_SHORT
    if _clips_a_negation(span, passage, text):
        return CLIPPED
    if any(s.start < span.end and span.start < s.end for s in orders(passage, text, question)):
        return ORDER
    return _Found(evidence, span)


def _clips_a_negation(span: Span, passage: Passage, text: str) -> bool:
    """Whether the clause of the quote, in the sentences that it touches, denies more than it."""
    touched = [s for s in passage.sentences if s.start < span.end and span.start < s.end]
    around = clause_around(text, span)
    start = max([around.start, *(s.start for s in touched[:1] if s.start <= span.start)])
    end = min([around.end, *(s.end for s in touched[-1:] if s.end >= span.end)])
    return len(negations(text[start:end])) > len(negations(text[span.start : span.end]))


def _citation(number: int, found: _Found) -> Citation:
    passage = found.evidence.hit.passage
    return Citation(
        number=number,
        article_id=passage.article_id,
        passage_id=passage.id,
        start=found.span.start,
        end=found.span.end,
        quote=found.text,
        language=passage.language or found.evidence.article.language,
    )
