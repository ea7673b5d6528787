"""The columns of some rows of a big table, but for their reports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tests.benchmarks.big.draws import WAYS, Drawn, Mask
from tests.benchmarks.big.pools import PEOPLE, Numbers, pools
from tests.benchmarks.synthetic import dating
from timeline.model import EventType, Origin, Status
from timeline.model.plover import definitions
from timeline.table.columns import BASES, VERSIONS

Days = npt.NDArray[np.datetime64]
Texts = npt.NDArray[np.str_]
Columns = dict[str, pa.Array]
PRECISIONS = ("day", "month", "year", "interval", "interval", "interval")
BASIS = (0.55, 0.15, 0.2, 0.02, 0.03, 0.05)  # how often each of BASES is met
STATUS = (0.88, 0.06, 0.02, 0.04)
EDITIONS = np.array([f"2026-11-{day:02}.01" for day in range(1, 25)])
MONTHS = np.array(dating.MONTHS)
OPEN = np.array(["NaT"], dtype="M8[D]")
BUILT_WITH = {"version": "0.1.0", "grammar": "0123456789ab", "gazetteer": "0123456789", "model": "en-3.8.0"}


@dataclass(frozen=True, slots=True)
class Dates:
    """First and last day (NaT where open), EDTF, and words for a sentence."""

    first: Days
    last: Days
    edtf: Texts
    words: Texts


def dates(drawn: Drawn) -> Dates:
    """The dates of the rows."""
    day, of = drawn.day, {name: drawn.way == number for number, name in enumerate(WAYS)}
    months, years, end = day.astype("M8[M]"), day.astype("M8[Y]"), day + drawn.days
    ends = [(months + 1).astype("M8[D]") - 1, (years + 1).astype("M8[D]") - 1, end, OPEN]
    last = np.select([of[name] for name in ("month", "year", "interval", "since")], ends, day)
    full, month, year = (np.datetime_as_string(part) for part in (day, months, years))
    told = [month, year, _join(full, "/", np.datetime_as_string(end)), _join(year, "/.."), _join("../", month)]
    named = _join(MONTHS[months.astype(int) % 12], " ", year)
    number = (day - months.astype("M8[D]")).astype(int) + 1
    spoken = [named, year, _join(number.astype(str), " ", named), year, named]
    ways = [of[name] for name in WAYS[1:]]
    words = np.select(ways, spoken, _join(number.astype(str), " ", named))
    return Dates(np.where(of["until"], OPEN, day), last, np.select(ways, told, full), words)


def _join(*parts: Texts | str) -> Texts:
    """Texts side by side, row by row."""
    return np.asarray(reduce(np.char.add, parts))


def date_columns(drawn: Drawn, known: Dates, chance: np.random.Generator) -> Columns:
    """What is known of the dates."""
    basis = chance.choice(len(BASES), size=len(drawn), p=BASIS)
    return {
        "date_start": pa.array(known.first),
        "date_end": pa.array(known.last),
        "date_edtf": pa.array(known.edtf),
        "date_precision": pa.array(np.array(PRECISIONS)[drawn.way]),
        "date_basis": pa.array(np.array(BASES)[basis]),
        "date_text": pa.array(known.words),
    }


@dataclass(frozen=True, slots=True)
class Sides:
    """Numbers of states, flat, and where each row's begin; and the one that acts first and the one it does it to."""

    source: tuple[Numbers, Numbers]
    target: tuple[Numbers, Numbers]
    one: Numbers
    other: Numbers
    alone: Mask


def sides(drawn: Drawn) -> Sides:
    """Who does it to whom; more on the side of the first are those that stand behind both in the list of states."""
    one, other = pools().dyads[drawn.dyad].T
    both, alone = drawn.sides == 1, drawn.sides == 2
    size = len(pools().codes)
    more = np.minimum(drawn.more, size - 1 - np.maximum(one, other))
    starts = np.concatenate([[0], np.cumsum(1 + both + more)])
    flat = np.empty(starts[-1], dtype=np.int64)
    flat[starts[:-1]] = one
    flat[starts[:-1][both] + 1] = other[both]
    row = np.repeat(np.arange(len(drawn)), more)
    place = np.arange(len(row)) - np.repeat(np.cumsum(more) - more, more)
    flat[starts[row] + 1 + both[row] + place] = np.maximum(one, other)[row] + 1 + place
    to = np.where(both[:, None], np.stack([one, other], 1), np.stack([other, other], 1))
    kept = np.stack([~alone, both], 1)
    return Sides((starts, flat), (np.concatenate([[0], np.cumsum(kept.sum(1))]), to[kept]), one, other, alone)


