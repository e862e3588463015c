"""Keeping a library from the command line: take in, look, correct, carry elsewhere."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import index.intake
from corpus.article import Article, Kind
from corpus.source import Source
from corpus.topics import Topic
from index.library import Library
from tests.command_line import CommandLine, Ran
from tests.fake_embedder import FakeEmbedder
from tests.invented import BAKERY, FERRY, LIBRARY_VAN, MUSEUM, file_of
from tests.scripted_chat import ScriptedChat

NOTED = replace(BAKERY, kind=Kind.STUDY, topics=(Topic.NPS, Topic.COMPLAINTS))


@pytest.fixture
def fill(home: Path) -> Callable[..., None]:
    """Puts articles into the library."""

    def fill(*articles: Article) -> None:
        library = Library(home, FakeEmbedder(), starter=False)
        library.add_articles(articles)
        library.close()

    return fill


@pytest.fixture
def filled(cxlit: CommandLine, fill: Callable[..., None]) -> CommandLine:
    """The command over a library with a study, the ferry and the museum."""
    fill(NOTED, FERRY, MUSEUM)
    return cxlit


def titles(ran: Ran) -> list[str]:
    return [article["title"] for article in ran.json["articles"]]


class NoModel:
    """An embedder whose model cannot be had."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"{name} of the model was asked for")


def test_what_needs_no_model_loads_none(
    cxlit: CommandLine, fill: Callable[..., None], tmp_path: Path
) -> None:
    kiosk = replace(LIBRARY_VAN, text="A kiosk sells kites.", locator="/kiosk.txt")
    fill(NOTED, FERRY, MUSEUM, LIBRARY_VAN, kiosk)
    cxlit.patch.setattr("index.embedding.SentenceTransformerEmbedder", lambda *_: NoModel())
    for command in (
        ["articles"],
        ["show", NOTED.id],
        ["show", NOTED.id, "--json"],
        ["correct", NOTED.id, "--date", "2017", "--original-title", "Green", "--json"],
        ["collect", "À lire", NOTED.id, "--json"],
        ["collect", "À lire", NOTED.id],
        ["collections"],
        ["topics"],
        ["export", str(tmp_path / "all.zip")],
        ["bibliography"],
        ["history"],
        ["remove", MUSEUM.id, "--json"],
        ["restore", "--json"],
        ["import", str(tmp_path / "all.zip"), "--json"],
    ):
        ran = cxlit(*command)
        assert ran.code == 0, (command, ran.err)
    assert "original title: Green\n" in cxlit("show", NOTED.id).out


# Taking in


QUESTION = "Qui relit le cahier de la boulangerie ?"
WRITTEN = json.dumps(
    {"questions": [{"question": QUESTION, "answer": "Le patron le relit tous les lundis"}]}
)


def test_a_chat_model_writes_the_questions_of_what_is_added_and_updated(
    cxlit: CommandLine, home: Path, tmp_path: Path
) -> None:
    def asked() -> list[str]:
        library = Library(home, FakeEmbedder(), starter=False)
        found = [q.text for each in library.holdings().questions().values() for q in each]
        library.close()
        return found

    model = ScriptedChat(reply=WRITTEN)
    cxlit.patch.setattr("qa.chat_model.chat_model", lambda *_: model)
    source = file_of(BAKERY, tmp_path)
    assert cxlit("add", source.locator, "--json").json["notes"] == []
    assert asked() == []  # nobody set a model for it
    cxlit.patch.setenv("CXLIT_QUESTION_LLM", "scripted:one")
    file_of(replace(BAKERY, text=f"{BAKERY.text} Fin."), tmp_path)
    ran = cxlit("update", "--json")
    assert (ran.json["notes"], ran.err) == ([], "")
    assert asked() == [QUESTION]


def test_why_questions_are_missing_is_said_and_the_articles_are_added(
    cxlit: CommandLine, tmp_path: Path
) -> None:
    model = ScriptedChat(failure=RuntimeError("secret"))
    cxlit.patch.setattr("qa.chat_model.chat_model", lambda *_: model)
    cxlit.patch.setenv("CXLIT_QUESTION_LLM", "scripted:one")
    sentence = "New articles were added without further questions: scripted:one failed"
    ran = cxlit("add", file_of(BAKERY, tmp_path).locator, "--json")
    assert [each["title"] for each in ran.json["added"]] == [BAKERY.title]
    assert ran.json["notes"] == [ran.complaint]
    assert sentence in ran.complaint
    cxlit.speaks("fr")
    ran = cxlit("add", file_of(FERRY, tmp_path).locator)
    assert "ont été ajoutés sans autres questions : scripted:one" in ran.complaint
    assert FERRY.title in ran.out


