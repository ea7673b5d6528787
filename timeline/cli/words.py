"""A date in words: what is known, and what it rests on; and words that are safe to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from timeline.model import DateMention, Granularity, TimeValue

RESTS_ON = {
    "explicit": "as the words say",
    "relative": "counted from the day of publication, {published}",
    "weekday": "the weekday seen from the day of publication, {published}",
    "named-day": "a day with a name, or an anniversary",
    "discourse": "counted from a date that the text gives before",
}
WITHOUT_DAYS = {
    "DURATION": "a length of time, on no date of its own",
    "SET": "again and again, on no date of its own",
}


def visible(words: str) -> str:
    """The words on one line, without what would steer a terminal.

    >>> visible("two\\nlines\\x1b[2J")
    'two lines [2J'
    """
    return "".join(mark if mark.isprintable() else " " for mark in words)


def in_words(value: TimeValue) -> str:
    """The days of a value, and how precisely they are known.

    >>> in_words(TimeValue.month(2022, 7))
    '1 to 31 July 2022, known to the month'
    >>> in_words(TimeValue.from_edtf("2022-02-24/.."))
    'from 24 February 2022 on'
    >>> in_words(TimeValue.from_edtf("1910~/1945~"))
    '1 January 1910 to 31 December 1945, about'
    """
    marks = [", about"] * value.approximate + [", doubtful"] * value.uncertain
    unit = "" if value.granularity is Granularity.INTERVAL else f", known to the {value.granularity}"
    return _days(value.start, value.last, value.edtf) + unit + "".join(marks)


ORDINALS = ("first", "second", "third", "fourth")
SEASONS = ("spring", "summer", "autumn", "winter")
FINER = {
    Granularity.WEEKEND: "day", Granularity.WEEK: "day", Granularity.MONTH: "day", Granularity.QUARTER: "day",
    Granularity.SEASON: "day", Granularity.HALF: "day", Granularity.YEAR: "day", Granularity.DECADE: "year",
    Granularity.CENTURY: "year",
}  # fmt: skip


def said(value: TimeValue) -> str:
    """A value as one would say it, and what of it is not known.

    >>> said(TimeValue.month(2022, 7)), said(TimeValue.quarter(2023, 3)), said(TimeValue.decade(1970))
    ('July 2022, day not known', 'the third quarter of 2023, day not known', 'the 1970s, year not known')
    >>> said(TimeValue.season(2024, 4)), said(TimeValue.from_edtf("2017/..")), said(TimeValue.from_edtf("1910/1945"))
    ('winter 2024/25, day not known', 'from 2017 on', 'from 1910 to 1945')
    >>> said(TimeValue.day(date(2022, 8, 15))), said(TimeValue.from_edtf("2022-07~"))
    ('15 August 2022', 'about July 2022, day not known')
    """
    finer = FINER.get(value.granularity)
    return "about " * value.approximate + _name(value) + f", {finer} not known" * (finer is not None)


def _name(value: TimeValue) -> str:
    name = NAMES.get(value.granularity)
    return name(value.edtf, value) if name else _day(value.start)


def _season(edtf: str, value: TimeValue) -> str:
    winter = f"/{(int(edtf[:4]) + 1) % 100:02}" * (edtf[5:7] == "24")
    return f"{SEASONS[int(edtf[5:7]) - 21]} {edtf[:4]}{winter}"


def _week(edtf: str, value: TimeValue) -> str:
    return f"the {value.granularity} of {_days(value.start, value.last, edtf)}"


def _rounded(edtf: str, value: TimeValue) -> str:
    return f"the {edtf.rstrip('~?%').replace('X', '0')}s"


NAMES: Mapping[Granularity, Callable[[str, TimeValue], str]] = {
    Granularity.WEEK: _week,
    Granularity.WEEKEND: _week,
    Granularity.MONTH: lambda edtf, value: f"{value.start:%B} {edtf[:4]}",
    Granularity.QUARTER: lambda edtf, value: f"the {ORDINALS[int(edtf[5:7]) - 33]} quarter of {edtf[:4]}",
    Granularity.HALF: lambda edtf, value: f"the {ORDINALS[int(edtf[5:7]) - 40]} half of {edtf[:4]}",
    Granularity.SEASON: _season,
    Granularity.YEAR: lambda edtf, value: edtf[:4],
    Granularity.DECADE: _rounded,
    Granularity.CENTURY: _rounded,
    Granularity.INTERVAL: lambda edtf, value: _stretch(*edtf.split("/")),
}


def _stretch(first: str, last: str) -> str:
    ends = [_name(TimeValue.from_edtf(end)) if end not in ("", "..") else "" for end in (first, last)]
    if not ends[1]:
        return f"from {ends[0]} on"
    return f"from {ends[0]} to {ends[1]}" if ends[0] else f"until {ends[1]}"


def why(mention: DateMention, published: date | None) -> str:
    """What a date rests on, and the rule that read it.

    >>> mention = DateMention(0, 10, "last month", "DATE", "2022-07", TimeValue.month(2022, 7), "relative", "last-unit")
    >>> why(mention, date(2022, 8, 15))
    'counted from the day of publication, 15 August 2022; rule last-unit'
    """
    reasons = [f"rule {mention.rule}"]
    if mention.base:
        reasons.insert(0, f"goes back to {_short(mention.base)}")
    if mention.value:
        day = _day(published) or "which is not known"
        reasons.insert(0, RESTS_ON.get(mention.basis, mention.basis).format(published=day))
    return "; ".join(reasons)


def without_days(mention: DateMention, published: date | None) -> str:
    """Why a mention has no days.

    >>> without_days(DateMention(0, 7, "31 June", "DATE", "", None, "explicit", "day-month"), None)
    'no such day'
    """
    if mention.timex_type in WITHOUT_DAYS:
        return WITHOUT_DAYS[mention.timex_type]
    if mention.basis != "explicit" and not published:
        return "needs the day of publication: give --published"
    return "no definite day" if mention.timex3 or mention.basis != "explicit" else "no such day"


def _short(value: TimeValue) -> str:
    return value.edtf if value.granularity is Granularity.YEAR else _days(value.start, value.last, value.edtf)


def _days(first: date | None, last: date | None, edtf: str) -> str:
    if first is None and last is None:
        return f"days outside the years 1 to 9999 ({edtf})"
    if last is None:
        return f"from {_day(first)} on" + ", its end is not known" * edtf.endswith("/")
    if first is None:
        return f"until {_day(last)}"
    return _day(last) if first == last else f"{_shortened(first, last)} to {_day(last)}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B} {day.year}" if day else ""


def _shortened(first: date, last: date) -> str:
    """The first day without the month and year that it shares with the last."""
    if first.year != last.year:
        return _day(first)
    return f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
