"""How a chart is looked at: what every chart is told besides its table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

GUTTER = 108  # px to the left of the board, for labels
NARROW = 560  # px: a figure that is not wider has no gutter


@dataclass(frozen=True, slots=True)
class Sight:
    """scheme        "light" or "dark"
    since, until  the days asked for, both inclusive; None for all that there are
    width         px of the whole figure
    """

    scheme: str = "light"
    since: date | None = None
    until: date | None = None
    width: float = 1000

    @property
    def wide(self) -> bool:
        """Whether labels stand beside the board; on a narrow figure they stand inside."""
        return self.width >= NARROW

    @property
    def gutter(self) -> int:
        """px to the left of the board."""
        return GUTTER if self.wide else 0
