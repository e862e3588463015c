"""The benchmarks run and give figures that are some; how fast is never tested.

The tables that need the real model in processes of its own (`page`, `load`, `commands`) are tried
by `python -m eval.bench --quick`.
"""

import hashlib
import math
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from eval.bench import answering, crowd, indexing, nearest, scale_articles
from eval.bench.asked import questions
from eval.bench.commands import help_row
from eval.bench.large import make_large
from eval.bench.machine import this_machine
from eval.bench.report import write_section
from eval.bench.section import Row, Section, markdown, shown
from eval.bench.synthetic import basis_of, make_library
from eval.bench.workplace import Workplace
from index.cutting import cut
from index.embedding import separately
from index.encoding import PassageEncoding, PassageText, QueryTokens, Vectors
from index.library import Library

RESULTS = Path(__file__).parents[1] / "eval" / "RESULTS.md"


class Scattered:
    """Every text has a direction of its own."""

    fingerprint = "scattered"
    dimension = 16

    def query(self, text: str) -> Vectors:
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
        vector = np.random.default_rng(seed).standard_normal(self.dimension)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)

    def query_tokens(self, text: str) -> QueryTokens:
        return QueryTokens.none()

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        return separately(self, texts, progress)

    def queries(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return np.stack([self.query(text) for text in texts])

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return np.stack([self.query(text) for text in texts])


class Wide(Scattered):
    """As wide as the made-up vectors of a large library."""

    dimension = 384


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path, tmp_path / "models", Scattered(), quick=True)


def figures(section: Section) -> dict[str, list[float]]:
    """The numbers of each row, all of which must be finite and none negative."""
    found = {
        row.label: [value for value in row.values if isinstance(value, float)]
        for row in section.rows
    }
    for label, values in found.items():
        assert all(math.isfinite(value) and value >= 0 for value in values), label
    return found


def test_indexing(place: Workplace) -> None:
    found = figures(indexing.measure(place))

    assert found["passages indexed"][0] > 0
    assert found["**passages/s, all in all**"][0] > 0
    assert found["the model alone: passages/s"][0] > 0


def test_answering(place: Workplace) -> None:
    section = answering.measure(place)

    assert section.columns == ("passages", "60", "120")
    found = figures(section)
    for label in ("**p50, ms**", "**p95, ms**", "encode the question", "retrieve", "index, MB"):
        assert len(found[label]) == 2, label
        assert min(found[label]) > 0, label
    assert found["**p50, ms**"][0] <= found["**p95, ms**"][0] <= found["slowest, ms"][0]


def test_nearest(place: Workplace) -> None:
    section = nearest.measure(place)

    found = figures(section)
    assert found["recall@10"][0] == 1.0
    assert 0 < found["recall@10"][1] <= 1
    assert min(found["one search, p50, ms"]) > 0


def test_help(place: Workplace) -> None:
    assert figures(Section("x", "", ("", "s", "limit"), (help_row(place, place.home("h"), 1),)))


def test_synthetic_library_is_an_ordinary_one(place: Workplace) -> None:
    starter = Library(place.home("starter"), place.embedder)
    basis = basis_of(starter)
    starter.close()
    home = place.home("made")

    make_library(home, 50, basis, place.embedder.fingerprint)

    library = Library(home, place.embedder, starter=False)
    snapshot = library.snapshot()
    passages = snapshot.contents.passages
    vectors = dict(zip(basis.sentences, basis.vectors, strict=True))
    for passage in passages:
        text = snapshot.article(passage.article_id).text
        found = snapshot.contents.sentences_of(passage)
        for span, made in zip(passage.sentences, found, strict=True):
            copied = vectors[text[span.start : span.end]]
            assert 0.8 < float(made @ copied) < 1  # moved a little from where the original is
    library.close()
    assert len(passages) == len(snapshot.contents.vectors) == 50
    assert {passage.language for passage in passages} == {"en", "fr"}


@pytest.mark.parametrize("kept", [True, False], ids=["sets", "notes"])
def test_articles_of_the_large_library_are_all_different(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, kept: bool
) -> None:
    """Also where no question sets are beside the project: then they are made of the notes."""
    if not kept:
        monkeypatch.setattr(scale_articles, "DATASETS", tmp_path)
    made = scale_articles.articles(30)
    assert made[10:] == scale_articles.articles(20, start=10)
    assert len({article.id for article in made}) == len({a.locator for a in made}) == 30
    assert {article.language for article in made} == {"fr", "en"}
    cuts = [cut(article) for article in made]
    assert all(len(passages) >= scale_articles.PARAGRAPHS for passages in cuts)
    embedder = scale_articles.HashedEmbedder()
    vectors = embedder.passages([article.text for article in made])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert len(np.unique(vectors, axis=0)) == 30
    assert np.array_equal(vectors[3], embedder.query(made[3].text))


