"""The dashboard: a timeline to look at, to question and to take away."""

from __future__ import annotations

import gc

_collecting = gc.isenabled()
gc.disable()  # importing makes much and frees little: to collect meanwhile costs a fifth of the time

from dashboards.app import create_app  # noqa: E402
from dashboards.guard import access  # noqa: E402
from dashboards.many import serve_many  # noqa: E402
from dashboards.serving import serve  # noqa: E402

if _collecting:
    gc.enable()

__all__ = ["access", "create_app", "serve", "serve_many"]
