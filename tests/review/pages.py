"""Pages of reviews in a browser without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.cli.command import cobolift

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system; skips where there is none."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium to open pages with")
    with sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        except Error as error:
            pytest.skip(f"chromium does not start: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


def review(source: Path, folder: Path) -> Path:
    """Convert `source`, make its review below `folder`, and return the folder of the pages."""
    cobolift("convert", source, "-o", folder / "out", "-q", "-j", "1")
    result = cobolift("review", source, folder / "out", "-o", folder / "pages", "-j", "1")
    assert "Traceback" not in result.output, result.output
    return folder / "pages"


class Seen:
    """A page with everything that went wrong on it and every address that it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: self._dialog(dialog.message))

    def _console(self, kind: str, text: str) -> None:
        if kind == "error":
            self.faults.append(text)

    def _dialog(self, message: str) -> None:
        self.faults.append(f"dialog: {message}")

    def open(self, address: Path | str, link: str = "") -> None:
        """Go to a page and wait until it can be used."""
        target = address.as_uri() if isinstance(address, Path) else address
        self.page.goto("about:blank")
        self.page.goto(f"{target}{'#' if link else ''}{link}")
        self.page.wait_for_selector("html[data-ready=yes]")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def selected(self) -> str:
        """What the panel says is selected."""
        return self.page.locator("#facts h2 code").inner_text()
