"""From articles to a table: read, set copies aside, extract, join, write; resumable, and incremental."""

from timeline.pipeline.build import (
    Built,
    Report,
    SetAside,
    build,
    build_file,
    build_shipped,
    build_timeline,
    gather,
)
from timeline.pipeline.progress import Meter, Progress
from timeline.pipeline.versions import built_with

__all__ = [
    "Built",
    "Meter",
    "Progress",
    "Report",
    "SetAside",
    "build",
    "build_file",
    "build_shipped",
    "build_timeline",
    "built_with",
    "gather",
]
