"""The filter of an export: what an address says of it, and checks that nothing is asked for by a slip of the hand."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline.cli.options import BUILD, DAY
from timeline.errors import InputError
from timeline.model import EventType, Granularity, Status

if TYPE_CHECKING:
    from pandas import DataFrame

    from timeline.table.filter import Filter

LINKED = MappingProxyType(  # what the parameters of an address hold that hold more than names
    {
        "actor": "the code of an actor",
        "since": DAY,
        "until": DAY,
        "type": f"one of {', '.join(EventType)}",
        "status": f"one of {', '.join(Status)}",
        "disputed": "yes or no",
        "confidence": "a number above 0, up to 1",
        "precision": f"one of {', '.join(Granularity)}",
        "checked": "yes or no",
        "new_since": BUILD,
        "q": "words",
    }
)


def linked(link: str) -> Filter:
    """The filter of an address. What the dashboard would pass over is refused: nobody sees here what was left out."""
    from dashboards.parameters import FILTER
    from dashboards.state import filter_from_url, not_understood
    from timeline.table.filter import Filter

    for key, value in not_understood(link):
        known = LINKED.get(key, "a name") if key in FILTER else f"one of the filters {', '.join(FILTER)}"
        raise InputError(value, f"--link, {key}", known)
    asked = filter_from_url(link)
    if asked == Filter():
        raise InputError(link, "--link", "an address of the dashboard with a filter, such as ?actor=RUS&since=2022")
    check_days(asked, "--link, since")
    return asked


def check_days(asked: Filter, where: str) -> None:
    """Raises InputError where the first day is after the last one."""
    if asked.since and asked.until and asked.since > asked.until:
        raise InputError(asked.since, where, f"a day that is not after the last one, {asked.until}")


def check_actors(frame: DataFrame, actors: tuple[str, ...], where: str) -> None:
    """A code that is in no row is a slip of the hand, or a name: an empty file would not say so."""
    codes = frame["source_codes"].explode().value_counts().index.tolist()
    known = {*codes, *frame["target_codes"].explode()}
    for actor in actors:
        if actor not in known:
            raise InputError(actor, where, f"the code of an actor in this timeline, such as {', '.join(codes[:5])}")
