"""The data that come with the program."""

from __future__ import annotations

from timeline.storage.shipped import shipped_data


def test_shipped_data_has_rows_and_articles() -> None:
    folder = shipped_data()
    assert list((folder / "curated").glob("*.csv"))
    assert list((folder / "articles").glob("*.json"))
