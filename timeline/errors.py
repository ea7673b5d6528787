"""Every error that a user may meet, drawn once.

    TimelineError             one clear line; exit code 1 on the command line
    ├── InputError            a file or a value that cannot be read; names it, where it stood, what was expected
    │   ├── PublishedError    an article without a publication date
    │   └── EdtfError         a date that is not EDTF
    ├── TableError            a table that does not fit the schema
    ├── LanguageError         a language that a part does not speak
    ├── EngineError           where the work is done fails: a worker is lost, a cluster does not answer
    └── ServeError            the dashboard cannot start (a port in use, say)

>>> str(InputError("31 June", "row 4, column date", "an EDTF date such as 2022-07"))
'row 4, column date: 31 June: expected an EDTF date such as 2022-07'
"""

from __future__ import annotations


class TimelineError(Exception):
    """The root: whatever a user can put right."""


class InputError(TimelineError):
    """`where: value: expected ...`; parts that are empty are left out."""

    def __init__(self, value: object, where: str = "", expected: str = "") -> None:
        shown = str(value)
        self.value = shown if len(shown) <= 120 else f"{shown[:117]}..."
        self.where, self.expected = where, expected
        parts = (where, self.value, expected and f"expected {expected}")
        super().__init__(": ".join(part for part in parts if part))

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        """As it was given: an error comes whole out of a worker process."""
        return type(self), (self.value, self.where, self.expected)


class PublishedError(InputError):
    """An article whose publication date is not known."""


class EdtfError(InputError):
    """A string that is not an EDTF date."""


class TableError(InputError):
    """A table with a column missing, or a value that the column cannot hold."""


class LanguageError(InputError):
    """A language without the part that was asked for."""


class EngineError(TimelineError):
    """The work cannot be done where it was sent."""


class ServeError(TimelineError):
    """The dashboard cannot be served."""
