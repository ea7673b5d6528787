"""One Event for each thing that happened, all evidence kept, in four steps that each are a pure function.

`keys` puts events into blocks, `edges` finds in each block which are likely one, `parts` what hangs together through
such edges, and `settle` makes the rows of one part. A part is settled alike wherever and with whatever others it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from timeline.merge.apart import Pairs
from timeline.merge.blocks import keys
from timeline.merge.edges import edges_of
from timeline.merge.groups import Pair, parts
from timeline.merge.join import order
from timeline.merge.settle import place, settle
from timeline.merge.traits import Traits, traits
from timeline.model import Event

RECENT = 1_000  # events whose traits are remembered


def merge_events(events: Iterable[Event], apart: Pairs = ()) -> list[Event]:
    """Joins the reports of each event and weighs it; in order of (first day, event_id).

    An act and its denial stay apart, and so do reports that give one act different days: all are marked as disputed.

    apart  pairs of event_ids of which a person said that they are not one event: no row holds both
    """
    told = sorted(events, key=order)
    rows = [row for part in parts(len(told), _edges(told)) for row in settle([told[number] for number in part], apart)]
    return sorted(rows, key=place)


def _edges(events: Sequence[Event]) -> Iterator[Pair]:
    """Those of all blocks, by the numbers of the events among all."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        for key in keys(event):
            blocks[key].append(number)
    recent: dict[int, Traits] = {}  # those of many actors meet in many blocks, which stand side by side
    for block in blocks.values():
        if len(block) > 1:
            recent |= {number: traits(events[number]) for number in block if number not in recent}
            yield from ((block[a], block[b]) for a, b in edges_of([recent[number] for number in block]))
            if len(recent) > RECENT:
                recent.clear()
