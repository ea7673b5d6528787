"""The same event in several reports."""

from timeline.merge.merge import merge_events

__all__ = ["merge_events"]
