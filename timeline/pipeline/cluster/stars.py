"""What hangs together, found by many at once: edges are turned to the least neighbour until only stars are left.

The method is that of Kiveris and others, "Connected Components in MapReduce and Beyond" (2014): a step in which each
node gives all its larger neighbours to the least one takes turns with one for the smaller neighbours. The number of
turns grows with the logarithm of the number of nodes at most by its square; five are usual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from timeline.merge.groups import Pair
from timeline.pipeline.cluster.layout import Numbers, Width, numbers_of
from timeline.pipeline.cluster.shards import Counts, Shuffle

EDGES = pa.schema({"node": pa.int64(), "near": pa.int64()})
ROOTS = pa.schema({"node": pa.int64(), "root": pa.int64()})


def put_edges(edges: Shuffle, writer: int, width: Width, pairs: Iterable[Pair]) -> int:
    """Sends each edge to the groups of both its nodes; how many there are."""
    return _put_both(edges, writer, width, np.array([*pairs], dtype=np.int64).reshape(-1, 2))


def roots_of(edges: pa.Table) -> pa.Table:
    """Of each node in a star its least, given the edges that `find_stars` leaves."""
    nodes, near = numbers_of(edges["node"]), numbers_of(edges["near"])
    found = np.unique(np.stack((nodes, np.minimum(_least(nodes, near), nodes)), axis=1), axis=0)
    return pa.table([pa.array(found[:, 0]), pa.array(found[:, 1])], schema=ROOTS)


@dataclass(frozen=True, slots=True)
class LargeStar:
    """Each node gives its larger neighbours to the least of all."""

    edges: Shuffle
    larger: Shuffle
    width: Width

    def __call__(self, group: int) -> Counts:
        table = self.edges.bucket(group)
        nodes, near = numbers_of(table["node"]), numbers_of(table["near"])
        least, larger = np.minimum(_least(nodes, near), nodes), near > nodes
        found = np.stack((near[larger], least[larger]), axis=1)
        _put(self.larger, group, self.width, found)
        return {"changed": int((least[larger] != nodes[larger]).sum())}


@dataclass(frozen=True, slots=True)
class SmallStar:
    """Each node gives its smaller neighbours, and itself, to the least of them."""

    larger: Shuffle
    edges: Shuffle
    width: Width

    def __call__(self, group: int) -> Counts:
        table = self.larger.bucket(group)
        nodes, near = numbers_of(table["node"]), numbers_of(table["near"])
        least = _least(nodes, near)
        others = near != least
        found = [np.stack((near[others], least[others]), axis=1), np.stack((nodes, least), axis=1)]
        _put_both(self.edges, group, self.width, np.concatenate(found))
        return {"changed": int(others.sum())}


def find_stars(edges: Shuffle, width: Width, run: Callable[[str, Callable[[int], Counts]], Counts]) -> Shuffle:
    """Turns edges to stars. `run` has a step done for all buckets, under a name, and adds up what it counts."""
    for turn in range(1, 1000):
        larger, turned = (Shuffle(f"{edges.folder}-{size}-{turn}", EDGES) for size in ("large", "small"))
        changed = run(f"large-{turn}", LargeStar(edges, larger, width)).get("changed", 0)
        changed += run(f"small-{turn}", SmallStar(larger, turned, width)).get("changed", 0)
        edges = turned
        if not changed:
            break
    return edges


def _least(nodes: Numbers, near: Numbers) -> Numbers:
    """For each row the least neighbour that its node has in any row."""
    if not len(nodes):
        return nodes
    order = np.lexsort((near, nodes))
    starts = np.flatnonzero(np.diff(nodes[order], prepend=-1))
    counts = np.diff([*starts, len(nodes)])
    least: Numbers = np.empty_like(near)
    least[order] = np.repeat(near[order][starts], counts)
    return least


def _put_both(edges: Shuffle, writer: int, width: Width, pairs: Numbers) -> int:
    both = np.concatenate((pairs, pairs[:, ::-1]))
    return _put(edges, writer, width, both) // 2


def _put(edges: Shuffle, writer: int, width: Width, pairs: Numbers) -> int:
    """Sends each edge to the group of its first node."""
    each = np.unique(pairs, axis=0)
    return edges.put(
        writer, width.group(each[:, 0]), pa.table([pa.array(each[:, 0]), pa.array(each[:, 1])], schema=EDGES)
    )
