"""Who with whom: the dyads of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from timeline.table.facet import Facet, Numbers, array_of, ranked

if TYPE_CHECKING:
    import pandas as pd

BETWEEN = "\N{INFORMATION SEPARATOR ONE}"  # no code holds it


def pair_of(dyad: str) -> tuple[str, str]:
    """The two codes of a dyad.

    >>> pair_of(f"PRK{BETWEEN}RUS")
    ('PRK', 'RUS')
    """
    one, _, other = dyad.partition(BETWEEN)
    return one, other


def dyads(frame: pd.DataFrame) -> Facet:
    """Each pair of one who acts and one to whom, whichever of them acts, as their codes in alphabetical order:
    see `pair_of`. A mutual act has all pairs of its actors."""
    sides = [array_of(frame, f"{side}_codes") for side in ("source", "target")]
    names = pa.concat_arrays([pc.list_flatten(side) for side in sides]).dictionary_encode()
    values = sorted(zip(names.dictionary.to_pylist(), range(len(names.dictionary)), strict=True))
    rank = np.empty(len(values), dtype=np.int64)
    rank[[code for _, code in values]] = np.arange(len(values))
    codes = rank[names.indices.to_numpy()] if values else np.zeros(0, dtype=np.int64)
    sources, targets = (pc.list_value_length(side).to_numpy() for side in sides)
    rows, here, there = _crossed(sources, targets, codes)
    different = here != there
    rows, here, there = rows[different], here[different], there[different]
    keys, numbers = np.unique(
        np.minimum(here, there) * max(len(values), 1) + np.maximum(here, there), return_inverse=True
    )
    pairs = (divmod(int(key), max(len(values), 1)) for key in keys)
    return ranked(rows, numbers, [f"{values[a][0]}{BETWEEN}{values[b][0]}" for a, b in pairs], len(frame))


def _crossed(sources: Numbers, targets: Numbers, codes: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Row, source and target of each pair; `codes` holds the sources of all rows, and then their targets."""
    pairs = sources.astype(np.int64) * targets
    rows = np.repeat(np.arange(len(pairs)), pairs)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    first = np.cumsum(sources) - sources
    second = int(sources.sum()) + np.cumsum(targets) - targets
    wide = targets[rows]
    return rows, codes[first[rows] + within // wide], codes[second[rows] + within % wide]
