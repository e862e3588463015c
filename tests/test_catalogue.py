"""The catalogue: what goes in comes out, by generation, and nothing damaged is read."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import alembic.op
import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

import corpus.catalogue
import corpus.database as database_module
import corpus.feedback_store
import corpus.history
import corpus.kept
import corpus.people_tables
import corpus.training.cohort_store
import corpus.training.item_store
import corpus.training.plan_store
import corpus.training.recommendation_store
import corpus.training.report_store
import corpus.training.review_store
from corpus.answered import AnsweredQuestion
from corpus.article import Article, Kind
from corpus.catalogue import Catalogue
from corpus.database import SCHEMA, TABLES, open_database, say_hindrances
from corpus.wording import KnownError
from tests.invented import ALL, BAKERY, FERRY, MUSEUM

MIGRATIONS = Path(database_module.__file__).parent / "migrations"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def staged(
    catalogue: Catalogue,
    generation: int,
    *articles: Article,
    gone: str = "",
    by_hand: bool = False,
) -> None:
    signed = [(article, article.id.encode()) for article in articles]
    catalogue.stage(generation, signed, [gone] if gone else [], by_hand=by_hand)
    catalogue.confirm(generation, keep_from=generation - 1)


def test_an_article_comes_out_as_it_went_in(path: Path) -> None:
    study = replace(MUSEUM, kind=Kind.STUDY, text="Œuvre “à part”\n\n- 😀 un\n- deux", title="")
    staged(Catalogue(path), 1, BAKERY, study)
    again = Catalogue(path)
    assert again.articles(1) == (BAKERY, study)
    assert again.article(BAKERY.id, 1) == BAKERY
    found = again.article(study.id, 1)
    assert found == study
    assert found.kind is Kind.STUDY
    assert again.signatures(1) == {a.id: a.id.encode() for a in (BAKERY, study)}


def test_questions_are_read_without_texts_in_the_order_of_ids(path: Path) -> None:
    catalogue = Catalogue(path)
    asked = {
        article.id: (AnsweredQuestion(f"What says {article.title}?", "en", 0, 9),)
        for article in (MUSEUM, BAKERY)
    }
    articles = [replace(a, questions=asked.get(a.id, ())) for a in (MUSEUM, FERRY, BAKERY)]
    staged(catalogue, 1, *articles)
    staged(catalogue, 2, gone=MUSEUM.id)
    assert list(catalogue.questions(1).items()) == sorted(asked.items())
    assert catalogue.questions(2) == {BAKERY.id: asked[BAKERY.id]}


def test_each_generation_sees_its_own_articles(path: Path) -> None:
    catalogue = Catalogue(path)
    staged(catalogue, 1, BAKERY, FERRY)
    staged(catalogue, 2, MUSEUM, gone=BAKERY.id)
    assert catalogue.articles(0) == ()
    assert catalogue.articles(1) == (BAKERY, FERRY)
    assert catalogue.articles(2) == (FERRY, MUSEUM)
    assert catalogue.article(BAKERY.id, 1) == BAKERY
    assert catalogue.article(BAKERY.id, 2) is None
    assert catalogue.article(MUSEUM.id, 1) is None
    assert set(catalogue.signatures(2)) == {FERRY.id, MUSEUM.id}


def test_a_changed_article_takes_the_place_of_its_old_version(path: Path) -> None:
    catalogue = Catalogue(path)
    staged(catalogue, 1, BAKERY, FERRY)
    renamed = replace(BAKERY, title="Le cahier rouge")  # the same words, so the same id
    staged(catalogue, 2, renamed, gone=BAKERY.id)
    assert catalogue.article(BAKERY.id, 1) == BAKERY
    assert catalogue.article(BAKERY.id, 2) == renamed
    assert catalogue.articles(2) == (FERRY, renamed)


def test_what_was_staged_and_never_published_is_undone(path: Path) -> None:
    catalogue = Catalogue(path)
    staged(catalogue, 1, BAKERY, FERRY)
    catalogue.stage(2, [(MUSEUM, b"")], [BAKERY.id])
    assert catalogue.articles(1) == (BAKERY, FERRY)  # nobody sees it yet
    catalogue.discard_after(1)
    assert catalogue.articles(1) == (BAKERY, FERRY)
    assert catalogue.articles(2) == (BAKERY, FERRY)  # generation 2 never came to be
    assert catalogue.published() == 1


def test_rows_that_no_kept_generation_sees_are_forgotten(path: Path) -> None:
    catalogue = Catalogue(path)
    staged(catalogue, 1, *ALL)
    staged(catalogue, 2, gone=BAKERY.id)
    assert catalogue.article(BAKERY.id, 1) == BAKERY  # generation 1 is still kept
    staged(catalogue, 3, gone=FERRY.id)
    with sqlite3.connect(path) as connection:
        kept = {row[0] for row in connection.execute("SELECT article_id FROM article")}
    assert kept == {article.id for article in ALL[1:]}  # FERRY is for readers of generation 2


def removed(catalogue: Catalogue, generation: int) -> list[str]:
    return [article.id for article, _ in catalogue.last_removed(generation)]


def test_what_was_removed_by_hand_is_kept_and_can_be_brought_back(path: Path) -> None:
    catalogue = Catalogue(path)
    staged(catalogue, 1, *ALL)
    assert removed(catalogue, 1) == []
    staged(catalogue, 2, gone=BAKERY.id, by_hand=True)
    staged(catalogue, 3, gone=FERRY.id, by_hand=True)
    for generation in range(4, 9):
        staged(catalogue, generation)
    assert catalogue.last_removed(8) == ((FERRY, FERRY.id.encode()),)
    assert removed(catalogue, 2) == [BAKERY.id]
    staged(catalogue, 9, FERRY)
    assert removed(catalogue, 9) == [BAKERY.id]
    staged(catalogue, 10, gone=FERRY.id)  # gives way to a changed version: no removal
    assert removed(catalogue, 10) == [BAKERY.id]
    staged(catalogue, 11, BAKERY)
    assert removed(catalogue, 11) == []
    assert catalogue.ids(11) == {article.id for article in ALL} - {FERRY.id}


def test_only_the_last_removals_are_remembered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus.catalogue, "REMOVALS_KEPT", 2)
    catalogue = Catalogue(path)
    staged(catalogue, 1, *ALL)
    for generation, article in enumerate(ALL[:3], start=2):
        staged(catalogue, generation, gone=article.id, by_hand=True)
    staged(catalogue, 5)
    with sqlite3.connect(path) as connection:
        kept = {row[0] for row in connection.execute("SELECT article_id FROM article")}
    assert kept == {article.id for article in ALL[1:]}


def test_published_is_the_newest_confirmed_generation(path: Path) -> None:
    catalogue = Catalogue(path)
    assert catalogue.published() == 0
    staged(catalogue, 1, BAKERY)
    staged(catalogue, 7, FERRY)
    assert catalogue.published() == 7
    assert Catalogue(path).published() == 7


def test_staging_is_one_transaction(path: Path) -> None:
    catalogue = Catalogue(path)
    staged(catalogue, 1, BAKERY, FERRY)
    unwritable = replace(MUSEUM, title=None)  # type: ignore[arg-type]
    with pytest.raises(sa.exc.IntegrityError):
        catalogue.stage(2, [(MUSEUM, b""), (unwritable, b"")], [BAKERY.id])
    assert catalogue.articles(2) == (BAKERY, FERRY)


def test_newest_migration_is_the_schema_that_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA


def test_migrated_tables_have_the_columns_that_the_code_names(path: Path) -> None:
    Catalogue(path).close()
    engine = sa.create_engine(f"sqlite:///{path}")
    found = sa.inspect(engine)
    expected = TABLES.tables
    assert set(found.get_table_names()) == {*expected, "alembic_version"}
    for name, table in expected.items():
        columns = [(column["name"], str(column["type"])) for column in found.get_columns(name)]
        assert columns == [(c.name, c.type.compile(engine.dialect)) for c in table.columns]
        assert found.get_pk_constraint(name)["constrained_columns"] == [
            column.name for column in table.primary_key
        ]
    engine.dispose()


def test_foreign_keys_and_write_ahead_log_are_on(path: Path) -> None:
    catalogue = Catalogue(path)
    with catalogue._engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous")
        }
    assert pragmas == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}


def test_two_that_open_a_new_library_at_once_both_succeed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged(Catalogue(path), 1, BAKERY)
    # The second one looked before the first one had migrated.
    monkeypatch.setattr(database_module, "_schema_of", lambda _: None)
    assert Catalogue(path).articles(1) == (BAKERY,)


def test_a_migration_that_is_interrupted_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_table = alembic.op.create_table

    def interrupted(name: str, *columns: sa.Column[object]) -> object:
        if name == "published":
            raise KeyboardInterrupt
        return create_table(name, *columns)

    with monkeypatch.context() as patched:
        patched.setattr(alembic.op, "create_table", interrupted)
        with pytest.raises(KeyboardInterrupt):
            Catalogue(path)
    catalogue = Catalogue(path)
    staged(catalogue, 1, BAKERY)
    assert catalogue.articles(1) == (BAKERY,)


def test_a_file_that_is_no_library_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"a letter to my aunt, not a database\n" * 200)
    before = path.read_bytes()
    with pytest.raises(KnownError, match=r"library\.db cannot be read .* backup") as refused:
        Catalogue(path)
    assert "ne se lit pas" in refused.value.wording.fr
    assert path.read_bytes() == before


def test_a_truncated_library_is_refused_with_a_sentence(path: Path) -> None:
    catalogue = Catalogue(path)
    long = [replace(BAKERY, text=f"{BAKERY.text} {n}" * 40, locator=str(n)) for n in range(40)]
    staged(catalogue, 1, *long)
    catalogue.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(KnownError, match=r"library\.db cannot be read .* backup"):
        Catalogue(path).articles(1)


def test_a_file_that_cannot_be_opened_now_is_not_called_damaged(path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be used at the moment") as refused:
        Catalogue(path.parent / "nowhere" / path.name)  # as when the disk is full or read-only
    assert "n’est pas utilisable pour l’instant" in refused.value.wording.fr


def test_a_disk_that_is_full_is_said_in_a_sentence(path: Path) -> None:
    engine = open_database(path)
    say_hindrances(engine, path)

    @sa.event.listens_for(engine, "connect")
    def as_if_full(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # at least as many as there are

    engine.dispose()  # the next connection is full
    with pytest.raises(KnownError, match="database or disk is full"), engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE big AS SELECT zeroblob(1000000)"))


def test_a_library_of_a_newer_cxlit_is_refused(path: Path) -> None:
    Catalogue(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(KnownError, match=r"newer cxlit .schema 9999.* update cxlit"):
        Catalogue(path)
