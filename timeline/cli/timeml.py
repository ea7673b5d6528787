"""Date mentions as a TimeML document: the text with TIMEX3 tags, as the tools of TempEval-3 read it."""

from __future__ import annotations

import re
import sys
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from timeline.model import DateMention

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"""
FROM_PUBLICATION = ("relative", "weekday")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def print_timeml(
    text: str, mentions: list[DateMention], published: date | None, language: str = "en", name: str = ""
) -> None:
    """The whole document on standard output; every character of the text stands where it stood."""
    head = f"<DOCID>{_xml(name)}</DOCID>\n\n" if name else ""
    if published:
        created = (
            f'tid="t0" type="DATE" value="{published}" temporalFunction="false" functionInDocument="CREATION_TIME"'
        )
        head += f"<DCT><TIMEX3 {created}>{published}</TIMEX3></DCT>\n\n"
    sys.stdout.write(f"{HEAD}{head}<TEXT>{_tagged(text, mentions, published, language)}</TEXT>\n\n</TimeML>\n")


def _tagged(text: str, mentions: list[DateMention], published: date | None, language: str) -> str:
    parts, at = list[str](), 0
    for number, mention in enumerate(mentions, 1):
        parts.append(_xml(text[at : mention.start]))
        parts.append(f"<TIMEX3 {_attributes(number, mention, published, language)}>{_xml(mention.text)}</TIMEX3>")
        at = mention.end
    return "".join(parts) + _xml(text[at:])


def _attributes(number: int, mention: DateMention, published: date | None, language: str) -> str:
    from_publication = published is not None and mention.value is not None and mention.basis in FROM_PUBLICATION
    attributes = {
        "tid": f"t{number}",
        "type": mention.timex_type,
        "value": mention.timex3,
        "mod": _mod(mention, language),
        "temporalFunction": "false" if mention.basis == "explicit" else "true",
        "functionInDocument": "NONE",
        "anchorTimeID": "t0" if from_publication else "",
    }
    return " ".join(f"{key}={quoteattr(value)}" for key, value in attributes.items() if value or key == "value")


def _mod(mention: DateMention, language: str) -> str:
    """START, MID or END for "early", "mid-" or "the end of"; APPROX for "about"; else nothing."""
    from timeline.dates import languages
    from timeline.dates.grammar import load_grammar
    from timeline.dates.tokens import split

    if mention.value and mention.value.approximate:
        return "APPROX"
    if mention.timex_type != "DATE" or language not in languages():
        return ""
    edges = load_grammar(language).lexicon.values.get("edge", {})
    found = (str(edges[(word.lower(),)]) for word in split(mention.text) if (word.lower(),) in edges)
    return next(found, "")


def _xml(words: str) -> str:
    """Escaped; what XML cannot hold becomes U+FFFD, one for one, and a carriage return a reference."""
    return escape(NOT_XML.sub("\ufffd", words), {"\r": "&#13;"})
