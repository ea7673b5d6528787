"""Text on its way into markup."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    r"""The text with U+FFFD for what no XML document may hold.

    >>> printable("a\x00b\tc") == "a\N{REPLACEMENT CHARACTER}b\tc"
    True
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
