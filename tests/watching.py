"""Whether a browser does anything that nobody asked it to."""

from typing import Any

from playwright.sync_api import BrowserContext, Page


class Watch:
    """What a browser does that nobody asked it to."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._address = address
        self.outside: list[str] = []
        self.dialogs: list[str] = []
        self.pages: list[Page] = []
        context.add_init_script(
            "window.violations = []; addEventListener('securitypolicyviolation',"
            " (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));"
        )
        context.on("request", lambda request: self._requested(request.url))
        context.on("page", lambda page: self.pages.append(page))
        context.on("dialog", self._opened)

    def _requested(self, url: str) -> None:
        if not url.startswith((self._address, "data:", "blob:" + self._address)):
            self.outside.append(url)

    def _opened(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def nothing_happened(self, page: Page) -> None:
        assert page.evaluate("window.hacked ?? null") is None
        assert page.evaluate("({}).hacked ?? null") is None
        assert page.evaluate("violations") == []
        assert page.url.startswith(self._address)
        assert (self.outside, self.dialogs, self.pages) == ([], [], [page])
