"""Pages at addresses, from a server on this machine: politely, and never where nobody sent it."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from itertools import pairwise
from typing import ClassVar

import pytest

from timeline import read_articles
from timeline.errors import InputError
from timeline.reading import Unread, stream_articles, web

BODY = "<p>Envoys of both sides met in Oslo and signed a treaty on the rail line, the ministries said.</p>" * 4
PAGE = f'<html><head><meta name="pubdate" content="2022-08-15"></head><body><h1>Envoys meet</h1>{BODY}</body></html>'
DAY = date(2022, 8, 15)


class Site(BaseHTTPRequestHandler):
    """A small site."""

    asked: ClassVar[list[tuple[float, str]]] = []
    rules: ClassVar[dict[str, str]] = {}  # headers of its robots.txt

    def do_GET(self) -> None:
        Site.asked.append((time.monotonic(), self.path))
        port = self.headers["Host"].rpartition(":")[2]
        moved = {"/moved": "/talks", "/file": "file:///etc/passwd", "/round": "/round", "/none": "http://[x"}
        moved["/away"] = f"http://localhost:{port}/talks"
        if self.path == "/robots.txt":
            self._send(200, b"User-agent: *\nDisallow: /private\n", "text/plain", **Site.rules)
        elif self.path in moved:
            self._send(302, b"", "text/html", Location=moved[self.path])
        elif self.path == "/short":
            self._send(200, b"<p>", "text/html", **{"Content-Length": "99"})
        elif self.path == "/packed":
            self._send(200, gzip.compress(PAGE.encode()), "text/html", **{"Content-Encoding": "gzip"})
        elif self.path == "/unpacked":
            self._send(200, PAGE.encode(), "text/html", **{"Content-Encoding": "gzip"})
        elif self.path == "/slow":
            begun = {"Content-Encoding": "gzip", "Content-Length": "20"}
            self._send(200, b"\x1f\x8b\x08\x08" + bytes(6), "text/html", **begun)
            with suppress(OSError):
                for _ in range(10):
                    time.sleep(0.1)
                    self.wfile.write(b"n")
        elif self.path == "/bomb":
            self._send(200, gzip.compress(b"<p>" + b" " * 2**21), "text/html", **{"Content-Encoding": "gzip"})
        elif self.path.startswith(("/talks", "/private")):
            self._send(200, PAGE.encode("utf-16"), "text/html; charset=utf-16")
        else:
            self._send(404, b"no", "text/plain")

    def _send(self, status: int, content: bytes, media: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def refused(url: str) -> str:
    (unread,) = stream_articles([url])
    assert isinstance(unread, Unread)
    line = f"{unread.where}: {unread.reason}"
    assert "\n" not in line
    assert line.startswith(url)
    return line


def test_page_is_read_after_robots_once_a_second(site: str) -> None:
    Site.asked.clear()
    first, second = read_articles([f"{site}/talks?id=1", f"{site}/moved"])
    assert (first.published, first.title, first.id) == (DAY, "Envoys meet", f"{site}/talks?id=1")
    assert (second.url, second.id) == (f"{site}/talks", f"{site}/moved")
    assert [path for _, path in Site.asked] == ["/robots.txt", "/talks?id=1", "/moved", "/talks"]
    times = [at for at, _ in Site.asked]
    assert min(b - a for a, b in pairwise(times)) > 0.9


def test_what_may_not_or_cannot_be_read_is_told_in_a_line(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "PAUSE", 0.0)
    monkeypatch.setattr(web, "LARGEST", 2**20)
    assert "robots.txt forbids it" in refused(f"{site}/private/a")
    assert "the server answered 404 Not Found" in refused(f"{site}/gone")
    assert "at most 1 MB" in refused(f"{site}/bomb")
    assert "at most 5 redirections" in refused(f"{site}/round")
    assert "begins with http" in refused(f"{site}/file")
    assert "leads to http://[x, which is no address" in refused(f"{site}/none")
    assert "broke off" in refused(f"{site}/short")
    assert "broke off" in refused(f"{site}/unpacked")
    assert "cannot be asked" in refused("http://127.0.0.1:9/a")


def test_redirection_never_leads_to_a_private_address_that_was_not_named(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "PAUSE", 0.0)
    assert "a private address" in refused(f"{site}/away")
    port = site.rpartition(":")[2]
    assert len(read_articles([f"{site}/away", f"http://localhost:{port}/talks?2"])) == 2


def test_name_that_turns_to_a_private_address_is_not_followed() -> None:
    fetcher = web.Fetcher.of(["http://a.example/1", "http://b.example/1", "http://127.0.0.1/1", "http://localhost/1"])
    public, here, there = map(ip_address, ("93.184.215.14", "127.0.0.1", "10.0.0.1"))
    for host, address, may in [
        ("a.example", public, True), ("a.example", here, False), ("b.example", there, True), ("b.example", here, False),
        ("127.0.0.1", here, True), ("localhost", here, True), ("localhost", ip_address("::1"), True),
        ("c.example", here, False), ("c.example", here, False), ("c.example", public, True),
    ]:  # fmt: skip
        assert fetcher._may_lead(host, address) is may


def test_packed_page_is_unpacked_and_one_that_drips_is_cut_off(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "PAUSE", 0.0)
    assert read_articles([f"{site}/packed"])[0].title == "Envoys meet"
    monkeypatch.setattr(web, "WHOLE", 0.3)
    assert "come within" in refused(f"{site}/slow")


def test_robots_that_breaks_off_is_told_in_a_line(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "PAUSE", 0.0)
    monkeypatch.setattr(Site, "rules", {"Content-Length": "999"})
    assert "broke off" in refused(f"{site}/talks?4")


def test_address_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "PAUSE", 0.0)
    assert "an address that begins with" in refused("http://")
    with pytest.raises(InputError, match="a file of that name"):
        read_articles(["ftp://example.org/a"])
