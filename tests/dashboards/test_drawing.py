"""One answer holds what a change of the filter changes, in every way to look, for few events and for many."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from dash import Dash

from dashboards import create_app
from dashboards.views.looks import LOOKS
from tests.benchmarks.bigtable import big_table
from timeline.table.filter import Filter, select
from timeline.table.frame import from_arrow

MOST = 150_000  # bytes of an answer, compressed


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return from_arrow(big_table(5000))


@pytest.fixture(scope="module")
def app(table: pd.DataFrame) -> Dash:
    return create_app(table)


def ask(app: Dash, query: str) -> tuple[dict[str, Any], int]:
    """What is drawn for an address, and its bytes on the wire."""
    output = next(name for name in app.callback_map if name.startswith("..lanes.figure"))
    outputs = [dict(zip(("id", "property"), part.split("."), strict=True)) for part in output.strip(".").split("...")]
    said = {"query": query, "scheme": "light", "width": 1100}
    body = {
        "output": output,
        "outputs": outputs,
        "inputs": [{"id": name, "property": "data", "value": value} for name, value in said.items()],
        "changedPropIds": ["query.data"],
    }
    client = app.server.test_client()
    answer = client.post("/_dash-update-component", json=body, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    plain = client.post("/_dash-update-component", json=body)
    return plain.get_json()["response"], len(answer.data)


@pytest.mark.parametrize("look", [look.name for look in LOOKS])
@pytest.mark.parametrize("rest", ["", "&actor=PRK", "&status=planned&actor=RUS&actor=PRK", "&q=nowhere at all"])
def test_every_way_to_look_is_drawn_whatever_is_filtered(app: Dash, look: str, rest: str) -> None:
    drawn, size = ask(app, f"look={look}{rest}")
    assert drawn["lanes"]["figure"]["layout"]["height"] == drawn["lanes"]["style"]["height"]
    assert size < MOST


@pytest.mark.parametrize("lanes", ["actor", "dyad", "type"])
def test_a_change_tells_the_count_and_what_each_choice_would_leave(app: Dash, table: pd.DataFrame, lanes: str) -> None:
    drawn, _ = ask(app, f"actor=PRK&lanes={lanes}&type=PARTY")
    here = len(select(table, Filter(actors=("PRK",))))
    assert drawn["count"]["children"] == f"{here:,} of 5,000 events"
    told = drawn["told"]["data"]
    assert sum(told["left"]["status"]) == here
    assert [chip["less"] for chip in told["chips"]] == [[["actor", "PRK"]]]
    assert "type=PARTY" in told["complaint"]["words"]
