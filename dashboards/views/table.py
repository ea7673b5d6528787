"""The same events as a table: the way for the keyboard, and for those who like rows."""

from __future__ import annotations

import json
from typing import Any

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import dcc, html
from plotly.io.json import to_json_plotly

from dashboards import ids
from dashboards.views.aria import aria
from dashboards.views.drop import drop

COLUMNS: list[dict[str, Any]] = [
    {"field": "start", "headerName": "Date", "width": 165, "sort": "desc", "cellClass": "when", "wrapText": True},
    {
        "field": "title",
        "headerName": "Event",
        "flex": 3,
        "minWidth": 200,
        "cellClass": "what",
        "wrapText": True,
        "tooltipField": "title",
    },
    {"field": "who", "headerName": "Who", "flex": 2, "minWidth": 150, "tooltipField": "who"},
    {
        "field": "type",
        "headerName": "Type",
        "width": 185,
        "cellClassRules": {f"kind quad-{quad}": f"params.data && params.data.quad == {quad}" for quad in (1, 2, 3, 4)},
    },
    {"field": "status", "headerName": "Status", "width": 125},
    {"field": "source", "headerName": "Source", "flex": 1, "minWidth": 120, "tooltipField": "source"},
    {"field": "checked", "headerName": "Checked", "width": 120, "cellClass": "unchecked"},
    {"field": "precision", "headerName": "Precision", "width": 160, "hide": True},
    {"field": "place", "headerName": "Place", "width": 140, "hide": True},
    {"field": "reports", "headerName": "Reports", "width": 105, "hide": True, "type": "rightAligned"},
    {"field": "confidence", "headerName": "Confidence", "width": 125, "hide": True, "type": "rightAligned"},
    {"field": "salience", "headerName": "Salience", "width": 110, "hide": True, "type": "rightAligned"},
]
HEIGHT = 460  # px
THEME = (
    "themeQuartz.withParams({fontFamily: 'inherit', fontSize: 13, headerFontSize: 12, headerFontWeight: 600,"
    "backgroundColor: 'var(--background)', foregroundColor: 'var(--ink)', headerTextColor: 'var(--muted)',"
    "headerBackgroundColor: 'var(--background)', borderColor: 'var(--rule)', accentColor: 'var(--accent)',"
    "selectedRowBackgroundColor: 'var(--chosen)', rowHoverColor: 'var(--hover)', wrapperBorder: false,"
    "wrapperBorderRadius: 0, headerColumnResizeHandleColor: 'transparent', cellHorizontalPadding: 12,"
    "rowHeight: 50, headerHeight: 36, tooltipBackgroundColor: 'var(--surface)', tooltipTextColor: 'var(--ink)'})"
)


def table() -> html.Section:
    """The place of the table, which comes after the chart."""
    later = json.loads(to_json_plotly([_head(_columns()), _grid()]))
    return html.Section(
        className="table",
        **aria(label="Events as a table"),
        children=[
            html.Div([_head(), html.Div(style={"height": HEIGHT})], id=ids.TABLE_PLACE),
            dcc.Store(id=ids.TABLE_LATER, data=later),
        ],
    )


def _head(*beside: Any) -> html.Div:
    return html.Div([html.H2("Events", className="section-title"), *beside], className="table-head")


def _grid() -> dag.AgGrid:
    """The grid, empty until the first answer."""
    return dag.AgGrid(
        id=ids.TABLE,
        columnDefs=COLUMNS,
        rowModelType="infinite",
        getRowId="params.data.id",
        defaultColDef={"sortable": True, "resizable": True, "suppressMovable": True},
        dashGridOptions={
            "theme": {"function": THEME},
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "tooltipShowDelay": 600,
            "animateRows": False,
            "ensureDomOrder": True,
            "tabToNextCell": {"function": "false"},  # the arrow keys walk inside it
            "tabToNextHeader": {"function": "false"},
            "cacheBlockSize": 100,
            "maxBlocksInCache": 20,
            "maxConcurrentDatasourceRequests": 1,
        },
        className="grid",
        style={"height": HEIGHT},
    )


def _columns() -> html.Div:
    """Which columns are shown."""
    shown = [column["field"] for column in COLUMNS if not column.get("hide")]
    boxes = [dmc.Checkbox(value=column["field"], label=column["headerName"], size="xs") for column in COLUMNS]
    named = aria(label="Columns of the table")
    group = dmc.CheckboxGroup(id=ids.COLUMNS, value=shown, children=html.Div(boxes, className="boxes"), **named)
    return drop("Columns", f"{ids.COLUMNS}-menu", [group], "Columns")
