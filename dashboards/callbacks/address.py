"""What all concerns share: to change the address."""

from __future__ import annotations

from dash import set_props

from dashboards import ids
from dashboards.state import View, url_from_view


def go(before: View, after: View) -> None:
    """Changes the address, if there is anything to change."""
    if after != before:
        set_props(ids.URL, {"search": url_from_view(after)})
