"""What a page never says: a callback answers whatever it is sent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dash import Dash

from dashboards import create_app
from timeline.model import Actor, Event, EventType, Span, TimeValue
from timeline.table.frame import to_frame

RUS, PRK = Actor("RUS", "Russia"), Actor("PRK", "North Korea")
EVENT = Event(EventType.CONSULT, TimeValue.day(date(2022, 8, 15)), (RUS,), (PRK,), Span(0, 0, ""), (), event_id="a")
ASKED = {  # the output of a callback, and a property that the page sends it
    "lanes.figure": ("query.data", "scheme.data", "width.data"),
    "evidence-body": ("event.data", "url.href"),
    "story-body": ("event.data", "query.data", "url.href"),
    "stepped": ("query.data", "step.data"),
    "citations-body": ("url.href",),
    "export-job": ("query.data", "export-job.data"),
    "table.getRowsResponse": ("query.data", "table.getRowsRequest"),
}
RIGHT = {"event.data": "a", "story.data": "1", "url.href": "http://localhost/?event=a", "query.data": "?actor=RUS"}
WRONG = (7, 0.5, True, ["a"], {"a": [1]}, None, "\ud800", "?q=\ud800&event=a\ud800")


@pytest.fixture(scope="module")
def app() -> Dash:
    return create_app(to_frame([EVENT], {}))


def post(app: Dash, output: str, values: dict[str, Any]) -> int:
    """The status of the answer to a callback whose properties have these values."""
    called = next(c for c in app.callback_map if c.lstrip(".").startswith(output))
    known = app.callback_map[called]

    def said(part: dict[str, Any]) -> dict[str, Any]:
        return {**part, "value": values.get(f"{part['id']}.{part['property']}")}

    outputs = [
        dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in called.strip(".").split("...")
    ]
    body = {
        "output": called,
        "outputs": outputs if called.startswith("..") else outputs[0],
        "inputs": [said(part) for part in known["inputs"]],
        "state": [said(part) for part in known["state"]],
        "changedPropIds": [".".join((known["inputs"][0]["id"], known["inputs"][0]["property"]))],
    }
    answer = app.server.test_client().post("/_dash-update-component", json=body)
    return int(answer.status_code)


@pytest.mark.parametrize(("output", "name"), [(output, name) for output, names in ASKED.items() for name in names])
def test_whatever_a_page_sends_is_answered(app: Dash, output: str, name: str) -> None:
    for wrong in WRONG:
        assert post(app, output, RIGHT | {name: wrong}) in (200, 204), wrong
