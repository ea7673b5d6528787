"""Modules of ours whose libraries come with an extra of the package."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from timeline.errors import InputError


def needing(extra: str, module: str, value: str, where: str) -> Any:
    """The module. Where the library that it imports is missing, raises InputError, which names the extra."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if not extra or (error.name or "").startswith("timeline"):
            raise
        expected = f"{error.name}, which is not installed: pip install 'tieline[{extra}]'"
        raise InputError(value, where, expected) from None
