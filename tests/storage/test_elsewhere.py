"""A timeline opens as it is in other programs: dates are dates, open ends nulls, and lists lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from timeline import write_timeline


@pytest.fixture(scope="module")
def path(frame: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("elsewhere") / "events.parquet"
    write_timeline(frame, file)
    return file


def days(frame: pd.DataFrame) -> list[tuple[str, date | None, date | None]]:
    columns = (frame[name].astype(object).where(frame[name].notna(), None) for name in ("date_start", "date_end"))
    return list(zip(frame["event_id"], *columns, strict=True))


def asked(query: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as database:
        return database.execute(query).fetchall()


def test_timeline_opens_in_duckdb(frame: pd.DataFrame, path: Path) -> None:
    assert asked(f"SELECT event_id, date_start, date_end FROM '{path}'") == days(frame)
    kinds = asked(f"SELECT DISTINCT typeof(date_end), typeof(source_codes), typeof(type) FROM '{path}'")
    assert kinds == [("DATE", "VARCHAR[]", "VARCHAR")]
    quotes = f"SELECT report.quote FROM (SELECT unnest(articles) report FROM '{path}' WHERE event_id = 'letter')"
    assert len(asked(quotes)) == 2


def test_timeline_opens_in_polars(frame: pd.DataFrame, path: Path) -> None:
    table = pl.read_parquet(path)
    assert table.select("event_id", "date_start", "date_end").rows() == days(frame)
    assert (table.schema["date_end"], table.schema["source_codes"]) == (pl.Date(), pl.List(pl.String()))
    found = table.filter(pl.col("source_codes").list.contains("RUS"), pl.col("type") == "CONSULT")
    assert "letter" in found["event_id"]


def test_timeline_opens_in_pandas_without_us(frame: pd.DataFrame, path: Path) -> None:
    table = pd.read_parquet(path)
    assert [*zip(table["event_id"], table["date_start"], table["date_end"], strict=True)] == days(frame)
    assert list(table["source_codes"].iloc[-1]) == list(frame["source_codes"].iloc[-1])
