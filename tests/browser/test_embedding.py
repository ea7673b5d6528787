"""The timeline inside another page, from a server of its own: where it is allowed, and where it is not."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
SHOWN = "#lanes .scatterlayer path.point"


@contextmanager
def other_site() -> Iterator[str]:
    """A site of somebody else: /?ADDRESS shows that address in a frame."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            framed = self.path.partition("?")[2]
            page = f"<!DOCTYPE html><title>Their page</title><iframe src='{framed}' width=800 height=700></iframe>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def theirs() -> Iterator[str]:
    with other_site() as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that is not watched: it is meant to load from two servers."""
    context = browser.new_context(viewport={"width": 900, "height": 760})
    yield context.new_page()
    context.close()


def test_a_site_that_is_allowed_shows_the_view_without_what_stands_around_it(
    serve: Serve, table: pd.DataFrame, theirs: str, page: Page, tmp_path: Path
) -> None:
    with serve(table, tmp_path / "events.parquet", "--allow-embed", theirs) as here:
        page.goto(f"{theirs}/?{here}/?since=2022&embed=1")
        frame = page.frame_locator("iframe")
        frame.locator(SHOWN).first.wait_for()
        expect(frame.locator(".actions, #filters, #table").first).to_be_hidden()
        expect(frame.get_by_role("link", name="Open the whole timeline")).to_have_attribute("href", "?since=2022")
        frame.locator("#walk").focus()
        page.keyboard.press("Enter")
        expect(frame.locator("#evidence h2")).to_be_visible()  # it can be asked, and answers
        page.close()


def test_a_framed_page_has_no_chrome_whatever_its_address_says(
    serve: Serve, table: pd.DataFrame, theirs: str, page: Page, tmp_path: Path
) -> None:
    with serve(table, tmp_path / "events.parquet", "--allow-embed", theirs) as here:
        page.goto(f"{theirs}/?{here}/")
        page.frame_locator("iframe").locator(SHOWN).first.wait_for()
        expect(page.frame_locator("iframe").locator(".actions")).to_be_hidden()
        page.close()


def test_a_page_of_the_same_server_may_embed_it(address: str, visit: Open) -> None:
    page = visit(address)
    page.evaluate(
        """() => document.body.append(Object.assign(document.createElement("iframe"), {
            src: "/?since=2022", name: "ours", width: 800, height: 700 }))"""
    )
    frame = page.frame_locator("iframe[name=ours]")
    frame.locator(SHOWN).first.wait_for()
    expect(frame.locator("#filters")).to_be_hidden()


def test_a_site_that_is_not_allowed_shows_nothing(address: str, theirs: str, page: Page) -> None:
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(f"{theirs}/?{address}/?embed=1")
    assert page.frame_locator("iframe").locator(SHOWN).count() == 0


def test_another_page_cannot_ask_the_server(address: str, theirs: str, page: Page) -> None:
    page.goto(f"{theirs}/?about:blank")
    outcome = page.evaluate(
        """address => fetch(`${address}/_dash-update-component`, {method: "POST", mode: "no-cors", body: "{}"})
            .then(answer => answer.type, error => "refused")""",
        address,
    )
    assert outcome in ("opaque", "refused")  # whichever it is, there is nothing in it
    asked = Request(f"{address}/_dash-update-component", data=b"{}", headers={"Origin": theirs}, method="POST")
    with pytest.raises(HTTPError) as refused:
        urlopen(asked)
    assert refused.value.code == 403
    assert re.fullmatch(rf"tieline: a request from {theirs} is refused: .*\n", refused.value.read().decode())
    refused.value.close()


def test_a_name_that_leads_here_is_refused(address: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(address, headers={"Host": "rebound.example"}))
    assert refused.value.code == 403
    refused.value.close()


def test_an_embedded_view_has_no_way_to_edit(address: str, visit: Open) -> None:
    page = visit(f"{address}/?embed=1&event=RPRK-140")
    names = page.locator("button:visible, input:visible, textarea:visible").evaluate_all(
        "all => all.map(e => (e.getAttribute('aria-label') || e.innerText || e.value || e.type).trim())"
    )
    assert not [name for name in names if re.search("edit|correct|save|delete|merge", name, re.IGNORECASE)]
