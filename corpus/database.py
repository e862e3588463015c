"""The file `library.db`, opened and brought to the newest schema, for all that is kept in it."""

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from corpus.wording import KnownError

SCHEMA = "0003"  # newest step in corpus/migrations
TABLES = sa.MetaData()  # every table, described beside the code that uses it
PATIENCE_S = 30.0  # how long to wait for another process that writes


def open_database(path: Path, patience_s: float = PATIENCE_S) -> sa.Engine:
    """An engine on `path`, which is opened or created at the newest schema.

    Raises KnownError when the file is not a cxlit library or was written by a newer cxlit.
    """
    engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": patience_s})
    sa.event.listen(engine, "connect", _prepare)

    @sa.event.listens_for(engine, "handle_error")
    def refuse_damaged(context: sa.ExceptionContext) -> None:
        # "malformed", "not a database"; a lock or a full disk is an OperationalError.
        if type(context.original_exception) is sqlite3.DatabaseError:
            raise _unreadable(path, context.original_exception)

    try:
        _migrate(engine, path)
    except sa.exc.DatabaseError as error:
        raise _unreadable(path, error.orig) from error
    return engine


def _migrate(engine: sa.Engine, path: Path) -> None:
    with engine.connect() as connection:
        found = _schema_of(connection)
    if found == SCHEMA:
        return
    if found and found > SCHEMA:
        raise KnownError(
            en=f"{path} was written by a newer cxlit (schema {found}, this one knows "
            f"{SCHEMA}): update cxlit.",
            fr=f"{path} a été écrit par un cxlit plus récent (schéma {found}, celui-ci connaît "
            f"{SCHEMA}) : mettez cxlit à jour.",
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        # Python's sqlite3 begins no transaction for CREATE TABLE by itself. In this one a
        # kill leaves no half schema, and a process that starts at the same time waits.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _unreadable(path: Path, error: BaseException | None) -> KnownError:
    return KnownError(
        en=f"{path} cannot be read as a cxlit library ({error}). Restore it from a backup, or move "
        "it away with the folder index to start anew.",
        fr=f"{path} ne se lit pas comme une bibliothèque cxlit ({error}). Restaurez une "
        "sauvegarde, ou déplacez ce fichier avec le dossier index pour repartir de zéro.",
    )


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # staged rows must be on disk before the rename
    cursor.close()


def _schema_of(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None