def test_large_library_holds_the_starter_library_among_others(place: Workplace) -> None:
    home = place.home("large")

    real = make_large(home, 1000, Wide(), place.folder / "cache")

    library = Library(home, Wide(), starter=False)
    snapshot = library.snapshot()
    made = {r.id for r in snapshot.records() if r.locator.startswith("scale:")}
    passages = snapshot.contents.passages
    library.close()
    assert 1000 <= len(passages) < 1020
    assert sum(passage.article_id not in made for passage in passages) == real > 0
    assert {passage.language for passage in passages if passage.article_id in made} == {"en", "fr"}


def test_crowd_counts_answers_and_errors_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    class Visitor:
        begun = 0

        def __init__(self, address: str) -> None:
            self.address = address

        def begin_anew(self) -> None:
            Visitor.begun += 1

        def ask(self, question: str) -> str:
            if question == "broken":
                raise RuntimeError("the page failed")
            return f"{self.address}: {question}"

        def close(self) -> None:
            pass

    monkeypatch.setattr(crowd, "Visitor", Visitor)
    seen = crowd.ask_at_once("here", [["a", "broken"], ["b", "c"], ["d", "e"]])

    assert len(seen.spent) == 5
    assert seen.errors == ("broken: RuntimeError('the page failed')",)
    assert Visitor.begun == 6
    assert seen.per_second == 5 / seen.seconds


def test_questions_never_come_twice() -> None:
    asked = [*questions(50), *questions(50, start=50), *questions(50, start=100)]

    assert len(set(asked)) == 300
    assert asked == [*questions(50), *questions(50, start=50), *questions(50, start=100)]
    with pytest.raises(ValueError, match="asked for"):
        questions(1000)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"), ("as it is", "as it is"), (0.01234, "0.012"), (0.5, "0.500"), (1.0, "1"),
        (3.14159, "3.14"), (31.4159, "31.4"), (314.159, "314"), (31415.9, "31,416"),
    ],
)  # fmt: skip
def test_numbers_show_what_counts(value: float | str | None, text: str) -> None:
    assert shown(value) == text


def test_table_with_a_bar_in_a_label() -> None:
    section = Section("x", "About.", ("", "ms"), (Row("a|b", (2.0,)),))

    assert markdown(section) == "About.\n\n|  | ms |\n| --- | ---: |\n| a\\|b | 2 |"


def test_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="2 values under 1 columns"):
        Section("x", "", ("", "ms"), (Row("a", (1.0, 2.0)),))


def test_only_what_stands_between_the_markers_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    path.write_text("before\n<!-- bench:x -->\nold\n<!-- /bench:x -->\nafter\n", encoding="utf-8")
    section = Section("x", r"A \1 stays.", ("", "ms"), (Row("a", (1.0,)),))

    write_section(path, section, "the command", this_machine())

    written = path.read_text(encoding="utf-8")
    assert written.startswith("before\n<!-- bench:x -->\nA \\1 stays.\n\n|  | ms |")
    assert "Made by `the command`" in written
    assert "old" not in written
    assert written.endswith("<!-- /bench:x -->\nafter\n")
    with pytest.raises(ValueError, match="bench:y"):
        write_section(path, Section("y", "", ("",), ()), "", this_machine())


@pytest.mark.parametrize(
    "name",
    [
        "page", "load", "commands", "scale", "indexing", "answering", "nearest", "retrieval",
        "gold", "answers-starter", "answers-digitalgov", "steps-starter", "steps-digitalgov",
    ],
)  # fmt: skip
def test_results_have_a_place_for_every_table(name: str) -> None:
    text = RESULTS.read_text(encoding="utf-8")

    assert text.count(f"<!-- bench:{name} -->") == text.count(f"<!-- /bench:{name} -->") == 1


def test_machine_is_named() -> None:
    machine = this_machine()

    assert machine.cores >= 1
    assert machine.processor
    assert set(machine.versions) >= {"Python", "torch", "sentence-transformers", "faiss-cpu"}
