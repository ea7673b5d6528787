"""Acts bound to who did them and when: an article in, events out, each with the sentence it rests on."""

from timeline.events.extract import extract_events
from timeline.events.sentences import split_sentences

__all__ = ["extract_events", "split_sentences"]
