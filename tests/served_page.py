"""The page over the fake desks, and what every test of it does there."""

from typing import NamedTuple

from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.fake_answers import FakeAnswers
from tests.fake_desk import FakeDesk
from tests.fake_feedback import FakeFeedback
from tests.fake_people import FakePeople
from tests.training_site import TrainingSite
from ui.web.desks.desks import Desks


class Site(NamedTuple):
    address: str
    desk: FakeDesk
    answers: FakeAnswers
    feedback: FakeFeedback
    people: FakePeople
    training: TrainingSite

    @property
    def desks(self) -> Desks:
        return Desks(self.desk, self.answers, self.feedback, self.people, self.training.training)

    def reset(self) -> None:
        self.desk.reset()
        self.answers.reset()
        self.feedback.reset()
        self.people.reset()
        self.training.reset()


def fakes(address: str = "") -> Site:
    """Fresh fake desks, not served yet."""
    return Site(address, FakeDesk(), FakeAnswers(), FakeFeedback(), FakePeople(), TrainingSite())


def opened(context: BrowserContext, site: Site) -> Page:
    page = context.new_page()
    page.goto(site.address)
    expect(page.locator(".hero")).to_be_visible(timeout=20_000)  # Gradio's scripts take a while
    return page


def ask(page: Page, question: str) -> None:
    page.locator("#question textarea").fill(question)
    page.keyboard.press("Enter")


def open_articles(page: Page) -> None:
    page.get_by_role("tab", name="Articles").click()
    expect(page.locator("#articles .library")).to_be_visible()


def file(name: str, content: str | bytes) -> FilePayload:
    data = content.encode() if isinstance(content, str) else content
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}
