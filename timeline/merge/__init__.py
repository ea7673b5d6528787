"""The same event in several reports."""

from timeline.merge.mentions import cluster_mentions
from timeline.merge.merge import merge_events

__all__ = ["cluster_mentions", "merge_events"]
