"""Durations, sets, and what is too vague for a date."""

from __future__ import annotations

from timeline.dates.context import Context
from timeline.dates.reading import Args, Reading
from timeline.model.calendar import SEASON_NAMES

LETTERS = {
    "day": "D", "weekend": "WE", "week": "W", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip
CLOCK = {"second": "S", "minute": "M", "hour": "H"}
SMALLER = {"year": ("M", 12), "decade": ("Y", 10), "century": ("Y", 100), "hour": ("M", 60), "day": ("H", 24)}


def duration(args: Args, context: Context) -> Reading | None:
    """So many units: P3D, PT48H; P2Y6M for two and a half; PXY where the number is not told.

    A second number counts the second unit ("3 years and 2 months"), or the same where there is none ("1 year, half").
    """
    name, more = args["unit"], args.get("number2", 0)
    count = args.get("vague") or args.get("number", "X")
    if more and "unit2" in args:
        return Reading("DURATION", _joined(length(name, count), length(args["unit2"], more)))
    return Reading("DURATION", length(name, count + more if more else count))


def _joined(long: str, short: str) -> str:
    """
    >>> _joined("P3Y", "P1M"), _joined("P1D", "PT12H"), _joined("PT1H", "PT30M")
    ('P3Y1M', 'P1DT12H', 'PT1H30M')
    """
    return long + (short[2:] if "T" in long else short[1:])


def length(name: str, count: int | float | str) -> str:
    """The TIMEX3 value of a length of time.

    >>> length("hour", 48), length("year", 2.5), length("week", "X")
    ('PT48H', 'P2Y6M', 'PXW')
    """
    time = "T" if name in CLOCK else ""
    letter = CLOCK.get(name) or LETTERS[name]
    if name == "fortnight" and not isinstance(count, str):
        count = 2 * count
    if isinstance(count, str) or count == int(count):
        return f"P{time}{count if isinstance(count, str) else int(count)}{letter}"
    whole, rest = divmod(count, 1)
    smaller, times = SMALLER.get(name, ("", 0))
    head = f"{int(whole)}{letter}" if whole else ""
    if not smaller:
        return f"P{time}{count:g}{letter}"
    inner = f"{round(rest * times)}{smaller}"
    return f"P{time}{head}{inner}" if name != "day" else f"P{head}T{inner}"


def every(args: Args, context: Context) -> Reading | None:
    """What comes again: every Monday, each month, daily."""
    part = f"T{args['part']}" if args.get("part") else ""
    if weekday := args.get("weekday"):
        return Reading("SET", f"XXXX-WXX-{weekday}{part}")
    if season := args.get("season"):
        return Reading("SET", f"XXXX-{SEASON_NAMES[20 + season]}")
    if "month" in args or "day" in args:
        month, day = (f"{args[name]:02}" if name in args else "" for name in ("month", "day"))
        return Reading("SET", f"XXXX-{month or 'XX'}" + (f"-{day}" if day else ""))
    if part and "unit" not in args:
        return Reading("SET", f"XXXX-XX-XX{part}")
    return Reading("SET", args.get("set_word") or length(args["unit"], args.get("number", 1)))


def reference(args: Args, context: Context) -> Reading | None:
    """PAST_REF, PRESENT_REF, FUTURE_REF."""
    return Reading("DATE", args["to"])


def nothing(args: Args, context: Context) -> Reading | None:
    """Looks like a date, and is none."""
    return None
