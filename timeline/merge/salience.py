"""How much an event stands out: by who tells it, how often, how long after, and how much it weighs."""

from __future__ import annotations

from math import log2
from urllib.parse import urlsplit

from timeline.model import Event, Evidence
from timeline.model.plover import definitions

YEAR = 365  # days after which a report is a look back
# Each report adds less than the one before; a publisher more than a report, a look back most.
PUBLISHER, REPORT, LOOK_BACK, SCORE = 1.0, 0.5, 1.5, 0.1


def salience(event: Event) -> float:
    """0 or more, of no fixed scale; three decimals."""
    publishers = len({publisher(report) for report in event.evidence})
    back = sum(_later(event, report) for report in event.evidence)
    told = PUBLISHER * log2(1 + publishers) + REPORT * log2(1 + len(event.evidence)) + LOOK_BACK * log2(1 + back)
    return round(told + SCORE * abs(definitions()[event.type].score), 3)


def publisher(report: Evidence) -> str:
    """Who published a report: the name of the source, else the host of its address, else the article itself.

    >>> publisher(Evidence("a1", "", "", "https://www.example.org/news/1", None, "", 0, 0))
    'example.org'
    """
    try:
        host = urlsplit(report.url).hostname or ""
    except ValueError:  # an address such as "http://[" is none
        host = ""
    return report.source.strip().casefold() or host.removeprefix("www.") or report.article_id


def _later(event: Event, report: Evidence) -> bool:
    last = event.when.last
    return bool(last and report.published and (report.published - last).days >= YEAR)
