"""The guide and the reference are built without a warning, and are read without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).parents[2]
LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src"}


class Loaded(HTMLParser):
    """The addresses that a page loads by itself, and the ids of its parts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses, self.ids = list[str](), set[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.addresses.append(told.get(LOADS.get(tag, "")) or "")
        self.ids.add(told.get("id") or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    pages = {page.name: Loaded(page.read_text(encoding="utf-8")) for page in site.glob("*.html")}
    assert {"index.html", "tables.html", "reference.html"} <= pages.keys()
    for name, page in pages.items():
        assert not [address for address in page.addresses if "//" in address], name
        gone = [each for each in page.addresses if each and not (site / each.partition("?")[0].lstrip("/")).exists()]
        assert not gone or name == "404.html", gone
    assert not [sheet for sheet in site.rglob("*.css") if "url(http" in sheet.read_text(encoding="utf-8")]


def test_reference_shows_examples_and_fields_line_by_line(site: Path) -> None:
    page = (site / "reference.html").read_text(encoding="utf-8")
    assert ">&gt;&gt;&gt; </span>" in page
    assert "<blockquote>" not in page


def test_reference_tells_every_public_function(site: Path) -> None:
    told = Loaded((site / "reference.html").read_text(encoding="utf-8")).ids
    functions = {name for name in timeline.__all__ if name.islower()}
    assert {f"timeline.{name}" for name in functions} <= told
