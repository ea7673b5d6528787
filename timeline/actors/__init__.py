"""Who is named in a text: states, governments, organisations, people, places.

`find_actors(text, day)` gives the mentions; `load_gazetteer()` the names that it knows.
"""

from timeline.actors.find import find_actors
from timeline.actors.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "find_actors", "load_gazetteer"]
