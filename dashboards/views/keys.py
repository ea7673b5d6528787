"""How to read each chart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html

from timeline.figures.balance import STEPS
from timeline.figures.grouping import GROUPINGS
from timeline.figures.series import ENOUGH, WINDOW
from timeline.figures.words import QUAD_WORDS

MARKS = (
    ("mark circle", "one known day"),
    ("bar solid", "from the first day to the last"),
    ("bar vague", "on some day in this time"),
    ("bar vague open", "no beginning or no end is known"),
    ("mark ring", "date is a guess"),
    ("mark ring dot", "planned, or only talked of"),
    ("mark ring cross", "did not happen"),
    ("mark ring plus", "disputed"),
    ("query", "not checked yet"),
)
CROWD = (
    "The higher a bar, the more events. Each lane has a scale of its own: its highest bar fills it.",
    "A frame in a lane, as wide as its days: the event whose evidence is open.",
)
CALENDAR = (
    "The deeper the tint and the larger the symbol, the more events.",
    "Apart from the months stand events that are known to the year only.",
    "Choose a tile to see its events on the timeline: also those whose date is not certain, but may lie in it.",
)
RELATIONS = (
    "The deeper the tint, and the thicker the line, the more events. Solid lines: cooperation; dotted ones: conflict.",
    "Choose a tile or a line to see the events of the two on the timeline.",
)
MAP = (
    "The larger the symbol, the more events. It stands at the town, not at the spot.",
    "Choose a place to see its events on the timeline. On a wide page, drag over a part of the map to see it closer, "
    "and double-click to see all again.",
)
NUMBERS = {3: "three", 5: "five"}
TREND = (
    "A dot is the mean score of a month or a quarter, the larger the more events; the score is that of the type of "
    "event, after Goldstein (1992).",
    f"The line is the mean of all events in the {NUMBERS[WINDOW]} months or quarters about each. It breaks where they "
    f"are fewer than {NUMBERS[ENOUGH]}.",
    "The greater symbols are the events that stand out most, each at its own score; choose one to see the evidence.",
    "Bars: cooperation above, conflict below.",
)


def lanes_key(by: str, figure: dict[str, Any]) -> html.Div:
    """Colours, symbols and bars of the lanes; `by` is one of GROUPINGS. Where the figure has no marks but counts, what
    its bars are."""
    side = html.Li(GROUPINGS[by].about, className="side")
    colours = [_item(f"mark circle quad-{quad}", words) for quad, words in QUAD_WORDS.items()]
    if all(trace["type"] == "bar" for trace in figure["data"]):
        return _key([*colours, *(html.Li(words, className="side") for words in CROWD), side])
    items = [_item(mark, words, "?" * (mark == "query")) for mark, words in MARKS]
    return _key([*colours, html.Li(className="break"), *items, side])


def balance_key(notes: Iterable[str]) -> html.Div:
    """Colours and symbols from cooperation to conflict, and what else is to be known."""
    steps = [_item(f"mark {step.symbol} scale-{number}", step.words) for number, step in enumerate(STEPS)]
    return _key([*reversed(steps), *(html.Li(note, className="side") for note in notes)])


def _item(mark: str, words: str, sign: str = "") -> html.Li:
    return html.Li([html.Span(sign, className=mark), words])


def _key(items: list[Any]) -> html.Div:
    return html.Div([html.H2("How to read it", className="label"), html.Ul(items)], className="key")
