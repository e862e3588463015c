"""Decks written for Anki are opened and read back; progress made there is read in."""

import io
import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.article import Record
from corpus.wording import KnownError, Wording
from qa.training.item import Item
from qa.training.review import anki_progress
from qa.training.review.anki import Deck, card_of, write_deck
from qa.training.review.anki_progress import anki_reviews
from qa.training.review.cards import Marked
from qa.training.review.review import Grade, Occasion
from tests.fake_desk import ENGLISH, FRENCH, HOSTILE
from tests.training_items import A_FIGURE, an_item, judged

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NAMES = {"mandate": Wording("Mandate and governance", "Mandat et gouvernance")}
FIGURE = replace(A_FIGURE, article_id=FRENCH.id)
TWIN = replace(
    FIGURE,
    id="e" * 16,
    language="fr",
    stem="Quelle part dépend du directeur général ?",
    why=Wording("Because.", "Parce que."),
)
STATEMENT = judged("s", true=False, article_id="gone")
PASSAGE = Marked(
    card="passage:0123456789abcdef",
    at=AT,
    work=ENGLISH.work,
    article_id=ENGLISH.id,
    start=0,
    end=9,
    quote="One who reports to marketing measures, and rarely decides.",
    title=ENGLISH.title,
    heading="The reporting line",
)


def records() -> dict[str, Record]:
    return {article.id: article for article in (FRENCH, ENGLISH, HOSTILE)}


def written(*items: Item, marked: tuple[Marked, ...] = (), at: datetime = AT) -> bytes:
    file = io.BytesIO()
    write_deck(file, Deck(items, marked, "en"), records(), NAMES, at)
    return file.getvalue()


def opened(package: bytes, folder: Path) -> sqlite3.Connection:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        assert json.loads(archive.read("media")) == {}
        archive.extract("collection.anki2", folder)
    return sqlite3.connect(folder / "collection.anki2")


def notes(package: bytes, folder: Path) -> dict[str, dict[str, str]]:
    """Fields by name, with the tags, by the id that Anki knows the note by."""
    database = opened(package, folder)
    models = json.loads(database.execute("SELECT models FROM col").fetchone()[0])
    found = {}
    for guid, model, fields, tags in database.execute("SELECT guid, mid, flds, tags FROM notes"):
        names = [field["name"] for field in models[str(model)]["flds"]]
        values = dict(zip(names, fields.split("\x1f"), strict=True))
        found[guid] = {**values, "tags": tags.strip()}
    database.close()
    return found


def test_a_deck_read_back(tmp_path: Path) -> None:
    found = notes(written(FIGURE, TWIN, STATEMENT, marked=(PASSAGE,)), tmp_path)
    card = FIGURE.card
    assert set(found) == {
        f"cxlit:{card}:en", f"cxlit:{card}:fr", "cxlit:s:en", "cxlit:passage:0123456789abcdef",
    }  # fmt: skip
    figure = found[f"cxlit:{card}:en"]
    assert figure["Question"] == FIGURE.stem
    assert figure["Shown"] == FIGURE.shown
    assert sorted(re.findall("<li>(.*?)</li>", figure["Options"])) == sorted(FIGURE.options)
    assert figure["Answer"] == "40 %"
    assert figure["Quote"] == FIGURE.quote.replace("40 %", "<mark>40 %</mark>")
    assert figure["Source"] == (
        '<a href="https://example.org/rattachement">Camille Exemple, Le rattachement du CCO, note '
        "de lecture, Revue d’essai, 2016-06-02</a>"
    )
    assert figure["tags"] == "Mandate_and_governance"
    french = found[f"cxlit:{card}:fr"]
    assert (french["Why"], french["tags"]) == ("Parce que.", "Mandat_et_gouvernance")
    statement = found["cxlit:s:en"]
    assert re.findall("<li>(.*?)</li>", statement["Options"]) == ["True", "False"]
    assert (statement["Answer"], statement["Source"]) == ("False", "")
    passage = found[f"cxlit:{PASSAGE.card}"]
    assert passage["Question"] == PASSAGE.question.en
    assert (passage["Options"], passage["Quote"]) == ("", PASSAGE.quote)
    assert passage["Source"] == "Alex Sample, Robin Specimen, A seat at the table, Journal of " \
        "Trials, 2019-03"  # fmt: skip
    assert passage["tags"] == "Marked_passages"


