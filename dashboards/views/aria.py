"""Attributes of the page's elements: what is said to those who cannot see it, and what our scripts go by."""

from __future__ import annotations

from typing import Any


def aria(**words: str) -> dict[str, Any]:
    """
    >>> aria(label="Filters")
    {'aria-label': 'Filters'}
    """
    return {f"aria-{name}": said for name, said in words.items()}


def data(**words: str) -> dict[str, Any]:
    """
    >>> data(event="RPRK-140")
    {'data-event': 'RPRK-140'}
    """
    return {f"data-{name}": said for name, said in words.items()}
