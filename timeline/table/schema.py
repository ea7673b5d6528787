"""What every timeline table must hold to, and the one line that says which value does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from timeline.errors import EdtfError, TableError
from timeline.model import EventType, TimeValue
from timeline.table.arrow import from_arrow, place, to_arrow
from timeline.table.columns import inclusive_days


@dataclass(frozen=True, slots=True)
class Rule:
    """A column, what its values must be, and which rows break that."""

    column: str
    expected: str
    broken: Callable[[pd.DataFrame], pd.Series]


PIECE = 50_000  # rows that are checked at once: what a check takes beside the table does not grow with it


def validate(frame: pd.DataFrame, where: str = "") -> pd.DataFrame:
    """The table with the types of the schema; raises TableError for the first value that breaks a rule.

    `where` names the table in the message, a file say.
    """
    pieces = [frame.iloc[start : start + PIECE] for start in range(0, max(len(frame), 1), PIECE)]
    try:
        tables = [checked(piece, where) for piece in pieces]
    except TableError:
        checked(frame, where)  # all at once, for the number of the row: this is the end of the road anyhow
        raise
    whole = pa.concat_tables(tables)
    check_ids(whole["event_id"], where)
    return from_arrow(whole)


def check_ids(ids: pa.ChunkedArray, where: str = "") -> None:
    """Raises TableError where two rows have one id."""
    if pc.count_distinct(ids).as_py() != len(ids):
        row = int(pd.Series(ids, dtype=pd.ArrowDtype(pa.string())).duplicated().to_numpy().argmax())
        raise TableError(ids[row].as_py(), place(where, row, "event_id"), "an id that no other row has")


def checked(piece: pd.DataFrame, where: str = "") -> pa.Table:
    """Some rows of a table as Arrow; raises TableError as `validate` does, but for ids that rows share."""
    table = to_arrow(piece, where)
    typed = from_arrow(table)
    for rule in RULES:
        _check(rule, typed, where)
    return table


def _check(rule: Rule, typed: pd.DataFrame, where: str) -> None:
    broken = rule.broken(typed).fillna(False).to_numpy(dtype=bool)
    if broken.any():
        row = int(broken.argmax())
        raise TableError(typed[rule.column].iloc[row], place(where, row, rule.column), rule.expected)


def _not_edtf(frame: pd.DataFrame) -> pd.Series:
    return frame["date_edtf"].map({text: _days(text) is None for text in frame["date_edtf"].unique()})


def _other_day(end: int) -> Callable[[pd.DataFrame], pd.Series]:
    """Rows whose first (0) or last (1) day is not that of their EDTF."""

    def broken(frame: pd.DataFrame) -> pd.Series:
        days = {text: (_days(text) or (None, None))[end] for text in frame["date_edtf"].unique()}
        column = frame[("date_start", "date_end")[end]]
        told = frame["date_edtf"].map(days).astype(column.dtype)
        return (column != told).fillna(column.isna() != told.isna())

    return broken


def _days(text: str) -> tuple[object, object] | None:
    try:
        return inclusive_days(TimeValue.from_edtf(text))
    except EdtfError:
        return None


def _outside(column: str, low: float, high: float) -> Rule:
    return Rule(column, f"a number from {low:g} to {high:g}", lambda f: (f[column] < low) | (f[column] > high))


RULES = (
    Rule("event_id", "an id that is not empty", lambda f: f["event_id"] == ""),
    Rule("date_edtf", "an EDTF date such as 2022-07-13, 2022-07, 2022/.. or 1910/1945", _not_edtf),
    Rule("date_start", "a day that is not after date_end", lambda f: f["date_start"] > f["date_end"]),
    Rule("date_start", "the first day of date_edtf", _other_day(0)),
    Rule("date_end", "the last day of date_edtf", _other_day(1)),
    Rule(
        "quad", "the quad of its type", lambda f: f["quad"] != f["type"].map({t.value: int(t.quad) for t in EventType})
    ),
    _outside("confidence", 0, 1),
    _outside("lat", -90, 90),
    _outside("lon", -180, 180),
    _outside("n_reports", 0, 2**31),
)
