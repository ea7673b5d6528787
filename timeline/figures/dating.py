"""How a date was worked out, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline.figures.words import PRECISION_WORDS, date_words, day_words, shown_precision

_REASONS = {
    "explicit": "as the text says",
    "relative": "counted from publication{published}",
    "weekday": "the weekday next to publication{published}",
    "named-day": "a day that is known by its name",
    "discourse": "counted from a date that the text mentions before",
}


def how_dated(row: Mapping[str, Any]) -> str:
    """The date in words, the words that it rests on, and the way from one to the other."""
    report = _deciding(row)
    if row["date_basis"] == "publication":
        published = _published(report["published"] if report else row["published_first"])
        return f"The text gives no date; the day of publication{published} stands in for it, a guess."
    words = f"{date_words(row['date_edtf'])}, {precision_of(row)}"
    if report is None:
        return f"{_capital(words)}, as compiled from the sources below."
    return f"{_reason(report, row)}: {words}."


def precision_of(row: Mapping[str, Any]) -> str:
    """How precisely the date of a row is known, in words."""
    return PRECISION_WORDS[shown_precision(row["date_precision"], row["date_edtf"], row["origin"])]


def report_dated(report: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """How one report tells the date; "" where its text has no words for it."""
    if not report["date"]:
        return ""
    return f"{_reason(report, row)}: {date_words(report['date_edtf'] or row['date_edtf'])}."


def _reason(report: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    basis = report["date_basis"] or row["date_basis"]
    reason = _REASONS.get(basis, "as the report says").format(published=_published(report["published"]))
    said = report["date"]["text"] if report["date"] else row["date_text"]
    elsewhere = report["date"] and not report["start"] <= report["date"]["start"] < report["end"]
    where = " in another sentence" * bool(elsewhere)
    return f"“{said}”{where}, {reason}" if said else _capital(reason)


def _deciding(row: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The report that was read, and whose date is the row's; None where no report was read."""
    read = [r for r in row["articles"] if r["trigger"] or r["date"]]
    same = [r for r in read if r["date_edtf"] in ("", row["date_edtf"])]
    with_words = [r for r in same if r["date"]]
    return next(iter(with_words or same), None)


def _published(day: date | None) -> str:
    return f" on {day_words(day)}" if day else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
