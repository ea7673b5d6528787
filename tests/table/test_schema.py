"""A table that breaks a rule is refused in one line that says where."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from timeline.errors import TableError
from timeline.table.frame import validate


def refused(frame: pd.DataFrame) -> str:
    with pytest.raises(TableError) as caught:
        validate(frame, "t.parquet")
    line = str(caught.value)
    assert "\n" not in line
    return line


def changed(frame: pd.DataFrame, column: str, value: object, row: int = 1) -> pd.DataFrame:
    values = frame[column].astype(object).tolist()
    values[row] = value
    return frame.assign(**{column: pd.Series(values, index=frame.index, dtype=object)})


def test_good_table_is_given_back_as_it_is(frame: pd.DataFrame) -> None:
    assert validate(frame).equals(frame)


def test_plain_python_values_are_given_the_types_of_the_schema(frame: pd.DataFrame) -> None:
    assert validate(frame.astype(object)).equals(frame)


def test_missing_column_is_named(frame: pd.DataFrame) -> None:
    assert refused(frame.drop(columns="quad")).startswith("t.parquet: quad: expected a column of this name")


def test_unknown_column_is_named(frame: pd.DataFrame) -> None:
    assert refused(frame.assign(mood="good")).startswith("t.parquet: mood: expected")


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("type", "PARTY", "one of AGREE, CONSULT"),
        ("status", None, "one of actual, planned"),
        ("date_edtf", "2022-06-31", "an EDTF date"),
        ("date_start", date(1970, 1, 1), "not after date_end"),
        ("date_start", date(1960, 1, 1), "the first day of date_edtf"),
        ("date_end", None, "the last day of date_edtf"),
        ("date_start", "soon", "a date"),
        ("quad", 4, "the quad of its type"),
        ("quad", "many", "a whole number"),
        ("confidence", 1.5, "a number from 0 to 1"),
        ("lat", 91.0, "a number from -90 to 90"),
        ("title", None, "text"),
        ("title", 7, "text"),
        ("persons", "Kim", "a list"),
        ("disputed", "maybe", "true or false"),
        ("event_id", "", "an id that is not empty"),
        ("event_id", "letter", "an id that no other row has"),
        ("built_with", 3, "named fields"),
    ],
)
def test_value_that_breaks_a_rule_is_named(frame: pd.DataFrame, column: str, value: object, expected: str) -> None:
    line = refused(changed(frame, column, value))
    assert f"column {column}: {'nothing' if value is None else value}" in line or column in ("event_id", "date_end")
    assert expected in line
    assert ", row " in line


def test_row_of_the_first_bad_value_is_named(frame: pd.DataFrame) -> None:
    assert "t.parquet, row 3, column confidence: 7" in refused(changed(frame, "confidence", 7.0, row=2))
