"""The one clock of a build: nothing but the name of an edition hangs on it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day, in UTC; that of SOURCE_DATE_EPOCH (seconds since 1970) where it is set, for builds to be repeated."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(told), UTC) if told.isdecimal() else datetime.now(UTC)
    return now.date()
