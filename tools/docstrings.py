"""Makes Markdown of the docstrings for the reference: examples and lists of fields keep their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from griffe import Extension, Object

_FIELDS = re.compile(r"[\w., ()|-]+? {2,}\S")  # "start, end   the first day and the day after the last"


class Examples(Extension):
    """Rewrites each docstring before it is shown."""

    def on_object(self, *, obj: Object, **kwargs: Any) -> None:
        if obj.docstring:
            obj.docstring.value = markdown(obj.docstring.value)


def markdown(text: str) -> str:
    r"""
    >>> markdown("Adds.\n\n>>> 1 + 1")
    'Adds.\n\n```pycon\n>>> 1 + 1\n```'
    """
    return "\n\n".join(_block(part) for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    """Paragraphs; an example begins one, wherever it stands."""
    for paragraph in re.split(r"\n\s*\n", text):
        before, mark, example = paragraph.partition(">>> ")
        yield from filter(str.strip, (before.rstrip(), mark + example))


def _block(part: str) -> str:
    if part.startswith(">>> "):
        return f"```pycon\n{part}\n```"
    return f"```text\n{part}\n```" if _FIELDS.match(part) else part
