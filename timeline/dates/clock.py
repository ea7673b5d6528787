"""Times of day."""

from __future__ import annotations

from timeline.dates import calendar as cal
from timeline.dates.absolute import date_of
from timeline.dates.context import Context
from timeline.dates.reading import Args, Reading, dated
from timeline.dates.relative import unit
from timeline.dates.zones import offset_of

DATE_WORDS = ("month", "day", "weekday")
FROM_NOON = {"AF": 1, "EV": 1, "NI": 5}  # the first hour that is told from noon; one at night is past midnight


def clock(args: Args, context: Context) -> Reading | None:
    """A time of day; its value is the day on which it falls: the day named with it, else the day named last.

    It stays the local time that the text gives; `zone` says how far that is from UTC, where the text says so.
    """
    time = args.get("clock_word") or _hours(args)
    if any(key in args for key in DATE_WORDS):
        reading = date_of({key: value for key, value in args.items() if key != "part"}, context)
    elif "turn" in args or "turn_said" in args:
        reading = unit(args | {"unit": "day", "part": ""}, context) or Reading("DATE", "")
    else:
        said = context.said_day
        reading = dated(cal.of_day(said) if said else None, "discourse")
    day = reading.value.timex3 if reading.value else "XXXX-XX-XX"
    zone = offset_of(args.get("zone") or "", reading.value.start if reading.value else None)
    return Reading("TIME", f"{day}T{time}", reading.value, reading.basis, zone=zone)


def _hours(args: Args) -> str:
    if (both := args.get("hour_minute")) is not None:
        return f"{both // 100:02}:{both % 100:02}"
    hour, half = args["hour"], args.get("half_of_day")
    if half is not None:
        hour = hour % 12 + half
    elif FROM_NOON.get(args.get("part", ""), 12) <= hour < 12:
        hour += 12
    return f"{hour:02}:{args.get('minute', 0):02}"
