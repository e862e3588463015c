"""Originals: downloaded once whatever happens, read with what the list knows, given up honestly."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article, Kind
from corpus.topics import Topic
from corpus.web.downloads import Downloads
from corpus.web.fetching import Fetched
from corpus.web.obstacles import FetchError, Obstacle
from corpus.web.originals import Original, get_originals, to_download
from corpus.web.visiting import Visitor
from corpus.wording import KnownError
from tests.publisher import WORDS, Site, publishing


@pytest.fixture
def site() -> Iterator[Site]:
    with publishing() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "originals"


def visit(url: str) -> Fetched:
    return Visitor(allow_private=True, total_seconds=2, sleep=lambda _: None).fetch(url)


def get(site: Site, folder: Path, *paths: str, again: bool = False) -> dict[str, Original]:
    """A run of its own over these pages, by path."""
    sources = [site.source(path) for path in paths]
    done = get_originals(sources, Downloads(folder), visit, again=again)
    return {original.source.id: original for original in done}


def obstacle(original: Original) -> Obstacle:
    assert isinstance(original.outcome, FetchError)
    return original.outcome.obstacle


def test_the_list_goes_before_the_page_and_the_page_completes_it(site: Site, folder: Path) -> None:
    source = replace(
        site.source("article"),
        publisher="La Gazette",
        date="2019-03",
        kind=Kind.STUDY,
        topics=(Topic.NPS,),
    )
    (original,) = get_originals([source], Downloads(folder), visit)
    article = original.outcome
    assert isinstance(article, Article)
    assert article.text == f"L’été, /article est lu au port.\n\n{WORDS}"
    known = (article.title, article.publisher, article.date, article.kind, article.topics)
    assert known == ("About article", "La Gazette", "2019-03", Kind.STUDY, (Topic.NPS,))
    assert article.authors == ("Page Author",)
    assert (article.url, article.source, article.locator) == (source.url,) * 3


def test_the_url_is_the_listed_one_character_for_character(site: Site, folder: Path) -> None:
    listed = site.address.replace("http://127", "HTTP://127") + "/once#part"
    source = replace(site.source("once"), url=listed)
    (original,) = get_originals([source], Downloads(folder), visit)
    assert isinstance(original.outcome, Article)
    assert original.outcome.url == listed
    assert original.outcome.locator == f"{site.address}/once"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("missing", Obstacle.GONE),
        ("forbidden", Obstacle.REFUSED),
        ("failing", Obstacle.BUSY),
        ("slow", Obstacle.SLOW),
        ("endless", Obstacle.UNREADABLE),
        ("forever", Obstacle.REDIRECTS),
        ("picture", Obstacle.UNREADABLE),
        ("broken", Obstacle.UNREACHABLE),
        ("paywall", Obstacle.PAYWALL),
        ("cookies", Obstacle.STUB),
    ],
)
def test_what_cannot_be_had_is_told_and_the_rest_goes_on(
    site: Site, folder: Path, path: str, expected: Obstacle
) -> None:
    done = get(site, folder, path, "article")
    assert obstacle(done[path]) is expected
    assert isinstance(done["article"].outcome, Article)
    # No copy of what is not an article stays behind.
    assert sorted(each.name for each in folder.iterdir() if each.suffix != ".lock") == [
        "article.html",
        "article.html.meta.yaml",
        "state.jsonl",
    ]


def test_nothing_is_downloaded_twice(site: Site, folder: Path) -> None:
    first = get(site, folder, "article-1", "article-2")
    asked = list(site.asked)
    assert get(site, folder, "article-1", "article-2") == first
    assert site.asked == asked


def test_only_what_may_pass_is_tried_again(site: Site, folder: Path) -> None:
    paths = ("missing", "forbidden", "failing", "paywall", "cookies", "article")
    first = get(site, folder, *paths)
    site.asked.clear()
    second = get(site, folder, *paths)
    assert site.pages_asked() == ["/failing"]
    assert [obstacle(second[path]) for path in paths[:-1]] == [
        obstacle(first[path]) for path in paths[:-1]
    ]
    site.asked.clear()
    get(site, folder, *paths, again=True)
    assert site.pages_asked() == ["/missing", "/forbidden", "/failing", "/paywall", "/cookies"]


def test_a_passing_failure_passes(site: Site, folder: Path) -> None:
    site.robots = 503, ""
    assert obstacle(get(site, folder, "article")["article"]) is Obstacle.BUSY
    site.robots = 404, ""
    assert isinstance(get(site, folder, "article")["article"].outcome, Article)


def test_what_robots_txt_excludes_is_not_had(site: Site, folder: Path) -> None:
    site.robots = 200, "User-agent: *\nDisallow: /article-2"
    done = get(site, folder, "article-1", "article-2")
    assert isinstance(done["article-1"].outcome, Article)
    assert obstacle(done["article-2"]) is Obstacle.RULES
    assert site.pages_asked() == ["/article-1"]


def test_an_interruption_loses_nothing(site: Site, folder: Path) -> None:
    def interrupted(url: str) -> Fetched:
        if url.endswith("/article-2"):
            raise KeyboardInterrupt
        return visit(url)

    sources = [site.source(f"article-{n}") for n in (1, 2, 3)]
    with pytest.raises(KeyboardInterrupt):
        get_originals(sources, Downloads(folder), interrupted)
    assert to_download(sources, Downloads(folder), again=False) == sources[1:]
    done = get_originals(sources, Downloads(folder), visit)
    assert all(isinstance(original.outcome, Article) for original in done)
    assert site.pages_asked() == ["/article-1", "/article-2", "/article-3"]


@pytest.mark.parametrize("step", range(1, 5))
def test_a_kill_at_any_write_loses_no_finished_download(
    site: Site, folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    get(site, folder, "article-1")
    before = Path.replace
    writes: list[Path] = []

    def killed(self: Path, target: Path) -> Path:
        writes.append(self)
        if len(writes) == step:
            raise KeyboardInterrupt
        return before(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        try:
            get(site, folder, "article-1", "article-2")
            assert step == 4  # document, state, sidecar
        except KeyboardInterrupt:
            pass
    done = get(site, folder, "article-1", "article-2")
    assert all(isinstance(original.outcome, Article) for original in done.values())
    # Only a kill before the state was written costs a second download.
    twice = ["/article-2"] if step <= 2 else []
    assert site.pages_asked() == ["/article-1", "/article-2", *twice]


def test_a_damaged_copy_or_state_is_downloaded_again(site: Site, folder: Path) -> None:
    get(site, folder, "article-1", "article-2")
    (folder / "article-1.html").write_text("cut sh", encoding="utf-8")
    get(site, folder, "article-1", "article-2")
    assert site.pages_asked() == ["/article-1", "/article-2", "/article-1"]
    state = folder / "state.jsonl"
    kept = state.read_text(encoding="utf-8").splitlines()[1]
    state.write_text(f'{{"url": "ht\n{kept}\n[]\n{{"obstacle": "new", "url": "x"}}\n', "utf-8")
    get(site, folder, "article-1", "article-2")
    assert site.pages_asked()[3:] == ["/article-1"]


def test_two_notes_of_one_source_ask_once(site: Site, folder: Path) -> None:
    one = site.source("article")
    two = replace(one, id="other", title="Another title")
    first, second = get_originals([one, two], Downloads(folder), visit)
    assert first.outcome is second.outcome
    assert site.pages_asked() == ["/article"]


def test_a_source_without_an_address_is_told(site: Site, folder: Path) -> None:
    source = replace(site.source("article"), url="")
    (original,) = get_originals([source], Downloads(folder), visit)
    assert obstacle(original) is Obstacle.NO_ADDRESS
    assert site.asked == []


def test_a_pdf_behind_an_address_without_suffix_is_read(
    folder: Path, site: Site, pdf: Callable[[str], bytes]
) -> None:
    def fetch(url: str) -> Fetched:
        return Fetched(pdf(WORDS), "application/octet-stream", url)

    (original,) = get_originals([site.source("report")], Downloads(folder), fetch)
    assert isinstance(original.outcome, Article)
    assert FIRST_WORDS in original.outcome.text.replace("\n", " ")


FIRST_WORDS = "La boulangerie du port note"


@pytest.fixture
def pdf() -> Callable[[str], bytes]:
    from fpdf import FPDF

    def made(text: str) -> bytes:
        document = FPDF()
        document.add_page()
        document.set_font("helvetica", size=12)
        document.multi_cell(0, 6, text.replace("’", "'"))
        return bytes(document.output())

    return made


def test_progress_counts_downloads(site: Site, folder: Path) -> None:
    get(site, folder, "article-1")
    told: list[tuple[int, int]] = []
    sources = [site.source(f"article-{n}") for n in (1, 2, 3)]
    get_originals(sources, Downloads(folder), visit, progress=lambda *now: told.append(now))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_two_downloads_at_once_are_refused(folder: Path) -> None:
    with (
        Downloads(folder).alone(),
        pytest.raises(KnownError, match="Another cxlit is downloading"),
        Downloads(folder).alone(),
    ):
        pass


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError, match="Set CXLIT_HOME") as caught:
        get_originals([], Downloads(tmp_path / "file" / "originals"), visit)
    assert "Donnez à CXLIT_HOME" in caught.value.wording.fr


def test_the_state_is_json_lines(site: Site, folder: Path) -> None:
    get(site, folder, "article", "missing")
    lines = (folder / "state.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    assert [entry["url"] for entry in entries] == [
        f"{site.address}/{p}" for p in ("article", "missing")
    ]
    assert entries[0]["file"] == "article.html"
    assert entries[1]["obstacle"] == "gone"
    assert "n’existe pas" in entries[1]["fr"]
