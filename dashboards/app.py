"""The dashboard as a Dash app. Nothing is read before `create_app` is called, and it may be called again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dash import Dash
from flask_compress import Compress

from dashboards.caching import let_keep
from dashboards.callbacks import register
from dashboards.choosing import choices
from dashboards.guard import Access, protect
from dashboards.layout import layout
from dashboards.page import Page, page
from dashboards.picking import Picking
from dashboards.query import question, span
from timeline.storage.export.about import title_of
from timeline.storage.mapped import open_timeline

if TYPE_CHECKING:
    import pandas as pd


LEVEL = 3  # of gzip, for those who know nothing better: the highest takes longer than it saves


def create_app(table: pd.DataFrame | str | Path, access: Access | None = None) -> Dash:
    """The app for a table of events, or for the Parquet file that holds one.

    access  under which names it is served and which pages may embed it; None: to this machine, and none
    """
    picking = Picking(open_timeline(table) if isinstance(table, str | Path) else table)
    picking.warm()
    about = title_of(picking.index)
    app = Page(
        "dashboards",
        title=f"{about} – tieline",
        update_title="",
        serve_locally=True,
        suppress_callback_exceptions=True,  # the table comes later
        assets_folder=str(Path(__file__).parent / "assets"),
    )
    app.index_string = page(f"{about} – tieline")
    app.layout = layout(about, span(picking), choices(picking), len(picking), question(picking))
    register(app, picking)
    protect(app, access or Access())
    let_keep(app.server, app.get_asset_url(""))
    app.server.config["COMPRESS_LEVEL"] = LEVEL
    Compress(app.server)
    return app
