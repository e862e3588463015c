"""`cxlit library`: the originals behind the notes, and the notes themselves."""

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.reading_list import ListedSource
from corpus.starter import starter_sources
from index.library import Library
from tests.command_line import CommandLine
from tests.fake_embedder import FakeEmbedder
from tests.publisher import Site, publishing

Listing = Callable[..., None]


@pytest.fixture
def site() -> Iterator[Site]:
    with publishing() as running:
        yield running


@pytest.fixture
def listed(cxlit: CommandLine, site: Site) -> Listing:
    """Makes pages of the site the reading list; no pause is slept."""
    cxlit.patch.setenv("CXLIT_ALLOW_PRIVATE", "1")
    cxlit.patch.setattr("ui.commands.library.sleep", lambda _: None)

    def use(*paths: str) -> None:
        sources = tuple(
            site.source(path) if path else ListedSource(id="no-address", title="Out of print")
            for path in paths
        )
        cxlit.patch.setattr("corpus.reading_list.reading_list", lambda: sources)

    return use


class Terminal(io.StringIO):
    """Standard input with a person at it."""

    def isatty(self) -> bool:
        return True


def at_a_terminal(cxlit: CommandLine, typed: str) -> None:
    cxlit.patch.setattr(sys, "stdin", Terminal(typed))
    cxlit.patch.setattr("ui.commands.library.somebody_is_there", lambda: True)


def ids(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in entries]


def test_what_can_be_had_is_added_and_the_rest_is_told(
    cxlit: CommandLine, site: Site, listed: Listing, home: Path
) -> None:
    listed("article-1", "missing", "article-2", "failing", "paywall")
    ran = cxlit("library", "fetch", "--yes", "--json")
    assert (ran.code, ran.err) == (0, "")
    done = ran.json
    library = Library(home, FakeEmbedder(), starter=False)
    snapshot = library.snapshot()
    articles = snapshot.articles()
    library.close()
    assert [article.url for article in articles] == [
        f"{site.address}/article-1",
        f"{site.address}/article-2",
    ]
    assert done["added"] == [
        {
            "id": f"article-{n}",
            "url": f"{site.address}/article-{n}",
            "article_id": article.id,
            "title": f"About article-{n}",
            "language": "fr",
            "date": "",
            "passages": len(snapshot.passages_of[article.id]),
            "source": f"{site.address}/article-{n}",
        }
        for n, article in enumerate(articles, start=1)
    ]
    assert done["already"] == []
    assert [(f["id"], f["obstacle"], f["final"]) for f in done["failed"]] == [
        ("missing", "gone", True),
        ("failing", "busy", False),
        ("paywall", "paywall", True),
    ]
    assert done["failed"][0]["url"] == f"{site.address}/missing"
    assert "does not exist" in done["failed"][0]["reason"]
    assert done["generation"] == snapshot.generation


def test_a_second_run_asks_only_for_what_may_have_passed(
    cxlit: CommandLine, site: Site, listed: Listing
) -> None:
    listed("article-1", "missing", "failing")
    first = cxlit("library", "fetch", "--yes", "--json").json
    site.asked.clear()
    second = cxlit("library", "fetch", "--yes", "--json").json
    assert site.pages_asked() == ["/failing"]
    assert (second["added"], second["already"]) == ([], first["added"])
    assert (second["failed"], second["generation"]) == (first["failed"], first["generation"])


def test_again_asks_for_all_that_failed(cxlit: CommandLine, site: Site, listed: Listing) -> None:
    listed("article-1", "missing")
    cxlit("library", "fetch", "--yes")
    site.asked.clear()
    assert ids(cxlit("library", "fetch", "--yes", "--again", "--json").json["failed"]) == [
        "missing"
    ]
    assert site.pages_asked() == ["/missing"]


def test_only_the_named_notes(cxlit: CommandLine, site: Site, listed: Listing) -> None:
    listed("article-1", "article-2", "article-3")
    done = cxlit("library", "fetch", "article-3", "article-1", "article-3", "--yes", "--json").json
    assert ids(done["added"]) == ["article-3", "article-1"]
    assert site.pages_asked() == ["/article-3", "/article-1"]


