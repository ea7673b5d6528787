"""The page in a real headless Chromium, measured from within."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

SCRIPT = (Path(__file__).parent / "page.js").read_text(encoding="utf-8")
SIZE = {"width": 1440, "height": 900}
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
PATIENCE = 180_000  # ms


@dataclass(frozen=True, slots=True)
class First:
    """A page that was opened: ms from the address to marks and to all that a reader uses, kB on the wire."""

    marks: float
    usable: float
    wire: float


@contextmanager
def chromium() -> Iterator[Browser]:
    """TIELINE_BROWSER, or Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("TIELINE_BROWSER"), args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who was never here: nothing is in the cache."""
    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@contextmanager
def regular(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with a browser of their own, which keeps what it has compiled, as a private window does not."""
    with tempfile.TemporaryDirectory(prefix="tieline-bench-", ignore_cleanup_errors=True) as profile:
        program = os.environ.get("TIELINE_BROWSER")
        kind = browser.browser_type
        context = kind.launch_persistent_context(profile, executable_path=program, args=list(QUIET), viewport=SIZE)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        yield context
        context.close()


def opened(context: BrowserContext, address: str) -> tuple[Page, First]:
    """The page of an address, and what it took."""
    page = context.new_page()
    page.add_init_script(SCRIPT)
    received = [0.0]
    network = context.new_cdp_session(page)
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    network.send("Network.enable")
    page.goto(address, wait_until="commit")
    told = page.evaluate("tielineBench.first()")
    return page, First(told["marks"], told["usable"], sum(received) / 1000)


def changed(page: Page, query: str) -> dict[str, Any]:
    """What a change of the address took; see page.js."""
    told: dict[str, Any] = page.evaluate("query => tielineBench.change(query)", query)
    if told["failed"]:
        raise SystemExit(f"{query}: the server failed")
    return told
