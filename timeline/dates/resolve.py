"""The closed set of meanings that rules may name. A language adds words and rules, never a meaning of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.dates import absolute, clock, counted, eras, feasts, parts, periods, quantities, ranges, relative
from timeline.dates.context import Context
from timeline.dates.reading import Args, Reading

Meaning = Callable[[Args, Context], Reading | None]

MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {
        "date": absolute.date_of,
        "clock": clock.clock,
        "decade": eras.decade,
        "century": eras.century,
        "era-year": eras.era_year,
        "before-christ": eras.before_christ,
        "range-end": ranges.range_end,
        "named-day": feasts.named_day,
        "anniversary": feasts.anniversary,
        "event-day": feasts.event_day,
        "unit": relative.unit,
        "offset": relative.offset,
        "offset-from-date": counted.offset_from_date,
        "weekday-offset": relative.weekday_offset,
        "same-day": relative.same_day,
        "beside": relative.beside,
        "quarter": periods.quarter,
        "half": periods.half,
        "season": periods.season,
        "period": periods.period,
        "weekend": periods.weekend,
        "part-of": parts.part_of,
        "stretch-of": parts.stretch_of,
        "range": ranges.between,
        "split-year": ranges.split_year,
        "duration": quantities.duration,
        "set": quantities.every,
        "reference": quantities.reference,
        "nothing": quantities.nothing,
    }
)