def test_a_question_model_that_cannot_be_set_up_stops_the_addition(
    cxlit: CommandLine, tmp_path: Path
) -> None:
    cxlit.patch.setenv("CXLIT_QUESTION_LLM", "nonsense")
    ran = cxlit("add", file_of(BAKERY, tmp_path).locator)
    assert (ran.code, ran.out) == (1, "")
    assert "is not a chat model" in ran.complaint
    assert cxlit("articles").out == ""
    checks = cxlit("doctor", "--offline", "--json").json["checks"]
    assert [c["works"] for c in checks if c["name"] == "Chat model for questions"] == [False]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """An archive with the bakery, the ferry, a picture and an archive."""
    folder = tmp_path / "papers"
    folder.mkdir()
    path = folder / "reports.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("fr/cahier.txt", BAKERY.text)
        archive.writestr("fr/cahier.txt.meta.yaml", "title: Le cahier vert\ndate: 2019-03\n")
        archive.writestr("ferry.txt", FERRY.text)
        archive.writestr("photo.png", b"x")
        archive.writestr("../../out.txt", MUSEUM.text)
    return path


def test_an_archive_is_added_member_by_member(cxlit: CommandLine, reports: Path) -> None:
    added = cxlit("add", reports.parent, "--json").json
    name = f"{reports.parent}/reports.zip"
    assert [(a["source"], a["date"]) for a in added["added"]] == [
        (f"{name}/ferry.txt", ""),
        (f"{name}/fr/cahier.txt", "2019-03"),
    ]
    skipped = {entry["source"] for entry in added["skipped"]}
    assert skipped == {f"{name}/photo.png", f"{name}/../../out.txt"}
    assert not (reports.parents[2] / "out.txt").exists()
    again = cxlit("add", reports, "--json").json
    assert [entry["article_id"] for entry in again["unchanged"]] == [FERRY.id, BAKERY.id]


def test_a_bad_archive_is_a_sentence_and_the_rest_is_added(
    cxlit: CommandLine, tmp_path: Path
) -> None:
    file_of(BAKERY, tmp_path)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    cxlit.speaks("fr")
    ran = cxlit("add", tmp_path)
    assert ran.code == 0
    assert f"Ajouté       {BAKERY.id}" in ran.out
    assert f"Écarté       {tmp_path}/broken.zip: L’archive est endommagée" in ran.out


def test_a_list_of_urls_is_read_line_by_line(
    cxlit: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(source: Source, **_: object) -> Article:
        return replace(FERRY, source=source.name, locator=source.locator)

    monkeypatch.setattr(index.intake, "read_article", read)
    urls = tmp_path / "urls.txt"
    urls.write_text("# reading\nhttps://ferry.example/minutes\nferry.example\n")
    report = cxlit("add", "--urls", urls, "--json").json
    assert [entry["source"] for entry in report["added"]] == ["https://ferry.example/minutes"]
    assert [entry["source"] for entry in report["skipped"]] == [f"{urls}:3"]
    monkeypatch.setattr("sys.stdin", io.StringIO("https://ferry.example/minutes\n"))
    assert len(cxlit("add", "--urls", "-", "--json").json["unchanged"]) == 1
    assert cxlit("add", "--urls", tmp_path / "nowhere", "--json").code == 1


@pytest.mark.parametrize("action", ["add", "update"])
def test_an_interruption_leaves_the_library_as_it_was(
    filled: CommandLine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reports: Path,
    action: str,
) -> None:
    file_of(LIBRARY_VAN, tmp_path)
    file_of(MUSEUM, tmp_path)
    filled("add", tmp_path / "van.md")
    before = filled("articles", "--json")
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(unpacked))
    read: list[Source] = []

    def interrupted(source: Source, **_: object) -> Article:
        read.append(source)
        if len(read) == 2 or action == "update":
            raise KeyboardInterrupt
        return replace(LIBRARY_VAN, locator=source.locator)

    monkeypatch.setattr(index.intake, "read_article", interrupted)
    ran = filled(*{"add": ("add", reports, tmp_path), "update": ("update",)}[action])
    assert ran.code == 130
    assert read
    assert filled("articles", "--json").out == before.out
    assert list(unpacked.iterdir()) == []


