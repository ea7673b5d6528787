"""How much each day stands out in a pile of articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from math import log

import pandas as pd

from timeline.dates import find_dates
from timeline.errors import LanguageError
from timeline.model import Article, Granularity

AHEAD = 0.5  # of what is announced, not all comes about
PRINTED = 0.25  # an article counts this much for the day on which it is printed, and for the day before
RETURN = 1.0  # for each further distance in time from which articles come back to a day


def rank_dates(articles: Iterable[Article]) -> pd.Series[float]:
    """Salience by day, the greatest first, the earlier first among equals; of no fixed scale.

    Each article counts once for each day that it names, and counts the more the longer ago that day is: what is
    still told after a year matters more than what was told the next morning. An article without a publication
    date counts once for each day.

    >>> told = [Article("He came on 5 May 2011. They met on 5 May 2011.", date(2011, 5, 6))]
    >>> str(rank_dates(told).index[0])
    '2011-05-05'
    """
    weight: defaultdict[date, float] = defaultdict(float)
    distances: defaultdict[date, set[int]] = defaultdict(set)
    for article in articles:
        for day, distance in _days(article):
            weight[day] += AHEAD if distance < 0 else 1 + log(1 + distance)
            distances[day].add(distance)
        for day in _printed(article.published):
            weight[day] += PRINTED
    salience = {day: value + RETURN * len(distances[day]) for day, value in weight.items()}
    ranked = sorted(salience.items(), key=lambda item: (-item[1], item[0]))
    days = pd.Index([day for day, _ in ranked], dtype="object", name="day")
    return pd.Series([value for _, value in ranked], index=days, dtype="float64", name="salience")


def _days(article: Article) -> Iterator[tuple[date, int]]:
    """Each day that an article names, once, and how many days before publication it lies."""
    try:
        mentions = find_dates(article.text, article.published, article.language)
    except LanguageError:
        return
    values = (mention.value for mention in mentions)
    for day in sorted({v.start for v in values if v and v.start and v.granularity is Granularity.DAY}):
        yield day, (article.published - day).days if article.published else 0


def _printed(published: date | None) -> Iterator[date]:
    """What is in the paper happened on the day of publication or, as often, the day before."""
    if published:
        yield published
        if published > date.min:
            yield published - timedelta(1)
