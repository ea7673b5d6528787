"""The columns of the event table, each described once.

`data/README.md`, the Parquet schema and the checks on reading are all made from COLUMNS. This is also
the only place that turns the half-open TimeValue into the inclusive `date_start` and `date_end`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

import pyarrow as pa

from timeline.model import EventType, Granularity, Origin, Status, TimeValue

BASES = ("explicit", "relative", "weekday", "named-day", "discourse", "publication")
SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
COPY = pa.struct([("id", pa.string()), ("source", pa.string()), ("url", pa.string()), ("published", pa.date32())])
JOINED = pa.struct([("to", pa.string()), ("score", pa.float64()), ("needed", pa.float64()), ("why", pa.string())])
REPORT = pa.struct(
    [
        ("id", pa.string()),
        ("title", pa.string()),
        ("url", pa.string()),
        ("source", pa.string()),
        ("published", pa.date32()),
        ("quote", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("trigger", SPAN),
        ("date", SPAN),
        ("actors", pa.list_(SPAN)),
        ("date_edtf", pa.string()),
        ("date_basis", pa.string()),
        ("date_rule", pa.string()),
        ("event_id", pa.string()),
        ("status", pa.string()),
        ("copies", pa.list_(COPY)),
        ("joined", JOINED),
        ("published_basis", pa.string()),
    ]
)
VERSIONS = pa.struct([(part, pa.string()) for part in ("version", "grammar", "gazetteer", "model")])
NAMES = pa.list_(pa.string())


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its Arrow type, what it holds, and the closed set of its values, if there is one."""

    name: str
    type: pa.DataType
    about: str
    values: tuple[str, ...] = ()
    nullable: bool = False


def _state(name: str, values: tuple[str, ...], about: str) -> Column:
    return Column(name, pa.dictionary(pa.int32(), pa.string()), about, values)


COLUMNS: tuple[Column, ...] = (
    Column("event_id", pa.string(), "Stable id: citations and corrections hang on it."),
    Column("also_ids", NAMES, "Ids of rows that were merged into this one; they resolve too."),
    _state("origin", tuple(Origin), "Where the row comes from."),
    Column("date_start", pa.date32(), "First day, inclusive; empty where the beginning is open.", nullable=True),
    Column("date_end", pa.date32(), "Last day, inclusive; empty where the end is open or not known.", nullable=True),
    Column("date_edtf", pa.string(), "The date as EDTF (ISO 8601-2): says what is known, and no more."),
    _state("date_precision", tuple(Granularity), "The unit that the date is known to."),
    _state(
        "date_basis",
        BASES,
        "What the date rests on. `publication`: the text gives no date, so the day of publication stands in, a guess.",
    ),
    Column("date_text", pa.string(), "The words of the date, as they stand in the text; empty where there are none."),
    Column("published_first", pa.date32(), "Publication day of the earliest report.", nullable=True),
    _state("type", tuple(EventType), "PLOVER event type."),
    Column("mode", pa.string(), "PLOVER mode, such as visit or letter; empty where there is none."),
    Column("quad", pa.int8(), "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."),
    Column("goldstein", pa.float32(), "Score of the type: -10 conflict to +10 cooperation (Goldstein 1992)."),
    _state("status", tuple(Status), "Whether it took place."),
    Column("disputed", pa.bool_(), "Denied, or contradicted by another report."),
    Column("disputed_by", NAMES, "Ids of the rows that deny it, that it denies, or that give the act another day."),
    Column(
        "not_confirmed",
        pa.bool_(),
        "Whether it was planned for days that had passed when the last article was published, and nobody reports it.",
    ),
    Column("source_codes", NAMES, "Who acts: ISO 3166-1 alpha-3, PLOVER code, or English name."),
    Column("source_names", NAMES, "The same in words."),
    Column("target_codes", NAMES, "To whom; a mutual act has all its actors on both sides."),
    Column("target_names", NAMES, "The same in words."),
    Column("attributed_to", NAMES, "Who is told to claim it; empty where the outlet tells it itself."),
    Column("persons", NAMES, "People named."),
    Column("place", pa.string(), "Where it happened, if known; else empty."),
    Column("lat", pa.float64(), "Degrees north, of the town.", nullable=True),
    Column("lon", pa.float64(), "Degrees east, of the town.", nullable=True),
    Column("title", pa.string(), "One line."),
    Column("summary", pa.string(), "One sentence, for curated rows; else empty."),
    Column("note", pa.string(), "What a reader should know, such as that RUS stands for the USSR."),
    Column(
        "quote",
        pa.string(),
        "The sentence that the row rests on, word for word; where no report was read, the words of the curated row.",
    ),
    Column("trigger", pa.string(), "The words of the act."),
    Column("confidence", pa.float64(), "0 to 1, three decimals."),
    Column("checked", pa.bool_(), "Whether a person compared date and act with a source."),
    Column(
        "salience",
        pa.float64(),
        "How much the event stands out, by publishers, reports, later look-backs, type and leaders who take part; "
        "0 where not computed.",
    ),
    Column("n_reports", pa.int32(), "Number of reports."),
    Column("n_publishers", pa.int32(), "Number of different publishers among them."),
    Column(
        "articles",
        pa.list_(REPORT),
        "The reports. Offsets count in the article's text; the quote is what stands from start to end.",
    ),
    Column("corrected", pa.bool_(), "Whether an editor changed the row."),
    Column(
        "first_built",
        pa.string(),
        "The build in which the row first stood in the table: its day, and its number on that day (`2026-11-24.01`); "
        "empty where nothing is kept between builds.",
    ),
    Column("built_with", VERSIONS, "Versions of program, grammar, gazetteer and language model."),
)


@cache
def arrow_schema() -> pa.Schema:
    """The Parquet schema."""
    return pa.schema([pa.field(c.name, c.type, nullable=c.nullable) for c in COLUMNS])


def inclusive_days(when: TimeValue) -> tuple[date | None, date | None]:
    """First and last day of a value, both inclusive.

    >>> [str(day) for day in inclusive_days(TimeValue.month(2022, 7))]
    ['2022-07-01', '2022-07-31']
    """
    return when.start, when.last
