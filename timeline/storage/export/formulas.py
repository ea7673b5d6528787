"""Text that a spreadsheet would run, made harmless, and back again.

In a CSV nothing tells a text from a formula but its beginning. One that a spreadsheet may take for a formula gets an
apostrophe before it, and so does one that already has an apostrophe there: each can be told from the other.
Numbers are no text, and stay as they are.
"""

from __future__ import annotations

import re

RUN = re.compile(r"'*(?:\s*[=+\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
                 r"\N{FULLWIDTH COMMERCIAL AT}]|[\t\r\n])")  # fmt: skip


def harmless(text: str) -> str:
    """
    >>> harmless("=1+1"), harmless(" @SUM(1)"), harmless("Kim"), harmless("'tis"), harmless("'=1")
    ("'=1+1", "' @SUM(1)", 'Kim', "'tis", "''=1")
    """
    return f"'{text}" if RUN.match(text) else text


def as_it_was(text: str) -> str:
    """
    >>> as_it_was(harmless("=1+1")), as_it_was(harmless("'=1")), as_it_was("'tis")
    ('=1+1', "'=1", "'tis")
    """
    return text[1:] if text.startswith("'") and RUN.match(text) else text