def test_update_reads_again_and_keeps_what_is_gone(
    cxlit: CommandLine, tmp_path: Path, reports: Path
) -> None:
    for article in (MUSEUM, LIBRARY_VAN):
        file_of(article, tmp_path)
    cxlit("add", tmp_path / "musee.md", tmp_path / "van.md", reports)
    file_of(replace(MUSEUM, title="Deux nuits au musée"), tmp_path)
    (tmp_path / "van.md").unlink()
    with zipfile.ZipFile(reports, "w") as archive:
        archive.writestr("ferry.txt", FERRY.text + " It rains.")
    ran = cxlit("update", "--json")
    assert ran.code == 0
    report = ran.json
    assert sorted(entry["title"] for entry in report["updated"])[0] == "Deux nuits au musée"
    assert len(report["updated"]) == 2
    gone = {Path(entry["source"]).name: entry["reason"] for entry in report["skipped"]}
    assert gone.keys() == {"van.md", "cahier.txt"}
    assert gone["van.md"] == "The file is no longer there. The article stays as it is."
    assert len(cxlit("articles", "--json").json["articles"]) == 4
    one = cxlit("update", MUSEUM.id)
    assert (one.code, one.out) == (0, "Unchanged: 1\n")
    assert cxlit("update", "0000").code == 1


# Looking before it counts


def test_a_preview_shows_everything_and_adds_nothing(filled: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    file_of(replace(FERRY, text=FERRY.text + " It rains."), folder)
    file_of(MUSEUM, folder)
    van = folder / "van.md"
    van.write_text(f"# The van\n\nBy Ann Mill, 2 June 2016\n\n{LIBRARY_VAN.text}\n")
    seen = filled("add", folder, "nowhere.txt", "--preview", "--json").json
    by_name = {Path(entry["source"]).name: entry for entry in seen["sources"]}
    assert {name: entry["outcome"] for name, entry in by_name.items()} == {
        "ferry.md": "added",
        "van.md": "added",
    }
    assert by_name["ferry.md"]["near_duplicate"]["resembles"] == FERRY.id
    assert by_name["van.md"]["near_duplicate"] is None
    assert by_name["van.md"]["article"]["title"] == "The van"
    assert by_name["van.md"]["article"]["date"] == "2016-06-02"
    assert by_name["van.md"]["removed"] == {
        "lines": 2,
        "first": ["The van", "By Ann Mill, 2 June 2016"],
    }
    assert by_name["van.md"]["first_passages"] == [LIBRARY_VAN.text]
    assert [Path(entry["source"]).name for entry in seen["skipped"]] == ["nowhere.txt", "musee.md"]
    assert titles(filled("articles", "--json")) == [NOTED.title, FERRY.title, MUSEUM.title]
    filled.speaks("fr")
    shown = filled("add", van, "--preview").out
    assert "Serait ajouté" in shown
    assert "The van" in shown
    assert "Lignes ôtées\u00a0: 2" in shown
    nothing = filled("add", "nowhere.txt", "--preview", "--json")
    assert (nothing.code, nothing.json["sources"]) == (1, [])


# Looking


def test_articles_are_listed_within_filters(filled: CommandLine) -> None:
    assert titles(filled("articles", "--json")) == [NOTED.title, FERRY.title, MUSEUM.title]
    for arguments, expected in (
        (["--language", "en"], [FERRY.title]),
        (["--kind", "study"], [NOTED.title]),
        (["--topic", "nps"], [NOTED.title]),
        (["--author", "marche"], [NOTED.title]),
        (["--publisher", "gazette"], [NOTED.title]),
        (["--since", "2020"], [FERRY.title]),
        (["--until", "2020"], [NOTED.title]),
        (["--collection", "none"], []),
    ):
        assert titles(filled("articles", *arguments, "--json")) == expected
    assert filled("articles", "--kind", "book").code == 1
    filled.speaks("fr")
    line = filled("articles", "--kind", "study").out.splitlines()[1].strip()
    assert line == (
        "Odile Marchepied, Léon Quai · La Gazette du Port · 2019-03 · fr · étude · notes/cahier.md"
    )


def test_topics_have_two_names_and_a_count(filled: CommandLine) -> None:
    topics = filled("topics", "--json").json["topics"]
    assert [topic["topic"] for topic in topics] == list(Topic)
    assert {topic["topic"] for topic in topics if topic["articles"]} == {"nps", "complaints"}
    nps = next(topic for topic in topics if topic["topic"] == "nps")
    assert nps == {
        "topic": "nps",
        "en": "NPS and its critics",
        "fr": "Le NPS et ses critiques",
        "articles": 1,
    }
    assert "    1  nps                     NPS and its critics\n" in filled("topics").out


# Correcting


def test_a_correction_is_shown_and_survives_an_update(cxlit: CommandLine, tmp_path: Path) -> None:
    source = file_of(BAKERY, tmp_path)
    cxlit("add", tmp_path)
    ran = cxlit(
        *("correct", BAKERY.id, "--title", "Le cahier rouge", "--author", "Zoé", "--author", "Léa"),
        *("--date", "juin 2016", "--kind", "study", "--topic", "nps", "--json"),
    )
    article = ran.json["article"]
    assert (article["title"], article["authors"]) == ("Le cahier rouge", ["Zoé", "Léa"])
    assert (article["date"], article["kind"], article["topics"]) == ("2016-06", "study", ["nps"])
    assert article["corrected"] == ["authors", "date", "kind", "title", "topics"]
    file_of(replace(BAKERY, title="Autre", text=BAKERY.text + " Fin."), tmp_path, source.name)
    (updated,) = cxlit("update", "--json").json["updated"]
    assert updated["title"] == "Le cahier rouge"
    cxlit.speaks("fr")
    shown = cxlit("show", updated["article_id"]).out
    assert "corrigé à la main: auteurs, date, genre, titre, thèmes" in shown
    assert "thèmes: Le NPS et ses critiques" in shown
    cleared = cxlit("correct", updated["article_id"], "--date", "", "--json").json
    assert cleared["article"]["date"] == ""


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["0000", "--date", "2016"], 1, "There is no article 0000"),
        ([NOTED.id, "--date", "soon"], 1, "date “soon” is not understood"),
        ([NOTED.id], 2, "Say what to correct"),
    ],
)
def test_a_bad_correction_is_refused(
    filled: CommandLine, arguments: list[str], code: int, words: str
) -> None:
    before = filled("articles", "--json").out
    ran = filled("correct", *arguments)
    assert (ran.code, words in " ".join(ran.err.split())) == (code, True)
    assert filled("articles", "--json").out == before


