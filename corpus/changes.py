"""Whether a library's file has changed since one last looked, told in microseconds."""

import threading

import sqlalchemy as sa


class Changes:
    """Lets what was read from the file be remembered until somebody writes to it.

    https://www.sqlite.org/pragma.html#pragma_data_version: another number after every change by
    another connection, in this process or another; this one's connection never writes.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        self._lock = threading.Lock()

    def version(self) -> int:
        with self._lock:
            return int(self._connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def close(self) -> None:
        self._connection.close()
