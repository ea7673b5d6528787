"""A real browser at the real program, on the shipped data.

Every page that a test opens is watched: an error in the console, or a request that leaves the machine, fails the test.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, Request, expect, sync_playwright

from tests.browser.odd import odd_table
from timeline.pipeline import build_shipped
from timeline.storage import write_timeline

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAINTED = "#lanes .scatterlayer path.point"
Open = Callable[..., Page]
expect.set_options(timeout=15_000)  # a machine may be busy; what holds at once costs nothing


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """TIELINE_BROWSER, else one on the PATH, else Playwright's own."""
    path = os.environ.get("TIELINE_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    try:
        started = playwright.chromium.launch(executable_path=path, args=list(QUIET))
    except Error as error:
        message = f"NO BROWSER: the dashboard is not tested. {path or 'None was found'}: {error}"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(message)
        pytest.skip(message)
    yield started
    started.close()


@pytest.fixture(scope="session")
def table() -> pd.DataFrame:
    """The shipped timeline."""
    return build_shipped()


@contextmanager
def served(table: pd.DataFrame, path: Path, *options: str) -> Iterator[str]:
    """The address of `tieline serve` for a table."""
    write_timeline(table, path)
    program = subprocess.Popen(
        [sys.executable, "-m", "timeline", "serve", str(path), "--port", "0", *options],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        found = re.search(r"http://\S+?:\d+", program.stdout.readline())
        assert found, "the server did not start"
        yield found[0]
    finally:
        program.terminate()
        program.communicate(timeout=30)


@pytest.fixture(scope="session")
def serve() -> Callable[..., AbstractContextManager[str]]:
    """serve(table, path, *options) -> the address, while it lasts"""
    return served


@pytest.fixture(scope="session")
def address(table: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(table, tmp_path_factory.mktemp("shipped") / "events.parquet") as here:
        yield here


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the odd events."""
    with served(odd_table(), tmp_path_factory.mktemp("odd") / "events.parquet") as here:
        yield here


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """visit(url, width=1440, height=900, scheme="light", painted=PAINTED) -> a page in a context of its own."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"console: {message.text}")

    with ExitStack() as contexts:

        def visit(
            url: str, width: int = 1440, height: int = 900, scheme: str = "light", painted: str = PAINTED
        ) -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                accept_downloads=True,
                permissions=["clipboard-read", "clipboard-write"],
            )
            contexts.callback(context.close)
            home = re.match(r"https?://[^/]+", url)

            def watch(request: Request) -> None:
                inside = home is not None and request.url.startswith(home[0])
                if not inside and not request.url.startswith(("data:", "blob:")):
                    complaints.append(f"request outside: {request.url}")

            context.on("request", watch)
            context.on("console", hear)
            page = context.new_page()
            page.on("pageerror", lambda error: complaints.append(f"page: {error}"))
            page.goto(url)
            page.wait_for_selector(painted, state="attached")
            return page

        yield visit
    assert complaints == []
