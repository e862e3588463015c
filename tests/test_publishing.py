"""Generations: written aside, live by one rename, the last two kept."""

import os
from pathlib import Path

import pytest

from index.publishing import Generations


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "index")


def written(generations: Generations, number: int, text: str) -> None:
    def write(folder: Path) -> None:
        (folder / "text").write_text(text)

    generations.write(number, write)


def test_a_new_folder_has_no_generation(generations: Generations, tmp_path: Path) -> None:
    assert generations.current() == 0
    assert list((tmp_path / "index").iterdir()) == []


def test_a_written_generation_is_not_live_until_published(generations: Generations) -> None:
    written(generations, 1, "one")
    assert generations.current() == 0
    generations.publish(1)
    assert generations.current() == 1
    assert (generations.folder(1) / "text").read_text() == "one"
    written(generations, 2, "two")
    assert generations.current() == 1


def test_current_names_the_live_folder(generations: Generations, tmp_path: Path) -> None:
    written(generations, 42, "")
    generations.publish(42)
    assert (tmp_path / "index" / "CURRENT").read_text() == "gen-000042\n"
    assert generations.folder(42) == tmp_path / "index" / "gen-000042"
    assert Generations(tmp_path / "index").current() == 42


def test_more_generations_than_six_digits(generations: Generations) -> None:
    written(generations, 1_234_567, "")
    generations.publish(1_234_567)
    assert generations.current() == 1_234_567


@pytest.mark.parametrize(
    "text",
    ["", "gen-", "gen-00000", "gen-000001", "000001\n", "gen-00\x0001\n", "é", "gen--00001\n"],
)
def test_a_damaged_current_counts_as_lost(
    generations: Generations, tmp_path: Path, text: str
) -> None:
    (tmp_path / "index" / "CURRENT").write_text(text, encoding="latin-1")
    assert generations.current() == 0


def test_writing_again_what_was_never_published(generations: Generations) -> None:
    written(generations, 1, "of a writer that was killed")
    written(generations, 1, "mine")
    assert (generations.folder(1) / "text").read_text() == "mine"


def test_leftovers_of_killed_writers_are_swept_away(
    generations: Generations, tmp_path: Path
) -> None:
    half = tmp_path / "index" / "writing-abc"
    half.mkdir()
    (half / "vectors.faiss").write_text("half")
    written(generations, 1, "one")
    assert sorted(path.name for path in (tmp_path / "index").iterdir()) == ["gen-000001"]


def test_a_writer_that_fails_changes_nothing_that_is_read(generations: Generations) -> None:
    written(generations, 1, "one")
    generations.publish(1)

    def fails(folder: Path) -> None:
        (folder / "text").write_text("half")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        generations.write(2, fails)
    assert generations.current() == 1
    assert not generations.folder(2).exists()


def test_the_live_generation_and_the_one_before_are_kept(
    generations: Generations, tmp_path: Path
) -> None:
    kept = []
    for number in range(1, 6):
        written(generations, number, str(number))
        generations.publish(number)
        generations.forget_old()
        kept.append(sorted(path.name for path in (tmp_path / "index").glob("gen-*")))
    assert kept == [
        ["gen-000001"],
        ["gen-000001", "gen-000002"],
        ["gen-000002", "gen-000003"],
        ["gen-000003", "gen-000004"],
        ["gen-000004", "gen-000005"],
    ]


def test_everything_is_on_disk_before_current_changes(
    generations: Generations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def noted_fsync(descriptor: int) -> None:
        order.append(f"fsync {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        fsync(descriptor)

    def noted_replace(source: Path, target: Path) -> None:
        order.append(f"{source.name} becomes {target.name}")
        replace(source, target)

    written(generations, 1, "one")
    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(os, "replace", noted_replace)
    generations.publish(1)
    assert order == ["fsync CURRENT.new", "CURRENT.new becomes CURRENT", "fsync index"]
