"""The inner tabs of training, on a phone and beside the reader."""

from playwright.sync_api import Browser, Page, expect

from tests.chromium import needs_chromium
from tests.looking import too_wide
from tests.served_page import Site, opened

pytestmark = needs_chromium
_LINE = 50  # pixels; tabs on two lines are taller


def test_on_a_phone_they_are_one_line_that_is_pushed_sideways(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR", viewport={"width": 390, "height": 800}) as context:
        page = opened(context, site)
        page.get_by_role("tab", name="Se former").click()
        expect(page.get_by_role("tab", name="Mon parcours")).to_be_in_viewport(ratio=1)
        assert height(page, "#train-tabs > .tab-wrapper") < _LINE
        assert too_wide(page) == 0
        page.evaluate("cxlit.go('train-cohorts', '#cohorts h2')")
        expect(page.locator("#cohorts h2")).to_be_focused()
        expect(page.get_by_role("tab", name="Cohortes")).to_be_in_viewport(ratio=1)


def test_the_outer_tabs_do_not_run_under_the_reader(browser: Browser, site: Site) -> None:
    with browser.new_context(locale="fr-FR", viewport={"width": 1440, "height": 800}) as context:
        page = opened(context, site)
        site.training.training.paths.start("local")
        page.get_by_role("tab", name="Se former").click()
        page.locator(".path-entries").get_by_role("button", name="Rattachement").click()
        page.locator(".extracts button").first.click()
        panel = page.locator("#tabs .reader .panel:visible")
        expect(panel).to_be_visible()
        edge = panel.bounding_box()
        last = page.locator("#tabs > .tab-wrapper [role=tab]").last.bounding_box()
        assert edge
        assert last
        assert last["x"] + last["width"] <= edge["x"]


def height(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box
    return box["height"]
