"""Where the work is done."""

from timeline.engines.engine import Engine
from timeline.engines.open import ENGINES, open_engine

__all__ = ["ENGINES", "Engine", "open_engine"]
