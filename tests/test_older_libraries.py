"""Libraries that an earlier cxlit wrote: their files are brought to today's, nothing is lost."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import corpus.database
from corpus.article import Article
from corpus.catalogue import Catalogue
from corpus.wording import KnownError
from index.cutting import VERSION as CUTTING
from index.library import Library
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL, BAKERY, FERRY

MIGRATIONS = Path(corpus.database.__file__).parent / "migrations"


def first_schema(path: Path) -> None:
    """`library.db` as the first cxlit made it, with two articles in generation 1."""
    engine = sa.create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with sqlite3.connect(path) as database:
        for article in (BAKERY, FERRY):
            row = {
                "article_id": article.id,
                "title": article.title,
                "text": article.text,
                "authors": json.dumps(article.authors),
                "publisher": article.publisher,
                "date": article.date,
                "language": article.language,
                "url": article.url,
                "kind": None,
                "source": article.source,
                "locator": article.locator,
                "removed": json.dumps(article.removed),
                "signature": bytes(512),
                "added_in": 1,
                "removed_in": None,
            }
            names = ", ".join(row)
            marks = ", ".join(f":{name}" for name in row)
            database.execute(f"INSERT INTO article ({names}) VALUES ({marks})", row)
        database.execute("INSERT INTO published VALUES (1)")


def first_index(
    home: Path, embedding: str = "fake-1", cutting: int = CUTTING, passages: int = 2
) -> None:
    """What tells of the first format; its other files are not looked at."""
    folder = home / "index" / "gen-000001"
    folder.mkdir(parents=True)
    manifest = {
        "format": 1,
        "cutting": cutting,
        "analysis": 2,
        "embedding": embedding,
        "passages": passages,
        "files": {},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (home / "index" / "CURRENT").write_text("gen-000001\n")


@pytest.fixture
def opened(home: Path) -> Iterator[Callable[[], Library]]:
    home.mkdir()
    first_schema(home / "library.db")
    libraries: list[Library] = []

    def open_() -> Library:
        libraries.append(Library(home, FakeEmbedder(), starter=True))
        return libraries[-1]

    yield open_
    for library in libraries:
        library.close()


def test_the_first_schema_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    first_schema(path)
    catalogue = Catalogue(path)
    assert catalogue.articles(1) == (BAKERY, FERRY)
    assert catalogue.records(1)[0].topics == ()
    assert catalogue.published() == 1
    assert catalogue.last_removed(1) == ()
    catalogue.close()


@pytest.mark.parametrize("cutting", [CUTTING, CUTTING - 1])
def test_an_index_of_the_first_format_is_made_anew_by_itself(
    home: Path, opened: Callable[[], Library], cutting: int
) -> None:
    first_index(home, cutting=cutting)
    snapshot = opened().snapshot()
    assert (snapshot.generation, snapshot.articles()) == (2, (BAKERY, FERRY))
    assert snapshot.lexical.search("boulangerie", 9, "fr")[0].passage.article_id == BAKERY.id


@pytest.mark.parametrize("change", ["add", "remove", "list"])
def test_whoever_comes_first_makes_it_anew(
    home: Path, opened: Callable[[], Library], change: str
) -> None:
    first_index(home)
    library = opened()
    expected: tuple[Article, ...]
    if change == "add":
        library.add_articles([ALL[2]])
        expected = ALL[:3]
    elif change == "remove":
        library.remove([FERRY.id])
        expected = (BAKERY,)
    else:
        assert [entry.passages for entry in library.listing()] == [1, 1]
        expected = ALL[:2]
    assert library.snapshot().articles() == expected


@pytest.mark.parametrize(
    ("embedding", "passages", "why"),
    [("fake-2", 2, "another embedding model"), ("fake-1", 90_000, "an older cxlit")],
)
def test_what_would_take_long_is_left_to_the_person(
    home: Path, opened: Callable[[], Library], embedding: str, passages: int, why: str
) -> None:
    first_index(home, embedding, CUTTING - 1, passages)
    library = opened()
    with pytest.raises(KnownError, match=f"{why}.* cxlit rebuild"):
        library.snapshot()
    library.rebuild()
    assert library.snapshot().articles() == (BAKERY, FERRY)


def test_an_index_of_another_day_than_the_articles_is_left_to_the_person(
    home: Path, opened: Callable[[], Library]
) -> None:
    first_index(home)
    (home / "index" / "gen-000001").rename(home / "index" / "gen-000005")
    (home / "index" / "CURRENT").write_text("gen-000005\n")
    with pytest.raises(KnownError, match=r"cxlit rebuild"):
        opened().snapshot()
