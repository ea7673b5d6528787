"""A table as small whole numbers, so that a choice among a million events is answered in milliseconds.

Each facet (who takes part, type, status ...) is kept as codes. What a choice would leave is counted for every value of
every facet at once: a row counts for a facet if it passes all *other* filters, which is seen from how many it fails.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    import pandas as pd

    from timeline.table.filter import Filter

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.integer]
EARLIEST, LATEST = np.iinfo(np.int32).min, np.iinfo(np.int32).max  # days of open ends
TEXT_COLUMNS = ("title", "summary", "quote", "place")
NAME_COLUMNS = ("persons", "source_names", "target_names", "attributed_to")
SIDES = ("source", "target")
ALTERNATIVES = frozenset({"type", "status"})  # facets of which a row needs but one of the values that are chosen
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one facet, and which rows have them: row `rows[i]` has the value `values[codes[i]]`, once."""

    values: tuple[str, ...]
    codes: Numbers
    rows: Numbers

    def having(self, wanted: Collection[str], size: int) -> Mask:
        """The rows, of `size`, that have one of these values."""
        return self.of_codes(np.array([value in wanted for value in self.values], dtype=bool), size)

    def of_codes(self, wanted: Mask, size: int) -> Mask:
        """The rows, of `size`, with a value that is wanted; one truth for each of `values`."""
        mask = np.zeros(size, dtype=bool)
        if len(wanted):
            mask[self.rows[wanted[self.codes]]] = True
        return mask

    def count(self, kept: Mask) -> dict[str, int]:
        """How many of the kept rows have each value."""
        counts = np.bincount(self.codes[kept[self.rows]], minlength=len(self.values))
        return dict(zip(self.values, counts.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows that pass, and for each facet and value how many rows choosing it would leave."""

    mask: Mask
    counts: Mapping[str, Mapping[str, int]]


class Index:
    """The facets of one table. It is made once and never changed; `select` may be asked from many threads."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.size = len(frame)
        self.facets: Mapping[str, Facet] = MappingProxyType(
            {
                "actor": _listed(frame, ("source_codes", "target_codes")),
                "type": _single(frame, "type"),
                "status": _single(frame, "status"),
            }
        )
        self.names = _names(frame)
        self._first = _days(frame, "date_start", EARLIEST)
        self._last = _days(frame, "date_end", LATEST)
        self._confidence = frame["confidence"].to_numpy(dtype=np.float32)
        self._texts = [_array(frame, column) for column in TEXT_COLUMNS]
        self._told = {column: _listed(frame, (column,)) for column in NAME_COLUMNS}

    def select(self, asked: Filter) -> Selection:
        """What passes, and what each further choice would leave. The types of a filter are alternatives; its actors
        must all take part, so what is counted for an actor is what is left once it is added."""
        masks = dict(self._masks(asked))
        failed = np.zeros(self.size, dtype=np.uint8)
        for mask in masks.values():
            failed += ~mask
        passing = failed == 0
        counts = {
            name: facet.count(
                passing | ((failed == 1) & ~masks[name]) if name in ALTERNATIVES & masks.keys() else passing
            )
            for name, facet in self.facets.items()
        }
        return Selection(passing, MappingProxyType(counts))

    def _masks(self, asked: Filter) -> Iterable[tuple[str, Mask]]:
        """One mask for each part of the filter that asks for something."""
        if asked.actors:
            actors = self.facets["actor"]
            yield "actor", np.logical_and.reduce([actors.having((code,), self.size) for code in asked.actors])
        for name, values in (("type", asked.types), ("status", asked.statuses)):
            if values:
                yield name, self.facets[name].having(values, self.size)
        if asked.since:
            yield "since", self._last >= asked.since.toordinal() - _EPOCH
        if asked.until:
            yield "until", self._first <= asked.until.toordinal() - _EPOCH
        if asked.min_confidence > 0:
            yield "confidence", self._confidence >= np.float32(asked.min_confidence)
        if asked.text.strip():
            yield "text", self._telling(asked.text.strip())

    def _telling(self, words: str) -> Mask:
        """The rows with these words in a text or a name; of the names each is looked at once."""
        mask = np.zeros(self.size, dtype=bool)
        for text in self._texts:
            mask |= pc.match_substring(text, words, ignore_case=True).to_numpy(zero_copy_only=False)
        for facet in self._told.values():
            found = pc.match_substring(pa.array(facet.values, pa.string()), words, ignore_case=True)
            mask |= facet.of_codes(found.to_numpy(zero_copy_only=False), self.size)
        return mask


def _single(frame: pd.DataFrame, column: str) -> Facet:
    """A column of states, whose categories are the closed set of its values."""
    states = frame[column].cat
    rows = np.arange(len(frame), dtype=np.int32)
    return Facet(tuple(map(str, states.categories)), states.codes.to_numpy(dtype=np.int32), rows)


def _listed(frame: pd.DataFrame, columns: Sequence[str]) -> Facet:
    """Columns of lists; a value counts once a row, on whichever side it stands. The most frequent value comes first."""
    arrays = [_array(frame, column) for column in columns]
    rows = np.concatenate([pc.list_parent_indices(array).to_numpy() for array in arrays]).astype(np.int64)
    names = pa.concat_arrays([pc.list_flatten(array) for array in arrays]).dictionary_encode()
    once = np.unique(rows * max(len(names.dictionary), 1) + names.indices.to_numpy())
    rows, codes = np.divmod(once, max(len(names.dictionary), 1))
    counts = np.bincount(codes, minlength=len(names.dictionary))
    values: list[str] = names.dictionary.to_pylist()
    order = sorted(range(len(values)), key=lambda code: (-counts[code], values[code]))
    rank: Numbers = np.empty(len(values), dtype=np.int32)
    rank[order] = np.arange(len(values), dtype=np.int32)
    return Facet(tuple(values[code] for code in order), rank[codes], rows.astype(np.int32))


def _names(frame: pd.DataFrame) -> Mapping[str, str]:
    """The name of each actor, by its code."""
    sides = [[pc.list_flatten(_array(frame, f"{side}_{what}")) for what in ("codes", "names")] for side in SIDES]
    pairs = pa.concat_tables([pa.table(side, names=["code", "name"]) for side in sides])
    unique = pairs.group_by(["code", "name"]).aggregate([]).sort_by([("code", "ascending"), ("name", "ascending")])
    return MappingProxyType(dict(zip(*(unique[what].to_pylist() for what in ("code", "name")), strict=True)))


def _days(frame: pd.DataFrame, column: str, where_open: int) -> Numbers:
    """Days since 1970."""
    days: Numbers = pc.fill_null(_array(frame, column).cast(pa.int32()), where_open).to_numpy()
    return days


def _array(frame: pd.DataFrame, column: str) -> pa.Array:
    array = pa.array(frame[column])
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
