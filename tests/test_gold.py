"""Gold sets: what is read from a hand-made one, and what is said of one that does not fit."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.wording import KnownError
from eval.gold import Expected, GoldPosition, Kind, check_fits, read_gold, span_hash
from index.library import Library
from tests.gold_items import gold, span
from tests.invented import BAKERY, ENGLISH, FERRY, FRENCH

SPAN = {"article": "abc", "start": 3, "end": 9, "sha256": "00ff", "language": "fr"}
ITEM: dict[str, Any] = {
    "id": "s-fr-001",
    "question": "Combien ?",
    "language": "fr",
    "kind": "figure",
    "spans": [SPAN, {**SPAN, "article": "def"}, {**SPAN, "start": 20, "end": 30}],
    "answer": {"figures": ["42 %"], "names": [["Gartner", "le Gartner"]], "yes_no": "depends"},
    "positions": [{"label": "to the CEO", "spans": [0, 2]}],
    "previous": ["À qui ?"],
    "pair": "s-en-001",
    "near_miss": False,
}
SHORTEST = {"id": "b", "question": "Why?", "language": "en", "kind": "why", "spans": []}


def written(folder: Path, *entries: Any) -> Path:
    path = folder / "tiny_dev.jsonl"
    lines = (e if isinstance(e, str) else json.dumps(e, ensure_ascii=False) for e in entries)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_all_fields(tmp_path: Path) -> None:
    path = written(tmp_path, ITEM, "", SHORTEST)

    found = read_gold(path)

    assert found.name == "tiny_dev"
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    full, shortest = found.items
    assert (full.id, full.language, full.kind, full.pair) == (
        "s-fr-001", "fr", Kind.FIGURE, "s-en-001",
    )  # fmt: skip
    assert (full.spans[1].article, full.spans[2].start) == ("def", 20)
    assert full.answer == Expected(
        figures=("42 %",), names=(("Gartner", "le Gartner"),), yes_no="depends"
    )
    assert full.positions == (GoldPosition("to the CEO", (0, 2)),)
    assert full.previous == ("À qui ?",)
    assert full.articles == ("abc", "def")
    assert (shortest.answer, shortest.pair, shortest.near_miss) == (Expected(), "", False)


def test_a_limit_keeps_the_first_and_the_hash_of_the_file(tmp_path: Path) -> None:
    whole = read_gold(written(tmp_path, ITEM, SHORTEST))

    assert [item.id for item in whole.limited(1).items] == ["s-fr-001"]
    assert whole.limited(1).sha256 == whole.sha256
    assert whole.limited(None) == whole


def test_answerable_and_cross_lingual() -> None:
    french, english = span(BAKERY, FRENCH[0]), span(FERRY, ENGLISH[0])

    assert [gold("g", *spans, language=language).cross_lingual for language, *spans in (
        ("en", french), ("fr", french), ("en", french, english), ("en",),
    )] == [True, False, False, False]  # fmt: skip
    assert gold("g", french).answerable
    assert not gold("g").answerable


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("no JSON", "Expecting value"),
        ({**SHORTEST, "kind": "riddle"}, "kind"),
        ({**SHORTEST, "langauge": "en"}, "langauge"),
        ({**SHORTEST, "language": "de"}, "language"),
        ({**SHORTEST, "spans": [{**SPAN, "start": "three"}]}, r"spans\.0\.start"),
        ({**SHORTEST, "answer": {"figure": ["3"]}}, r"answer\.figure"),
        ({**SHORTEST, "positions": [{"label": "yes", "spans": [0]}]}, r"positions: \[0\] with 0"),
        ({key: value for key, value in SHORTEST.items() if key != "spans"}, "spans"),
    ],
)
def test_line_that_is_no_item_is_named(tmp_path: Path, wrong: Any, what: str) -> None:
    path = written(tmp_path, ITEM, wrong)

    with pytest.raises(KnownError, match=rf"tiny_dev\.jsonl, line 2 .*{what}"):
        read_gold(path)


def test_two_questions_of_one_id(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="two questions 'b'"):
        read_gold(written(tmp_path, SHORTEST, SHORTEST))


def test_file_without_a_question(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="holds no question"):
        read_gold(written(tmp_path, ""))


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        read_gold(tmp_path / "nowhere.jsonl")


def test_hash_of_characters_not_bytes() -> None:
    assert span_hash("à l'été", 4, 7) == hashlib.sha256("été".encode()).hexdigest()[:16]


def test_spans_that_fit(library: Library) -> None:
    library.add_articles([BAKERY, FERRY])

    check_fits((gold("a", span(BAKERY, FRENCH[4])), gold("b")), library.holdings())


def test_article_that_the_library_does_not_have(library: Library) -> None:
    library.add_articles([FERRY])

    with pytest.raises(KnownError, match=rf"{BAKERY.id}, which answers question a, .* --corpus"):
        check_fits((gold("a", span(BAKERY, FRENCH[4])),), library.holdings())


def test_span_whose_words_have_changed(library: Library) -> None:
    library.add_articles([BAKERY])
    right = span(BAKERY, FRENCH[4])
    shifted = replace(right, start=right.start + 1)

    with pytest.raises(KnownError, match=rf"Question a: characters {shifted.start} to"):
        check_fits((gold("a", shifted),), library.holdings())
