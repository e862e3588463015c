"""Training the adapter: what is learnt from, what is made small, and what comes out."""

import json
from math import e, exp, log, sqrt
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from corpus.reading import read_article
from corpus.starter import starter_sources
from eval.gold import Kind, read_gold
from index.adaptation.batches import BATCH, batch_count, batches, nearest
from index.adaptation.examples import (
    PASSAGES,
    Example,
    TrainingQuestion,
    is_taught_note,
    is_taught_title,
    notes,
    piaf,
    written_passages,
)
from index.adaptation.losses import Scales, is_answered, losses, one_is_right, some_are_right
from index.adaptation.model import EVEN, Heads, Reading, save
from index.adaptation.scoring import Scores, score
from index.adaptation.task import Right, pose, right_of
from index.adaptation.training import Plan, rate_share, train
from index.adapter import adapt, token_heads
from index.e5_format import unpack
from index.passage import Span
from tests.test_architecture import FILES, imports, name
from tests.tiny_weights import HIDDEN, weights_file

ROOT = Path(__file__).parents[1]
CPU = torch.device("cpu")
FILE_NAMES = sorted(PASSAGES.glob("*.jsonl"))


def example(id_: str, *, work: str = "", asked: int = 1, misses: int = 0) -> Example:
    questions = [TrainingQuestion(f"{id_} {n}?", "en", (n % 2,)) for n in range(asked)]
    missed = [f"{id_} missed {n}?" for n in range(misses)]
    return Example(
        id_, work or id_, "quai", ("pain quais", "quai pain"), tuple(questions), tuple(missed)
    )


def test_the_product_does_without() -> None:
    """A benchmark asks what has been learnt from; nothing else knows of training."""
    importing = {
        (name(path), module)
        for path in FILES
        for module in imports(path)
        if module.startswith("index.adaptation") and not name(path).startswith("index/adaptation/")
    }
    knowing = {module for path, module in importing if path.startswith("eval/bench/")}
    assert {module for _, module in importing} == knowing <= {"index.adaptation.examples"}


# Examples


