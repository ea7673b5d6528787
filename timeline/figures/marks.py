"""What a chart needs of a row, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from timeline.figures.words import shown_precision

if TYPE_CHECKING:
    import pandas as pd

    from timeline.table.picked import Picked

COLUMNS = (
    "event_id", "date_start", "date_end", "date_edtf", "date_precision", "date_basis", "type", "quad", "status",
    "title",
    "source_codes", "source_names", "target_codes", "target_names", "origin", "checked", "n_reports", "salience",
    "goldstein", "confidence", "place", "disputed",
)  # fmt: skip
EXACT = ("day", "interval")


@dataclass(frozen=True, slots=True)
class Mark:
    """One event, ready to draw. `start` and `end` are its first and last day, None where open; `precision` is the
    one of `shown_precision`."""

    event_id: str
    start: date | None
    end: date | None
    edtf: str
    precision: str
    type: str
    quad: int
    status: str
    title: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_names: tuple[str, ...]
    target_names: tuple[str, ...]
    outlet: str
    reports: int
    salience: float
    goldstein: float
    confidence: float
    place: str
    guessed: bool
    unchecked: bool
    disputed: bool

    @property
    def ranged(self) -> bool:
        """Whether it is drawn as a bar: anything but one known day."""
        return self.start is None or self.start != self.end

    @property
    def vague(self) -> bool:
        """Whether the event took place on some day of its range, rather than all through it."""
        return self.precision not in EXACT or self.start is None or self.end is None


def plain(series: pd.Series[Any]) -> list[Any]:
    """A column as Python values, lists and structs too; None where nothing is known."""
    return pa.array(series.array, from_pandas=True).to_pylist()  # type: ignore[no-any-return]


def records(frame: pd.DataFrame, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of `frame` as dictionaries of plain values."""
    for values in zip(*(plain(frame[name]) for name in columns), strict=True):
        yield dict(zip(columns, values, strict=True))


def resolved(frame: pd.DataFrame, event_id: str) -> str:
    """The id of the row that an id stands for: itself, or the one that it was merged into; "" where there is none."""
    ids = plain(frame["event_id"])
    if not event_id or event_id in ids:
        return event_id
    pairs = zip(ids, plain(frame["also_ids"]), strict=True)
    return next((kept for kept, others in pairs if event_id in others), "")


def marks(picked: Picked) -> list[Mark]:
    """One Mark for each row, in their order: not to be asked for more than some thousands."""
    outlets = picked.index.facets["outlet"].of_rows(picked.rows)
    return [_mark(row, outlet) for row, outlet in zip(picked.values(COLUMNS), outlets, strict=True)]


def _mark(row: dict[str, Any], outlet: str) -> Mark:
    return Mark(
        event_id=row["event_id"],
        start=row["date_start"],
        end=row["date_end"],
        edtf=row["date_edtf"],
        precision=shown_precision(row["date_precision"], row["date_edtf"], row["origin"]),
        type=row["type"],
        quad=row["quad"],
        status=row["status"],
        title=row["title"],
        sources=tuple(row["source_codes"]),
        targets=tuple(row["target_codes"]),
        source_names=tuple(row["source_names"]),
        target_names=tuple(row["target_names"]),
        outlet=outlet,
        reports=row["n_reports"],
        salience=row["salience"],
        goldstein=row["goldstein"],
        confidence=row["confidence"],
        place=row["place"],
        guessed=row["date_basis"] == "publication",
        unchecked=not row["checked"],
        disputed=row["disputed"],
    )
