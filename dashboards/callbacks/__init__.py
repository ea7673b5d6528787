"""Connects the parts of the page, one file a concern. The address is the only state: a choice changes the address, and
the address changes what is shown, so that a link, the back button and a click all go the same way."""

from __future__ import annotations

from dash import Dash

from dashboards.callbacks import browser, charts, event, export, grid, lanes, story, walk
from dashboards.picking import Picking

CONCERNS = (browser, charts, event, export, grid, lanes, story, walk)


def register(app: Dash, table: Picking) -> None:
    """Adds all callbacks; they close over the table, and nothing is global."""
    for concern in CONCERNS:
        concern.register(app, table)