@pytest.mark.parametrize("path", FILE_NAMES, ids=lambda path: path.stem)
def test_every_line_is_of_the_form(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        entry: dict[str, Any] = json.loads(line)
        assert list(entry) == [
            "id", "language", "title", "heading", "sentences", "questions", "misses",
        ]  # fmt: skip
        assert entry["id"].startswith(f"{path.stem}-")
        assert entry["title"], entry["id"]
        assert all(entry["sentences"]), entry["id"]
        assert entry["questions"], entry["id"]
        for asked in (*entry["questions"], *entry["misses"]):
            assert asked["text"].strip(), entry["id"]
        languages = {each["language"] for each in (entry, *entry["questions"], *entry["misses"])}
        assert languages <= {"fr", "en"}
        for question in entry["questions"]:
            assert question["answer"], entry["id"]
            assert set(question["answer"]) <= set(range(len(entry["sentences"]))), entry["id"]


def test_the_passages_are_those_that_their_readme_counts() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (PASSAGES / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    told = {
        file.strip("`"): (languages, passages, asked)
        for file, _, passages, languages, asked in rows
    }
    found = {}
    for path in FILE_NAMES:
        entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        french = sum(entry["language"] == "fr" for entry in entries)
        found[path.name] = (
            f"{french} / {len(entries) - french}",
            str(len(entries)),
            str(sum(len(entry["questions"]) for entry in entries)),
        )
    assert found == told
    examples = list(written_passages())
    assert len(examples) == len({each.id for each in examples}) == 880
    assert sum(len(each.questions) for each in examples) == 4583
    assert sum(len(each.misses) for each in examples) == 1756


def test_a_passage_is_read_with_its_title_and_heading(tmp_path: Path) -> None:
    entry = {
        "id": "ferry-001", "language": "en", "title": "The ferry", "heading": "Winter",
        "sentences": ["It waits.", "Nobody comes."],
        "questions": [{"text": "Qui vient ?", "language": "fr", "answer": [1]}],
        "misses": [{"text": "How much is it?", "language": "en"}],
    }  # fmt: skip
    plain = {**entry, "id": "ferry-002", "heading": "", "misses": []}
    lines = "\n".join(json.dumps(each) for each in (entry, plain))
    (tmp_path / "ferry.jsonl").write_text(lines, encoding="utf-8")
    first, second = written_passages(tmp_path)
    assert first.text == "The ferry — Winter\nIt waits. Nobody comes."
    assert first.spans == (Span(19, 28), Span(29, 42))
    assert first.questions == (TrainingQuestion("Qui vient ?", "fr", (1,)),)
    assert first.misses == ("How much is it?",)
    assert (second.above, second.misses) == ("The ferry", ())


def test_notes_that_measure_are_not_learnt_from() -> None:
    examples = list(notes())
    works = {each.work for each in examples}
    assert works == {name for name in works if is_taught_note(name)}
    articles = {Path(s.location).name: read_article(s).id for s in starter_sources()}
    taught = {articles[work] for work in works}
    gold = read_gold(ROOT / "eval" / "gold" / "starter_test.jsonl")
    # Contested questions draw on the whole library.
    measured = {i.articles[0] for i in gold.items if i.answerable and i.kind != Kind.CONTESTED}
    assert measured
    assert taught & measured == set()


def test_a_notes_question_is_answered_by_the_sentences_of_its_paragraph() -> None:
    asked = {
        question.text: (article.text[question.start : question.end], question.language)
        for source in starter_sources()
        if is_taught_note(Path(source.location).name)
        for article in [read_article(source)]
        for question in article.questions
    }
    checked = 0
    for each in notes():
        for question in each.questions:
            paragraph, language = asked[question.text]
            assert question.language == language
            for answer in question.answers:
                assert each.sentences[answer].removeprefix("- ") in paragraph
            checked += 1
    assert checked > 1000


def test_of_piaf_a_quarter_of_the_titles_is_learnt_from(tmp_path: Path) -> None:
    taught = next(f"Port {n}" for n in range(99) if is_taught_title(f"Port {n}"))
    other = next(f"Port {n}" for n in range(99) if not is_taught_title(f"Port {n}"))
    text = "Le quai est long. Il mesure 90 m. Il fut bâti en 1902."
    corpus = [
        {"_id": "a", "title": taught, "text": text},
        {"_id": "b", "title": other, "text": text},
    ]
    queries = [
        {"_id": "1", "text": "Sa longueur ?", "answers": ["90 mètres", "90 m"]},
        {"_id": "2", "text": "Sa largeur ?", "answers": ["long. Il"]},  # in no one sentence
        {"_id": "3", "text": "Quand ?", "answers": ["1902"]},
    ]
    for file, entries in (("corpus", corpus), ("queries", queries)):
        lines = "\n".join(json.dumps(entry) for entry in entries)
        (tmp_path / f"{file}.jsonl").write_text(lines, encoding="utf-8")
    rows = ["query-id\tcorpus-id\tscore", "1\ta\t1", "2\ta\t1", "3\tb\t1"]
    (tmp_path / "qrels.tsv").write_text("\n".join(rows), encoding="utf-8")
    (only,) = piaf(tmp_path)
    assert only == Example(
        id="a",
        work=taught,
        above=taught,
        sentences=("Le quai est long.", "Il mesure 90 m.", "Il fut bâti en 1902."),
        questions=(TrainingQuestion("Sa longueur ?", "fr", (1,)),),
    )
    assert list(piaf(tmp_path, most=0)) == []


# Batches


def test_the_nearest_come_first() -> None:
    vectors = np.array([[1, 0], [0, 1], [0.8, 0.6], [0.6, 0.8]], np.float32)
    assert nearest(vectors) == [[2, 3, 1], [3, 2, 0], [3, 0, 1], [2, 1, 0]]


def test_batches_hold_each_number_once_and_depend_on_the_seed_alone() -> None:
    near = [[other for other in range(40) if other != one] for one in range(40)]
    first, again, other = (list(batches(near, 64, Random(seed))) for seed in (0, 0, 1))
    assert first == again != other
    assert [len(batch) for batch in first] == [BATCH] * 4
    assert sorted(number for batch in first for number in batch) == list(range(64))


def test_a_small_rest_is_left_out() -> None:
    sizes = {count: [len(batch) for batch in batches([], count, Random(0))] for count in (8, 9, 40)}
    assert sizes == {8: [], 9: [9], 40: [16, 16]}
    assert {count: batch_count(count) for count in sizes} == {8: 0, 9: 1, 40: 2}


def test_those_alike_are_in_one_batch() -> None:
    """64 passages in 16 themes of four: each theme stays together."""
    near = [[n for n in range(one - one % 4, one - one % 4 + 4) if n != one] for one in range(64)]
    for batch in batches(near, 64, Random(3)):
        themes = [number // 4 for number in batch]
        assert all(themes.count(theme) == 4 for theme in themes)


# The task of a step


def test_four_questions_and_one_miss_a_passage_are_posed() -> None:
    examples = [example("a", asked=6, misses=2), example("b", asked=1)]
    task = pose(examples, Random(0))
    assert [each.passage for each in task.questions] == [0, 0, 0, 0, 1]
    assert len({each.text for each in task.questions}) == 5
    assert [(miss.passage, miss.text in examples[0].misses) for miss in task.misses] == [(0, True)]
    assert pose(examples, Random(0)) == task


def test_other_passages_of_the_work_are_neither_right_nor_wrong() -> None:
    examples = [example("a", work="one", misses=1), example("b"), example("c", work="one")]
    right = right_of(pose(examples, Random(0)), CPU)
    assert right.passages.tolist() == [0, 1, 2]
    assert right.missed.tolist() == [0]
    assert right.open_passages.int().tolist() == [[0, 0, 1], [0, 0, 0], [1, 0, 0]]
    assert right.sentences.int().tolist() == [
        [1, 0, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 1, 0],
    ]  # fmt: skip
    assert right.open_sentences.int().tolist() == [
        [0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0],
    ]  # fmt: skip


# Scores


def reading(states: list[list[list[float]]], ends: list[list[int]]) -> Reading:
    """Tokens of three characters; one that ends at 0 is the filling after a text."""
    end = torch.tensor(ends)
    return Reading(
        torch.tensor(states, dtype=torch.float32), end > 0, end > 0, (end - 3).clamp(min=0), end
    )


ASKED = reading([[[1, 0], [0, 1]]], [[3, 6]])
# A title, then sentences of one token each; the second passage has one sentence.
READ = reading(
    [[[0, 1], [1, 0], [0.6, 0.8]], [[0, -1], [-1, 0], [9, 9]]],
    [[3, 6, 9], [3, 6, 0]],
)
SENTENCES = [(Span(3, 6), Span(6, 9)), (Span(3, 6),)]


def test_scores_by_hand() -> None:
    scores = score(ASKED, READ, SENTENCES, Heads(torch.eye(2)))
    expected = {
        "dense": [3.4 / sqrt(2 * 5.8), -1.0],
        "late": [1.0, 0.0],  # the title's token counts
        "sentences": [1 / sqrt(2), 1.4 / sqrt(2), -1 / sqrt(2)],
        "late_sentences": [0.5, 0.7, -0.5],
    }
    for way, cosines in expected.items():
        torch.testing.assert_close(getattr(scores, way), torch.tensor([cosines]), msg=way)


def test_tokens_count_by_their_weights() -> None:
    heads = Heads(torch.eye(2))
    # Softplus of the first is 3, of the second 1.
    heads.weight.data = torch.tensor([log(exp(3) - 1) - EVEN, 0.0])
    torch.testing.assert_close(heads.weights(ASKED), torch.tensor([[0.75, 0.25]]))
    late = score(ASKED, READ, SENTENCES, heads).late_sentences
    torch.testing.assert_close(late, torch.tensor([[0.75, 0.65, -0.75]]))


# Losses


def logits(*rows: list[float]) -> Tensor:
    return torch.tensor(rows).log()  # given as the odds


def mask(*rows: list[int]) -> Tensor:
    return torch.tensor(rows).bool()


def test_one_passage_is_right() -> None:
    odds, right = logits([3, 1], [1, 1]), torch.tensor([0, 1])
    loss = one_is_right(odds, right, mask([0, 0], [0, 0]))
    assert loss.item() == pytest.approx((log(4 / 3) + log(2)) / 2)
    assert one_is_right(odds, right, mask([0, 1], [0, 0])).item() == pytest.approx(log(2) / 2)


def test_some_sentences_are_right() -> None:
    odds, none = logits([2, 1, 1]), mask([0, 0, 0])
    assert some_are_right(odds, mask([1, 0, 0]), none).item() == pytest.approx(log(2))
    assert some_are_right(odds, mask([1, 1, 0]), none).item() == pytest.approx(log(4 / 3))
    left_out = mask([0, 0, 1])
    assert some_are_right(odds, mask([1, 0, 0]), left_out).item() == pytest.approx(log(3 / 2))


def test_near_misses_weigh_as_much_as_questions() -> None:
    assert is_answered(torch.zeros(3), 2).item() == pytest.approx((1 + 1 + 2) * log(2) / 3)
    odds = logits([3, 1, 1 / 3])[0]
    expected = (log(4 / 3) + log(2) + 2 * log(4 / 3)) / 3
    assert is_answered(odds, 2).item() == pytest.approx(expected)


def test_all_losses_of_a_step() -> None:
    """One question and one near miss over two passages of two sentences; logits of ln 3 are 3:1."""
    third = log(3) / 40
    scores = Scores(
        dense=torch.tensor([[third, 0.0], [9.0, 9.0]]),
        late=torch.tensor([[0.0, 0.0], [9.0, 0.6]]),
        sentences=torch.tensor([[third, 0.0, 0.0, 0.0], [9.0, 9.0, 9.0, 9.0]]),
        late_sentences=torch.zeros(2, 4),
    )
    right = Right(
        passages=torch.tensor([0]),
        sentences=mask([1, 0, 0, 0]),
        open_passages=mask([0, 0]),
        open_sentences=mask([0, 0, 0, 0]),
        missed=torch.tensor([1]),
    )
    found = {way: loss.item() for way, loss in losses(scores, right, Scales()).items()}
    assert found == pytest.approx(
        {
            "dense": log(4 / 3),
            "late": log(2),
            "sentences": log(2),
            "late_sentences": log(4),
            # The question's logit is 2 * 20 * (0 - 0.6) = -24, the near miss's is 0.
            "near_misses": 0.3 * (24 + log(2)) / 2,
        },
        rel=1e-5,
    )


def test_without_misses_there_is_no_loss_of_them() -> None:
    right = right_of(pose([example("a"), example("b")], Random(0)), CPU)
    scores = Scores(torch.zeros(2, 2), torch.zeros(2, 2), torch.zeros(2, 4), torch.zeros(2, 4))
    assert "near_misses" not in losses(scores, right, Scales())


# Training and what it leaves


def test_rates_rise_and_fall() -> None:
    assert rate_share(0, 0.0) == pytest.approx(1 / 15)
    assert rate_share(14, 0.0) == 1
    assert rate_share(100, 0.5) == pytest.approx(0.5)
    assert rate_share(100, 1 / 3) == pytest.approx(0.75)
    assert rate_share(7, 0.5) == pytest.approx(4 / 15)
    assert rate_share(200, 1.0) == pytest.approx(0)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    unpack(weights_file(), folder)
    return folder


def test_the_product_reads_what_is_saved(tiny: Path, tmp_path: Path) -> None:
    from transformers import BertModel

    torch.manual_seed(0)
    matrix = "encoder.layer.0.intermediate.dense"
    down, up = torch.randn(3, HIDDEN), torch.randn(64, 3)
    heads = Heads(torch.randn(8, HIDDEN).T)  # in memory by columns, as eigenvectors come
    heads.weight.data = torch.randn(HIDDEN)
    path = tmp_path / "adapter.safetensors"
    save({matrix: (down, up)}, heads, path)

    bert = BertModel.from_pretrained(tiny)
    before = bert.get_parameter(f"{matrix}.weight").clone()
    adapt(bert, path)
    change = bert.get_parameter(f"{matrix}.weight") - before
    torch.testing.assert_close(change, 2 * up @ down, atol=0.02, rtol=0.01)  # half precision

    read = token_heads(path)
    np.testing.assert_allclose(read.projection, heads.projection.detach(), atol=2e-3)
    assert read.bias == pytest.approx(log(e - 1))
    states = torch.randn(1, 5, HIDDEN)
    all_kept = torch.ones(1, 5, dtype=torch.bool)
    asked = Reading(states, all_kept, all_kept, torch.zeros(1, 5), torch.ones(1, 5))
    np.testing.assert_allclose(
        read.weights(states[0].numpy()), heads.weights(asked)[0].detach(), rtol=1e-4
    )


# peft asks transformers under an old name.
@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`:FutureWarning")
def test_a_trained_model_is_what_the_product_makes_of_its_adapter(
    tiny: Path, tmp_path: Path
) -> None:
    """Only where peft is installed, which nothing else needs."""
    pytest.importorskip("peft")
    from transformers import BertModel

    from index.adaptation.model import changes_of, load

    examples = [example(f"pain {n}", asked=2, misses=n % 2) for n in range(12)]
    outcomes = []
    for run in range(2):
        torch.manual_seed(0)
        encoder = load(tiny, CPU)
        heads = train(encoder, examples[:8], examples[8:], Plan(epochs=3))
        path = tmp_path / f"{run}.safetensors"
        save(changes_of(encoder.bert), heads, path)
        outcomes.append(path.read_bytes())
    assert outcomes[0] == outcomes[1]
    assert len(changes_of(encoder.bert)) == 6
    assert all(up.abs().max() > 0 for _, up in changes_of(encoder.bert).values())

    adapted = BertModel.from_pretrained(tiny, add_pooling_layer=False)
    adapt(adapted, path)
    with torch.inference_mode():
        trained = encoder.read(["quai pain"], "query: ", 16, 1)
        read = encoder.tokenizer("query: quai pain", return_tensors="pt")
        states = adapted(**read).last_hidden_state
    torch.testing.assert_close(trained.states, states, atol=0.1, rtol=0.05)  # bf16, and halves
    # <s> ▁query: ▁quai ▁pain </s>
    assert trained.kept.tolist() == [[False, False, True, True, False]]
