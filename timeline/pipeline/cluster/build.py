"""The whole road, one step after the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.engines import Engine
from timeline.pipeline.build import Report
from timeline.pipeline.cluster.aside import gather_aside
from timeline.pipeline.cluster.copies import (
    BANDS,
    MEMBERS,
    PRINTS,
    AskForPrints,
    Compare,
    FindHeads,
    SendBands,
    SendMembers,
    SendPrints,
)
from timeline.pipeline.cluster.edition import Manifest, begin_edition, open_work, publish, read_manifest, sweep
from timeline.pipeline.cluster.extract import Extract
from timeline.pipeline.cluster.firsts import ASKED, FIRSTS, KNOWN, Answer, AskFor, SendKnown
from timeline.pipeline.cluster.ids import FATES, IDS, FindTwice, SendIds
from timeline.pipeline.cluster.layout import Width
from timeline.pipeline.cluster.merge import BLOCKS, PARTS, ROWS, Connect, SendBlocks, SendParts, Settle, year_of
from timeline.pipeline.cluster.parts import plan_parts
from timeline.pipeline.cluster.road import Asked, Road, ask, total
from timeline.pipeline.cluster.shards import Counts, Shuffle, key_of
from timeline.pipeline.cluster.stars import EDGES, find_stars
from timeline.pipeline.cluster.taking import Taken, articles_in, take_in
from timeline.pipeline.cluster.write import Stamp, Write
from timeline.pipeline.progress import Meter, Tell
from timeline.pipeline.rows import Wanted
from timeline.pipeline.today import today
from timeline.pipeline.versions import built_with, merged_with, read_with, taken_with

MOST_BUCKETS = 2_000  # what is sent into buckets is a file for each sender and bucket


@dataclass(frozen=True, slots=True)
class Told:
    """What the articles tell: the names of the events of each piece, in order, and what was counted."""

    names: tuple[str, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the timeline, and how many begin on each day."""

    table: Shuffle
    days: dict[int, int]


