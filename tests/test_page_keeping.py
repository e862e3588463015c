"""Keeping the library in a real browser: preview, correct, remove, undo, pages, exchange."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from corpus.article import Article
from corpus.topics import Topic
from tests.chromium import needs_chromium
from tests.fake_desk import ENGLISH, FRENCH
from tests.served_page import Site, file, open_articles

pytestmark = needs_chromium


@pytest.fixture
def keeping(page: Page) -> Page:
    open_articles(page)
    return page


def archive(**members: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as written:
        for name, text in members.items():
            written.writestr(name.replace("__", "."), text)
    return data.getvalue()


def drop(page: Page, name: str, content: str | bytes) -> None:
    page.locator("#drop input[type=file]").set_input_files([file(name, content)])


def import_from(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Import a ZIP").click()
    choosing.value.set_files(path)


def test_reading_is_stopped_halfway(keeping: Page, site: Site) -> None:
    page = keeping
    before = site.desk.records()
    site.desk.reading.clear()
    two = archive(one__md="First title\nMenu\nFirst text.", two__md="Second title\nMenu\nSecond.")
    drop(page, "reports.zip", two)
    status = page.locator("#status")
    expect(status).to_contain_text("Reading, 0 of 2")
    page.locator("#stop").click()
    expect(page.locator("#stop")).to_be_disabled()
    site.desk.reading.set()
    expect(status).to_contain_text("Nothing was added.")
    expect(page.locator("#stop")).to_be_hidden()
    assert [name for name, _ in site.desk.read] == ["reports.zip/one.md"]
    assert site.desk.records() == before


def test_an_archive_is_looked_at_before_it_counts(keeping: Page, site: Site) -> None:
    page = keeping
    site.desk.reading.clear()
    two = archive(one__md="First title\nMenu\nFirst text.", two__md="Second title\nMenu\nSecond.")
    drop(page, "reports.zip", two)
    status = page.locator("#status")
    expect(status.get_by_role("progressbar")).to_be_visible()
    expect(status).to_contain_text("Reading, 0 of 2")
    site.desk.reading.set()
    preview = page.locator("#preview")
    expect(preview.get_by_role("heading", name="Before they are added")).to_be_focused()
    expect(preview.locator("h4")).to_have_text(["First title", "Second title"])
    expect(preview.locator(".outcome")).to_have_text(["new", "new"])
    expect(preview).to_contain_text("reports.zip/one.md")
    preview.get_by_text("First passages").first.click()
    expect(preview.locator("blockquote").first).to_have_text("First text.")
    preview.get_by_text("1 line taken out").first.click()
    expect(preview.locator(".removed").first).to_have_text("Menu")
    assert len(site.desk.records()) == 3

    preview.get_by_role("button", name="Cancel").click()
    expect(status).to_have_text("Nothing was added.")
    expect(preview.locator(".preview")).to_have_count(0)
    assert len(site.desk.records()) == 3

    drop(page, "reports.zip", two)
    preview.get_by_role("button", name="Add 2 articles").click()
    expect(status.get_by_role("heading", name="Added")).to_be_visible()
    expect(status.locator(".report")).to_be_focused()
    expect(page.locator("#articles")).to_contain_text("First title")
    expect(page.locator("#articles")).to_contain_text("Second title")
    assert [record.locator for record in site.desk.records()][3:] == [
        "upload:reports.zip/one.md",
        "upload:reports.zip/two.md",
    ]
    # Twice for the two previews, and not again for the addition.
    assert len(site.desk.read) == 4


def test_a_long_addition_is_reported_where_it_is_seen(keeping: Page) -> None:
    many = {f"note{n}__md": f"Title {n}\nMenu\nText {n}." for n in range(12)}
    drop(keeping, "notes.zip", archive(**many))
    # Its button is far below the place where the addition is reported.
    keeping.get_by_role("button", name="Add 12 articles").click()
    report = keeping.locator("#status .report")
    expect(report.locator("summary")).to_be_in_viewport()
    expect(report.locator("summary")).to_have_text("12 articles")
    expect(report.locator("li")).to_have_count(12)


def test_what_cannot_be_taken_is_a_sentence_and_leaves_nothing_to_add(keeping: Page) -> None:
    drop(keeping, "odd.xyz", "?")
    preview = keeping.locator("#preview")
    expect(preview).to_contain_text("odd.xyz Files of this type are not read.")
    expect(preview).to_contain_text("There is nothing to add.")
    expect(preview.get_by_role("button")).to_have_text(["Close"])


def test_a_preview_says_what_is_new_and_what_is_not(keeping: Page) -> None:
    drop(keeping, "a.md", "Title\nMenu\nThe text.")
    keeping.get_by_role("button", name="Add 1 article").click()
    expect(keeping.locator("#status")).to_contain_text("Title")
    drop(keeping, "a.md", "Title\nMenu\nThe text.")
    expect(keeping.locator("#preview .outcome")).to_have_text("already there, unchanged")
    keeping.get_by_role("button", name="Close").click()
    drop(keeping, "a.md", "Title\nMenu\nAnother text.")
    expect(keeping.locator("#preview .outcome")).to_have_text("new version")


def test_a_preview_is_said_again_in_the_other_language(keeping: Page) -> None:
    drop(keeping, "a.md", "Title\nMenu\nThe text.")
    expect(keeping.get_by_role("button", name="Add 1 article")).to_be_visible()
    keeping.get_by_text("Français", exact=True).click()
    keeping.get_by_role("button", name="Ajouter 1 article").click()
    expect(keeping.locator("#status")).to_contain_text("Ajoutés")


def test_web_addresses_one_a_line(keeping: Page, site: Site) -> None:
    keeping.get_by_label("Or web pages").fill("https://example.org/a\n\njavascript:1\nhttp://b.org")
    keeping.get_by_role("button", name="Preview").click()
    preview = keeping.locator("#preview")
    expect(preview.locator("li h4")).to_have_text(
        ["Page https://example.org/a", "Page http://b.org/"]
    )
    expect(preview).to_contain_text("Line 3 “javascript:1” is not a complete web address.")
    # The bad line can be mended: what was typed stays.
    expect(keeping.get_by_label("Or web pages")).to_have_value(
        "https://example.org/a\n\njavascript:1\nhttp://b.org"
    )
    assert [locator for _, locator in site.desk.read] == ["https://example.org/a", "http://b.org/"]


def test_no_address_and_a_file_that_is_too_big(keeping: Page, site: Site) -> None:
    keeping.get_by_role("button", name="Preview").click()
    expect(keeping.get_by_role("alert")).to_have_text("Write a web address first.")
    keeping.locator("#drop-hint").evaluate("(hint) => { hint.dataset.largest = 10; }")
    drop(keeping, "big.md", "more than ten")
    expect(keeping.get_by_role("alert")).to_contain_text("big.md was not added")
    # An archive has bounds of its own.
    drop(keeping, "small.zip", archive(a__md="Title\nMenu\nText."))
    expect(keeping.locator("#preview h4")).to_have_text("Title")


def test_metadata_is_corrected(keeping: Page, site: Site) -> None:
    page = keeping
    page.get_by_role("button", name=f"Correct what is known of {ENGLISH.title}").click()
    form = page.get_by_role("form")
    expect(form.get_by_role("textbox", name="Title", exact=True)).to_be_focused()
    form.get_by_role("textbox", name="Title", exact=True).fill("A chair at the table")
    form.get_by_role("textbox", name="Date").fill("soon")
    form.get_by_text("Loyalty", exact=True).click()
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("The date “soon” is not understood.")
    expect(form.get_by_role("alert")).to_be_focused()
    expect(form.get_by_role("textbox", name="Title", exact=True)).to_have_value(
        "A chair at the table"
    )
    assert site.desk.article(ENGLISH.id) == ENGLISH

    form.get_by_role("textbox", name="Date").fill("2020-01")
    form.get_by_role("textbox", name="Collections").fill("Board reading; Our own studies")
    form.get_by_role("button", name="Save").click()
    expect(page.locator("#done")).to_contain_text("“A chair at the table” was corrected.")
    expect(page.locator("#articles")).to_contain_text("January 2020")
    expect(page.locator("#articles")).to_contain_text("Our own studies")
    article = site.desk.article(ENGLISH.id)
    assert (article.title, article.date) == ("A chair at the table", "2020-01")
    assert article.topics == (Topic.CCO_ROLE, Topic.LOYALTY)
    assert article.collections == ("Board reading", "Our own studies")
    assert article.corrected == ("date", "title", "topics")
    # The keyboard goes on at the article, wherever it stands in the list now.
    expect(
        page.get_by_role("button", name="Correct what is known of A chair at the table")
    ).to_be_focused()


def test_a_title_is_not_emptied(keeping: Page, site: Site) -> None:
    keeping.get_by_role("button", name=f"Correct what is known of {ENGLISH.title}").click()
    form = keeping.get_by_role("form")
    form.get_by_role("textbox", name="Title", exact=True).fill(" ")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("An article needs a title.")
    assert site.desk.article(ENGLISH.id) == ENGLISH


def test_what_was_done_is_not_said_for_ever(keeping: Page) -> None:
    keeping.get_by_role("button", name=f"Read the source of {FRENCH.title} again").click()
    expect(keeping.locator("#done")).to_contain_text("has not changed.")
    keeping.locator("#find").get_by_role("searchbox").fill("camille")
    expect(keeping.locator("#articles h3")).to_have_count(1)
    expect(keeping.locator("#done")).to_have_text("")


def test_a_correction_is_left_as_it_was(keeping: Page, site: Site) -> None:
    correct = keeping.get_by_role("button", name=f"Correct what is known of {FRENCH.title}")
    correct.click()
    keeping.get_by_role("form").get_by_role("button", name="Save").click()
    expect(keeping.locator("#done")).to_have_text("Nothing was changed.")
    correct.click()
    keeping.get_by_role("form").get_by_role("button", name="Cancel").click()
    expect(correct).to_be_focused()
    assert site.desk.article(FRENCH.id) == FRENCH


def test_removing_asks_first_and_can_be_undone(keeping: Page, site: Site) -> None:
    page = keeping
    remove = page.get_by_role("button", name=f"Remove {ENGLISH.title}")
    remove.click()
    keep = page.get_by_role("button", name="Keep it")
    expect(keep).to_be_focused()
    keep.click()
    expect(keep).to_have_count(0)
    expect(remove).to_be_focused()
    assert len(site.desk.records()) == 3
    remove.click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator("#done")).to_contain_text(f"“{ENGLISH.title}” was removed.")
    expect(page.locator("#articles")).not_to_contain_text(ENGLISH.title)
    expect(page.locator("#articles h2")).to_be_focused()
    assert ENGLISH not in site.desk.records()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#done")).to_have_text("1 article is back.")
    expect(page.locator("#articles")).to_contain_text(ENGLISH.title)
    assert ENGLISH in site.desk.records()


def test_a_source_is_read_again(keeping: Page) -> None:
    keeping.get_by_role("button", name=f"Read the source of {FRENCH.title} again").click()
    expect(keeping.locator("#done")).to_have_text(
        f"The source of “{FRENCH.title}” has not changed."
    )


def test_a_few_hundred_articles_have_pages(keeping: Page, site: Site) -> None:
    page = keeping
    site.desk.reset(
        Article(title=f"Title {n:03}", text=f"Text {n}.", language="en", publisher=f"House {n % 2}")
        for n in range(320)
    )
    page.locator("#language").get_by_text("Français").click()
    page.locator("#language").get_by_text("English").click()
    articles = page.locator("#articles")
    expect(articles.locator("h3")).to_have_count(50)
    expect(articles.locator(".pages")).to_contain_text("1 to 50 of 320")
    expect(articles.get_by_role("button", name="Previous")).to_have_count(0)
    articles.get_by_role("button", name="Next").click()
    expect(articles.locator("h3").first).to_have_text("Title 050")
    expect(articles.locator("h2")).to_be_focused()
    expect(articles.get_by_role("button", name="Previous")).to_be_visible()
    page.locator("#find").get_by_text("last added", exact=True).click()
    expect(articles.locator("h3").first).to_have_text("Title 319")
    page.locator("#find").get_by_role("searchbox").fill("title 01 house")
    expect(articles).to_contain_text("14 of 320 articles")
    expect(page.locator("#find").get_by_role("searchbox")).to_be_focused()
    page.get_by_text("Filters", exact=True).last.click()
    page.locator("#list-filters").get_by_label("Publisher").fill("house 1")
    page.keyboard.press("Tab")
    expect(articles.locator("h3")).to_have_text(
        ["Title 301", "Title 201", "Title 101", "Title 019", "Title 017", "Title 015",
         "Title 013", "Title 011", "Title 001"]
    )  # fmt: skip
    page.locator("#find").get_by_role("searchbox").fill("nothing")
    expect(articles).to_contain_text("No article matches.")


def test_the_bibliography_is_of_what_the_list_shows(keeping: Page, tmp_path: Path) -> None:
    keeping.locator("#find").get_by_role("searchbox").fill("camille")
    expect(keeping.locator("#articles h3")).to_have_count(1)
    for form, name in (("BibTeX", "cxlit.bib"), ("RIS", "cxlit.ris"), ("CSL-JSON", "cxlit.json")):
        with keeping.expect_download() as downloading:
            keeping.get_by_role("button", name=f"Download the bibliography as {form}").click()
        assert downloading.value.suggested_filename == name
        downloading.value.save_as(tmp_path / name)
    (entry,) = json.loads((tmp_path / "cxlit.json").read_text(encoding="utf-8"))
    assert entry["title"] == "Où rattacher le CCO ?"
    assert "Exemple, Camille" in (tmp_path / "cxlit.bib").read_text(encoding="utf-8")
    assert "AU  - Exemple, Camille" in (tmp_path / "cxlit.ris").read_text(encoding="utf-8")


def test_the_library_is_taken_away_and_taken_in_again(
    keeping: Page, site: Site, tmp_path: Path
) -> None:
    with keeping.expect_download() as downloading:
        keeping.get_by_role("button", name="Export").click()
    path = tmp_path / downloading.value.suggested_filename
    assert path.name == "cxlit-library.zip"
    downloading.value.save_as(path)
    site.desk.remove([FRENCH.id, ENGLISH.id])
    import_from(keeping, path)
    expect(keeping.locator("#exchanged")).to_contain_text("Added")
    expect(keeping.locator("#articles")).to_contain_text(ENGLISH.title)
    assert site.desk.article(FRENCH.id) == FRENCH


def test_an_archive_of_somebody_else_is_refused(keeping: Page, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    path.write_bytes(archive(a__md="Text"))
    import_from(keeping, path)
    expect(keeping.get_by_role("alert")).to_contain_text("not written by cxlit export")
    assert len(site.desk.records()) == 3


def test_a_file_that_is_no_archive_is_refused(keeping: Page, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Some text", encoding="utf-8")
    import_from(keeping, path)
    expect(keeping.get_by_role("alert")).to_contain_text("The file is not a ZIP.")
    assert len(site.desk.records()) == 3


def test_the_state_of_the_library(keeping: Page, site: Site) -> None:
    page = keeping
    page.get_by_role("tab", name="State of the library").click()
    health = page.locator("#health")
    expect(health.get_by_role("table")).to_contain_text("Reporting line")
    site.desk.remove([ENGLISH.id])
    page.get_by_role("button", name="Refresh").click()
    expect(health.get_by_role("table")).not_to_contain_text("2019")
    page.get_by_text("Français", exact=True).click()
    expect(health.get_by_role("table")).to_contain_text("Rattachement hiérarchique")
    health.locator("details summary").first.click()
    health.locator("[data-article]").first.click()
    expect(page.locator(".reader .panel h2").last).to_be_visible()
