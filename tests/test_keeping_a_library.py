"""What a librarian does: correct, restore, look before adding; and what an update keeps."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.answered import AnsweredQuestion
from corpus.article import Article
from corpus.source import Source
from corpus.topics import Topic
from corpus.wording import KnownError, Wording
from index.library import Library
from index.passage import Passage
from index.report import Corrected, Listed, Outcome
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL, BAKERY, FERRY, LIBRARY_VAN, MUSEUM, at, file_of


@pytest.fixture
def filled(library: Library) -> Library:
    library.add_articles(ALL)
    return library


def ids(library: Library) -> set[str]:
    return {record.id for record in library.snapshot().records()}


def found(library: Library, query: str, language: str = "fr") -> list[str]:
    """Ids of the articles that hold the words."""
    hits = library.snapshot().lexical.search(query, 50, language)
    return [hit.passage.article_id for hit in hits]


# Listing


def test_a_listing_holds_records_and_numbers_of_passages(
    filled: Library, embedder: FakeEmbedder
) -> None:
    empty = Article(title="Vide", text="- ", locator="/vide")
    filled.add_articles([empty])
    listing = filled.listing()
    assert [entry.passages for entry in listing] == [1, 1, 1, 1, 0]
    assert [entry.record for entry in listing] == list(filled.snapshot().records())
    assert isinstance(listing[0], Listed)
    assert listing[0].record.characters == len(BAKERY.text)


# Correcting


def test_other_metadata_are_published_without_embedding_anything(
    filled: Library, embedder: FakeEmbedder
) -> None:
    before = filled.snapshot()
    embedder.embedded.clear()
    shelved = replace(
        BAKERY,
        collections=("Nos études",),
        topics=(Topic.CULTURE,),
        date="2018",
        url="https://x.example",
    )
    done = filled.correct([BAKERY.id], lambda _: shelved)
    assert done == Corrected((shelved,), 1, before.generation + 1)
    snapshot = filled.snapshot()
    assert snapshot.article(BAKERY.id) == shelved
    assert before.article(BAKERY.id) == BAKERY  # for whoever still reads that generation
    assert (embedder.embedded, snapshot.fingerprint) == ([], before.fingerprint)
    assert snapshot.contents.passages == before.contents.passages


def test_another_title_is_found(filled: Library, embedder: FakeEmbedder) -> None:
    before = filled.snapshot().fingerprint
    embedder.embedded.clear()
    filled.correct([FERRY.id], lambda a: replace(a, title="Patience aboard"))
    assert found(filled, "patience", "en") == [FERRY.id]
    assert all(text.startswith("Patience aboard") for text in embedder.embedded)
    assert len(embedder.embedded) == 1  # a passage, its sentences with it
    assert filled.snapshot().fingerprint != before
    filled.correct([FERRY.id], lambda _: FERRY)
    assert filled.snapshot().fingerprint == before


def test_correcting_what_is_not_there_changes_nothing(filled: Library) -> None:
    before = filled.snapshot()
    unknown = Article(title="?", text="Nobody knows this one.")
    with pytest.raises(KnownError, match=f"no article {unknown.id}"):
        filled.correct([BAKERY.id, unknown.id], lambda a: replace(a, title="X"))
    assert filled.snapshot() is before


def test_a_correction_that_changes_nothing_publishes_nothing(filled: Library) -> None:
    before = filled.snapshot()
    assert filled.correct([BAKERY.id], lambda a: a) == Corrected((BAKERY,), 0, before.generation)
    assert filled.correct([], lambda a: a) == Corrected((), 0, before.generation)
    assert filled.snapshot() is before


def test_two_corrections_of_one_article_both_count(filled: Library, home: Path) -> None:
    other = Library(home, FakeEmbedder())

    def titled(article: Article) -> Article:
        return replace(article, title="Le cahier")

    # Both opened the library before either wrote.
    filled.correct([BAKERY.id], titled)
    (article,) = other.correct([BAKERY.id], lambda a: replace(a, date="2018")).articles
    other.close()
    assert (article.title, article.date) == ("Le cahier", "2018")


def test_corrections_and_collections_survive_an_update(library: Library, tmp_path: Path) -> None:
    source = file_of(BAKERY, tmp_path)
    library.add([source])
    (stored,) = library.snapshot().articles()
    kept = replace(
        stored, title="Mon titre", date="2001", collections=("A",), corrected=("date", "title")
    )
    library.correct([kept.id], lambda _: kept)
    assert [a.title for a in library.add([source]).unchanged] == ["Mon titre"]
    changed = replace(BAKERY, text=BAKERY.text.replace("cahier", "registre"), publisher="Autre")
    report = library.add([file_of(changed, tmp_path)])
    assert [a.title for a in report.updated] == ["Mon titre"]
    (after,) = library.snapshot().articles()
    assert (after.title, after.date, after.collections) == ("Mon titre", "2001", ("A",))
    assert after.corrected == ("date", "title")
    assert after.text == changed.text


# Restoring


def test_the_last_removal_is_undone(filled: Library, embedder: FakeEmbedder) -> None:
    before = filled.snapshot()
    filled.remove([MUSEUM.id])
    filled.remove([BAKERY.id, FERRY.id])
    embedder.embedded.clear()
    assert set(filled.restore()) == {BAKERY, FERRY}
    assert ids(filled) == {BAKERY.id, FERRY.id, LIBRARY_VAN.id}
    assert found(filled, "boulangerie") == [BAKERY.id]
    assert filled.restore() == (MUSEUM,)
    assert filled.snapshot().fingerprint == before.fingerprint
    assert embedder.embedded == []
    with pytest.raises(KnownError, match="no removal to undo") as error:
        filled.restore()
    assert "pas de suppression à annuler" in error.value.wording.fr


def test_an_update_is_no_removal(filled: Library) -> None:
    changed = replace(FERRY, text=FERRY.text.replace("captain", "skipper"))
    filled.add_articles([changed])
    with pytest.raises(KnownError, match="no removal to undo"):
        filled.restore()


def test_what_came_back_and_gave_way_is_not_restored_again(filled: Library) -> None:
    filled.remove([FERRY.id])
    filled.restore()
    filled.add_articles([replace(FERRY, text=FERRY.text.replace("captain", "skipper"))])
    with pytest.raises(KnownError, match="no removal to undo"):
        filled.restore()


def test_an_article_whose_place_is_taken_comes_back_beside_the_other(filled: Library) -> None:
    filled.remove([BAKERY.id])
    newer = replace(BAKERY, text=BAKERY.text.replace("vert", "gris"))
    filled.add_articles([newer])
    (back,) = filled.restore()
    assert back == replace(BAKERY, locator="")
    assert {BAKERY.id, newer.id} <= ids(filled)


# Looking first


def test_a_preview_publishes_nothing_and_can_be_confirmed(
    library: Library, embedder: FakeEmbedder, tmp_path: Path
) -> None:
    library.add([file_of(BAKERY, tmp_path), file_of(MUSEUM, tmp_path)])
    before = library.snapshot()
    embedder.embedded.clear()
    changed = replace(BAKERY, text=BAKERY.text.replace("cahier", "registre"))
    alike = replace(at(FERRY, "/ferry2.md"), text=f"{FERRY.text} Rarely.", title="F2")
    missing = Source("none.txt", tmp_path / "none.txt", "/none.txt")
    sources = [
        file_of(FERRY, tmp_path),
        file_of(alike, tmp_path),
        file_of(changed, tmp_path),
        file_of(MUSEUM, tmp_path),
        missing,
    ]
    preview = library.preview(sources)
    assert [(entry.source, entry.outcome) for entry in preview.entries] == [
        ("ferry.md", Outcome.ADDED),
        ("ferry2.md", Outcome.ADDED),
        ("cahier.md", Outcome.UPDATED),
        ("musee.md", Outcome.UNCHANGED),
    ]
    assert [skipped.source for skipped in preview.skipped] == ["none.txt"]
    twins = [entry.near_duplicate for entry in preview.entries]
    assert [twin.resembles_id if twin else None for twin in twins][:2] == [None, FERRY.id]
    assert all(len(entry.passages) == 1 for entry in preview.entries)
    assert library.snapshot() is before
    assert embedder.embedded == []

    for source in sources[:3]:  # confirming reads nothing again
        Path(str(source.location)).unlink()
    report = library.add_articles([entry.article for entry in preview.entries])
    assert [a.title for a in report.added] == ["Minutes on the quay", "F2"]
    assert [a.title for a in report.updated] == ["Le cahier vert"]
    assert [a.title for a in report.unchanged] == ["Une nuit au musée"]


# Questions


class Writer:
    """Writes one question for each article."""

    notes = (Wording("It is tired.", "Il est las."),)

    def __call__(
        self, article: Article, passages: tuple[Passage, ...]
    ) -> tuple[AnsweredQuestion, ...]:
        start = passages[0].start
        return (AnsweredQuestion(f"Of what speaks {article.title}?", "en", start, start + 10),)


class InterruptedWriter(Writer):
    def __call__(
        self, article: Article, passages: tuple[Passage, ...]
    ) -> tuple[AnsweredQuestion, ...]:
        raise KeyboardInterrupt


def test_questions_are_written_for_articles_without_any(
    library: Library, embedder: FakeEmbedder
) -> None:
    own = replace(MUSEUM, questions=(AnsweredQuestion("Qui vote ?", "fr", 0, 20),))
    assert library.add_articles([BAKERY, own], write_questions=Writer()).notes == Writer.notes
    assert sorted(embedder.asked) == ["Of what speaks Le cahier vert?", "Qui vote ?"]
    snapshot = library.snapshot()
    assert snapshot.article(MUSEUM.id) == own
    assert snapshot.article(BAKERY.id).questions[0].text == "Of what speaks Le cahier vert?"
    assert len(snapshot.contents.questions) == 2
    # Read again without them, the article is unchanged and keeps them.
    embedder.asked.clear()
    report = library.add_articles([BAKERY], write_questions=Writer())
    assert [a.title for a in report.unchanged] == ["Le cahier vert"]
    assert library.snapshot() is snapshot
    # Changed, it is asked anew: the old ones may point at other words now.
    library.add_articles([replace(BAKERY, text=f"Avant. {BAKERY.text}")], write_questions=Writer())
    assert len(library.snapshot().contents.questions) == 2
    assert embedder.asked == []  # the same words again


def test_an_interrupted_writing_of_questions_adds_nothing(filled: Library) -> None:
    before = filled.snapshot()
    new = Article(title="Neuf", text="Un seul kiosque vend des cerfs-volants.", language="fr")
    with pytest.raises(KeyboardInterrupt):
        filled.add_articles([new], write_questions=InterruptedWriter())
    assert filled.snapshot() is before
    filled.add_articles([new])
    assert new.id in ids(filled)
