"""The folder in which Gradio keeps what is uploaded and downloaded."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

_SETTING = "GRADIO_TEMP_DIR"
_folders: list[str] = []


@contextmanager
def own_files() -> Iterator[None]:
    """A folder that only this user of the machine can look into, and that is gone afterwards.

    By itself Gradio has one for everybody on the machine. It asks for the setting all the time,
    so that servers of one process share the folder of the first one.
    """
    if _folders:
        yield
        return
    before = os.environ.get(_SETTING)
    with TemporaryDirectory(prefix="cxlit-", ignore_cleanup_errors=True) as folder:
        _folders.append(folder)
        os.environ[_SETTING] = folder
        try:
            yield
        finally:
            _folders.clear()
            if before is None:
                del os.environ[_SETTING]
            else:
                os.environ[_SETTING] = before
