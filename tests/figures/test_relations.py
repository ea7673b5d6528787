from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from timeline.figures.network import around
from timeline.figures.relations import MOST, relations
from timeline.figures.sight import Sight
from timeline.figures.theme import palette
from timeline.figures.ties import ties
from timeline.model import Actor, Event, EventType
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]
RUS, PRK, JPN = Actor("RUS", "Russia"), Actor("PRK", "North Korea"), Actor("JPN", "Japan")


def crowd(make: Make, size: int) -> pd.DataFrame:
    """Each of so many lands has to do with North Korea, the first most often."""
    lands = [Actor(f"L{n:02}", f"Land {n:02}") for n in range(size)]
    return to_frame(
        [make(f"{n}-{k}", "2022-08-15", source=(land,)) for n, land in enumerate(lands) for k in range(size - n)], {}
    )


def tiles(figure: dict[str, Any]) -> dict[str, str]:
    full = next(trace for trace in figure["data"] if trace["type"] == "bar" and trace.get("hovertext"))
    return dict(zip(full["hovertext"], full["customdata"], strict=True))


def test_a_tie_counts_each_event_once_whoever_acts(make: Make) -> None:
    events = [
        make("there", "2022-01-01"),
        make("back", "2022-01-02", source=(PRK,), target=(RUS,), type=EventType.ACCUSE),
        make("both", "2022-01-03", source=(RUS, PRK), target=(RUS, PRK)),
        make("alone", "2022-01-04", source=(RUS,), target=()),
    ]
    found = ties(pick(to_frame(events, {})), 9)
    assert found.names == ("North Korea", "Russia")
    assert found.counts.tolist() == [[[0, 0], [2, 1]], [[2, 1], [0, 0]]]
    assert (found.others, found.beyond, found.alone) == (0, 0, 1)


def test_who_is_left_out_is_told(make: Make) -> None:
    figure = relations(pick(crowd(make, 20)), Sight())
    left = 21 - MOST
    events = sum(range(1, left + 1))
    assert (
        f"The {MOST} most frequent actors are drawn; {events} events with {left} others not shown."
        in figure["layout"]["meta"]["words"]
    )


def test_a_tile_and_a_line_open_the_events_of_the_two(frame: pd.DataFrame) -> None:
    figure = relations(pick(frame), Sight())
    opens = tiles(figure)
    asked = next(asked for said, asked in opens.items() if "North Korea and Russia" in said)
    assert asked == "?actor=PRK&actor=RUS&look=timeline"
    lines = [trace for trace in figure["data"] if trace.get("mode") == "lines"]
    assert {line["customdata"][0] for line in lines} == set(opens.values())


def test_cooperation_and_conflict_differ_in_colour_symbol_and_dash(make: Make) -> None:
    table = to_frame(
        [make("good", "2022-01-01"), make("bad", "2022-01-02", source=(JPN,), type=EventType.SANCTION)], {}
    )
    figure = relations(pick(table), Sight())
    symbols = next(trace for trace in figure["data"] if trace.get("mode") == "markers")["marker"]
    assert set(symbols["symbol"]) == {"circle", "diamond"}
    assert set(symbols["color"]) == {palette("light").scale[0], palette("light").scale[4]}
    lines = [trace["line"] for trace in figure["data"] if trace.get("mode") == "lines"]
    assert {line["dash"] for line in lines} == {"dot", "solid"}


@pytest.mark.parametrize(("width", "size"), [(358, 20), (700, 20), (1112, 20), (1112, 3), (358, 2)])
def test_names_neither_overlap_nor_leave_the_board(make: Make, width: float, size: int) -> None:
    layout = relations(pick(crowd(make, size)), Sight(width=width))["layout"]
    boxes = []
    for name in layout["annotations"]:
        lines = name["text"].split("<br>")
        wide, high = 7.2 * max(map(len, lines)), 13 * len(lines)
        left = name["x"] - (wide if name["xanchor"] == "right" else 0)
        boxes.append((left, left + wide, name["y"] - high / 2, name["y"] + high / 2))
    assert all(
        left >= 0 and right <= width and low >= 0 and high <= layout["height"] for left, right, low, high in boxes
    )
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


def test_the_same_events_give_the_same_picture_in_any_order(make: Make) -> None:
    table = crowd(make, 8)
    again = to_frame([make(f"{n}", "2022-08-15") for n in range(3)], {})
    assert json.dumps(relations(pick(table), Sight())) == json.dumps(relations(pick(table.copy()), Sight()))
    assert relations(pick(again), Sight()) != relations(pick(table), Sight())
    assert sorted(around(ties(pick(table), MOST))) == list(range(9))


def test_without_ties_there_is_a_sentence(make: Make) -> None:
    for events in ([], [make("alone", "2022-01-04", source=(RUS,), target=())]):
        figure = relations(pick(to_frame(events, {})), Sight())
        assert figure["data"] == []
        assert figure["layout"]["meta"]["words"].startswith("No event here is between two actors.")


def test_hostile_names_cannot_become_markup(make: Make) -> None:
    bad = make("x", "2022-08-15", source=(Actor("<img src=x>", "<img src=x onerror=alert(1)>"),))
    figure = relations(pick(to_frame([bad], {})), Sight())
    assert "<img" not in json.dumps([figure["data"], figure["layout"]["annotations"]])
