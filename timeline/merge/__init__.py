"""The same event in several reports."""

from timeline.merge.blocks import keys
from timeline.merge.edges import edges
from timeline.merge.groups import parts
from timeline.merge.mentions import cluster_mentions
from timeline.merge.merge import merge_events
from timeline.merge.settle import settle

__all__ = ["cluster_mentions", "edges", "keys", "merge_events", "parts", "settle"]
