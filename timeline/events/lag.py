"""Acts that are dated by another one: "five days after X met Y"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import timedelta

from timeline.actions import Parsed
from timeline.actions.tree import Token, children
from timeline.events.binding import Bound, Tie, choose, rank
from timeline.events.governs import path
from timeline.model import DateMention, Granularity, TimeValue

PERIOD = re.compile(r"P(\d{1,4})([DWMY])")
SIGNS = {"after": -1, "before": 1}
TRUST = 0.9


def lagged(parsed: Parsed, trigger: Token, dates: Sequence[DateMention], others: Collection[int]) -> Bound | None:
    """The date of an act in a clause such as "five days after ...", counted from that of the main clause."""
    clause = next((t for t in path(trigger) if t.dep_ == "advcl"), None)
    if clause is None:
        return None
    sign = next((SIGNS[t.lower_] for t in children(clause, "mark") if t.lower_ in SIGNS), 0)
    main = choose(rank(parsed, [clause.head], dates, set(others) - {clause.head.i}), clause.head) if sign else None
    for mention in dates if main else ():
        if mention.timex_type == "DURATION" and parsed.root_of(mention.start, mention.end) in clause.children:
            value = shifted(main.when, mention.timex3, sign) if main else None
            return Bound(value, "discourse", mention, TRUST, Tie.LAG) if value else None
    return None


def shifted(value: TimeValue, period: str, sign: int) -> TimeValue | None:
    """A value moved by a TIMEX3 period, as coarse as the period; None where that cannot be told.

    >>> from datetime import date
    >>> saturday = TimeValue.day(date(2006, 10, 14))
    >>> shifted(saturday, "P5D", -1).edtf, shifted(saturday, "P3M", -1).edtf, shifted(saturday, "PXD", -1)
    ('2006-10-09', '2006-07', None)
    """
    match, start = PERIOD.fullmatch(period), value.start
    if not match or not start:
        return None
    count, unit = sign * int(match[1]), match[2]
    try:
        if unit in "DW":
            exact = value.granularity is Granularity.DAY
            return TimeValue.day(start + timedelta(count * (7 if unit == "W" else 1))) if exact else None
        months = start.year * 12 + start.month - 1 + count * (12 if unit == "Y" else 1)
        return TimeValue.year(months // 12) if unit == "Y" else TimeValue.month(months // 12, months % 12 + 1)
    except (ValueError, OverflowError):  # out of the calendar
        return None
