"""Files in: articles, and rows that people wrote."""

from timeline.reading.articles import Unread, read_articles, stream_articles
from timeline.reading.curated import read_curated

__all__ = ["Unread", "read_articles", "read_curated", "stream_articles"]
