"""Which rows hold some words: every text of a row in one, in lower case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from timeline.table.bits import Bits, pack
from timeline.table.facet import array_of

if TYPE_CHECKING:
    import pandas as pd

TEXTS = ("title", "summary", "quote", "place")
NAMES = ("persons", "source_names", "target_names", "attributed_to")
BETWEEN = "\n"  # stands between texts: words are not found across it
PIECE = 100_000  # rows


class Telling:
    """The texts of one table. It is made once and never changed."""

    def __init__(self, frame: pd.DataFrame) -> None:
        pieces = (frame.iloc[start : start + PIECE] for start in range(0, len(frame), PIECE))
        self._pieces = pa.chunked_array([_joined(piece) for piece in pieces], pa.string())

    def holding(self, words: str) -> Bits:
        """The rows that hold these words as they stand, in any case. All is in lower case, so that RE2 looks for
        their first letter as fast as memory is read; folding case itself, it could not for s and k."""
        found = pc.match_substring_regex(self._pieces, re.escape(pc.utf8_lower(pa.scalar(words)).as_py()))
        return pack(found.to_numpy())


def _joined(piece: pd.DataFrame) -> pa.Array:
    names = [pc.binary_join(array_of(piece, column), BETWEEN) for column in NAMES]
    return pc.utf8_lower(pc.binary_join_element_wise(*(array_of(piece, column) for column in TEXTS), *names, BETWEEN))
