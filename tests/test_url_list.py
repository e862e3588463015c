"""Lists of web addresses."""

import io
from pathlib import Path

import pytest

from corpus.url_list import read_url_list

LIST = """\ufeff# our reading
https://example.org/a   # the first
  HTTPS://Example.org:443/a#again

nonsense
https://example.org/b#part
ftp://example.org/c
http://
"""


def check(name: str, given: str) -> None:
    sources, skipped = read_url_list(given)
    assert [source.locator for source in sources] == [
        "https://example.org/a",
        "https://example.org/b",
    ]
    assert sources[1].name == "https://example.org/b#part"
    assert [entry.source for entry in skipped] == [f"{name}:5", f"{name}:7", f"{name}:8"]
    assert skipped[0].reason.en.startswith("“nonsense” is not a complete web address")
    assert skipped[0].reason.fr.startswith("«\u00a0nonsense\u00a0» n’est pas une adresse")


def test_good_lines_are_taken_and_bad_ones_named(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text(LIST, encoding="utf-8")
    check(str(path), str(path))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(LIST.removeprefix("\ufeff")))
    check("-", "-")


def test_a_list_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    binary = tmp_path / "urls.bin"
    binary.write_bytes(b"\xff\xfe\x00")
    for given in ("nowhere.txt", str(tmp_path), str(binary), "a\0b"):
        sources, skipped = read_url_list(given)
        assert (sources, [entry.source for entry in skipped]) == ([], [given])
        assert "cannot be read" in skipped[0].reason.en
