from pathlib import Path

import pytest

from corpus.wording import KnownError
from eval.item_readings import (
    Fault,
    Reading,
    by_reader,
    kappa,
    read_readings,
    share_good,
)


def readings(reader: str, *verdicts: Fault | None) -> tuple[Reading, ...]:
    return tuple(
        Reading(item=f"i{at}", reader=reader, fault=fault) for at, fault in enumerate(verdicts)
    )


ONE = readings("one", None, None, None, Fault.TRIVIAL)
OTHER = readings("two", None, None, Fault.TRIVIAL, Fault.WRONG_KEY)


def test_the_share_of_good_items() -> None:
    assert share_good(ONE) == 0.75
    assert share_good(OTHER) == 0.5


def test_kappa_by_hand() -> None:
    # Agreed on 3 of 4; by chance 0.75 × 0.5 + 0.25 × 0.5 = 0.5.
    assert kappa(ONE, OTHER) == pytest.approx((0.75 - 0.5) / (1 - 0.5))


def test_no_kappa_where_nothing_differs() -> None:
    assert kappa(readings("one", None, None), readings("two", None, None)) is None


def test_readings_come_apart_by_reader() -> None:
    assert by_reader((*OTHER, *ONE)) == {"one": ONE, "two": OTHER}


def test_a_file_of_readings(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(
        '{"item": "a", "reader": "one"}\n'
        '{"item": "b", "reader": "one", "fault": "wrong key", "note": "40, not 60"}\n'
    )
    assert read_readings(path) == (
        Reading(item="a", reader="one"),
        Reading(item="b", reader="one", fault=Fault.WRONG_KEY, note="40, not 60"),
    )


@pytest.mark.parametrize("line", ["{", '{"item": "a"}', '{"item":"a","reader":"b","fault":"?"}'])
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text('{"item": "a", "reader": "one"}\n' + line + "\n")
    with pytest.raises(KnownError, match=r"readings\.jsonl, line 2"):
        read_readings(path)
