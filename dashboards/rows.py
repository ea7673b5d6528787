"""The rows of the table below the chart, some at a time and in any order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np

from timeline.figures.hover import who
from timeline.figures.marks import Mark, marks
from timeline.figures.words import PRECISION_WORDS, STATUS_WORDS, date_words
from timeline.model import EventType
from timeline.model.plover import definitions
from timeline.table.picked import Picked
from timeline.table.ranks import COLUMNS as RANKED

Order = tuple[tuple[str, bool], ...]  # columns, each with whether it goes down
LATEST_FIRST: Order = (("start", True),)
MOST = 200  # rows of one answer
CELLS: Mapping[str, Callable[[Mark], Any]] = MappingProxyType(
    {
        "id": lambda mark: mark.event_id,
        "start": lambda mark: date_words(mark.edtf) + (" (guess)" if mark.guessed else ""),
        "title": lambda mark: mark.title,
        "who": who,
        "type": lambda mark: definitions()[EventType(mark.type)].label,
        "quad": lambda mark: mark.quad,
        "status": lambda mark: STATUS_WORDS[mark.status],
        "source": lambda mark: mark.outlet + (f" +{mark.reports - 1}" if mark.reports > 1 else ""),
        "checked": lambda mark: "Not checked" if mark.unchecked else "",
        "precision": lambda mark: PRECISION_WORDS[mark.precision].capitalize(),
        "reports": lambda mark: mark.reports,
        "salience": lambda mark: round(mark.salience, 1),
        "confidence": lambda mark: f"{mark.confidence:.0%}",
        "place": lambda mark: mark.place,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows from `first` on and before `last`, in the order of the columns, each with whether it goes down."""

    first: int
    last: int
    order: Order = LATEST_FIRST


def asked_rows(request: Any) -> Asked | None:
    """What the grid asks for; None where it does not ask rightly.

    >>> asked_rows({"startRow": 0, "endRow": 100, "sortModel": [{"colId": "title", "sort": "asc"}]})
    Asked(first=0, last=100, order=(('title', False),))
    """
    if not isinstance(request, dict):
        return None
    first, last = (request.get(key) for key in ("startRow", "endRow"))
    if not (isinstance(first, int) and isinstance(last, int) and 0 <= first < last):
        return None
    return Asked(first, min(last, first + MOST), asked_order(request.get("sortModel")))


def asked_order(model: Any) -> Order:
    """The order in which the grid says that it shows the rows; that of its beginning, where it says nothing.

    >>> asked_order([{"colId": "title", "sort": "asc"}]), asked_order(None)
    ((('title', False),), (('start', True),))
    """
    model = model if isinstance(model, list) else []
    wanted = [(str(one.get("colId")), one.get("sort") == "desc") for one in model if isinstance(one, dict)]
    return tuple((name, down) for name, down in wanted if name in RANKED) or LATEST_FIRST


def ordered(picked: Picked, order: Order) -> Picked:
    """What is picked in another order; rows that are equal stay in that of the table."""
    rows = picked.rows
    for name, down in reversed(order):
        if name == "start" and len(order) == 1:  # the table is sorted so
            rows = rows[::-1] if down else rows
        else:
            keys = picked.index.ranks[name][rows]
            rows = rows[np.argsort(-keys if down else keys, kind="stable")]
    return replace(picked, rows=rows)


def listed(picked: Picked, asked: Asked) -> list[dict[str, Any]]:
    """The rows that are asked for, as plain text and numbers."""
    some = replace(picked, rows=picked.rows[asked.first : asked.last])
    return [{name: cell(mark) for name, cell in CELLS.items()} for mark in marks(some)]
