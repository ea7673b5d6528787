"""Files in: articles, and rows that people wrote."""

from timeline.reading.articles import read_articles
from timeline.reading.curated import read_curated

__all__ = ["read_articles", "read_curated"]
