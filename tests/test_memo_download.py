"""Files of memos that the page hands over."""

from pathlib import Path

import pytest

from corpus.wording import KnownError
from tests.fake_answers import FakeAnswers
from ui.web.kept.memo_download import memo_writer


@pytest.mark.parametrize("form", ["", "exe", "DOCX", "../memo"])
def test_a_form_that_there_is_not(tmp_path: Path, form: str) -> None:
    write = memo_writer(FakeAnswers(), tuple, form, "en")
    with pytest.raises(KnownError, match="Choose Word, PDF, Markdown, BibTeX or RIS"):
        write(tmp_path)
    assert list(tmp_path.iterdir()) == []
