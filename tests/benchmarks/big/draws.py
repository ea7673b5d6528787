"""What is drawn for each row of a big table, as numbers: its days, its sides, its kind, how many report it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tests.benchmarks.big.pools import Floats, Numbers, pools

FIRST_DAY, LAST_DAY = np.datetime64("1945-08-15"), np.datetime64("2025-12-31")
LATELY = 0.16  # how fast the years before the last ones fall off
WAYS = ("day", "month", "year", "interval", "since", "until")  # in which the date is known
SHARES = (0.78, 0.12, 0.04, 0.04, 0.015, 0.005)
MOST_REPORTS, MOST_ACTORS = 300, 6  # actors beside the first of a side
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Row by row, in the order of the table: the rows whose beginning is open first, then by first day and id."""

    ids: Numbers  # 48 bits
    way: Numbers  # of WAYS
    day: npt.NDArray[np.datetime64]  # the first day; where the beginning is open, the last one
    days: Numbers  # that an interval lasts
    dyad: Numbers
    kind: Numbers
    sides: Numbers  # 0 one to another, 1 both, 2 one alone
    more: Numbers  # actors beside the first one
    reports: Numbers

    def __len__(self) -> int:
        return len(self.ids)

    def slice(self, start: int, stop: int) -> Drawn:
        """Some of the rows."""
        return Drawn(*(getattr(self, name)[start:stop] for name in Drawn.__slots__))


def draw_rows(count: int, chance: np.random.Generator) -> Drawn:
    """So many rows, sorted as a table is."""
    way = chance.choice(len(WAYS), size=count, p=SHARES)
    day = _floored(_days(count, chance), way)
    ids = np.unique(chance.integers(0, 1 << 48, size=count + 1000))[:count]
    chance.shuffle(ids)
    dyad = _zipf(len(pools().dyads), count, chance, head=4)
    order = np.lexsort((ids, np.where(way == WAYS.index("until"), np.datetime64("0001-01-01"), day)))
    return Drawn(
        ids=ids[order],
        way=way[order],
        day=day[order],
        days=chance.integers(8, 27, size=count),  # no week, no month
        dyad=dyad,
        kind=_kinds(pools().friends[dyad], chance),
        sides=chance.choice(3, size=count, p=(0.66, 0.24, 0.10)),
        more=np.where(chance.random(count) < 0.1, chance.integers(1, MOST_ACTORS, size=count), 0),
        reports=np.minimum((1 - chance.random(count)) ** -0.6, MOST_REPORTS).astype(np.int32),
    )


def _days(count: int, chance: np.random.Generator) -> npt.NDArray[np.datetime64]:
    """Few days long ago and many of the last years; weekends half as often as others."""
    span = int((LAST_DAY - FIRST_DAY).astype(int))
    ago = chance.gamma(0.6, span * LATELY, size=count).astype(np.int64) % span
    days = LAST_DAY - ago
    weekend = ((days.astype(np.int64) + 3) % 7 > 4) & (chance.random(count) < 0.5)
    rested: npt.NDArray[np.datetime64] = np.where(weekend, days - 3, days)
    return rested


def _floored(day: npt.NDArray[np.datetime64], way: Numbers) -> npt.NDArray[np.datetime64]:
    """The first day of the month or the year where no more is known; the last one where the beginning is open."""
    months, years = day.astype("M8[M]"), day.astype("M8[Y]").astype("M8[D]")
    choices = [months.astype("M8[D]"), years, years, (months + 1).astype("M8[D]") - 1]
    known = [way == WAYS.index(name) for name in ("month", "year", "since", "until")]
    floored: npt.NDArray[np.datetime64] = np.select(known, choices, day)
    return floored


def _kinds(friends: Floats, chance: np.random.Generator) -> Numbers:
    """What they do: more of what friends do, the more they are friends."""
    friendly = chance.random(len(friends)) < friends
    shares = pools().kind
    foes, pals = (chance.choice(shares.shape[1], size=len(friends), p=row) for row in shares)
    kinds: Numbers = np.where(friendly, pals, foes)
    return kinds


def _zipf(size: int, count: int, chance: np.random.Generator, head: int) -> Numbers:
    weights = 1 / (head + np.arange(size))
    return chance.choice(size, size=count, p=weights / weights.sum())
