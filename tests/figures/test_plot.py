"""The figure for a notebook."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest

import timeline
from timeline.figures.lanes import lanes
from timeline.figures.sight import Sight
from timeline.table.picked import pick


@pytest.mark.parametrize("by", ["actor", "dyad", "type"])
def test_plot_is_the_main_view_of_the_dashboard(frame: pd.DataFrame, by: str) -> None:
    figure = timeline.plot(frame, lanes_by=by, scheme="dark", width=800)
    assert isinstance(figure, go.Figure)
    drawn = [len(trace["customdata"]) for trace in lanes(pick(frame), Sight("dark", width=800), by)["data"]]
    assert [len(trace.customdata or ()) for trace in figure.data] == drawn
    assert figure.layout.paper_bgcolor == "#15171a"


def test_plot_takes_some_of_the_rows(frame: pd.DataFrame) -> None:
    some = frame[frame["type"] == frame["type"].iloc[0]]
    told = {event for trace in timeline.plot(some).data for event in trace.customdata or ()}
    assert told == set(some["event_id"])


def test_plot_names_the_lanes_that_there_are(frame: pd.DataFrame) -> None:
    with pytest.raises(ValueError, match="lanes_by: 'colour': expected one of actor, dyad, type"):
        timeline.plot(frame, lanes_by="colour")
