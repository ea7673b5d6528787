"""A comparison of two timelines, printed for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.report import count
from timeline.cli.words import visible
from timeline.model import EventType
from timeline.model.plover import definitions

if TYPE_CHECKING:
    from rich.table import Table

    from timeline.table.compared import Summary

BAR = 40  # cells of the longest bar
COLUMNS = ("both", "median days", "ours", "ours alone", "theirs", "told again", "theirs alone")
STEPS = (0, 1, 2, 4, 8, 15, 32)  # days from which on a bar of the histogram begins


def for_people(found: Summary, ours: str, theirs: str) -> None:
    """The figures, the days, and the types; the two are called by the names of their files."""
    from rich.console import Console

    ours, theirs = (visible(Path(path).name) for path in (ours, theirs))
    console = Console(highlight=False, soft_wrap=True)
    for line in _sentences(found, ours, theirs):
        console.print(line, markup=False)
    if found.matched:
        console.print(f"\nDays by which {theirs} is earlier (-) or later (+):", markup=False)
        for label, number in histogram(found.days, found.inside):
            console.print(f"  {label:>14}  {number:>6}  {_bar(number, found.matched)}", markup=False)
    console.print()
    console.print(_types(found))


def _sentences(found: Summary, ours: str, theirs: str) -> Iterator[str]:
    if found.since > found.until:
        yield f"{ours} and {theirs} have no days in common."
        return
    yield f"From {found.since} to {found.until}, the days that both cover, in ties between the same two sides:"
    alike = f"({found.same_type} of the same type), at most {found.within} days apart"
    yield f"  {count(found.matched, 'event')} in both {alike}"
    yield f"  {found.by_chance} would meet if all days of {theirs} were moved: about so many meet by chance"
    yield f"  {found.all.only_ours} of {found.all.ours} in {ours} alone"
    again = f"; {found.all.again} more tell again what both have" if found.all.again else ""
    yield f"  {found.all.only_theirs} of {found.all.theirs} in {theirs} alone{again}"
    yield f"  not compared, since the other never has these two sides: {found.elsewhere[0]} and {found.elsewhere[1]}"


def histogram(days: Mapping[int, int], inside: int) -> list[tuple[str, int]]:
    """The pairs by their days, a line for each stretch that has any.

    >>> histogram({-20: 1, 0: 4, 1: 2, 5: 1, 6: 1}, 3)
    [('-31 to -15', 1), ('same day', 4), ('+1', 2), ('+4 to +7', 2), ('not to the day', 3)]
    """
    ends = [*(step - 1 for step in STEPS[1:]), max(map(abs, days), default=0)]
    after = [(low, high) for low, high in zip(STEPS, ends, strict=True) if high >= low]
    stretches = [(-high, -low) for low, high in reversed(after) if low] + after
    lines = [(_label(low, high), sum(days[day] for day in days if low <= day <= high)) for low, high in stretches]
    return [(label, number) for label, number in [*lines, ("not to the day", inside)] if number]


def _label(low: int, high: int) -> str:
    if low == high == 0:
        return "same day"
    return f"{low:+}" if low == high else f"{low:+} to {high:+}"


def _bar(number: int, of: int) -> str:
    return "\N{FULL BLOCK}" * max(1, round(BAR * number / of))


def _types(found: Summary) -> Table:
    from rich.table import Table

    table = Table("Type", *COLUMNS, box=None, pad_edge=False)
    table.columns[0].no_wrap = True
    for column in table.columns[1:]:
        column.justify = "right"
    labels = [(definitions()[EventType(kind)].label, number) for kind, number in found.types.items()]
    for label, number in (*labels, ("All", found.all)):
        days = "" if number.days is None else f"{number.days:+g}" if number.days else "0"
        cells = (number.ours, number.only_ours, number.theirs, number.again, number.only_theirs)
        table.add_row(label, str(number.matched), days, *map(str, cells))
    return table
