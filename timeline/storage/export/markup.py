"""Text on its way into markup: whatever it holds, it is shown as it stands."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKDOWN = re.compile(r"[\\`*_\[\]{}<>#|~$^=@]")
_TEX = {character: f"\\{character}" for character in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


def printable(text: str) -> str:
    r"""The text with U+FFFD for what no XML document may hold.

    >>> printable("a\x00b\tc") == "a\N{REPLACEMENT CHARACTER}b\tc"
    True
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def markdown(text: str) -> str:
    r"""The text in one line, with nothing in it that Markdown would read.

    >>> markdown("<b>*A* & B</b>\n# [x](y)")
    '\\<b\\>\\*A\\* &amp; B\\</b\\> \\# \\[x\\](y)'
    """
    line = printable(" ".join(text.split()))
    return _MARKDOWN.sub(lambda found: f"\\{found[0]}", line.replace("&", "&amp;")).replace("://", ":\\//")


def tex(text: str) -> str:
    r"""The text in one line, with nothing in it that TeX would read.

    >>> tex("R&D_50%")
    'R\\&D\\_50\\%'
    """
    return "".join(_TEX.get(character, character) for character in printable(" ".join(text.split())))
