"""Values only: what an article, a mention and an event are. Standard library only."""

from timeline.model.event import Actor, Copy, Event, EventType, Evidence, Joined, Origin, Place, Quad, Status
from timeline.model.mention import ActionMention, ActorMention, DateMention
from timeline.model.text import INFERRED, Article, Sentence, Span
from timeline.model.time import Granularity, TimeValue

__all__ = [
    "INFERRED",
    "ActionMention", "Actor", "ActorMention", "Article", "Copy", "DateMention", "Event", "EventType", "Evidence",
    "Granularity", "Joined", "Origin", "Place", "Quad", "Sentence", "Span", "Status", "TimeValue",
]  # fmt: skip
