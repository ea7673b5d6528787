"""One page that opens from the disk, without server or network: the timeline, each event's evidence, filters, a table.

Everything is inside: Plotly, the style, the script and the events. The browser is told to run these scripts and no
others, and to ask nobody for anything. Every word of an event reaches the page as data and is put there as text.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any, BinaryIO

import pandas as pd

from timeline.errors import InputError
from timeline.figures.lanes import HEIGHT, LIMIT, lanes
from timeline.figures.sight import Sight
from timeline.figures.theme import css_variables, palette
from timeline.figures.words import QUAD_WORDS
from timeline.model import EventType
from timeline.model.plover import definitions
from timeline.storage.export.about import About
from timeline.storage.export.bundle import plotly_script
from timeline.storage.export.paged import event_data
from timeline.storage.export.rows import Rows
from timeline.table.picked import pick

MOST = 20_000  # events; more are no page that a browser likes to open
WIDTHS = {"wide": 1100, "narrow": 390}  # px of the drawing board
CHOSEN_ELSEWHERE = (
    "hovertext"  # what a figure says of a mark stands in the data of its event; bars that count keep theirs
)


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the page. Raises InputError where there are more events than a page can show."""
    if len(rows) > MOST:
        raise InputError(f"{len(rows):,} events", "export to html", f"at most {MOST:,}: filter them, or serve them")
    frame = rows.frame if rows.numbers is None else rows.frame.iloc[rows.numbers]
    data = {
        "about": about.lines(),
        "height": HEIGHT,
        "counted": len(frame) > LIMIT,
        "events": [event_data(row) for row in rows.records()],
        "types": {kind: [told.label, int(EventType(kind).quad)] for kind, told in definitions().items()},
        "figures": figures(frame.reset_index(drop=True)),
    }
    file.write(_page(about, data).encode())


def figures(frame: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """The main view, light and dark, wide and narrow: `figures["dark"]["narrow"]`; more than LIMIT events counted."""
    picked = pick(frame)
    drawn = {
        scheme: {name: lanes(picked, Sight(scheme, width=width)) for name, width in WIDTHS.items()}
        for scheme in ("light", "dark")
    }
    if len(picked) <= LIMIT:
        for figure in (figure for of_scheme in drawn.values() for figure in of_scheme.values()):
            for trace in figure["data"]:
                trace.pop(CHOSEN_ELSEWHERE, None)
    return drawn


def _page(about: About, data: dict[str, Any]) -> str:
    light, dark = css_variables(palette("light")), css_variables(palette("dark"))
    style = f":root{{{light}}}:root[data-scheme=dark]{{{dark}}}{_file('page.css')}"
    scripts = [plotly_script(), _file("page.js")]
    allowed = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'"
    )
    told = {
        "@policy@": escape(f"{policy}; form-action 'none'"),
        "@title@": escape(about.title),
        "@filter@": escape(about.selection),
        "@made@": escape(about.made_with),
        "@count@": escape(f"{about.events}{f' · {about.words}' if about.words else ''}"),
        "@style@": style,
        "@quads@": "".join(f'<li><i class="dot quad-{quad}"></i>{words}</li>' for quad, words in QUAD_WORDS.items()),
        "@data@": _inside_script(json.dumps(data, ensure_ascii=False, default=str, separators=(",", ":"))),
        "@plotly@": scripts[0],
        "@script@": scripts[1],
    }
    parts = re.split(r"@@(@[a-z]+@)@@", _file("page.html"))
    return "".join(told.get(part, part) for part in parts)


def _inside_script(text: str) -> str:
    """JSON that no word in it can end early.

    >>> _inside_script('{"a": "</script><!--"}')
    '{"a": "\\\\u003c/script>\\\\u003c!--"}'
    """
    return text.replace("<", "\\u003c")


def _file(name: str) -> str:
    return (files("timeline.storage.export") / "page" / name).read_text(encoding="utf-8")
