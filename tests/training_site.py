"""Training for tests of the page: the real services over a small library in a folder of its own."""

import atexit
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from corpus.article import Article
from index.library import Library
from qa.training.training import open_training
from tests.fake_desk import ENGLISH, FRENCH
from tests.fake_embedder import FakeEmbedder

TABLES = (
    *("items", "bank", "verdicts", "reviews", "schedules", "marked", "plans", "steps_done"),
    *("worksheets", "recommendations", "cohort_members", "cohorts", "reported"),
)


class TrainingSite:
    """Over a few articles. What a test needs beyond them, it puts there."""

    def __init__(self, articles: Sequence[Article] = (FRENCH, ENGLISH)) -> None:
        home = Path(mkdtemp(prefix="cxlit-"))
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        self.library = Library(home, FakeEmbedder(), starter=False)
        self.library.add_articles(list(articles))
        self.database = home / "library.db"
        self.training = open_training(self.database, self.library)

    def reset(self) -> None:
        """Nobody has learnt anything, and no item is there."""
        with sqlite3.connect(self.database) as database:
            for table in TABLES:
                database.execute(f"DELETE FROM {table}")