def build_folder(asked: Asked, engine: Engine, progress: Tell | None = None) -> Report:
    """Builds the timeline of all articles into a folder of Parquet, by year; all of it is done by the engine's workers.

    The rows are those of `build_file`. Where no article was built, nothing is written. What is done is kept in
    `asked.work`: the same call goes on where another was broken off, and what was read is not read again.
    """
    meter = Meter(progress)
    ask(engine, open_work, (asked.work, asked.fresh))
    taken = take_in(asked, engine, meter)
    buckets = min(MOST_BUCKETS, max(1, -(-sum(taken.pieces.values()) // asked.bucket)))
    road = Road(engine, meter, asked.work, Width(max(1, len(taken.pieces)), buckets))
    fates, newest = _find_copies(road, asked, taken)
    told = _extract(road, asked, taken, fates)
    before = ask(engine, read_manifest, asked.out)
    edition = ""
    if meter.progress.articles:
        edition = ask(engine, begin_edition, (asked.work, before, today()))
        rows = _merge(road, asked, told)
        files = _write(road, asked, rows, (built_with(), newest, edition), before)
        finished = Manifest(files, taken.pieces, (*before.editions, edition))
        ask(engine, publish, (asked.out, asked.work, finished))
    ask(engine, gather_aside, (asked.work, taken.keys, told.names))
    ask(engine, sweep, (articles_in(asked), frozenset(taken.keys)))
    ask(engine, sweep, (_events_in(asked), frozenset(told.names)))
    removed = sum(count for key, count in before.pieces.items() if key not in taken.pieces)
    return Report(meter.progress, taken.new, removed, told.counts["read"], edition, meter.seconds)


def _events_in(asked: Asked) -> str:
    return f"{asked.work}/events"


def _find_copies(road: Road, asked: Asked, taken: Taken) -> tuple[tuple[Shuffle, Shuffle], date | None]:
    """What becomes of the articles that are not simply read, and the last day on which one was published."""
    road = road.below(key_of("copies", taken.keys, road.width, taken_with()))
    width, articles = road.width, articles_in(asked)
    ids, twice, fates = road.shuffle("ids", IDS), road.shuffle("twice", FATES), road.shuffle("fates", FATES)
    bands, wanted, prints = road.shuffle("bands", BANDS), road.shuffle("wanted", BANDS), road.shuffle("prints", PRINTS)
    edges, members = road.shuffle("edges", EDGES), road.shuffle("members", MEMBERS)
    with road.meter.stage("copies"):
        road.groups("send-ids", SendIds(articles, ids, width), taken.keys)
        road.buckets("find-twice", FindTwice(ids, twice, width))
        sent = road.groups("send-bands", SendBands(articles, twice, bands, width), taken.keys)
        road.buckets("ask-for-prints", AskForPrints(bands, wanted, width))
        road.groups("send-prints", SendPrints(articles, wanted, prints, width), taken.keys)
        road.buckets("compare", Compare(prints, edges, width))
        stars = find_stars(edges, width, road.added)
        road.groups("send-members", SendMembers(articles, stars, members, width), taken.keys)
        road.buckets("find-heads", FindHeads(members, fates, width))
    newest = max((counts["newest"] for counts in sent), default=0)
    return (twice, fates), date.fromordinal(newest) if newest else None


def _extract(road: Road, asked: Asked, taken: Taken, fates: tuple[Shuffle, Shuffle]) -> Told:
    step = Extract(articles_in(asked), _events_in(asked), fates, road.width, key_of(read_with()))
    names, counts, meter = list[str](), [{"read": 0}], road.meter
    meter.tell(set_aside=taken.unread)
    with meter.stage("extract", sum(taken.pieces.values())):
        for size, found in zip(taken.pieces.values(), road.engine.map(step, enumerate(taken.keys)), strict=True):
            names.append(found.pop("name"))
            counts.append(found)
            now = meter.progress
            meter.tell(
                now.done + size,
                articles=now.articles + found["articles"],
                events=now.events + found["events"],
                copies=now.copies + found["copies"],
                set_aside=now.set_aside + found["silent"] + found["twice"],
            )
    return Told(tuple(names), total(counts))


def _merge(road: Road, asked: Asked, told: Told) -> Rows:
    road = road.below(key_of("merge", told.names, road.width, asked.apart, asked.focus, merged_with()))
    width, events = road.width, _events_in(asked)
    blocks, edges = road.shuffle("blocks", BLOCKS), road.shuffle("edges", EDGES)
    parts, rows = road.shuffle("parts", PARTS), road.shuffle("rows", ROWS)
    with road.meter.stage("connect"):
        road.groups("send-blocks", SendBlocks(events, blocks, width), told.names)
        road.buckets("connect", Connect(blocks, edges, width))
        stars = find_stars(edges, width, road.added)
        road.groups("send-parts", SendParts(events, stars, parts, width), told.names)
    with road.meter.stage("join"):
        settled = road.buckets("settle", Settle(parts, rows, Wanted({}, asked.focus), asked.apart))
    days = total(counts["days"] for counts in settled)
    merges = sum(counts["merges"] for counts in settled)
    road.meter.tell(events=sum(days.values()), merges=merges)
    return Rows(rows, {int(day): count for day, count in days.items()})


def _write(road: Road, asked: Asked, rows: Rows, stamp: Stamp, before: Manifest) -> dict[str, int]:
    """The files of the timeline, with the rows of each."""
    road = road.below(key_of("write", rows.table.folder, asked.out, stamp, sorted(before.files)))
    with road.meter.stage("write"):
        firsts = _find_firsts(road, asked, rows, before)
        items = ((f"{part.first}-{part.last}", part) for part in plan_parts(rows.days))
        written = road.run("write", Write(rows.table, firsts, asked.out, stamp), items)
    return {counts["name"]: counts["rows"] for counts in written}


def _find_firsts(road: Road, asked: Asked, rows: Rows, before: Manifest) -> Shuffle:
    """Since when rows stand in the table, for those that stood in the one that is replaced."""
    known, asking = road.shuffle("known", KNOWN), road.shuffle("asked", ASKED)
    firsts = road.shuffle("firsts", FIRSTS)
    if before.files:
        files = ((str(number), (number, name)) for number, name in enumerate(sorted(before.files)))
        road.run("send-known", SendKnown(asked.out, known, road.width), files)
        years = sorted({year_of(day) for day in rows.days})
        road.run("ask-for", AskFor(rows.table, asking, road.width), ((str(year), year) for year in years))
        road.buckets("answer", Answer(known, asking, firsts))
    return firsts
