"""From a question to its answer, warm, at several sizes of library."""

import gc
from collections.abc import Callable, Sequence
from time import perf_counter

from langchain_core.runnables import Runnable

from eval.bench.asked import questions
from eval.bench.figures import memory_mb, p50, p95, size_mb
from eval.bench.section import Row, Section, Value
from eval.bench.synthetic import Basis, basis_of, make_library
from eval.bench.workplace import Workplace
from index.embedding import Embedder
from index.encoding import PassageEncoding, PassageText, QueryTokens, Vectors
from index.library import Library
from qa.answer import Answer
from qa.chain import answer_chain
from qa.question import Question

SIZES = (100, 10_000, 100_000)
EACH = 50  # questions in each language
WARM_UP = 3  # in each language, not counted
TARGET = "p95 at 10,000 passages: at most 350 ms"

Column = dict[str, Value]  # label of a row -> value, for one size


class _Timed:
    """The embedder, with the milliseconds that its questions took."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.spent_ms = 0.0

    @property
    def fingerprint(self) -> str:
        return self._embedder.fingerprint

    @property
    def dimension(self) -> int:
        return self._embedder.dimension

    def query(self, text: str) -> Vectors:
        started = perf_counter()
        vector = self._embedder.query(text)
        self.spent_ms += (perf_counter() - started) * 1000
        return vector

    def query_tokens(self, text: str) -> QueryTokens:
        started = perf_counter()
        tokens = self._embedder.query_tokens(text)
        self.spent_ms += (perf_counter() - started) * 1000
        return tokens

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        return self._embedder.encode(texts, progress)

    def queries(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return self._embedder.queries(texts, progress)

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return self._embedder.passages(texts, progress)


def measure(place: Workplace) -> Section:
    """One column a size; the steps are medians, and do not add up to the whole's."""
    starter = Library(place.home("starter"), place.embedder)
    basis = basis_of(starter)
    starter.close()
    sizes, each = ((60, 120), 4) if place.quick else (SIZES, EACH)
    columns = [
        _column(place, size, basis, each, start=at * (each + WARM_UP))
        for at, size in enumerate(sizes)
    ]
    return Section(
        name="answering",
        about=(
            f"Question to answer, embedded answerer, warm, one person asking: {each} questions in "
            "each language, all different. The libraries are synthetic: articles of recombined "
            "sentences of the starter library, with their real vectors moved a little (what is "
            "timed does not depend on whether the answer is good); the questions go through the "
            f"real model. To reach: {TARGET}. The steps are medians in ms; "
            "“encode the question” is part of “retrieve”."
        ),
        columns=("passages", *(f"{size:,}" for size in sizes)),
        # By label: where nothing was answered, no step "answer" was timed.
        rows=tuple(
            Row(label, tuple(column.get(label) for column in columns))
            for label in dict.fromkeys(label for column in columns for label in column)
        ),
    )


def _column(place: Workplace, size: int, basis: Basis, each: int, start: int) -> Column:
    home = place.home(f"library-{size}")
    make_library(home, size, basis, place.embedder.fingerprint)
    gc.collect()
    before = memory_mb()
    embedder = _Timed(place.embedder)
    started = perf_counter()
    library = Library(home, embedder, starter=False)
    library.snapshot()
    opened = perf_counter() - started
    try:
        timed = _times(answer_chain(library), embedder, questions(each + WARM_UP, start))
    finally:
        library.close()
    after = memory_mb()
    return {
        **timed,
        "opening the library, s": opened,
        "memory that it takes, MB": after - before if after and before else None,
        "library.db, MB": size_mb(home / "library.db"),
        "index, MB": size_mb(home / "index"),
    }


def _times(chain: Runnable[Question, Answer], embedder: _Timed, asked: Sequence[str]) -> Column:
    whole: list[float] = []
    encoding: list[float] = []
    answers: list[Answer] = []
    for question in asked:
        embedder.spent_ms = 0.0
        started = perf_counter()
        answers.append(chain.invoke(Question(question)))
        whole.append((perf_counter() - started) * 1000)
        encoding.append(embedder.spent_ms)
    warm = slice(2 * WARM_UP, None)  # the first questions load what is loaded once
    whole, encoding, answers = whole[warm], encoding[warm], answers[warm]
    steps = dict.fromkeys(name for a in answers for name in a.timings_ms if name != "total")
    answered = sum(not answer.abstained for answer in answers)
    return {
        "**p50, ms**": p50(whole),
        "**p95, ms**": p95(whole),
        "slowest, ms": max(whole),
        "encode the question": p50(encoding),
        **{
            step: p50([a.timings_ms[step] for a in answers if step in a.timings_ms])
            for step in steps
        },
        "answered rather than abstained, %": 100 * answered / len(answers),
    }
