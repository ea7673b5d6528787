"""The same events as a table: the way for the keyboard, and for those who like rows."""

from __future__ import annotations

from typing import Any

import dash_ag_grid as dag
from dash import html

from dashboards import ids
from dashboards.views.aria import aria

WRAPPED = {"wrapText": True, "autoHeight": True}
COLUMNS: list[dict[str, Any]] = [
    {
        "field": "start",
        "headerName": "Date",
        "valueFormatter": {"function": "params.data.date"},
        "width": 150,
        "sort": "desc",
        "cellClass": "when",
    },
    {"field": "title", "headerName": "Event", "flex": 3, "minWidth": 200, "cellClass": "what", **WRAPPED},
    {"field": "who", "headerName": "Who", "flex": 2, "minWidth": 150, "tooltipField": "who"},
    {
        "field": "type",
        "headerName": "Type",
        "width": 185,
        "cellClassRules": {f"kind quad-{quad}": f"params.data.quad == {quad}" for quad in (1, 2, 3, 4)},
    },
    {"field": "status", "headerName": "Status", "width": 125},
    {"field": "source", "headerName": "Source", "flex": 1, "minWidth": 120, "tooltipField": "source"},
    {"field": "checked", "headerName": "Checked", "width": 120, "cellClass": "unchecked"},
]
THEME = (
    "themeQuartz.withParams({fontFamily: 'inherit', fontSize: 13, headerFontSize: 12, headerFontWeight: 600,"
    "backgroundColor: 'var(--background)', foregroundColor: 'var(--ink)', headerTextColor: 'var(--muted)',"
    "headerBackgroundColor: 'var(--background)', borderColor: 'var(--rule)', accentColor: 'var(--accent)',"
    "selectedRowBackgroundColor: 'var(--chosen)', rowHoverColor: 'var(--hover)', wrapperBorder: false,"
    "wrapperBorderRadius: 0, headerColumnResizeHandleColor: 'transparent', cellHorizontalPadding: 12,"
    "rowHeight: 38, headerHeight: 36, tooltipBackgroundColor: 'var(--surface)', tooltipTextColor: 'var(--ink)'})"
)


def table() -> html.Section:
    """The grid, empty until the first answer."""
    return html.Section(
        className="table",
        **aria(label="Events as a table"),
        children=[
            html.H2("Events", className="section-title"),
            dag.AgGrid(
                id=ids.TABLE,
                columnDefs=COLUMNS,
                rowData=[],
                getRowId="params.data.id",
                defaultColDef={"sortable": True, "resizable": True, "suppressMovable": True},
                dashGridOptions={
                    "theme": {"function": THEME},
                    "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
                    "tooltipShowDelay": 600,
                    "animateRows": False,
                    "ensureDomOrder": True,
                },
                className="grid",
                style={"height": 460},
            ),
        ],
    )
