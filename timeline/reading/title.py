"""The title of a text that does not say which of its lines it is."""

from __future__ import annotations

LONGEST, LINES = 160, 3
ENDS = (".", "!", "?", "…", ":", ";", ",", '."', ".”")


def title_of(text: str) -> str:
    """The first line, of the first few, that stands alone and does not end as a sentence does; "" where there is none.

    >>> title_of("Support our work!\\n\\nEnvoys meet in Ulan Bator\\n\\nThe envoys met on Monday.")
    'Envoys meet in Ulan Bator'
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return ""
    return next((line for line in lines[:LINES] if len(line) <= LONGEST and not line.endswith(ENDS)), "")
