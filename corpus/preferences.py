"""What each person prefers; kept in the library, so that nothing stays in a shared browser."""

from pathlib import Path
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from corpus.database import open_database, say_hindrances
from corpus.people_tables import preferences
from corpus.wording import InterfaceLanguage

_PATIENCE_S = 2.0  # a person waits for the page while the choice waits for a writer


class Preferences:
    """The preferences in the library `path`."""

    def __init__(self, path: Path) -> None:
        self._engine = open_database(path, _PATIENCE_S)
        say_hindrances(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    def language(self, person_id: str) -> Literal["", "en", "fr"]:
        """Of the interface; empty where nobody chose one."""
        wanted = sa.select(preferences.c.language).filter_by(person=person_id)
        with self._engine.connect() as connection:
            found = connection.execute(wanted).scalar()
        return "fr" if found == "fr" else "en" if found == "en" else ""

    def speak(self, person_id: str, language: InterfaceLanguage) -> None:
        chosen = insert(preferences).values(person=person_id, language=language)
        chosen = chosen.on_conflict_do_update(set_={"language": language})
        with self._engine.begin() as connection:
            connection.execute(chosen)
