"""The file `library.db`, opened and brought to the newest schema, for all that is kept in it."""

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from corpus.wording import KnownError

SCHEMA = "0005"  # newest step in corpus/migrations
TABLES = sa.MetaData()  # every table, described beside the code that uses it
_HINDRANCES = (
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
)
PATIENCE_S = 30.0  # how long to wait for another process that writes


def open_database(path: Path, patience_s: float = PATIENCE_S) -> sa.Engine:
    """An engine on `path`, which is opened or created at the newest schema.

    Raises KnownError when the file is not a cxlit library, was written by a newer cxlit, or
    cannot be opened at the moment.
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
        why = _hindered if _is_hindrance(error.orig) else _unreadable
        raise why(path, error.orig) from error
    return engine


def say_hindrances(engine: sa.Engine, path: Path) -> None:
    """From here on a full disk, a lock and the like are a KnownError."""

    @sa.event.listens_for(engine, "handle_error")
    def refuse_hindered(context: sa.ExceptionContext) -> None:
        if _is_hindrance(context.original_exception):
            raise _hindered(path, context.original_exception)


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
            f"{SCHEMA}) : mettez cxlit à jour.",
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


def _is_hindrance(error: BaseException | None) -> bool:
    """Whether the file may well be whole: a full disk, a folder that is not ours, a lock."""
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return primary in _HINDRANCES


def _hindered(path: Path, error: BaseException | None) -> KnownError:
    return KnownError(
        en=f"{path} cannot be used at the moment ({error}). Nothing in it is lost. Make room on "
        "the disk, check that its folder can be written, and try again.",
        fr=f"{path} n’est pas utilisable pour l’instant ({error}). Rien n’y est perdu. Faites de "
        "la place sur le disque, vérifiez que l’on peut écrire dans son dossier, et recommencez.",
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
