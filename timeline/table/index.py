"""A table as small whole numbers, so that a choice among a million events is answered in milliseconds.

Each facet (who takes part, type, status ...) is kept as codes and sets of rows; figures take the plain columns by the
numbers of the rows that pass. Parts are made when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from timeline.table.bits import Bits, Mask, pack
from timeline.table.facet import Facet, array_of, first_of, listed, single, texts, yes_no
from timeline.table.kept import Kept
from timeline.table.lazily import Lazily
from timeline.table.pairs import dyads
from timeline.table.ranks import COLUMNS, Keys
from timeline.table.taking import Taking
from timeline.table.telling import Telling

if TYPE_CHECKING:
    import pandas as pd

EARLIEST, LATEST = np.iinfo(np.int32).min, np.iinfo(np.int32).max  # days of open ends
SIDES = ("source", "target")
EPOCH = date(1970, 1, 1).toordinal()
SALIENT = 20_000
KEPT = 16  # thresholds
NEVER = -EPOCH - 1  # a day in the year 0, which no calendar has
Floats = npt.NDArray[np.float32]
FACETS: Mapping[str, Callable[[pd.DataFrame], Facet]] = MappingProxyType(
    {
        "actor": partial(listed, columns=("source_codes", "target_codes")),
        "source": partial(listed, columns=("source_codes",)),
        "target": partial(listed, columns=("target_codes",)),
        "dyad": dyads,
        "type": partial(single, column="type"),
        "status": partial(single, column="status"),
        "precision": partial(single, column="date_precision"),
        "basis": partial(single, column="date_basis"),
        "origin": partial(single, column="origin"),
        "disputed": partial(yes_no, column="disputed"),
        "checked": partial(yes_no, column="checked"),
        "said_by": partial(listed, columns=("attributed_to",)),
        "publisher": partial(listed, columns=("articles",), inside="source"),
        "outlet": partial(first_of, column="articles", inside="source"),
        "person": partial(listed, columns=("persons",)),
        "place": partial(texts, column="place"),
        "built": partial(texts, column="first_built"),
    }
)


class Index:
    """The columns of one table as arrays of numbers, one for each row. They never change, and may be read from many
    threads.

    everything              all rows
    first, last             days since 1970, both inclusive; EARLIEST and LATEST where open
    year                    in which it began, or ended where its beginning is open; 0 where both are
    quad                    1 to 4
    goldstein, salience, confidence, lat, lon       nan where nothing is known
    salient                 the rows that stand out most, the first first: at most SALIENT
    facets                  see FACETS; `pair_of` tells the two codes of a dyad
    acting                  whether an actor acts: one truth for each pair of the facet "actor"
    ranks                   by what the rows are sorted, see `timeline.table.ranks`
    names                   the name of each actor, by its code
    taking, telling         to take the values of some rows, and to find those that hold some words
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self.size = len(frame)
        self._confident: dict[float, Bits] = {}
        self.facets: Mapping[str, Facet] = Lazily(frame, FACETS)
        self.ranks: Mapping[str, Keys] = Lazily(frame, COLUMNS)

    @cached_property
    def everything(self) -> Kept:
        return Kept(self.size, rows=np.arange(self.size, dtype=np.int32))

    @cached_property
    def first(self) -> npt.NDArray[np.int32]:
        return _days(self._frame, "date_start", EARLIEST)

    @cached_property
    def last(self) -> npt.NDArray[np.int32]:
        return _days(self._frame, "date_end", LATEST)

    @cached_property
    def year(self) -> npt.NDArray[np.int16]:
        known = np.where(self.first != EARLIEST, self.first, np.where(self.last != LATEST, self.last, NEVER))
        return (known.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int32) + 1970).astype(np.int16)

    @cached_property
    def quad(self) -> npt.NDArray[np.int8]:
        return self._frame["quad"].to_numpy(dtype=np.int8)

    @cached_property
    def goldstein(self) -> Floats:
        return self._floats("goldstein")

    @cached_property
    def salience(self) -> Floats:
        return self._floats("salience")

    @cached_property
    def salient(self) -> npt.NDArray[np.int32]:
        return np.argsort(-self.salience, kind="stable")[:SALIENT].astype(np.int32)

    @cached_property
    def acting(self) -> Mask:
        return _acting(self.facets["actor"], self.facets["source"])

    @cached_property
    def confidence(self) -> Floats:
        return self._floats("confidence")

    @cached_property
    def lat(self) -> Floats:
        return self._floats("lat")

    @cached_property
    def lon(self) -> Floats:
        return self._floats("lon")

    @cached_property
    def names(self) -> Mapping[str, str]:
        return _names(self._frame)

    @cached_property
    def taking(self) -> Taking:
        return Taking(self._frame)

    @cached_property
    def telling(self) -> Telling:
        return Telling(self._frame)

    def at_least(self, confidence: float) -> Bits:
        """The rows of at least this confidence; kept, since there are few that one asks for."""
        if confidence not in self._confident:
            found = pack(self.confidence >= np.float32(confidence))
            if len(self._confident) >= KEPT:
                return found
            self._confident[confidence] = found
        return self._confident[confidence]

    def _floats(self, column: str) -> Floats:
        return self._frame[column].to_numpy(dtype=np.float32, na_value=np.nan)


def _acting(actors: Facet, sources: Facet) -> Mask:
    """Which pairs of the first facet are in the second, whose values are some of its own."""
    place = {value: number for number, value in enumerate(actors.values)}
    codes = np.array([place[value] for value in sources.values], dtype=np.int64)
    number = max(len(place), 1)
    keys, wanted = (facet.rows.astype(np.int64) * number for facet in (actors, sources))
    return np.isin(keys + actors.codes, wanted + codes[sources.codes])


def since_epoch(day: date) -> int:
    """
    >>> since_epoch(date(1970, 1, 2))
    1
    """
    return day.toordinal() - EPOCH


def _names(frame: pd.DataFrame) -> Mapping[str, str]:
    sides = [[pc.list_flatten(array_of(frame, f"{side}_{what}")) for what in ("codes", "names")] for side in SIDES]
    pairs = pa.concat_tables([pa.table(side, names=["code", "name"]) for side in sides])
    order = [("code", "ascending"), ("count_all", "ascending"), ("name", "descending")]
    unique = pairs.group_by(["code", "name"]).aggregate([([], "count_all")]).sort_by(order)
    return MappingProxyType(dict(zip(*(unique[what].to_pylist() for what in ("code", "name")), strict=True)))


def _days(frame: pd.DataFrame, column: str, where_open: int) -> npt.NDArray[np.int32]:
    days: npt.NDArray[np.int32] = pc.fill_null(array_of(frame, column).cast(pa.int32()), where_open).to_numpy()
    return days
