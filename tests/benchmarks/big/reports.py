"""The reports of some rows of a big table: each a sentence, with the words of date, actors and act marked."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tests.benchmarks.big.cells import Columns, Dates, Days, Sides, listed
from tests.benchmarks.big.draws import Drawn
from tests.benchmarks.big.pools import Numbers, pools
from timeline.table.columns import COPY, JOINED, REPORT, SPAN

ADDRESS = "https://paper-%d.example/"


def report_columns(drawn: Drawn, known: Dates, who: Sides, cells: Columns, chance: np.random.Generator) -> Columns:
    """The reports, and what a row says of them: ids, quote, first publication, how many."""
    owner = np.repeat(np.arange(len(drawn)), drawn.reports)
    starts = np.concatenate([[0], np.cumsum(drawn.reports)])
    first = pa.array(starts[:-1])
    rank = np.arange(len(owner)) - starts[owner]
    ids = _ids(np.where(rank == 0, drawn.ids[owner], chance.integers(0, 1 << 48, size=len(owner))))
    paper = np.minimum(chance.zipf(1.3, size=len(owner)), len(pools().papers)) - 1
    published = drawn.day[owner] + np.where(rank == 0, 0, chance.geometric(0.05, size=len(owner)))
    spans = _spans(known, who, cells, owner, chance)
    reports = {
        "id": pc.binary_join_element_wise("article", ids, "-"),
        "title": cells["title"].take(pa.array(owner)),
        "url": _urls(paper, published, ids),
        "source": pools().papers.take(pa.array(paper)),
        "published": pa.array(published),
        "date_edtf": cells["date_edtf"].take(pa.array(owner)),
        "date_basis": cells["date_basis"].take(pa.array(owner)),
        "date_rule": pa.array(np.full(len(owner), "month-day-year")),
        "event_id": ids,
        "status": cells["status"].take(pa.array(owner)),
        "copies": listed(np.zeros(len(owner) + 1, dtype=np.int32), pa.nulls(0, COPY)),
        "joined": _joined(rank, ids.take(pa.array(starts[owner])), chance),
        "published_basis": pa.array(np.full(len(owner), "metadata")),
    } | spans
    articles = pa.StructArray.from_arrays(
        [reports[field.name].cast(field.type) for field in REPORT], fields=list(REPORT)
    )
    return {
        "event_id": ids.take(first),
        "also_ids": listed(starts - np.arange(len(starts)), ids.filter(pa.array(rank > 0))),
        "disputed_by": _disputed_by(cells["disputed"], ids.take(first)),
        "quote": reports["quote"].take(first),
        "published_first": pa.array(published[starts[:-1]]),
        "n_reports": pa.array(drawn.reports.astype(np.int32)),
        "n_publishers": pa.array(_different(owner, paper, len(drawn))),
        "articles": listed(starts, articles),
    }


def _ids(numbers: Numbers) -> pa.Array:
    """Twelve digits of base sixteen."""
    return pa.array([f"{number:012x}" for number in numbers.tolist()])


def _urls(paper: Numbers, published: Days, ids: pa.Array) -> pa.Array:
    hosts = pa.array([ADDRESS % number for number in range(len(pools().papers))]).take(pa.array(paper))
    month = pa.array(np.char.replace(np.datetime_as_string(published.astype("M8[M]")), "-", "/"))
    return pc.binary_join_element_wise(hosts, month, "/", ids, "")


def _spans(known: Dates, who: Sides, cells: Columns, owner: Numbers, chance: np.random.Generator) -> Columns:
    """The sentence of each report, "A met with B on 3 May 2019: ...", and the spans of its words."""
    names, row = pools().names, pa.array(owner)
    alone = pa.array(who.alone).take(row)
    one, other = (names.take(pa.array(side[owner])) for side in (who.one, who.other))
    whom = pc.if_else(alone, "others", other)
    verb, date = cells["trigger"].take(row), pa.array(known.words).take(row)
    clause = pools().clauses.take(pa.array(chance.integers(0, len(pools().clauses), size=len(owner))))
    quote = pc.binary_join_element_wise(one, " ", verb, " ", whom, " in ", date, ": ", clause, "")
    start = pa.array(chance.integers(0, 3000, size=len(owner)), pa.int32())
    act = _behind(start, one, 1)
    to = _behind(act, verb, 1)
    when = _behind(to, whom, 4)
    pairs = np.arange(2 * len(owner)).reshape(2, -1).T.ravel()
    actors = pa.concat_arrays([_span(start, one), _span(to, whom)]).take(pa.array(pairs))
    return {
        "quote": quote,
        "start": start,
        "end": _behind(start, quote, 0),
        "trigger": _span(act, verb),
        "date": _span(when, date),
        "actors": listed(2 * np.arange(len(owner) + 1), actors),
    }


def _behind(start: pa.Array, text: pa.Array, gap: int) -> pa.Array:
    return pc.add(pc.add(start, pc.utf8_length(text)), gap).cast(pa.int32())


def _span(start: pa.Array, text: pa.Array) -> pa.Array:
    return pa.StructArray.from_arrays([start, _behind(start, text, 0), text], fields=list(SPAN))


def _joined(rank: Numbers, to: pa.Array, chance: np.random.Generator) -> pa.Array:
    """Why a report is one of the row; nothing for the first."""
    score = chance.uniform(1.3, 4, size=len(rank)).round(2)
    why = pa.array(np.full(len(rank), "the same day, sides and type; words in common"))
    parts = [to, pa.array(score), pa.array(np.full(len(rank), 1.3)), why]
    return pa.StructArray.from_arrays(parts, fields=list(JOINED), mask=pa.array(rank == 0))


def _disputed_by(disputed: pa.Array, ids: pa.Array) -> pa.Array:
    """Each row in dispute is so with the next one."""
    counts = disputed.to_numpy(zero_copy_only=False)
    following = np.roll(np.arange(len(counts)), -1)[counts]
    return listed(np.concatenate([[0], np.cumsum(counts)]), ids.take(pa.array(following)))


def _different(owner: Numbers, paper: Numbers, size: int) -> Numbers:
    """How many papers report each row."""
    once = np.unique(owner * len(pools().papers) + paper) // len(pools().papers)
    return np.bincount(once, minlength=size).astype(np.int32)
