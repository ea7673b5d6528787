"""Two timelines side by side: what both have, how far apart the days are, and what each lacks."""

from timeline.table.compared.compare import WITHIN, Comparison, compare
from timeline.table.compared.listed import listed
from timeline.table.compared.summary import Summary, TypeCount, summary

__all__ = ["WITHIN", "Comparison", "Summary", "TypeCount", "compare", "listed", "summary"]
