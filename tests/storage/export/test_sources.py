"""Sources for reference managers, and how to cite an event or a selection."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pandas as pd
import pytest

from tests.storage.export.conftest import ABOUT, Export
from timeline.storage.export import Rows
from timeline.storage.export.cite import apa_event, bibtex_event, bibtex_selection
from timeline.storage.export.sources import distinct, source_of


@pytest.fixture(scope="module")
def items(export: Export, uncertain: pd.DataFrame) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export(uncertain, "csljson"))
    return found


def test_each_source_is_there_once_with_its_events(items: list[dict[str, Any]]) -> None:
    by_url = {item.get("URL", ""): item["custom"]["events"] for item in items}
    assert by_url["https://example.org/2"] == ["month", "span"]
    assert len({item["id"] for item in items}) == len(items) == 3


def test_csl_json_has_what_a_citation_needs(items: list[dict[str, Any]]) -> None:
    item = next(item for item in items if item.get("URL") == "https://example.org/2")
    assert item["issued"] == {"date-parts": [[2022, 8, 16]]}
    assert (item["title"], item["container-title"]) == ("Kim meets Putin", "KCNA")
    assert item["custom"]["selection"] == ABOUT.selection


def test_bibtex_has_an_entry_for_each_source_and_one_for_the_selection(export: Export, uncertain: pd.DataFrame) -> None:
    text = export(uncertain, "bibtex").decode()
    keys = re.findall(r"^@misc\{([^,\s]+),$", text, re.MULTILINE)
    assert keys[1:] == list(distinct(Rows(uncertain).records()))
    assert "title = {{Ties: 9 events, Russia; from 2022}}" in text
    assert "date = {2022-08-16}" in text
    assert text.count("{") - text.count("\\{") == text.count("}") - text.count("\\}")


def test_keys_do_not_hang_on_the_selection(uncertain: pd.DataFrame) -> None:
    every = distinct(Rows(uncertain).records())
    assert set(distinct(Rows(uncertain[-3:]).records())) < set(every)


def test_a_key_has_a_day_of_eight_digits() -> None:
    report = {"source": "Annals", "id": "a1", "url": "", "published": date(988, 7, 28), "title": "", "quote": "q"}
    row = {"event_id": "e1", "summary": "q", "title": ""}
    assert source_of({**report, "trigger": None}, row).key.startswith("annals-09880728-")


def test_an_event_is_cited_by_its_id(uncertain: pd.DataFrame) -> None:
    row = next(row for row in Rows(uncertain).records() if row["event_id"] == "month")
    link = "http://127.0.0.1:8050/?event=month"
    assert apa_event(row, ABOUT, link) == (
        "North Korea recognises two republics. (July 2022). In Ties [Data set; event month; tieline 1.2.3]. " + link
    )
    assert bibtex_event(row, ABOUT, link).startswith("@misc{tieline-month,\n  title = {{North Korea recognises")
    assert f"  url = {{{link}}},\n" in bibtex_event(row, ABOUT, link)


def test_a_selection_has_a_key_of_its_own() -> None:
    assert bibtex_selection(ABOUT).splitlines()[0] == bibtex_selection(ABOUT).splitlines()[0]
    assert bibtex_selection(ABOUT).splitlines()[0] != bibtex_selection(type(ABOUT)("Ties")).splitlines()[0]
