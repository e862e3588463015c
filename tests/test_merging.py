"""When segments are merged: rarely, and like with like."""

import pytest

from index.merging import MOST_SEGMENTS, Size, to_merge
from index.vectors import EXACT_UP_TO


def whole(*sizes: int) -> list[Size]:
    return [Size(size, size) for size in sizes]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], set()),
        (whole(50_000), set()),
        (whole(50_000, 1, 1, 1, 1, 1, 1, 1), set()),
        (whole(50_000, 1, 1, 1, 1, 1, 1, 1, 1), {1, 2, 3, 4, 5, 6, 7, 8}),
        (whole(50_000, 8, 1, 1, 1, 1, 1, 1, 1), {1, 2, 3, 4, 5, 6, 7, 8}),
        (whole(50_000, 40, 8, 1, 1, 1, 1, 1, 1), {2, 3, 4, 5, 6, 7, 8}),
        (whole(9, 8, 7, 6, 5, 4, 3, 2, 1), set(range(9))),
        (whole(900, 800, 100, 90, 10, 9, 3, 2, 0), {4, 5, 6, 7, 8}),
    ],
)
def test_small_segments_make_room(sizes: list[Size], expected: set[int]) -> None:
    assert to_merge(sizes) == expected


def test_a_segment_that_is_a_fifth_gone_is_purged() -> None:
    assert to_merge([Size(100, 80), Size(50, 50)]) == set()
    assert to_merge([Size(100, 79), Size(50, 50)]) == {0}


def test_many_rows_without_cells_get_cells() -> None:
    large, half = EXACT_UP_TO + 1, EXACT_UP_TO // 2
    assert to_merge(whole(large)) == set()
    assert to_merge(whole(large, half, half)) == set()
    assert to_merge(whole(large, half, half, 1)) == {1, 2, 3}


def test_an_article_is_written_anew_a_few_times_however_many_come() -> None:
    sizes = whole(1_000)
    written = most = 0
    for _ in range(2_000):
        sizes.append(Size(5, 5))
        written += 5
        if chosen := to_merge(sizes):
            together = sum(sizes[at].all for at in chosen)
            sizes = [size for at, size in enumerate(sizes) if at not in chosen]
            sizes.append(Size(together, together))
            written += together
        most = max(most, len(sizes))
    assert sum(size.all for size in sizes) == 11_000
    assert most <= MOST_SEGMENTS
    assert written < 8 * 10_000