def test_collections_are_made_filled_and_emptied(filled: CommandLine) -> None:
    assert "There is no collection yet" in filled("collections").out
    filled("collect", "Nos études", NOTED.id, FERRY.id)
    again = filled("collect", "NOS ETUDES", FERRY.id, MUSEUM.id, "--json").json
    assert again["collection"] == "Nos études"
    assert again["articles"] == [
        {"article_id": FERRY.id, "collections": ["Nos études"]},
        {"article_id": MUSEUM.id, "collections": ["Nos études"]},
    ]
    assert filled("collections", "--json").json == {
        "collections": [{"name": "Nos études", "articles": 3}]
    }
    assert len(titles(filled("articles", "--collection", "nos études", "--json"))) == 3
    assert filled("collect", "--remove", "nos etudes", FERRY.id).out == (
        "Taken out of “Nos études”: 1\n"
    )
    assert filled("collections").out == "    2  Nos études\n"
    before = filled("collections").out
    assert filled("collect", "Nos études", FERRY.id, "0000").code == 1
    assert filled("collect", " ", FERRY.id).code == 1
    assert filled("collections").out == before


def test_the_last_removal_is_undone(filled: CommandLine) -> None:
    nothing = filled("restore")
    assert nothing.code == 1
    assert nothing.complaint
    filled("remove", NOTED.id, FERRY.id)
    generation = filled("remove", MUSEUM.id, "--json").json["generation"]
    assert filled("restore", "--json").json == {
        "restored": [MUSEUM.id],
        "generation": generation + 1,
    }
    assert filled("restore").out == (
        f"Restored  {NOTED.id}  {NOTED.title}\nRestored  {FERRY.id}  {FERRY.title}\n"
    )
    assert sorted(titles(filled("articles", "--json"))) == sorted(
        article.title for article in (NOTED, FERRY, MUSEUM)
    )


# Carrying elsewhere


