"""The dashboard: a timeline to look at, to question and to take away."""

from __future__ import annotations

from dashboards.app import create_app
from dashboards.serving import serve

__all__ = ["create_app", "serve"]
