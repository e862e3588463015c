"""The way of one question: a LangChain runnable from `Question` to `Answer`.

understand -> retrieve -> weigh -> positions -> enough? -> draft and check -> answer
                                                  no    -> why not, with the nearest passages
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from time import perf_counter

from langchain_core.runnables import Runnable, RunnableBranch, RunnableLambda

from corpus.article import Article
from corpus.filters import Filters
from corpus.language import FRENCH_OR_ENGLISH, detect_language, question_language
from corpus.wording import Wording
from index.capitals import without_capitals
from index.hybrid import CANDIDATES
from index.library import Library
from index.passage import Hit
from index.retriever import LibraryRetriever
from index.snapshot import Snapshot
from qa.answer import Answer, Considered, Position, Reason
from qa.chat_model import ChatModelFailed
from qa.checking import Checked, check
from qa.evidence import Answerer, DraftSentence, Evidence
from qa.extractive import ExtractiveAnswerer, Weighed
from qa.following import self_contained
from qa.found import tell_found
from qa.orders import only_orders
from qa.positions import PositionMap, Positions, with_positions
from qa.question import Question

EVIDENCE = 10  # passages that an answer is drawn from
NEAREST = 3  # passages shown when there is no answer
NOT_ANSWERED = Wording(
    en="The chat model saw no answer in these passages; the embedded answerer quotes what comes "
    "closest.",
    fr="Le modèle de langage n’a pas vu de réponse dans ces passages ; le moteur intégré cite "
    "ce qui s’en approche le plus.",
)
NOTHING_LEFT = Wording(
    en="None of the chat model's sentences passed the citation check; the embedded answerer "
    "answers instead.",
    fr="Aucune phrase du modèle de langage n’a passé la vérification des citations ; la réponse "
    "est celle du moteur intégré.",
)


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of one question so far; every step adds to it."""

    question: Question
    query: str  # the question made self-contained
    language: str
    snapshot: Snapshot
    evidence: tuple[Evidence, ...] = ()
    weighed: Weighed | None = None
    mapped: PositionMap | None = None  # of a disputed question
    timings_ms: dict[str, float] = field(default_factory=dict)


def answer_chain(library: Library, chat: Answerer | None = None) -> Runnable[Question, Answer]:
    """The chain over whatever generation of `library` is live when a question comes.

    `chat` drafts when it is given; the embedded answerer decides whether there is enough
    evidence, and answers alone otherwise or when the chat model fails.
    """
    positions = Positions()

    def understand(question: Question) -> _State:
        return _understand(question, library)

    def map_positions(state: _State) -> _State:
        return _map_positions(state, positions)

    def answer(state: _State) -> Answer:
        return _answer(state, chat)

    return (
        RunnableLambda(understand)
        | RunnableLambda(_timed("retrieve", _retrieve))
        | RunnableLambda(_timed("weigh", _weigh))
        | RunnableLambda(_timed("positions", map_positions))
        | RunnableBranch((_is_enough, RunnableLambda(answer)), RunnableLambda(_refuse))
    )


def _understand(question: Question, library: Library) -> _State:
    started = perf_counter()
    query = self_contained(question)
    # A follow-up of two words may not tell its language; the question that it leans on does.
    asked = without_capitals(question.text)
    language = detect_language(asked, FRENCH_OR_ENGLISH) or question_language(query)
    state = _State(question, query, language, library.snapshot())
    return replace(state, timings_ms={"understand": _since(started)})


def _retrieve(state: _State) -> _State:
    evidence = _evidence(state, state.question.filters)
    tell_found([piece.hit for piece in evidence])
    return replace(state, evidence=evidence)


def _weigh(state: _State) -> _State:
    judge = ExtractiveAnswerer(state.snapshot)
    return replace(state, weighed=judge.weigh(state.query, state.language, state.evidence))


def _map_positions(state: _State, positions: Positions) -> _State:
    found = positions.of(
        state.query, state.language, state.evidence, state.snapshot, state.question.filters
    )
    return replace(state, mapped=found)


def _is_enough(state: _State) -> bool:
    """Whether a sentence answers, or sources take sides on the very question."""
    if state.mapped and state.mapped.leads:
        return True
    return state.weighed is not None and state.weighed.answers


def _answer(state: _State, chat: Answerer | None) -> Answer:
    started = perf_counter()
    checked, answerer, note = _drafted(state, chat)
    state = replace(state, timings_ms={**state.timings_ms, "answer": _since(started)})
    checked, positions = _with_positions(checked, answerer, state)
    if not checked.sentences:
        return replace(_refuse(state), dropped=checked.dropped)
    cited = dict.fromkeys(citation.article_id for citation in checked.citations)
    return replace(
        _outline(state),
        articles=tuple(state.snapshot.article(id_) for id_ in cited),
        sentences=checked.sentences,
        citations=checked.citations,
        positions=positions,
        dropped=checked.dropped,
        answerer=answerer,
        note=note,
    )


