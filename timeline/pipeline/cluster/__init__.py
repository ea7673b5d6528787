"""The whole road in shards: everything is done by workers, from files to files; see docs/cluster.md.

What is to be done comes as steps. A step reads shards, is a pure function of what it reads, and writes shards. Between
two steps rows change hands: each step puts its rows into buckets, and the next takes one bucket of all shards. The
process that gives out the steps holds names of files and counts, and no article, event or row.
"""

from timeline.pipeline.cluster.aside import read_aside, read_doubts
from timeline.pipeline.cluster.build import build_folder
from timeline.pipeline.cluster.road import Asked

__all__ = ["Asked", "build_folder", "read_aside", "read_doubts"]