def test_an_export_is_imported_with_all_that_is_known(
    filled: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled("collect", "Nos études", NOTED.id)
    filled("correct", FERRY.id, "--publisher", "The Quay")
    path = tmp_path / "library.zip"
    exported = filled("export", path, "--json").json
    assert (exported["file"], exported["articles"]) == (str(path), 3)
    known = [filled("show", article.id, "--json").json for article in (NOTED, FERRY, MUSEUM)]
    monkeypatch.setenv("CXLIT_HOME", str(tmp_path / "elsewhere"))
    report = filled("import", path, "--json").json
    assert {entry["article_id"] for entry in report["added"]} == {NOTED.id, FERRY.id, MUSEUM.id}
    assert known == [
        filled("show", article.id, "--json").json for article in (NOTED, FERRY, MUSEUM)
    ]
    filled("export", tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == path.read_bytes()
    again = filled("import", path, "--json").json
    assert (len(again["unchanged"]), again["added"], again["updated"]) == (3, [], [])


def test_an_import_brings_collections_and_takes_nothing_away(
    filled: CommandLine, tmp_path: Path, fill: Callable[..., None]
) -> None:
    path = tmp_path / "library.zip"
    filled("collect", "Nos études", NOTED.id, FERRY.id)
    filled("export", path)
    filled("collect", "--remove", "Nos études", NOTED.id)
    filled("collect", "À lire", NOTED.id)
    fill(replace(FERRY, text=FERRY.text + " It rains."))  # a newer version of the same file
    newer = filled("articles", "--language", "en", "--json").json["articles"][0]["article_id"]
    assert newer != FERRY.id
    filled("import", path)
    listed = {a["article_id"]: a for a in filled("articles", "--json").json["articles"]}
    assert sorted(listed[NOTED.id]["collections"]) == ["Nos études", "À lire"]
    assert newer in listed
    assert listed[FERRY.id]["collections"] == ["Nos études"]


def test_an_export_replaces_nothing_by_accident(filled: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "library.zip"
    path.write_bytes(b"mine")
    ran = filled("export", path)
    assert (ran.code, path.read_bytes()) == (1, b"mine")
    assert "add --force" in ran.complaint
    assert filled("export", path, "--force", "--language", "en").out == f"Articles in {path}: 1\n"
    assert filled("export", tmp_path / "none.zip", "--author", "nobody").code == 1
    assert not (tmp_path / "none.zip").exists()


def test_a_foreign_archive_imports_nothing(filled: CommandLine, tmp_path: Path) -> None:
    before = filled("articles", "--json").out
    path = tmp_path / "foreign.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", LIBRARY_VAN.text)
    ran = filled("import", path)
    assert (ran.code, ran.out) == (1, "")
    assert "was not written by cxlit export" in ran.complaint
    assert filled("articles", "--json").out == before


def test_the_bibliography_is_printed_or_written(filled: CommandLine, tmp_path: Path) -> None:
    from pybtex.database import parse_string

    printed = filled("bibliography").out
    assert list(parse_string(printed, "bibtex").entries) == [
        "marchepied2019cahier",
        "2021minutes",
        "nuit",
    ]
    items = json.loads(filled("bibliography", "--format", "csl-json", "--language", "fr").out)
    assert [item["id"] for item in items] == ["marchepied2019cahier", "nuit"]
    path = tmp_path / "library.ris"
    ran = filled("bibliography", "--format", "ris", "--output", path, "--kind", "study")
    assert ran.out == f"Entries in {path}: 1\n"
    assert path.read_text(encoding="utf-8").startswith("TY  - RPRT\nID  - marchepied2019cahier\n")
    assert filled("bibliography", "--output", path).code == 1
    assert filled("bibliography", "--format", "word").code == 2


def test_all_kinds_of_bad_input_at_once(
    cxlit: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    file_of(BAKERY, folder)
    for name, data in (
        ("empty.txt", b""),
        ("fake.pdf", b"Bonjour"),
        ("broken.docx", b"PK\x03\x04word/"),
        ("binary.txt", bytes(range(256)) * 10),
        ("front.md", b"---\ntopics: [cats]\n---\n\nBonjour le monde.\n"),
        ("side.txt", FERRY.text.encode()),
        ("side.txt.meta.yaml", b"date: [\n"),
        ("broken.zip", b"PK"),
        ("song.mp3", b"ID3"),
    ):
        (folder / name).write_bytes(data)
    report = cxlit("add", folder, "--json").json
    assert [entry["article_id"] for entry in report["added"]] == [BAKERY.id]
    assert sorted(Path(entry["source"]).name for entry in report["skipped"]) == [
        "binary.txt",
        "broken.docx",
        "broken.zip",
        "empty.txt",
        "fake.pdf",
        "front.md",
        "side.txt",
        "song.mp3",
    ]
    assert all(entry["reason"].endswith(".") for entry in report["skipped"])
