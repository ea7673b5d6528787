"""The same event in several reports."""

from timeline.merge.blocks import keys
from timeline.merge.edges import edges, edges_of
from timeline.merge.groups import parts
from timeline.merge.mentions import cluster_mentions
from timeline.merge.merge import merge_events
from timeline.merge.settle import settle
from timeline.merge.traits import traits

__all__ = ["cluster_mentions", "edges", "edges_of", "keys", "merge_events", "parts", "settle", "traits"]