def test_an_unknown_note_is_a_sentence(cxlit: CommandLine, site: Site, listed: Listing) -> None:
    listed("article")
    ran = cxlit("library", "fetch", "nowhere", "--yes")
    assert (ran.code, ran.out, site.asked) == (1, "", [])
    assert "There is no starter note nowhere" in ran.complaint
    cxlit.speaks("fr")
    assert "Il n’y a pas de note" in cxlit("library", "fetch", "nowhere", "--yes").complaint


def test_without_a_person_yes_is_needed(cxlit: CommandLine, site: Site, listed: Listing) -> None:
    listed("article")
    cxlit.patch.setattr(sys, "stdin", io.StringIO("y\n"))
    ran = cxlit("library", "fetch")
    assert (ran.code, ran.out, site.asked) == (1, "", [])
    assert "Add --yes" in ran.complaint
    cxlit.speaks("fr")
    assert "Ajoutez --yes" in cxlit("library", "fetch").complaint


@pytest.mark.parametrize(("language", "typed"), [("en", "y\n"), ("en", "YES\n"), ("fr", "oui\n")])
def test_a_person_is_told_and_asked(
    cxlit: CommandLine, site: Site, listed: Listing, home: Path, language: str, typed: str
) -> None:
    listed("article-1", "article-2")
    cxlit.speaks(language)
    at_a_terminal(cxlit, typed)
    ran = cxlit("library", "fetch", "--json")
    assert (ran.code, ids(ran.json["added"])) == (0, ["article-1", "article-2"])
    told = {
        "en": "Originals to download: 2, from sites: 1. One request at a time, only where the "
        f"site allows it. The copies stay on this machine ({home / 'originals'}) and are for "
        "your own reading.\nGo on? [y/N] ",
        "fr": "Originaux à télécharger\u00a0: 2, sites concernés\u00a0: 1. Une requête à la fois, "
        "et seulement là où le site le permet. Les copies restent sur cette machine "
        f"({home / 'originals'}), pour votre seul usage personnel.\nContinuer\u00a0? [o/N] ",
    }
    assert ran.err == told[language]


@pytest.mark.parametrize("typed", ["n\n", "\n", ""])
def test_no_is_no(cxlit: CommandLine, site: Site, listed: Listing, typed: str) -> None:
    listed("article")
    at_a_terminal(cxlit, typed)
    ran = cxlit("library", "fetch")
    assert (ran.code, ran.out, site.asked) == (0, "", [])
    assert ran.err.endswith("cxlit: Nothing was downloaded.\n")


def test_nobody_is_asked_when_there_is_nothing_to_download(
    cxlit: CommandLine, site: Site, listed: Listing
) -> None:
    listed("article", "missing")
    cxlit("library", "fetch", "--yes")
    site.asked.clear()
    ran = cxlit("library", "fetch", "--json")
    assert (ran.code, ids(ran.json["already"]), site.asked) == (0, ["article"], [])


