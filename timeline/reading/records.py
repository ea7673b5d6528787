"""What is told of each article, as it stands in a file, and where it stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.errors import InputError
from timeline.reading.files import NOTHING, File, Hints
from timeline.reading.published.clues import FIELD, Clue


@dataclass(frozen=True, slots=True)
class Record:
    """Fields as they stand in the file. `name` stands in for an id; `where` is for messages.

    basis   how a day in the field "published" is known
    clues   what else speaks for a day of publication
    hints   what is known of the file; `hints.fields` says what it calls the fields
    """

    fields: Mapping[str, Any]
    where: str
    name: str
    basis: str = FIELD
    clues: tuple[Clue, ...] = ()
    hints: Hints = NOTHING

    def called(self, field: str) -> str:
        """What a field is called in the file."""
        return self.hints.fields.get(field, field)

    def text(self, field: str) -> str:
        """A field that holds text; "" where it is missing."""
        name = self.called(field)
        value = self.fields.get(name)
        if value is None and "." in name:
            value = _below(self.fields, name.split("."))
        if value is None:
            return ""
        if field == "id" and isinstance(value, int):
            return str(value)
        if not isinstance(value, str):
            raise InputError(value, f"{self.where}, field {name}", "text")
        return value


def _below(fields: object, path: list[str]) -> object:
    """A value in values: "headline.main"."""
    for name in path:
        fields = fields.get(name) if isinstance(fields, Mapping) else None
    return fields


Found = Iterator[Record | InputError | File]
