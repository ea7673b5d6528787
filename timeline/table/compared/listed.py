"""A comparison row by row: pairs, and what only one of the two has."""

from __future__ import annotations

import pandas as pd

from timeline.table.compared.compare import Comparison, lonely
from timeline.table.compared.side import Numbers

SHOWN = ("event_id", "date_edtf", "type", "title")


def listed(found: Comparison, ours: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
    """One line for each pair, then for what theirs lacks, then for what ours lacks.

    Columns: `found_in` (both, ours, theirs), `days` (how much later theirs is; empty where there is no pair), and of
    each side id, date, type and title.
    """
    alone, others = lonely(found)
    parts = (
        _part("both", ours.iloc[found.pairs.ours], theirs.iloc[found.pairs.theirs], found.pairs.days),
        _part("ours", ours[alone], theirs.iloc[:0]),
        _part("theirs", ours.iloc[:0], theirs[others]),
    )
    return pd.concat(parts, ignore_index=True).astype({"days": "Int64"})


def _part(where: str, ours: pd.DataFrame, theirs: pd.DataFrame, days: Numbers | None = None) -> pd.DataFrame:
    """Two tables side by side, of which one may have no rows."""
    sides = [
        frame[list(SHOWN)].astype("string").reset_index(drop=True).add_prefix(f"{name}_")
        for name, frame in (("ours", ours), ("theirs", theirs))
    ]
    joined = pd.concat(sides, axis=1)
    joined.insert(0, "found_in", where)
    joined.insert(1, "days", pd.Series(days, dtype="Int64"))
    return joined
