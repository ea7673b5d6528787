"""Plotly for a page of its own: the bundle that the dashboard ships, so that there is one."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from timeline.errors import InputError

BUNDLE = "assets/vendor/plotly-basic.min.js"


@cache
def plotly_script() -> str:
    """The script, with nothing in it that would end a script element. The dashboard itself is not loaded."""
    spec = find_spec("dashboards")
    path = Path(spec.origin).parent / BUNDLE if spec and spec.origin else Path(BUNDLE)
    if not path.is_file():
        raise InputError(path, "export to html", "Plotly's script there: install tieline anew")
    return re.sub(r"<(?=/script|!--)", r"\\x3c", path.read_text(encoding="utf-8"), flags=re.IGNORECASE)
