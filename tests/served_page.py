"""The page over the fake desk, and what every test of it does there."""

from typing import NamedTuple

from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.fake_desk import FakeDesk


class Site(NamedTuple):
    address: str
    desk: FakeDesk


def opened(context: BrowserContext, site: Site) -> Page:
    page = context.new_page()
    page.goto(site.address)
    expect(page.locator(".hero")).to_be_visible()
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
