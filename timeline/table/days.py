"""How much each day stands out in a pile of articles.

The weight of a day is the sum over the articles that name it. Counting mentions is the usual way to choose the dates
of a timeline (Ghalandari and Ifrim 2020); two things are known to say more than their number. One is the time that
passes: what is still told after a year matters more than what was told the next morning (Kessler et al. 2012; Tran
et al. 2015), so a mention counts by the logarithm of its distance. The other is the company: an article that names
many days retells the course of events, and has chosen its days as a timeline does. So each day that it names counts as
often as it names days; that is the degree of a day in the graph that joins the days which one article names.

Each article counts once for a day, however often it says it, and once for the day on which it is printed and the day
before, of which most of what is printed tells. A month or a week is no day: it is weak support for each of its days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import blake2b
from math import log
from typing import NamedTuple

import pandas as pd

from timeline.dates import find_dates
from timeline.errors import LanguageError
from timeline.model import Article, Event, Granularity, Status, TimeValue

AHEAD = 0.5  # of what is announced, not all comes about
CHRONICLE = 10  # days; one that names more counts no more, so that a single long list does not outweigh all others
VAGUE = 0.25  # of a mention of a week or a month, shared by its days

Weighed = Iterator[tuple[date, float]]


class Told(NamedTuple):
    """What counts of an article: when it was printed, the days it names, and the vague dates (first day, days)."""

    published: date | None
    days: frozenset[date]
    vague: frozenset[tuple[date, int]]


def rank_dates(articles: Iterable[Article], events: Iterable[Event] = ()) -> pd.Series[float]:
    """Salience by day, the greatest first, the earlier first among equals; of no fixed scale.

    All resolved date mentions of the articles count, without regard to what is told of the day. Copies, word for word,
    count once, as of the earliest; order does not matter. Where an article has no publication date, distance counts for
    nothing. In a language whose dates are not read, an article counts for its day of publication alone.

    events  those of the articles (or merged ones, curated ones), where the caller has them: each report of one that
            took place or is planned, and whose day its text gives, counts once more for that day. They are not
            extracted here: on news of wars, crises and epidemics (Timeline17) that takes more than ten times as long as
            reading the dates, and changes no figure, since few of its sentences tell what one state does to another.

    >>> told = [Article("He came on 5 May 2011. They met on 5 May 2011.", date(2011, 5, 6))]
    >>> str(rank_dates(told).index[0])
    '2011-05-05'
    """
    weight: defaultdict[date, float] = defaultdict(float)
    told = sorted(_originals(articles).items())
    for day, value in (
        pair for _, article in told for pair in (*_named(article), *_vague(article), *_printed(article))
    ):
        weight[day] += value
    for day, value in sorted(pair for event in events for pair in _reported(event)):
        weight[day] += value
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    days = pd.Index([day for day, _ in ranked], dtype="object", name="day")
    return pd.Series([value for _, value in ranked], index=days, dtype="float64", name="salience")


def _originals(articles: Iterable[Article]) -> dict[bytes, Told]:
    """Of each text the article that was printed first, by a hash of its words."""
    found: dict[bytes, Told] = {}
    for article in articles:
        words = " ".join(article.text.casefold().split()).encode(errors="surrogatepass")
        key = blake2b(words, digest_size=16).digest()
        if key not in found or (article.published or date.max) < (found[key].published or date.max):
            found[key] = _told(article)
    return found


def _told(article: Article) -> Told:
    try:
        mentions = find_dates(article.text, article.published, article.language)
    except LanguageError:
        mentions = []
    values = {value for mention in mentions for value in (mention.value, mention.base) if value}
    days = frozenset(day for value in values for day in named_days(value))
    spans = {(v.start, (v.end - v.start).days) for v in values if v.granularity in _VAGUE and v.start and v.end}
    return Told(article.published, days, frozenset(spans))


_VAGUE = (Granularity.WEEKEND, Granularity.WEEK, Granularity.MONTH)


def named_days(value: TimeValue) -> Iterator[date]:
    """The days that a date or an interval names; a week, a month, a year names none.

    >>> [str(day) for day in named_days(TimeValue.from_edtf("2019-04-24/2019-04-26"))]
    ['2019-04-24', '2019-04-26']
    >>> list(named_days(TimeValue.from_edtf("2019/..")))
    []
    """
    if value.granularity is Granularity.DAY and value.start:
        yield value.start
    elif value.granularity is Granularity.INTERVAL:
        parts = (TimeValue.from_edtf(part) for part in value.edtf.split("/") if part not in ("", ".."))
        yield from (part.start for part in parts if part.granularity is Granularity.DAY and part.start)


def _named(told: Told) -> Weighed:
    company = min(len(told.days), CHRONICLE)
    for day in told.days:
        yield day, company * _lasting(told.published, day)


def _vague(told: Told) -> Weighed:
    for first, length in sorted(told.vague):
        for number in range(length):
            day = first + timedelta(number)
            yield day, VAGUE / length * _lasting(told.published, day)


def _printed(told: Told) -> Weighed:
    if told.published:
        yield told.published, 1.0
        if told.published > date.min:
            yield told.published - timedelta(1), 1.0


def _reported(event: Event) -> Weighed:
    if event.status in (Status.ACTUAL, Status.PLANNED) and event.date_basis != "publication":
        for day in named_days(event.when):
            yield from ((day, _lasting(report.published, day)) for report in event.evidence)


def _lasting(published: date | None, day: date) -> float:
    """What one mention of a day counts: more, the longer ago that day was."""
    distance = (published - day).days if published else 0
    return AHEAD if distance < 0 else 1 + log(1 + distance)