def test_decks_note_types_and_cards(tmp_path: Path) -> None:
    database = opened(written(FIGURE, TWIN, marked=(PASSAGE,)), tmp_path)
    decks, models = (
        json.loads(text) for text in database.execute("SELECT decks, models FROM col").fetchone()
    )
    ours = {id_: deck["name"] for id_, deck in decks.items() if id_ != "1"}
    assert ours == {"1732590211": "Customer experience", "1518204877": "Expérience client"}
    assert {"1604118302", "1299781645"} <= set(models)
    back = {model["tmpls"][0]["afmt"] for model in models.values()}
    assert any("Dans la source" in template for template in back)
    assert "nightMode" in models["1604118302"]["css"]
    per_deck = dict(database.execute("SELECT did, COUNT(*) FROM cards GROUP BY did").fetchall())
    database.close()
    assert per_deck == {1732590211: 2, 1518204877: 1}


def test_the_same_deck_is_the_same_file() -> None:
    assert written(FIGURE, TWIN, marked=(PASSAGE,)) == written(FIGURE, TWIN, marked=(PASSAGE,))


def test_a_later_deck_is_newer_with_the_same_notes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    before = opened(written(FIGURE), first).execute("SELECT guid, mid, mod FROM notes").fetchone()
    later = written(replace(FIGURE, stem="Reworded?"), at=AT + timedelta(days=1))
    after = opened(later, second).execute("SELECT guid, mid, mod FROM notes").fetchone()
    assert before[:2] == after[:2]
    assert after[2] - before[2] == 24 * 60 * 60


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    hostile = "<script>{{Answer}}</script>"
    item = an_item(
        "h", stem=hostile, options=(hostile, "b", "c"), article_id=HOSTILE.id, competency="a b::c"
    )
    found = notes(written(item, marked=(replace(PASSAGE, quote=hostile),)), tmp_path)
    for note in found.values():
        assert "<script" not in "".join(note.values())
        assert "{{" not in "".join(note.values())
        assert "javascript:" not in note["Source"]
    assert found["cxlit:h:en"]["tags"] == "a_b_c"


def test_an_empty_deck_says_what_to_do() -> None:
    with pytest.raises(KnownError, match="no card for this deck"):
        written()


@pytest.mark.parametrize(
    ("guid", "card"),
    [
        ("cxlit:0123456789abcdef:en", "0123456789abcdef"),
        ("cxlit:passage:0123456789abcdef", "passage:0123456789abcdef"),
        ("cxlit:", ""),
        ("cxlit:a b", ""),
        ("BzX3~k", ""),
        ("cxlit:challenge:mandate", ""),
    ],
)
def test_the_card_of_a_note(guid: str, card: str) -> None:
    assert card_of(guid) == card


def exported(path: Path, log: list[tuple[int, int, int, int]], name: str = "") -> Path:
    """A deck as Anki exports it, with a review log of (time in ms, card, ease, type)."""
    package = written(FIGURE, TWIN, marked=(PASSAGE,))
    folder = path.with_suffix("")
    database = opened(package, folder)
    ids = [id_ for (id_,) in database.execute("SELECT id FROM cards ORDER BY id")]
    rows = [(at, ids[card], -1, ease, 0, 0, 0, 0, kind) for at, card, ease, kind in log]
    database.executemany("INSERT INTO revlog VALUES (?,?,?,?,?,?,?,?,?)", rows)
    database.commit()
    database.close()
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(folder / "collection.anki2", name or "collection.anki2")
        archive.writestr("media", "{}")
    return path


def ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def test_progress_from_anki(tmp_path: Path) -> None:
    log = [
        (ms(AT), 0, 3, 0),
        (ms(AT) + 600_000, 2, 1, 1),
        (ms(AT) + 700_000, 1, 4, 0),
        (ms(AT) + 800_000, 0, 0, 4),  # a change by hand, no answer
        (ms(AT) + 900_000, 0, 3, 5),  # rescheduled, no answer
        (ms(AT + timedelta(days=400)), 0, 3, 1),  # in the future
        (5, 0, 3, 1),  # no time at all
    ]
    found = anki_reviews(exported(tmp_path / "a.apkg", log), "ada", AT + timedelta(hours=1))
    assert [(r.card, r.grade, r.at) for r in found] == [
        (FIGURE.card, Grade.GOOD, AT),
        (FIGURE.card, Grade.AGAIN, AT + timedelta(minutes=10)),  # its twin: the same card
        (PASSAGE.card, Grade.EASY, AT + timedelta(seconds=700)),
    ]
    assert {(r.person, r.occasion, r.correct) for r in found} == {("ada", Occasion.ANKI, None)}
    newer = exported(tmp_path / "b.colpkg", log, "collection.anki21")
    assert anki_reviews(newer, "ada", AT + timedelta(hours=1)) == found


def test_the_newest_form_says_what_to_tick(tmp_path: Path) -> None:
    path = exported(tmp_path / "a.apkg", [])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("collection.anki21b", b"\x28\xb5\x2f\xfd")
    with pytest.raises(KnownError, match="Support older Anki versions"):
        anki_reviews(path, "ada", AT)


def test_files_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.apkg"
    with pytest.raises(KnownError, match="There is no file"):
        anki_reviews(path, "ada", AT)
    path.write_bytes(b"no archive")
    with pytest.raises(KnownError, match="no deck or collection"):
        anki_reviews(path, "ada", AT)
    for content in (b"no database", b"SQLite format 3\x00" + bytes(5000)):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("collection.anki2", content)
        with pytest.raises(KnownError, match="no deck or collection"):
            anki_reviews(path, "ada", AT)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("something.else", b"")
    with pytest.raises(KnownError, match="no deck or collection"):
        anki_reviews(path, "ada", AT)
    with pytest.raises(KnownError):
        anki_reviews(tmp_path, "ada", AT)


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anki_progress, "_MOST_UNPACKED", 2**21)
    path = tmp_path / "a.apkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", bytes(2**22))
    assert path.stat().st_size < 10_000
    with pytest.raises(KnownError, match="larger than what can be read"):
        anki_reviews(path, "ada", AT)
    monkeypatch.setattr(anki_progress, "MOST_BYTES", 100)
    with pytest.raises(KnownError, match="larger than what can be read"):
        anki_reviews(path, "ada", AT)


def test_a_view_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anki_progress, "_MOST_STEPS", 100)
    source = tmp_path / "collection.anki2"
    database = sqlite3.connect(source)
    database.executescript("""
        CREATE VIEW revlog AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
            SELECT x AS id, x AS cid, 3 AS ease, 1 AS type FROM n;
        CREATE TABLE cards (id, nid); CREATE TABLE notes (id, guid);
        INSERT INTO cards VALUES (0, 0); INSERT INTO notes VALUES (0, 'cxlit:a:en');
    """)
    database.close()
    path = tmp_path / "a.apkg"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(source, "collection.anki2")
    with pytest.raises(KnownError, match="no deck or collection"):
        anki_reviews(path, "ada", AT)


def test_a_deck_that_did_not_come_from_here(tmp_path: Path) -> None:
    path = exported(tmp_path / "a.apkg", [])
    database = opened(path.read_bytes(), tmp_path / "foreign")
    database.execute("UPDATE notes SET guid = 'BzX3~k' || id")
    database.commit()
    database.close()
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(tmp_path / "foreign" / "collection.anki2", "collection.anki2")
    with pytest.raises(KnownError, match="No card in this file came from cxlit"):
        anki_reviews(path, "ada", AT)
