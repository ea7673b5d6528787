from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from timeline.figures.lanes import FEW, HEIGHT, LOW, lanes
from timeline.figures.sight import Sight
from timeline.figures.theme import palette
from timeline.model import Actor, Event, Origin
from timeline.table.frame import to_frame
from timeline.table.picked import pick

Make = Callable[..., Event]
ALL = {"day", "month", "year", "visit", "since", "guess", "planned", "denied", "japan"}


def traces(figure: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["type"] == kind and trace.get("hovertext")]


def drawn(figure: dict[str, Any], kind: str, event_id: str) -> dict[str, Any]:
    """What the first mark of an event looks like."""
    for trace in traces(figure, kind):
        if event_id in trace["customdata"]:
            at = trace["customdata"].index(event_id)
            marker = {k: v[at] for k, v in trace["marker"].items() if isinstance(v, list)}
            line = {f"line-{k}": v[at] if isinstance(v, list) else v for k, v in trace["marker"]["line"].items()}
            place = {k: trace[k][at] for k in ("x", "y", "base") if k in trace}
            return marker | line | place
    raise AssertionError(f"{event_id} is not among the {kind} marks")


def test_a_day_is_a_symbol_and_everything_longer_a_bar(frame: pd.DataFrame) -> None:
    figure = lanes(pick(frame), Sight())
    points = {event for trace in traces(figure, "scatter") for event in trace["customdata"]}
    bars = {event for trace in traces(figure, "bar") for event in trace["customdata"]}
    assert bars == {"month", "year", "visit", "since"}
    assert points == ALL - bars


def test_a_month_is_as_wide_as_the_month(frame: pd.DataFrame) -> None:
    month = drawn(lanes(pick(frame), Sight()), "bar", "month")
    assert month["base"] == "2022-07-01T00:00"
    assert month["x"] == 31 * 86_400_000


def test_a_bar_too_narrow_to_see_is_widened_about_its_middle(make: Make) -> None:
    table = to_frame([make("old", "1945-08-01"), make("month", "1984-07"), make("new", "2025-01-01")], {})
    month = drawn(lanes(pick(table), Sight(width=600)), "bar", "month")
    assert month["x"] > 31 * 86_400_000
    assert month["base"] < "1984-07-01"


def test_an_open_end_reaches_to_the_edge_of_the_view(frame: pd.DataFrame) -> None:
    since = drawn(lanes(pick(frame), Sight(until=date(2023, 12, 31))), "bar", "since")
    assert since["x"] == 730 * 86_400_000


def test_a_known_stretch_is_solid_and_a_vague_one_pale(frame: pd.DataFrame) -> None:
    figure, colours = lanes(pick(frame), Sight()), palette("light")
    assert drawn(figure, "bar", "visit")["color"] == colours.quads[3]
    assert drawn(figure, "bar", "month")["color"].startswith("rgba")


def test_a_guess_and_what_did_not_happen_are_hollow_and_differ(frame: pd.DataFrame) -> None:
    figure = lanes(pick(frame), Sight())
    looks = [drawn(figure, "scatter", name)["symbol"] for name in ("day", "guess", "planned", "denied")]
    assert looks[0] == "circle"
    assert all("open" in look for look in looks[1:])
    assert len(set(looks)) == 4


@pytest.mark.parametrize(("checked", "marked"), [((), set()), (("month",), {"day", "year", "japan"})])
def test_what_is_not_checked_has_a_question_mark_where_anything_is_checked(
    frame: pd.DataFrame, checked: tuple[str, ...], marked: set[str]
) -> None:
    told = frame.assign(checked=frame["event_id"].isin(checked))
    queries = next(trace for trace in lanes(pick(told), Sight())["data"] if trace.get("mode") == "text")
    assert set(queries["text"]) <= {"?"}
    assert not {*checked} & {*queries["customdata"]}
    assert marked <= {*queries["customdata"]}
    assert bool(marked) == bool(queries["x"])
    assert all(8 <= size <= 12 for size in queries["textfont"]["size"])


@pytest.mark.parametrize(("edtf", "ends"), [("2022/..", 1), ("../2022", 0)])
def test_an_open_end_fades_into_the_page(make: Make, edtf: str, ends: int) -> None:
    fades = next(
        t for t in lanes(pick(to_frame([make("a", edtf)], {})), Sight())["data"] if "gradient" in t.get("marker", {})
    )
    assert set(fades["customdata"]) == {"a"}
    shades = [fades["marker"]["gradient"]["color"][0], fades["marker"]["color"][0]]
    assert shades[1 - ends] == palette("light").background
    assert shades[ends].endswith(",0)")


def test_what_is_known_from_end_to_end_fades_nowhere(frame: pd.DataFrame) -> None:
    fades = next(t for t in lanes(pick(frame), Sight())["data"] if "gradient" in t.get("marker", {}))
    assert set(fades["customdata"]) == {"since"}


def test_a_disputed_event_is_hollow(make: Make) -> None:
    figure = lanes(
        pick(to_frame([make("a", "2022-08-15", disputed=True), make("b", "2022-07", disputed=True)], {})), Sight()
    )
    assert drawn(figure, "scatter", "a")["symbol"] == "circle-cross-open"
    assert drawn(figure, "bar", "b")["color"] == palette("light").background


def test_who_acts_stands_above_the_line_and_who_is_acted_on_below(frame: pd.DataFrame) -> None:
    figure = lanes(pick(frame), Sight())
    line = {a["text"].split("<")[1][2:]: a["y"] for a in figure["layout"]["annotations"] if a.get("xshift")}
    trace = next(t for t in traces(figure, "scatter") if "day" in t["customdata"])
    low, high = sorted(y for y, event in zip(trace["y"], trace["customdata"], strict=True) if event == "day")
    assert line["Russia"] < low < line["Russia"] + 12  # North Korea, to whom Russia came, has the upper lane
    assert line["North Korea"] - 12 < high < line["North Korea"]


