"""The months or quarters of a series as what is drawn of them: where they stand, what they say, what they open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.figures.balance import told
from timeline.figures.meaning import asks
from timeline.figures.scale import Scale
from timeline.figures.series import Series
from timeline.figures.words import MONTHS


@dataclass(frozen=True, slots=True)
class Period:
    """A period with events: the middle of its time, as Plotly reads it, its events of cooperation and of conflict, and
    their mean score."""

    moment: str
    name: str
    counts: tuple[int, int]
    mean: float
    says: str
    opens: str


def periods(found: Series, moments: Sequence[str]) -> list[Period]:
    """Those of a series that have events; `moments` are the middles of all."""
    every = zip(found.counts.tolist(), found.mean.tolist(), moments, strict=True)
    return [
        _period(found.asked(number), moment, (good, bad), mean)
        for number, ((good, bad), mean, moment) in enumerate(every)
        if good + bad
    ]


def _period(asked: tuple[str, str], moment: str, counts: tuple[int, int], mean: float) -> Period:
    since, until = asked
    says = f"score {signed(mean)}, {told(counts)}"
    return Period(moment, name_of(since, until), counts, mean, says, asks(since=since, until=until))


def middles(found: Series, scale: Scale) -> Iterator[str]:
    """The middle of each period, with events or without."""
    ends = [(found.start(number) - scale.first).days for number in range(len(found.counts) + 1)]
    yield from (scale.moment((here + there) / 2) for here, there in pairwise(ends))


def name_of(since: str, until: str) -> str:
    """
    >>> name_of("2022-07", "2022-07"), name_of("2022-07", "2022-09")
    ('July 2022', 'July to September 2022')
    """
    first, last = (MONTHS[int(month[5:]) - 1] for month in (since, until))
    return f"{first if first == last else f'{first} to {last}'} {since[:4].lstrip('0')}"


def signed(score: float) -> str:
    """
    >>> signed(3.14), signed(-2)
    ('+3.1', '−2.0')
    """
    return f"{score:+.1f}".replace("-", "−")
