"""Where the work is done."""

from timeline.engines.here import run

__all__ = ["run"]
