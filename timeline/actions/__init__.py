"""WHAT happened: triggers found on a dependency parse, each with its type, mode, status and roles."""

from timeline.actions.candidates import may_tell
from timeline.actions.find import find_actions
from timeline.actions.gaps import Gap
from timeline.actions.lexicon import Lexicon, load_lexicon
from timeline.actions.parser import model_version, parse_sentences
from timeline.actions.speech import is_reporting
from timeline.actions.tree import Echo, Mark, Parsed, Raw

__all__ = [
    "Echo",
    "Gap",
    "Lexicon",
    "Mark",
    "Parsed",
    "Raw",
    "find_actions",
    "is_reporting",
    "load_lexicon",
    "may_tell",
    "model_version",
    "parse_sentences",
]
