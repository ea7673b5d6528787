"""How much an event stands out: by who tells it, how often, how long after, what it weighs, and who took part.

    salience = (told + weight) x certainty

    told       1.0 log2(1 + publishers) + 0.5 log2(1 + reports + copies / 5) + 1.5 log2(1 + look-backs)
    weight     0.2 |score of the type| + 1.0 for each state whose leader took part
    certainty  confidence, and less where it did not take place: planned a half, denied a half, hypothetical a quarter

Logarithms, since the hundredth report says less than the second. A publisher counts twice a report, since one that
reports twice has not decided twice that it matters. Copies of a wire text are reports that nobody wrote: five count
as one, and who prints them is no further publisher. A look-back, a report a year or more after the event, counts most:
the next morning everything is told, after a year what mattered (Kessler et al. 2012). All these are counted as
articles: one that tells an event in three sentences is one report.

Where few tell, as of rows that people wrote with a source or two, the weight decides: the score of the type on the
scale of Goldstein (1992), whatever its sign, and whether those who led the states then are named in it, as the
gazetteer dates their offices; not in a letter or a telephone call, for which nobody goes anywhere. On the shipped
table that puts the meetings of leaders and the treaties first. That an event is disputed takes nothing away: it is
what one looks for.

One report of a meeting of officials gives 1.8 where it is sure; nine reports by as many publishers, five of them after
a year, of a meeting of two leaders give 11. There is no upper end.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import log2
from urllib.parse import urlsplit

from timeline.actors import load_gazetteer
from timeline.model import Event, Evidence, Status
from timeline.model.plover import definitions

YEAR = 365  # days after which a report is a look-back
PUBLISHER, REPORT, COPY, LOOK_BACK = 1.0, 0.5, 0.2, 1.5
SCORE, LEADER = 0.2, 1.0
CERTAINTY = {Status.ACTUAL: 1.0, Status.PLANNED: 0.5, Status.NEGATED: 0.5, Status.HYPOTHETICAL: 0.25}
LEADS = ("leader", "president", "premier")  # roles in the gazetteer: who holds the first that a state has leads it
FROM_AFAR = ("letter", "phone")  # modes


def salience(event: Event) -> float:
    """0 or more, of no fixed scale; three decimals. The order of the evidence does not matter.

    More publishers, reports, copies or look-backs never make it less.
    """
    weight = SCORE * abs(definitions()[event.type].score) + LEADER * _leaders(event)
    return round((_told(event) + weight) * CERTAINTY[event.status] * event.confidence, 3)


def publisher(report: Evidence) -> str:
    """Who published a report: the name of the source, else the host of its address, else the article itself.

    >>> publisher(Evidence("a1", "", "", "https://www.example.org/news/1", None, "", 0, 0))
    'example.org'
    """
    return report.source.strip().casefold() or _host(report.url) or report.article_id


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # an address such as "http://[" has none
        return ""


def _told(event: Event) -> float:
    # The sources of a row that a person wrote all bear the id of the row.
    reports: dict[tuple[str, str], bool] = {}  # whether it is a look-back
    last = event.when.last
    for each in event.evidence:
        key = each.article_id, publisher(each)
        reports[key] = reports.get(key, False) or _later(last, each)
    copies = {copy.article_id for each in event.evidence for copy in each.copies} - {name for name, _ in reports}
    return (
        PUBLISHER * log2(1 + len({name for _, name in reports}))
        + REPORT * log2(1 + len(reports) + COPY * len(copies))
        + LOOK_BACK * log2(1 + sum(reports.values()))
    )


def _later(last: date | None, report: Evidence) -> bool:
    return bool(last and report.published and (report.published - last).days >= YEAR)


def _leaders(event: Event) -> int:
    """Of how many of its states the leader of that time is named in it."""
    named = {actor.person for actor in (*event.source, *event.target)}.union(event.persons) - {""}
    first = event.when.start or event.when.last
    if not named or not first or event.mode in FROM_AFAR:
        return 0
    last = event.when.last or first
    return sum(_leader(code, first, last) in named for code in event.dyad)


@lru_cache(maxsize=1 << 14)
def _leader(code: str, first: date, last: date) -> str | None:
    """Who led the state all these days; None where nobody is known to, or several did."""
    person = load_gazetteer().holder(code, LEADS, first, last)
    return person.name if person else None
