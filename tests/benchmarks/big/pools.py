"""What the cells of a big table are drawn from: states, kinds of act, names, towns, papers and clauses."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from random import Random

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tests.benchmarks.synthetic.grammar import Teller, pick
from tests.benchmarks.synthetic.names import grammar, states
from timeline.model import EventType
from timeline.model.plover import definitions

Numbers = npt.NDArray[np.integer]
Floats = npt.NDArray[np.floating]

DYADS, PEOPLE, TOWNS, PAPERS, CLAUSES = 6_000, 8, 4_000, 400, 20_000  # people of each state
FIRST = ("RUS", "PRK"), ("USA", "CHN"), ("RUS", "UKR"), ("USA", "RUS")  # the dyads with the most events
VERBS = {
    EventType.AGREE: "agreed with", EventType.CONSULT: "met with", EventType.SUPPORT: "backed",
    EventType.CONCEDE: "gave way to", EventType.COOPERATE: "worked with", EventType.AID: "sent help to",
    EventType.RETREAT: "withdrew from", EventType.REQUEST: "called on", EventType.ACCUSE: "accused",
    EventType.REJECT: "turned down", EventType.THREATEN: "warned", EventType.PROTEST: "protested against",
    EventType.SANCTION: "imposed sanctions on", EventType.MOBILIZE: "put its army on alert against",
    EventType.COERCE: "detained citizens of", EventType.ASSAULT: "shelled",
}  # fmt: skip
OFTEN = {EventType.CONSULT: 30, EventType.SUPPORT: 10, EventType.ACCUSE: 9, EventType.COOPERATE: 7, EventType.AGREE: 7}


@dataclass(frozen=True, slots=True)
class Pools:
    """Lists to take from by number; of `kinds`, the type and mode of each, and how often it is met between friends."""

    codes: pa.Array
    names: pa.Array
    spots: Floats  # (state, 2), degrees of its capital
    dyads: Numbers  # (dyad, 2), numbers of states, the most frequent first
    friends: Floats  # of each dyad, 0 to 1
    types: Numbers  # of each kind, its place in EventType
    modes: pa.Array
    labels: pa.Array
    verbs: pa.Array
    kind: Floats  # (2, kind), how often each is met between foes, and between friends
    people: pa.Array  # PEOPLE for each state, one state after the other
    towns: pa.Array  # the capitals first, in the order of the states
    papers: pa.Array
    clauses: pa.Array


@cache
def pools() -> Pools:
    """The same at every call and on every machine; takes some seconds the first time."""
    chance = Random("big table")
    draw, land = chance.random, states()
    kinds = [(kind, mode) for kind, told in definitions().items() for mode in ("", *told.modes)]
    told = [definitions()[kind] for kind, _ in kinds]
    return Pools(
        codes=pa.array([state.code for state in land]),
        names=pa.array([state.name.removeprefix("the ") for state in land]),
        spots=_spots([state.code for state in land]),
        dyads=_dyads([state.code for state in land], np.random.default_rng(7)),
        friends=np.random.default_rng(8).beta(0.7, 0.7, DYADS),
        types=np.array([list(EventType).index(kind) for kind, _ in kinds]),
        modes=pa.array([mode for _, mode in kinds]),
        labels=pa.array([t.modes.get(mode, t.label.lower()) for t, (_, mode) in zip(told, kinds, strict=True)]),
        verbs=pa.array([VERBS[kind] for kind, _ in kinds]),
        kind=_shares(kinds),
        people=pa.array([_person(draw) for _ in range(PEOPLE * len(land))]),
        towns=pa.array([*(state.capital for state in land), *sorted(set(grammar().words["town"]))[:TOWNS]]),
        papers=pa.array(sorted({grammar().word("publisher", draw) for _ in range(20 * PAPERS)})[:PAPERS]),
        clauses=pa.array([grammar().sentence("general", Teller(draw, date(2020, 1, 1))) for _ in range(CLAUSES)]),
    )


def _person(draw: object) -> str:
    return f"{pick(grammar().words['given'], draw)} {pick(grammar().words['surname'], draw)}"  # type: ignore[arg-type]


def _spots(codes: list[str]) -> Floats:
    """Where the capitals are, as the gazetteer has it."""
    rows = csv.DictReader((files("timeline") / "actors" / "tables" / "states.csv").read_text("utf-8").splitlines())
    known = {row["code"]: (float(row["lat"] or 0), float(row["lon"] or 0)) for row in rows}
    return np.array([known[code] for code in codes])


def _dyads(codes: list[str], chance: np.random.Generator) -> Numbers:
    """Pairs of states; those that the news tells of most stand at the beginning."""
    weights = 1 / (3 + np.arange(len(codes)))
    drawn = chance.choice(len(codes), size=(8 * DYADS, 2), p=weights / weights.sum())
    wanted = [(codes.index(a), codes.index(b)) for a, b in FIRST]
    pairs = dict.fromkeys([*wanted, *((int(a), int(b)) for a, b in drawn if a != b)])
    return np.array(list(pairs)[:DYADS])


def _shares(kinds: list[tuple[EventType, str]]) -> Floats:
    """How often each kind is met: verbal more than material, and between friends what they do for each other."""
    often = np.array([OFTEN.get(kind, 3) / len(("", *definitions()[kind].modes)) for kind, _ in kinds])
    friendly = np.array([definitions()[kind].score > 0 for kind, _ in kinds])
    both = np.array([often * np.where(friendly, 0.4, 2.0), often * np.where(friendly, 1.0, 0.15)])
    shares: Floats = both / both.sum(axis=1, keepdims=True)
    return shares
