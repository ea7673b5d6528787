"""Makes the outline of the land that the map draws, from Natural Earth's at 1:50 million.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/world.py package/land-50m.json

It is simplified to a twentieth of a degree, which nobody sees on a map of towns; the smallest islands and the Antarctic
are left out; what reaches over the 180th meridian is cut there. The file holds one ring a line, as longitude and
latitude in tenths of a degree in turn; a ring the other way round is a lake.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline.figures.land import beyond

Ring = NDArray[np.float64]  # corners, as longitude and latitude
TARGET = Path(__file__).parent.parent / "timeline" / "figures" / "world" / "land.txt"
TOLERANCE, LEAST = 0.05, 0.05  # degrees, square degrees
SOUTH = -60.0  # degrees: what lies beyond altogether is left out


def main(source: str) -> None:
    whole = (part for ring in rings(json.loads(Path(source).read_text())) for part in cut(ring))
    kept = [simple(ring) for ring in whole if wanted(ring)]
    lines = (" ".join(map(str, np.round(ring * 10).astype(int).ravel().tolist())) for ring in kept if len(ring) > 3)
    TARGET.write_text("\n".join(lines) + "\n")


def rings(topology: dict[str, dict[str, list[float]]]) -> Iterator[Ring]:
    """The rings of a TopoJSON file of one MultiPolygon: arcs are sums of steps, shared, and may run backwards."""
    scale, move = (np.array(topology["transform"][part]) for part in ("scale", "translate"))
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + move for arc in topology["arcs"]]
    for polygon in topology["objects"]["land"]["geometries"][0]["arcs"]:  # type: ignore[call-overload]
        for numbers in polygon:
            parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
            yield np.vstack([parts[0], *(part[1:] for part in parts[1:])])


def cut(ring: Ring) -> Iterator[Ring]:
    """The parts of a ring on either side of the 180th meridian, each inside -180 to 180 degrees."""
    straight = np.column_stack([np.unwrap(ring[:, 0], period=360), ring[:, 1]])
    for turn in (-360, 0, 360):
        moved = straight + np.array([turn, 0])
        if moved[:, 0].max() <= -180 or moved[:, 0].min() >= 180:
            continue
        part = beyond(beyond(moved[:-1], 0, -180, 1), 0, 180, -1)
        yield np.vstack([part, part[:1]])


def wanted(ring: Ring) -> bool:
    x, y = ring.T
    area = abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2
    return area >= LEAST and float(y.max()) > SOUTH


def simple(ring: Ring) -> Ring:
    """Without the corners that lie on a straight line, but for TOLERANCE (Douglas and Peucker 1973)."""
    keep = np.zeros(len(ring), dtype=bool)
    keep[[0, -1]] = True
    todo = [(0, len(ring) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        away = _distance(ring[first + 1 : last], ring[first], ring[last])
        furthest = int(away.argmax())
        if away[furthest] > TOLERANCE:
            middle = first + 1 + furthest
            keep[middle] = True
            todo += [(first, middle), (middle, last)]
    return ring[keep]


def _distance(points: Ring, start: Ring, end: Ring) -> NDArray[np.float64]:
    """From the line between two points; from the point, where they are one."""
    (dx, dy), away = end - start, points - start
    length = float(np.hypot(dx, dy))
    straight: NDArray[np.float64] = np.abs(dx * away[:, 1] - dy * away[:, 0]) / length if length else np.hypot(*away.T)
    return straight


if __name__ == "__main__":
    main(sys.argv[1])
