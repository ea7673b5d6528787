"""The help with the keys, and how to read the page."""

from __future__ import annotations

from dash import html

from dashboards import ids
from dashboards.views.dialog import dialog

KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("←", "→"), "On the timeline: the event before, the event after. In the story: the stop before, the stop after"),
    (("↑", "↓"), "On the timeline: the lane above, the lane below"),
    (("Home", "End"), "On the timeline: the first event of the lane, the last one"),
    (("Enter",), "Open the evidence of the event"),
    (("/",), "Look for words in titles, sentences and names"),
    (("t",), "Go to the timeline"),
    (("s",), "Begin the story, or leave it"),
    (("?",), "This help"),
    (("Esc",), "Close what is open"),
)
TRUST = (
    "Every event rests on what somebody reported. Open it to see who, when it was printed, the sentence itself, and "
    "how its date was worked out. A date that is not known to the day is shown as the days that it may have been."
)


def help_dialog() -> html.Dialog:
    """The dialog, closed."""
    keys = [html.Div([html.Dt([html.Kbd(key) for key in names]), html.Dd(words)]) for names, words in KEYS]
    said = [html.P(TRUST, className="help-text"), html.H3("Keys", className="label"), html.Dl(keys, className="keys")]
    return dialog(ids.HELP, "Help", said)
