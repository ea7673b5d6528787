"""Takes the pictures of the dashboard that README.md and docs/dashboard.md show, from the shipped timeline.

    python -m tools.screenshots [NAME...]

Every picture, or those that are named, goes into docs/. The browser is the one that the tests use.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from timeline.pipeline import build_shipped
from timeline.storage import write_timeline
from tools.browser import QUIET, candidates, launches

DOCS = Path(__file__).resolve().parents[1] / "docs"
WIDE, PHONE = (1440, 900), (390, 844)
COLOURS = 256  # of a picture: its size is a third, and nobody sees it
READY = "#lanes .main-svg .trace, .stop-title"
SETTLE_MS = 1500  # until the page stands still


@dataclass(frozen=True, slots=True)
class Picture:
    """One file of docs/: what the address asks for, and how the page is looked at."""

    name: str
    query: str
    size: tuple[int, int] = WIDE
    scheme: str = "light"


def pictures() -> Iterator[Picture]:
    """All of them."""
    yield Picture("dashboard", "?since=2019&event=RPRK-153")
    yield Picture("dashboard-dark", "?since=2019&event=RPRK-153", scheme="dark")
    yield Picture("dashboard-phone", "?since=2019", PHONE)
    yield Picture("story", "?story=1&event=RPRK-140")
    yield Picture("lanes-dyad", "?lanes=dyad&since=2000")
    yield Picture("lanes-type", "?lanes=type&since=2000", scheme="dark")
    for look, query in (("calendar", ""), ("relations", ""), ("trend", "&since=2000"), ("map", "&since=2010")):
        yield Picture(look, f"?look={look}{query}")
        yield Picture(f"{look}-dark", f"?look={look}{query}", scheme="dark")
        yield Picture(f"{look}-phone", f"?look={look}{query}", PHONE)


def main(names: list[str]) -> int:
    wanted = [picture for picture in pictures() if not names or picture.name in names]
    path = next((path for path in candidates() if launches(path)), None)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET[1:]))
        for picture in wanted:
            content = small(taken(browser, address, picture))
            (DOCS / f"{picture.name}.png").write_bytes(content)
            print(f"docs/{picture.name}.png  {len(content) // 1000} kB")
        browser.close()
    return 0 if wanted else 2


@contextmanager
def served() -> Iterator[str]:
    """The address of the shipped timeline, while it lasts."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "events.parquet"
        write_timeline(build_shipped(), table)
        command = [sys.executable, "-m", "timeline", "serve", str(table), "--port", "0"]
        program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            found = re.search(r"http://\S+?:\d+", program.stdout.readline() if program.stdout else "")
            if not found:
                raise SystemExit("screenshots: the dashboard did not start")
            yield found[0]
        finally:
            program.terminate()
            program.wait()


def taken(browser: Browser, address: str, picture: Picture) -> bytes:
    """The picture as the browser gives it."""
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if picture.scheme == "dark" else "light"
    )
    page.goto(f"{address}/{picture.query}")
    page.wait_for_selector(READY, state="attached")
    page.wait_for_timeout(SETTLE_MS)
    content = page.screenshot()
    page.close()
    return content


def small(content: bytes) -> bytes:
    """The same with COLOURS colours."""
    file = BytesIO()
    image = Image.open(BytesIO(content)).convert("RGB")
    image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE).save(
        file, "PNG", optimize=True
    )
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
