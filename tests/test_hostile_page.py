"""Hostile articles, questions and comments in a real browser: nothing runs, nothing calls out."""

from collections.abc import Callable, Iterator, Sequence
from contextvars import copy_context
from itertools import count

import gradio as gr
import pytest
from gradio.context import LocalContext
from playwright.sync_api import Browser, Page, expect
from starlette.requests import Request

from corpus.feedback import Complaint
from corpus.filters import Filters
from corpus.people import LOCAL
from index.passage import Hit
from qa.answer import Answer
from qa.freezing import Frozen
from qa.question import Question
from tests.chromium import needs_chromium
from tests.fake_answers import AT
from tests.fake_desk import FakeDesk
from tests.hostile_answers import ARTICLES, CITED, TEXTS, answered, passage_of, typed
from tests.served_page import Site, ask, fakes, open_articles
from tests.watching import Watch
from ui.web.ask.suggestions import Suggested
from ui.web.doors.visitor import KEY
from ui.web.serving import serving

pytestmark = needs_chromium


class HostileDesk(FakeDesk):
    """A library of nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.reset(ARTICLES)
        self.questions = [
            Suggested(text, "en", article) for text, article in zip(TEXTS, ARTICLES, strict=False)
        ]
        self._turns = count()

    def ask(self, question: Question, found: Callable[[Sequence[Hit]], None]) -> Answer:
        found([Hit(passage_of(article), 0.5) for article in ARTICLES])
        return answered(question, next(self._turns))

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        return [Hit(passage_of(article), 0.5) for article in ARTICLES][:k]

    def related(self, article_id: str, question: str) -> list[Hit]:
        return [Hit(passage_of(a), 0.5) for a in ARTICLES if a.id == article_id]


def _ask_everything(site: Site) -> None:
    """Into the history of whoever sits at this machine."""
    LocalContext.request.set(gr.Request(Request({"type": "http", KEY: LOCAL})))
    for turn, text in enumerate(TEXTS):
        site.answers.record(Question(text), answered(Question(text), turn))


@pytest.fixture(scope="module")
def hostile(browser: Browser) -> Iterator[Site]:
    site = fakes()._replace(desk=HostileDesk())
    copy_context().run(_ask_everything, site)
    for number, text in enumerate(TEXTS[:20]):
        question = Question(text)
        frozen = Frozen(f"opinion-{number}", AT, question, answered(question, number))
        site.feedback.add(frozen, False, Complaint.WRONG, name=text, comment=text)
    with serving(site.desks, port=0) as address:
        yield site._replace(address=address)


@pytest.fixture(scope="module")
def opened(browser: Browser, hostile: Site) -> Iterator[tuple[Page, Watch]]:
    """The page, opened once: there is much in it."""
    with browser.new_context(locale="en-GB") as context:
        watch = Watch(context, hostile.address)
        page = context.new_page()
        page.goto(hostile.address)
        expect(page.locator(".hero")).to_be_visible()
        yield page, watch


@pytest.fixture
def page(opened: tuple[Page, Watch]) -> Iterator[Page]:
    page, watch = opened
    yield page
    watch.nothing_happened(page)


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def _words(text: str) -> str:
    """The words of its first block, as a browser shows them."""
    return " ".join(text.split("\n")[0].removeprefix("## ").split())


def test_kept(page: Page) -> None:
    open_tab(page, "History")
    expect(page.locator("#kept [data-entry]").first).to_be_visible()
    page.locator("#kept [data-entry]").filter(has_text=TEXTS[-1]).click()
    expect(page.locator("#kept-answer h2")).to_have_text(TEXTS[-1])
    page.locator("#kept-answer [data-quote]").first.hover()


def test_asked_and_answered(page: Page) -> None:
    open_tab(page, "Ask")
    for question in typed(990)[:3]:  # every one of them is in the history
        ask(page, question)
        expect(page.locator("#answer h2")).to_contain_text(question.strip()[:40])
        expect(page.locator("#answer .sentences")).to_be_visible()
        expect(page.locator("#sources .card")).to_have_count(CITED)
    for folded in page.locator("#answer summary, #earlier summary").all():
        folded.click()
    ask(page, f"refuse {TEXTS[1]}")
    expect(page.locator("#sources .outside")).to_be_visible()


def test_listed_read_and_corrected(page: Page, hostile: Site) -> None:
    open_articles(page)
    reader = page.locator("#articles .reader .panel, .reader .panel").locator("visible=true")
    for article in ARTICLES:
        page.locator(f"#articles [data-article='{article.id}']").click()
        expect(reader.locator("article .text")).to_contain_text(_words(article.text))
        page.keyboard.press("Escape")
        expect(reader).to_have_count(0)
    page.locator(f"[data-correct='{ARTICLES[3].id}']").click()
    expect(page.locator("#correct-publisher")).to_have_value(ARTICLES[3].publisher)
    for text in typed(290)[:4]:
        page.locator("#find-search").fill(text)
        expect(page.locator("#articles .library")).to_be_visible()


def test_filtered(page: Page) -> None:
    open_tab(page, "Ask")
    page.get_by_text("Filters", exact=True).first.click()
    form = page.locator("#ask-filters form")
    expect(form).to_be_visible()
    for summary in form.locator("summary").all():
        summary.click()
    for text in typed(290)[:4]:
        form.locator("[data-adds=author]").fill(text)
        page.keyboard.press("Enter")
    expect(form.locator("[data-added=author] input")).to_have_count(4)
    expect(page.locator("#ask-filters-set")).to_contain_text("Only")


def test_searched(page: Page) -> None:
    open_tab(page, "Search")
    for text in typed(490)[:3]:
        page.locator("#search-query").fill(text)
        page.keyboard.press("Enter")
        expect(page.locator("#search-count")).to_contain_text("articles")
    while page.locator("[data-more]").locator("visible=true").count():
        before = page.locator(".passages > li").count()
        page.locator("[data-more]").locator("visible=true").click()
        expect(page.locator(".passages > li").nth(before)).to_be_visible()
    expect(page.locator(".passages > li")).to_have_count(len(ARTICLES))


def test_reviewed(page: Page) -> None:
    open_tab(page, "Review")
    expect(page.locator("#review .reviewed-one")).to_be_visible()
    for number in range(1, 4):
        other = page.locator("#review .queue > li").nth(number)
        asked = other.locator("span").first.inner_text()
        other.locator("[data-review]").click()
        expect(page.locator("#review .reviewed-one > h3").first).to_have_text(asked)


def test_the_state_of_the_library_and_people(page: Page) -> None:
    open_tab(page, "State of the library")
    expect(page.get_by_role("table").first).to_contain_text("All articles")
    open_tab(page, "Accounts")
    expect(page.locator(".people form")).to_be_attached()


def test_an_opinion_is_sent(page: Page) -> None:
    open_tab(page, "Ask")
    ask(page, TEXTS[0])
    expect(page.locator("#answer h2")).to_have_text(TEXTS[0])
    page.locator("#feedback [data-complain]").click()
    page.locator("#feedback textarea").fill(typed(1900)[0])
    page.locator("#feedback input[type=checkbox]").first.check()
    page.locator("#feedback button[type=submit]").click()
    expect(page.locator("#feedback .said")).to_contain_text("Thank")
