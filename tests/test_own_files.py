"""Where uploads and downloads lie while the page is served."""

import os
from pathlib import Path

import httpx
import pytest

from tests.served_page import fakes
from ui.web import own_files
from ui.web.serving import serving

SETTING = "GRADIO_TEMP_DIR"


@pytest.fixture(autouse=True)
def first_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No page of other tests is served, as far as this can be seen here."""
    monkeypatch.setattr(own_files, "_folders", [])
    monkeypatch.setenv(SETTING, str(tmp_path))


@pytest.mark.usefixtures("without_loops")
def test_an_upload_is_in_a_folder_that_only_its_user_sees_and_goes_with_the_server() -> None:
    with serving(fakes().desks, port=0) as address:
        folder = Path(os.environ[SETTING])
        assert folder.stat().st_mode & 0o777 == 0o700
        file = {"files": ("a.txt", b"Some text")}
        (path,) = httpx.post(f"{address}gradio_api/upload", files=file).json()
        assert folder in Path(path).parents
        assert httpx.get(f"{address}gradio_api/file={path}").content == b"Some text"
    assert not folder.exists()


def test_servers_of_one_process_share_it(tmp_path: Path) -> None:
    with own_files.own_files():
        folder = os.environ[SETTING]
        assert folder != str(tmp_path)
        with own_files.own_files():
            assert os.environ[SETTING] == folder
        assert Path(folder).is_dir()
    assert not Path(folder).exists()
    assert os.environ[SETTING] == str(tmp_path)


def test_without_a_setting_there_is_none_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING)
    with pytest.raises(ValueError), own_files.own_files():
        raise ValueError
    assert SETTING not in os.environ
