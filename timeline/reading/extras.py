"""Libraries that one format alone needs: they come with an extra of the package."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from timeline.errors import InputError


def extra(name: str, module: str, where: str = "") -> Any:
    """The module, which the extra `name` brings; `where` is the file that needs it.

    >>> extra("web", "no_such_library")
    Traceback (most recent call last):
        ...
    timeline.errors.InputError: expected no_such_library, which is not installed: pip install 'tieline[web]'
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        raise InputError("", where, f"{module}, which is not installed: pip install 'tieline[{name}]'") from None
