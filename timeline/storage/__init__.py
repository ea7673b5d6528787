"""Tables in and out of files."""

from timeline.storage.parquet import read_timeline, write_timeline

__all__ = ["read_timeline", "write_timeline"]
