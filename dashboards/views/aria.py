"""What is said to those who cannot see the page."""

from __future__ import annotations

from typing import Any


def aria(**words: str) -> dict[str, Any]:
    """
    >>> aria(label="Filters")
    {'aria-label': 'Filters'}
    """
    return {f"aria-{name}": said for name, said in words.items()}
