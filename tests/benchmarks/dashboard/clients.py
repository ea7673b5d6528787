"""Many readers at once, without browsers: each sends again and again what a page sends when a filter is changed."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

from tests.benchmarks.dashboard.browser import changed

CALL = "_dash-update-component"
SEEN = "actor=JPN&actor=FRA"  # the filter in what is recorded; others are put in its place
HEADERS = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "gzip"}


@dataclass(slots=True)
class Load:
    """What the readers met."""

    took: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def recorded(page: Page) -> list[str]:
    """The bodies of what the page sends when its filter becomes SEEN."""
    bodies = list[str]()

    def keep(request: Request) -> None:
        if CALL in request.url and SEEN in (request.post_data or ""):
            bodies.append(request.post_data or "")

    page.on("request", keep)
    changed(page, f"?{SEEN}")
    page.remove_listener("request", keep)
    return bodies


def load(address: str, bodies: Sequence[str], queries: Sequence[str], readers: int, seconds: float) -> Load:
    """Readers that each change the filter, wait for all answers, and change it again."""
    met, end = Load(), time.monotonic() + seconds
    threads = [
        threading.Thread(target=_read, args=(address, bodies, queries[number::readers], end, met))
        for number in range(readers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return met


def _read(address: str, bodies: Sequence[str], queries: Sequence[str], end: float, met: Load) -> None:
    host = urlsplit(address).netloc
    connection, number = HTTPConnection(host, timeout=60), 0
    while time.monotonic() < end:
        said = json.dumps(queries[number % len(queries)].removeprefix("?"))[1:-1]
        number += 1
        begun = time.monotonic()
        try:
            for body in bodies:
                connection.request("POST", f"/{CALL}", body.replace(SEEN, said), HEADERS | {"Origin": address})
                answer = connection.getresponse()
                answer.read()
                if answer.status not in (200, 204):
                    met.errors.append(f"{answer.status} for {said}")
        except (OSError, HTTPException) as error:
            met.errors.append(repr(error))
            connection = HTTPConnection(host, timeout=60)
        met.took.append(time.monotonic() - begun)
    connection.close()