def side_columns(drawn: Drawn, who: Sides, chance: np.random.Generator) -> Columns:
    """The actors, the people named, and who claims it."""
    columns = dict[str, pa.Array]()
    for side, (starts, flat) in (("source", who.source), ("target", who.target)):
        for what, pool in (("codes", pools().codes), ("names", pools().names)):
            columns[f"{side}_{what}"] = listed(starts, pool.take(pa.array(flat)))
    people = who.one * PEOPLE + chance.integers(0, PEOPLE, size=len(drawn))
    others = who.other * PEOPLE + chance.integers(0, PEOPLE, size=len(drawn))
    named = np.stack([chance.random(len(drawn)) < 0.4, chance.random(len(drawn)) < 0.2], 1)
    columns["persons"] = _some(np.stack([people, others], 1), named, pools().people)
    claimed = chance.random((len(drawn), 1)) < 0.18
    columns["attributed_to"] = _some(who.one[:, None], claimed, pools().names)
    return columns


def _some(numbers: Numbers, kept: Mask, pool: pa.Array) -> pa.Array:
    """Lists of those numbers of each row that are kept."""
    return listed(np.concatenate([[0], np.cumsum(kept.sum(1))]), pool.take(pa.array(numbers[kept])))


def listed(starts: Numbers, values: pa.Array) -> pa.Array:
    """Lists that begin at `starts`; the last of these is where the last list ends."""
    return pa.ListArray.from_arrays(pa.array(starts, pa.int32()), values)


def place_columns(who: Sides, chance: np.random.Generator) -> Columns:
    """Where it happened, of two in five: in a capital of the two, most often."""
    size, towns = len(who.one), pools().towns
    at = np.where(chance.random(size) < 0.5, who.one, who.other)
    town = np.where(chance.random(size) < 0.7, at, chance.integers(0, len(towns), size=size))
    unknown = chance.random(size) > 0.4
    jitter = np.where((town == at)[:, None], 0, chance.uniform(-3, 3, size=(size, 2)))
    lat, lon = (np.clip(pools().spots[at] + jitter, (-89, -179), (89, 179)) * 1e4).round().T / 1e4
    known = pc.if_else(pa.array(unknown), "", towns.take(pa.array(town)))
    return {"place": known, "lat": pa.array(lat, mask=unknown), "lon": pa.array(lon, mask=unknown)}


def act_columns(drawn: Drawn, who: Sides, chance: np.random.Generator) -> Columns:
    """What was done, and whether it was."""
    kinds, told = pa.array(drawn.kind), list(definitions().values())
    types = list(EventType)
    number = pools().types[drawn.kind]
    status = chance.choice(len(STATUS), size=len(drawn), p=STATUS)
    names = [pools().names.take(pa.array(side)) for side in (who.one, who.other)]
    to = pc.if_else(pa.array(who.alone), pa.scalar(None, pa.string()), names[1])
    sign = pa.array(np.where(drawn.sides == 1, " and ", np.where(who.alone, "", " → ")))
    label = pools().labels.take(kinds)
    return {
        "type": pa.array(np.array([kind.value for kind in types])[number]),
        "mode": pools().modes.take(kinds),
        "quad": pa.array(np.array([int(kind.quad) for kind in types], dtype=np.int8)[number]),
        "goldstein": pa.array(np.array([each.score for each in told], dtype=np.float32)[number]),
        "status": pa.array(np.array([each.value for each in Status])[status]),
        "disputed": pa.array(chance.random(len(drawn)) < 0.02),
        "not_confirmed": pa.array((status == list(Status).index(Status.PLANNED)) & (chance.random(len(drawn)) < 0.5)),
        "title": pc.binary_join_element_wise(names[0], sign, to, ": ", label, "", null_handling="skip"),
        "trigger": pools().verbs.take(kinds),
    }


def other_columns(drawn: Drawn, chance: np.random.Generator) -> Columns:
    """How sure it is, how much it matters, and who made the row."""
    size = len(drawn)
    origin = chance.choice(len(Origin), size=size, p=(0.98, 0.01, 0.005, 0.005))
    versions = pa.array([BUILT_WITH], VERSIONS)
    stands_out = np.log1p(drawn.reports) + chance.exponential(0.6, size=size)
    return {
        "origin": pa.array(np.array([each.value for each in Origin])[origin]),
        "summary": pa.array([""] * size),
        "note": pa.array(np.where(chance.random(size) < 0.02, "RUS stands for the USSR here.", "")),
        "confidence": pa.array(chance.beta(6, 1.5, size=size).round(3)),
        "checked": pa.array(chance.random(size) < 0.05),
        "salience": pa.array(stands_out.round(3)),
        "corrected": pa.array(chance.random(size) < 0.005),
        "first_built": pa.array(EDITIONS[chance.integers(0, len(EDITIONS), size=size)]),
        "built_with": versions.take(pa.array(np.zeros(size, dtype=np.int32))),
    }