def _with_positions(
    checked: Checked, answerer: str, state: _State
) -> tuple[Checked, tuple[Position, ...]]:
    if state.mapped is None:
        return checked, ()
    quotes_only = answerer == ExtractiveAnswerer.name
    mapped = with_positions(checked, state.mapped, state.language, quotes_only=quotes_only)
    return mapped.checked, mapped.positions


def _drafted(state: _State, chat: Answerer | None) -> tuple[Checked, str, Wording | None]:
    """The checked draft, whose it is, and why it is not the chat model's if it should be."""
    note = None
    refused: Checked | None = None
    if chat:
        try:
            proposed = chat.draft(state.query, state.language, state.evidence)
            checked = check(proposed, state.evidence, state.query)
            if checked.sentences:
                return checked, chat.name, None
            refused, note = checked, NOTHING_LEFT if proposed else NOT_ANSWERED
        except ChatModelFailed as failure:
            note = Wording(
                en=f"{failure.wording.en}; the embedded answerer answers instead.",
                fr=f"{failure.wording.fr} ; la réponse est celle du moteur intégré.",
            )
    embedded = ExtractiveAnswerer(state.snapshot)
    draft = embedded.pick(state.weighed, state.language) if state.weighed else ()
    checked = check(draft, _behind(draft, state), state.query)
    if refused:
        checked = replace(checked, dropped=(*refused.dropped, *checked.dropped))
    return checked, embedded.name, note


def _behind(draft: tuple[DraftSentence, ...], state: _State) -> tuple[Evidence, ...]:
    """The evidence, and the passages beside it that complete a list."""
    found = {piece.hit.passage.id for piece in state.evidence}
    named = dict.fromkeys(quote.passage_id for sentence in draft for quote in sentence.quotes)
    contents = state.snapshot.contents
    beside = (contents.passages[contents.row_of[id_]] for id_ in named if id_ not in found)
    return (
        *state.evidence,
        *(Evidence(Hit(p, 0.0), state.snapshot.article(p.article_id)) for p in beside),
    )


def _refuse(state: _State) -> Answer:
    outline = _outline(state)
    near = state.weighed is not None and state.weighed.is_near
    reason = Reason.TOO_WEAK if near else Reason.NOTHING_FOUND
    excluded_by: tuple[Wording, ...] = ()
    if state.question.filters:
        everywhere = _weigh(replace(state, evidence=_evidence(state, Filters()), mapped=None))
        if _is_enough(everywhere):
            # What would have answered is nearer than whatever the filters left.
            state = replace(state, evidence=everywhere.evidence)
            reason = Reason.EXCLUDED_BY_FILTERS
            excluded_by = state.question.filters.described()
    nearest = tuple(piece.hit for piece in state.evidence[:NEAREST])
    shown = {hit.passage.article_id for hit in nearest}
    return replace(
        outline,
        articles=_articles(state, shown),
        reason=reason,
        nearest=nearest,
        excluded_by=excluded_by,
    )


def _articles(state: _State, ids: Collection[str]) -> tuple[Article, ...]:
    return tuple({e.article.id: e.article for e in state.evidence if e.article.id in ids}.values())


def _outline(state: _State) -> Answer:
    """What every answer says, whether it answers or not."""
    return Answer(
        question=state.question.text,
        searched_as=state.query,
        language=state.language,
        confidence=state.weighed.confidence if state.weighed else 0.0,
        answerer=ExtractiveAnswerer.name,
        considered=tuple(
            Considered(piece.hit.passage, piece.article.title, piece.hit.score)
            for piece in state.evidence
        ),
        generation=state.snapshot.generation,
        fingerprint=state.snapshot.fingerprint,
        timings_ms={"total": sum(state.timings_ms.values()), **state.timings_ms},
    )


def _evidence(state: _State, filters: Filters) -> tuple[Evidence, ...]:
    """The best passages that state anything.

    Orders repeat the question, so they come first and would crowd out what answers it.
    """
    found = _retrieved(state, filters, EVIDENCE)
    stating = _stating(found, state.query)
    if len(stating) < len(found):
        stating = _stating(_retrieved(state, filters, CANDIDATES), state.query)
    return stating[:EVIDENCE]


def _retrieved(state: _State, filters: Filters, k: int) -> tuple[Evidence, ...]:
    retriever = LibraryRetriever(
        snapshot=state.snapshot, k=k, language=state.language, filters=filters
    )
    hits = (document.metadata["hit"] for document in retriever.invoke(state.query))
    return tuple(Evidence(hit, state.snapshot.article(hit.passage.article_id)) for hit in hits)


def _stating(found: tuple[Evidence, ...], question: str) -> tuple[Evidence, ...]:
    return tuple(
        piece for piece in found if not only_orders(piece.hit.passage, piece.article.text, question)
    )


def _timed(name: str, step: Callable[[_State], _State]) -> Callable[[_State], _State]:
    def run(state: _State) -> _State:
        started = perf_counter()
        after = step(state)
        return replace(after, timings_ms={**after.timings_ms, name: _since(started)})

    return run


def _since(started: float) -> float:
    return round((perf_counter() - started) * 1000, 1)