def test_every_mark_lies_on_the_board(frame: pd.DataFrame) -> None:
    for width in (360, 1000):
        figure = lanes(pick(frame), Sight(width=width))
        heights = [y for kind in ("bar", "scatter") for trace in traces(figure, kind) for y in trace["y"]]
        assert all(0 < y < HEIGHT for y in heights)


def test_a_table_of_few_events_has_a_low_chart_whatever_is_filtered(make: Make) -> None:
    few = [make(f"e{n}", f"20{n:02}-05-01") for n in range(FEW + 1)]
    small, large = (pick(to_frame(events, {})) for events in (few[1:], few))
    assert lanes(small, Sight())["layout"]["height"] == LOW
    assert lanes(large, Sight())["layout"]["height"] == HEIGHT
    assert lanes(replace(large, rows=large.rows[:1]), Sight())["layout"]["height"] == HEIGHT


def test_no_mark_hides_another_where_there_is_room(make: Make) -> None:
    table = to_frame([make(f"e{n}", "2022-08-15") for n in range(5)], {})
    trace = traces(lanes(pick(table), Sight()), "scatter")[0]
    spots = set(zip(trace["x"], trace["y"], strict=True))
    assert len(spots) == 10  # five events, in two lanes


def test_the_view_is_the_days_asked_for(frame: pd.DataFrame) -> None:
    axis = lanes(pick(frame), Sight(since=date(2022, 1, 1), until=date(2022, 12, 31)))["layout"]["xaxis"]
    assert axis["range"] == ["2022-01-01T00:00", "2023-01-01T00:00"]


def test_the_most_told_event_is_named_above(make: Make) -> None:
    told = make("told", "2022-08-15", title="Letters <b>& parades</b>")
    names = [a["text"] for a in lanes(pick(to_frame([told], {})), Sight())["layout"]["annotations"]]
    assert "<b>2022</b><br>Letters &lt;b&gt;&amp;<br>parades&lt;/b&gt;" in names


def test_a_narrow_figure_has_no_gutter_and_no_names(frame: pd.DataFrame) -> None:
    layout = lanes(pick(frame), Sight(width=358))["layout"]
    assert layout["margin"]["l"] == 0
    assert not any(a["text"].startswith("<b>20") for a in layout["annotations"])


def test_an_empty_table_and_the_ends_of_the_calendar_can_be_drawn(make: Make) -> None:
    assert lanes(pick(to_frame([], {})), Sight())["data"]
    ends = [make("first", "0001-01-01"), make("last", "9999-12-31"), make("until", "../2022-05"), make("on", "2022/")]
    json.dumps(lanes(pick(to_frame(ends, {})), Sight()))


def test_hostile_words_cannot_become_markup(make: Make) -> None:
    bad = make("x", "2022-08-15", title="<img src=x onerror=alert(1)> %{x} $a$ \u202e<a href='javascript:1'>")
    text = json.dumps(lanes(pick(to_frame([bad], {})), Sight()))
    assert "<img" not in text
    assert "<a " not in text
    assert "$a$" not in text


def test_both_schemes_draw_the_same_marks(frame: pd.DataFrame) -> None:
    light, dark = lanes(pick(frame), Sight()), lanes(pick(frame), Sight(scheme="dark"))
    assert [t.get("customdata") for t in light["data"]] == [t.get("customdata") for t in dark["data"]]
    assert drawn(light, "scatter", "day")["color"] != drawn(dark, "scatter", "day")["color"]


def test_many_actors_share_the_last_lane(make: Make) -> None:
    crowd = [make(f"e{n}", "2022-08-15", source=(Actor(f"X{n}", f"Land {n}"),)) for n in range(12)]
    labels = [a["text"] for a in lanes(pick(to_frame(crowd, {})), Sight())["layout"]["annotations"] if a.get("xshift")]
    assert len(labels) == 6
    assert labels[-1].startswith("<b>Others</b>")


def test_a_lane_counts_all_events_of_its_actor_not_only_those_drawn(make: Make) -> None:
    few = [make(f"j{n}", "2022-08-15", source=(Actor("JPN", "Japan"),)) for n in range(3)]
    crowd = [make(f"e{n}", "2022-08-15") for n in range(2100)]
    labels = [a["text"] for a in lanes(pick(to_frame([*crowd, *few], {})), Sight())["layout"]["annotations"]]
    counts = {name: text for name in ("Russia", "North Korea", "Japan") for text in labels if text[3:].startswith(name)}
    assert ">2,100<" in counts["Russia"]
    assert ">2,103<" in counts["North Korea"]
    assert ">3<" in counts["Japan"]


def test_days_that_a_person_gave_are_solid_also_at_a_weekend(make: Make) -> None:
    weekend = "2024-06-15/2024-06-16"
    table = to_frame([make("given", weekend, origin=Origin.CURATED, checked=True), make("said", weekend)], {})
    figure, colours = lanes(pick(table), Sight()), palette("light")
    assert drawn(figure, "bar", "given")["color"] == colours.quads[1]
    assert drawn(figure, "bar", "said")["color"].startswith("rgba")
    hover = dict(zip(traces(figure, "bar")[0]["customdata"], traces(figure, "bar")[0]["hovertext"], strict=True))
    assert "first and last day given" in hover["given"]
    assert "which of its days is not known" in hover["said"]


def test_a_chart_of_nothing_has_no_axis(frame: pd.DataFrame) -> None:
    assert not lanes(pick(to_frame([], {})), Sight())["layout"]["xaxis"]["visible"]
    assert lanes(pick(frame), Sight())["layout"]["xaxis"]["visible"]
