"""Joins the events that are new with each other and with those that were there; what they do not touch stays."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from timeline.engines import Engine
from timeline.merge import parts
from timeline.pipeline.progress import Meter
from timeline.pipeline.versions import merged_with
from timeline.pipeline.work import Block, Part, Settler, batches, connect, rekey, together
from timeline.storage.store import Store
from timeline.storage.store.events import put_keys, unsettle_ids
from timeline.storage.store.merging import (
    block_events,
    count_rows,
    forget_merging,
    keyless_events,
    loose_edges,
    loose_events,
    part_events,
    put_edges,
    put_part,
    put_rows,
    skip_lonely_blocks,
    touched_blocks,
    unsettled_parts,
)
from timeline.storage.store.prints import copies_of

EVENTS = 1_000  # of a batch
Apart = tuple[tuple[str, str], ...]


def merge(store: Store, engine: Engine, meter: Meter, apart: Iterable[tuple[str, str]] = ()) -> None:
    """Brings the rows up to the events; `apart` are pairs of ids that people told apart."""
    pairs = tuple(sorted({(min(pair), max(pair)) for pair in apart}))
    with meter.stage("connect"):
        _rekey(store, engine)
        _told_apart(store, pairs)
        _connect(store, engine, meter)
        _find_parts(store)
    with meter.stage("join"):
        _settle(store, engine, meter, pairs)
    events, rows = count_rows(store.db)
    meter.tell(events=rows, merges=events - rows)


def same_version(store: Store) -> None:
    """Where other code merged before, all is to be merged anew. Said before events come that have keys of this code."""
    if store.fact("merged_with") != merged_with():
        with store.transaction() as db:
            forget_merging(db)
            store.keep_fact("merged_with", merged_with())


def _rekey(store: Store, engine: Engine) -> None:
    """Keys for events that other code told."""
    for batch in engine.map(rekey, batches(keyless_events(store.db), EVENTS)):
        with store.transaction() as db:
            for event, keys in batch:
                put_keys(db, event, keys)


def _told_apart(store: Store, apart: Apart) -> None:
    before = {(one, other) for one, other in json.loads(store.fact("apart") or "[]")}
    changed = before.symmetric_difference(apart)
    if changed:
        with store.transaction() as db:
            unsettle_ids(db, {id for pair in changed for id in pair})
            store.keep_fact("apart", json.dumps(apart))


def _connect(store: Store, engine: Engine, meter: Meter) -> None:
    with store.transaction() as db:
        skip_lonely_blocks(db)
    touched = array("q", touched_blocks(store.db))
    meter.tell(0, total=len(touched))
    blocks: Iterator[Block] = ((block, block_events(store.db, block)) for block in touched)
    for batch in engine.map(connect, map(together, batches(blocks, EVENTS, lambda block: len(block[1])))):
        with store.transaction() as db:
            for block, edges in batch:
                put_edges(db, block, edges)
        meter.tell(meter.progress.done + len(batch))


def _find_parts(store: Store) -> None:
    """Puts each event that is in no part into one; parts are called after their least event."""
    events = array("q", loose_events(store.db))
    pairs = ((bisect_left(events, one), bisect_left(events, other)) for one, other in loose_edges(store.db))
    found = [[events[place] for place in part] for part in parts(len(events), pairs)]
    for batch in batches(found, EVENTS, len):
        with store.transaction() as db:
            for part in batch:
                put_part(db, part)


def _settle(store: Store, engine: Engine, meter: Meter, apart: Apart) -> None:
    unsettled = array("q", unsettled_parts(store.db))
    meter.tell(0, total=len(unsettled))
    items = (_part(store, part) for part in unsettled)
    for batch in engine.map(Settler(apart), batches(items, EVENTS, lambda part: len(part.events))):
        with store.transaction() as db:
            for part, rows in batch:
                put_rows(db, part, rows)
        meter.tell(meter.progress.done + len(batch))


def _part(store: Store, part: int) -> Part:
    events = part_events(store.db, part)
    return Part(part, tuple((told, tuple(copies_of(store.db, article))) for article, told in events))
