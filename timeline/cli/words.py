"""A date in words: what is known, and what it rests on; and words that are safe to print."""

from __future__ import annotations

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
