"""Which marks of a map have room for their names, and on which side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

LETTER, LINE = 7.2, 14.0  # px of a letter, and of a line of text
AIR = 3.0  # px between a mark and its name

Box = tuple[float, float, float, float]  # left, right, low, high
SIDES = ("middle right", "middle left", "top center", "bottom center")  # as Plotly calls them, the best first


def sides(spots: Sequence[tuple[float, float, float]], names: Sequence[str], size: tuple[float, float]) -> list[str]:
    """For each name, of the first spots (x, y, radius in px, the greatest first), the side where it stands; "" where
    there is no room for it among the other spots and the names before it, on a board of `size` px.

    >>> sides([(50, 50, 5), (52, 50, 5), (9, 9, 2)], ["Kyiv", "Lviv", "X"], (100, 100))
    ['middle right', 'middle left', 'middle right']
    """
    taken: list[Box] = [(x - r, x + r, y - r, y + r) for x, y, r in spots]
    found = []
    for number, ((x, y, radius), name) in enumerate(zip(spots, names, strict=False)):
        others = taken[:number] + taken[number + 1 :]
        free = (
            (side, box)
            for side, box in _around(x, y, radius, len(name) * LETTER)
            if min(box[0], box[2]) >= 0 and box[1] <= size[0] and box[3] <= size[1]
            if not any(_meet(box, other) for other in others)
        )
        side, box = next(free, ("", None))
        found.append(side)
        if box:
            taken.append(box)
    return found


def _around(x: float, y: float, radius: float, wide: float) -> Iterator[tuple[str, Box]]:
    away, half = radius + AIR, LINE / 2
    yield SIDES[0], (x + away, x + away + wide, y - half, y + half)
    yield SIDES[1], (x - away - wide, x - away, y - half, y + half)
    yield SIDES[2], (x - wide / 2, x + wide / 2, y + away, y + away + LINE)
    yield SIDES[3], (x - wide / 2, x + wide / 2, y - away - LINE, y - away)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
