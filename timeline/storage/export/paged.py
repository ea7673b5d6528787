"""What the standalone page says of an event, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.figures.dating import how_dated, precision_of, report_dated
from timeline.figures.links import web_address
from timeline.figures.spans import pieces
from timeline.figures.words import STATUS_WORDS, date_words, published_words
from timeline.model import Status
from timeline.storage.export.sources import was_read

Row = Mapping[str, Any]


def event_data(row: Row) -> dict[str, Any]:
    """Short keys, since there are thousands of them: `id`, `when`, `title`, `facts` and so on; `years` are the first
    and last one, null where open."""
    guess = row["date_basis"] == "publication"
    return {
        "id": row["event_id"],
        "when": date_words(row["date_edtf"]),
        "how": "a guess" if guess else precision_of(row),
        "years": [row["date_start"] and row["date_start"].year, row["date_end"] and row["date_end"].year],
        "day": str(row["date_start"] or row["date_end"] or ""),
        "title": row["title"],
        "text": row["summary"],
        "type": row["type"],
        "actors": dict(_actors(row)),
        "who": _who(row),
        "badges": list(_badges(row)),
        "facts": [[label, words] for label, words in _facts(row) if words],
        "reports": [_report(report, row) for report in row["articles"]],
    }


def _actors(row: Row) -> Iterator[tuple[str, str]]:
    for side in ("source", "target"):
        yield from zip(row[f"{side}_codes"], row[f"{side}_names"], strict=False)


def _who(row: Row) -> str:
    sources, targets = ", ".join(row["source_names"]), ", ".join(row["target_names"])
    mutual = set(row["source_codes"]) == set(row["target_codes"])
    return sources if mutual else " \N{RIGHTWARDS ARROW} ".join(filter(None, (sources, targets)))


def _badges(row: Row) -> Iterator[str]:
    if row["status"] != Status.ACTUAL:
        yield STATUS_WORDS[row["status"]]
    if row["not_confirmed"]:
        yield "Not confirmed"
    if row["disputed"]:
        yield "Disputed"
    yield "Checked against a source" if row["checked"] else "Not checked by a person"


def _facts(row: Row) -> Iterator[tuple[str, str]]:
    yield "When", how_dated(row)
    yield "Who", _who(row)
    yield "Where", row["place"]
    yield "People", ", ".join(row["persons"])
    yield "Claimed by", ", ".join(row["attributed_to"])
    yield "Note", row["note"]
    yield "Confidence", f"{row['confidence']:.0%}"


def _report(report: Row, row: Row) -> dict[str, Any]:
    return {
        "name": report["source"] or report["title"] or report["id"] or "Source not named",
        "url": web_address(report["url"]),
        "day": published_words(report["published"], report["published_basis"]),
        "quote": list(pieces(report)) if was_read(report, row) else [],
        "dated": report_dated(report, row),
    }
