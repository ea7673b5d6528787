"""By what the rows are sorted, for each column that one may sort by: numbers, of which the least comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from timeline.model import EventType
from timeline.model.plover import definitions
from timeline.table.facet import chunks_of, first_told

if TYPE_CHECKING:
    import pandas as pd

Keys = npt.NDArray[Any]
OTHERS = "\U0010ffff"  # what has no name comes after all that have one


def _place(frame: pd.DataFrame) -> Keys:
    """The order of the table is that of the dates."""
    return np.arange(len(frame), dtype=np.int32)


def _numbers(frame: pd.DataFrame, column: str) -> Keys:
    return frame[column].to_numpy(dtype=np.float32, na_value=np.nan)


def _types(frame: pd.DataFrame) -> Keys:
    """Types by their names for readers."""
    labels = [definitions()[EventType(value)].label for value in frame["type"].cat.categories]
    rank = np.argsort(np.argsort(labels)).astype(np.int32)
    return rank[frame["type"].cat.codes.to_numpy()]


def _states(frame: pd.DataFrame, column: str) -> Keys:
    return frame[column].cat.codes.to_numpy()


def _words(frame: pd.DataFrame, column: str) -> Keys:
    return _alphabetical(chunks_of(frame, column))


def _lists(frame: pd.DataFrame, column: str) -> Keys:
    return _alphabetical([pc.binary_join(lists, " ") for lists in chunks_of(frame, column)])


def _first_outlet(frame: pd.DataFrame) -> Keys:
    """The publisher of the first report that names one is what the table shows."""
    return _alphabetical([first_told(lists, "source") for lists in chunks_of(frame, "articles")])


def _alphabetical(chunks: list[pa.Array]) -> Keys:
    """The rank of each text among all, whatever its case; those that are equal have one rank."""
    lower = pc.utf8_lower(pa.chunked_array([chunk.cast(pa.string()) for chunk in chunks], pa.string()))
    coded = pc.if_else(pc.equal(lower, ""), OTHERS, lower).fill_null(OTHERS).dictionary_encode()
    if not coded.num_chunks:
        return np.zeros(0, dtype=np.int32)
    values = coded.chunk(0).dictionary
    rank = np.empty(len(values), dtype=np.int32)
    rank[pc.array_sort_indices(values).to_numpy()] = np.arange(len(values), dtype=np.int32)
    return np.concatenate([rank[chunk.indices.to_numpy()] for chunk in coded.chunks])


COLUMNS: Mapping[str, Callable[[pd.DataFrame], Keys]] = MappingProxyType(
    {
        "start": _place,
        "title": partial(_words, column="title"),
        "who": partial(_lists, column="source_names"),
        "type": _types,
        "status": partial(_states, column="status"),
        "source": _first_outlet,
        "checked": partial(_numbers, column="checked"),
        "precision": partial(_states, column="date_precision"),
        "reports": partial(_numbers, column="n_reports"),
        "salience": partial(_numbers, column="salience"),
        "confidence": partial(_numbers, column="confidence"),
        "place": partial(_words, column="place"),
    }
)
