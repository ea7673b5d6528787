from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from timeline.figures.land import Window, beyond, land, outline
from timeline.figures.map import LARGEST, frame, world_map
from timeline.figures.places import places
from timeline.figures.sight import Sight
from timeline.model import Event, EventType, Place
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]
PYONGYANG, MOSCOW = Place("Pyongyang", 39.04, 125.76, "PRK"), Place("Moscow", 55.75, 37.62, "RUS")


def area(ring: np.ndarray) -> float:
    x, y = ring.T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2


@pytest.fixture
def table(make: Make) -> pd.DataFrame:
    events = [make(f"p{n}", "2022-08-15", place=PYONGYANG) for n in range(4)]
    events += [make("m", "2022-08-16", place=MOSCOW, type=EventType.ACCUSE)]
    events += [make("nowhere", "2022-08-17"), make("lost", "2022-08-18", place=Place("Atlantis", None, None, ""))]
    return to_frame(events, {})


def test_one_place_is_one_mark_with_all_its_events(table: pd.DataFrame) -> None:
    found = places(pick(table), 9)
    assert found.names == ("Pyongyang", "Moscow")
    assert found.counts.tolist() == [[4, 0], [0, 1]]
    assert (found.smaller, found.unmapped, found.nowhere) == (0, 1, 1)
    assert places(pick(table), 1).smaller == 1


def test_events_that_are_not_on_the_map_are_told_of(table: pd.DataFrame) -> None:
    words = world_map(pick(table), Sight())["layout"]["meta"]["words"]
    assert words == (
        "5 events at 2 places, most in Pyongyang (4). 1 event without a place not shown. "
        "1 event not shown: where the place is, is not known."
    )


def test_the_area_of_a_mark_is_by_events_its_colour_and_symbol_by_their_kind(table: pd.DataFrame) -> None:
    marks = world_map(pick(table), Sight())["data"][-1]
    assert marks["marker"]["symbol"] == ["circle", "diamond"]
    assert marks["marker"]["size"][0] == LARGEST
    assert marks["marker"]["size"][1] == pytest.approx(LARGEST / 2, rel=0.05)
    assert marks["customdata"][1] == "?place=Moscow&look=timeline"
    assert marks["text"] == ["Pyongyang", "Moscow"]


@pytest.mark.parametrize("width", [358, 700, 1112])
def test_the_map_shows_what_has_events_and_its_shape_is_true(table: pd.DataFrame, width: float) -> None:
    window, height = frame(places(pick(table), 9), width)
    assert all(window.west < lon < window.east for lon in (126, 37))
    assert all(window.south < lat < window.north for lat in (39, 56))
    assert max(-window.west, window.east) <= 180
    squeeze = np.cos(np.radians((window.south + window.north) / 2))
    across, up = width / (window.east - window.west), height / (window.north - window.south)
    assert across / squeeze == pytest.approx(up, rel=0.12)


def test_the_land_is_the_land() -> None:
    """Checked by the area of the whole (29 % of the Earth), and by what lies where."""
    total = sum(_true_area(ring) for ring in land())
    assert 0.24 < abs(total) / (4 * np.pi) < 0.29  # without the Antarctic, which is a tenth of it
    assert all(np.abs(ring).max(axis=0).tolist() <= [180, 90] for ring in land())
    assert all(np.abs(np.diff(ring[:, 0])).max() < 60 for ring in land())  # nothing runs across the map


def _true_area(ring: np.ndarray) -> float:
    """Of a ring on a globe of radius 1, by its strips; lakes count the other way."""
    lon, lat = np.radians(ring).T
    return float(np.sum((np.roll(lon, -1) - lon) * (2 + np.sin(lat) + np.sin(np.roll(lat, -1))))) / 2


def test_the_outline_is_cut_to_the_window() -> None:
    korea = Window(124, 33, 131, 43)
    rings = outline(korea, 0.05)
    inside = np.vstack(rings)
    assert inside.min(axis=0).tolist() >= [124, 33]
    assert inside.max(axis=0).tolist() <= [131, 43]
    share = sum(abs(area(ring)) for ring in rings) / 70
    assert 0.35 < share < 0.65
    assert len(np.vstack(outline(korea, 1.0))) < len(inside)
    assert outline(Window(-40, -40, -30, -30), 0.1) == []  # open sea


def test_a_square_is_cut_in_half() -> None:
    square = np.array([[0.0, 0], [2, 0], [2, 2], [0, 2]])
    half = beyond(square, 0, 1.0, 1)
    assert abs(area(half)) == pytest.approx(2)
    assert len(beyond(square, 0, 5.0, 1)) == 0


def test_nothing_on_the_map_is_a_sentence(frame: pd.DataFrame) -> None:
    for nothing in (pick(to_frame([], {})), pick(frame)):
        figure = world_map(nothing, Sight())
        assert figure["data"] == []
        assert figure["layout"]["meta"]["words"].startswith("No event here has a place on the map.")


def test_a_map_is_small_enough_to_be_sent_and_hostile_names_stay_text(make: Make) -> None:
    far = [
        Place("Suva", -18.1, 178.4, "FJI"),
        Place("<b>Apia</b>", -13.8, -171.8, "WSM"),
        Place("Nuuk", 64.2, -51.7, "GRL"),
    ]
    figure = world_map(
        pick(to_frame([make(f"e{n}", "2022", place=p) for n, p in enumerate(far)], {})), Sight(width=1112)
    )
    assert len(json.dumps(figure)) < 200_000
    assert "<b>Apia" not in json.dumps([trace["text"] for trace in figure["data"] if "text" in trace])


def test_names_are_few_enough_to_be_read_and_do_not_lie_on_each_other(make: Make) -> None:
    towns = [Place(f"Town {n}", n % 10 * 7.0, n // 10 * 9.0 - 40, "") for n in range(10, 100)]
    figure = world_map(
        pick(to_frame([make(f"e{n}", "2022", place=town) for n, town in enumerate(towns)], {})), Sight(width=700)
    )
    marks = figure["data"][-1]
    window = [figure["layout"][axis]["range"] for axis in ("xaxis", "yaxis")]
    px = [size / (high - low) for size, (low, high) in zip((700, figure["layout"]["height"]), window, strict=True)]
    away = {"middle right": (32, 0), "middle left": (-32, 0), "top center": (0, 14), "bottom center": (0, -14)}
    middles = [
        (x * px[0] + away[side][0], y * px[1] + away[side][1])
        for x, y, side, name in zip(marks["x"], marks["y"], marks["textposition"], marks["text"], strict=True)
        if name
    ]
    assert 3 < len(middles) <= 25
    pairs = [(one, other) for number, one in enumerate(middles) for other in middles[:number]]
    assert all(abs(one[0] - other[0]) > 48 or abs(one[1] - other[1]) > 12 for one, other in pairs)
