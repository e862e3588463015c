"""Files for people: whole or not at all, never over another by accident."""

import os
from pathlib import Path

import pytest

from corpus.new_file import new_file
from corpus.wording import KnownError


def test_a_file_takes_its_name_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.bib"
    with new_file(path, overwrite=False) as file:
        file.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask
    assert list(tmp_path.iterdir()) == [path]


def test_another_file_is_replaced_only_when_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "out.bib"
    path.write_bytes(b"before")
    with pytest.raises(KnownError, match="is there already"), new_file(path, overwrite=False):
        pass
    with new_file(path, overwrite=True) as file:
        file.write(b"after")
        file.flush()
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"after"


@pytest.mark.parametrize("ending", [KeyboardInterrupt, ValueError])
def test_half_a_file_is_none(tmp_path: Path, ending: type[BaseException]) -> None:
    with pytest.raises(ending), new_file(tmp_path / "out.bib", overwrite=True) as file:
        file.write(b"half")
        raise ending
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("nowhere/out.bib", "cannot be written"), ("", "is a folder"), ("x" * 300, "written")],
)
def test_a_place_where_nothing_can_be_written(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(KnownError, match=words), new_file(tmp_path / name, overwrite=True):
        pass
