"""What happened before and after an event, between the same two."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timeline.table.facet import Facet, Numbers
from timeline.table.index import Index
from timeline.table.pairs import pair_of

MOST = 3  # on each side


@dataclass(frozen=True, slots=True)
class Around:
    """Codes of those whose ties they are of, and the numbers of the rows before and after, in order of time."""

    codes: tuple[str, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]


def around(index: Index, row: int, most: int = MOST) -> Around:
    """The rows next to `row`, of the same dyad; where nobody stands opposite, of the same actor. Of several dyads it is
    the one with most events."""
    for name in ("dyad", "actor"):
        facet = index.facets[name]
        code = _first_code(facet, row)
        if code is not None:
            rows = np.sort(facet.rows[facet.codes == code])
            place = int(np.searchsorted(rows, row))
            before, after = rows[max(place - most, 0) : place], rows[place + 1 : place + 1 + most]
            return Around(tuple(filter(None, pair_of(facet.values[code]))), _plain(before), _plain(after))
    return Around((), (), ())


def _first_code(facet: Facet, row: int) -> int | None:
    """The most frequent value of a row."""
    codes = facet.codes[facet.rows == row]
    return int(codes.min()) if len(codes) else None


def _plain(rows: Numbers) -> tuple[int, ...]:
    return tuple(int(row) for row in rows)