def test_an_interruption_keeps_what_was_had(
    cxlit: CommandLine, site: Site, listed: Listing
) -> None:
    listed("article-1", "article-2")
    slept: list[float] = []

    def interrupt(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:  # between the first page and the second
            raise KeyboardInterrupt

    cxlit.patch.setattr("ui.commands.library.sleep", interrupt)
    ran = cxlit("library", "fetch", "--yes")
    assert (ran.code, ran.out) == (130, "")
    assert "the same command goes on from there" in ran.complaint
    cxlit.patch.setattr("ui.commands.library.sleep", lambda _: None)
    assert ids(cxlit("library", "fetch", "--yes", "--json").json["added"]) == [
        "article-1",
        "article-2",
    ]
    assert site.pages_asked() == ["/article-1", "/article-2"]


def test_the_summary_groups_by_reason(cxlit: CommandLine, site: Site, listed: Listing) -> None:
    listed("article", "failing", "missing", "gone-too")
    out = cxlit("library", "fetch", "--yes").out
    head, _, reasons = out.partition("\n\n")
    assert head.endswith("  About article\nAdded: 1\nAlready there: 0\nNot had: 3")
    assert reasons == (
        "No longer on the web (2)\n"
        f"  missing  {site.address}/missing\n"
        "      The page does not exist (any more) on the site (404). Check the address.\n"
        f"  gone-too  {site.address}/gone-too\n"
        "      The page does not exist (any more) on the site (404). Check the address.\n\n"
        "Not now: the site is busy (1)\n"
        f"  failing  {site.address}/failing\n"
        "      The site answered with an error (503). Try again later.\n\n"
        "Run the command again later: it tries only what was not to be had for the moment.\n"
    )
    cxlit.speaks("fr")
    french = cxlit("library", "fetch", "--yes").out
    assert french.startswith(
        "Ajoutés\u00a0: 0\nDéjà là\u00a0: 1\nNon obtenus\u00a0: 3\n\nPlus en ligne (2)\n"
    )
    assert "La page n’existe pas (ou plus) sur le site (404)." in french


def test_a_text_from_elsewhere_counts_as_there(
    cxlit: CommandLine, site: Site, listed: Listing, home: Path
) -> None:
    listed("article")
    first = cxlit("library", "fetch", "--yes", "--json").json["added"][0]["article_id"]
    library = Library(home, FakeEmbedder(), starter=False)
    article = library.snapshot().article(first)
    library.remove([first])
    library.add_articles([replace(article, source="saved.html", locator="/saved.html", url="")])
    library.close()
    done = cxlit("library", "fetch", "--yes", "--json").json
    assert (done["added"], ids(done["already"]), done["failed"]) == ([], ["article"], [])
    assert "The library already has this text" in done["already"][0]["reason"]
    assert "Already there: 1" in cxlit("library", "fetch", "--yes").out


def test_nothing_for_a_reason_that_the_person_can_mend_is_an_error(
    cxlit: CommandLine, site: Site, listed: Listing
) -> None:
    listed("article-1", "article-2", "")
    cxlit.patch.setenv("CXLIT_ALLOW_PRIVATE", "0")
    ran = cxlit("library", "fetch", "--yes", "--json")
    assert (ran.code, ids(ran.json["failed"])) == (1, ["article-1", "article-2", "no-address"])
    assert "No original could be had. 127.0.0.1 is an address of this machine" in ran.complaint
    # The setting is mended: nothing was held to be final.
    cxlit.patch.setenv("CXLIT_ALLOW_PRIVATE", "1")
    assert cxlit("library", "fetch", "--yes").code == 0


def test_nothing_for_a_reason_of_the_sites_is_no_error(
    cxlit: CommandLine, site: Site, listed: Listing
) -> None:
    listed("missing", "forbidden")
    ran = cxlit("library", "fetch", "--yes", "--json")
    assert (ran.code, ran.err, ids(ran.json["failed"])) == (0, "", ["missing", "forbidden"])


# The starter notes


@pytest.fixture
def notes(cxlit: CommandLine, tmp_path: Path) -> Path:
    """A starter library of two notes."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.md").write_text(f"---\ntitle: Note {name}\n---\n\nLe texte de {name}.\n")
    cxlit.patch.setattr("corpus.starter.FOLDER", folder)
    assert [source.locator for source in starter_sources()] == ["starter:one.md", "starter:two.md"]
    return folder


def titles(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["title"] for entry in entries]


def test_the_starter_notes_are_added_and_updated(cxlit: CommandLine, notes: Path) -> None:
    done = cxlit("library", "starter", "--json").json
    assert (titles(done["added"]), done["updated"]) == (["Note one", "Note two"], [])
    (notes / "two.md").write_text("---\ntitle: Note two\n---\n\nLe texte de two a changé.\n")
    (notes / "three.md").write_text("---\ntitle: Note three\n---\n\nUn troisième texte.\n")
    done = cxlit("library", "starter", "--json").json
    assert titles(done["added"]) == ["Note three"]
    assert titles(done["updated"]) == ["Note two"]
    assert titles(done["unchanged"]) == ["Note one"]


def test_a_person_reads_what_changed_and_how_much_did_not(cxlit: CommandLine, notes: Path) -> None:
    assert "Unchanged: 0" in cxlit("library", "starter").out
    assert cxlit("library", "starter").out == "Unchanged: 2\n"
    cxlit.speaks("fr")
    assert cxlit("library", "starter").out == "Sans changement\u00a0: 2\n"
