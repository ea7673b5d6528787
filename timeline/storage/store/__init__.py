"""What is kept between builds: articles, their events, what was joined, and when it was first in the table."""

from timeline.storage.store.store import IN_MEMORY, Store, forget_store, open_store, to_bytes, to_text

__all__ = ["IN_MEMORY", "Store", "forget_store", "open_store", "to_bytes", "to_text"]
