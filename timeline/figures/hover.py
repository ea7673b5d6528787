"""What a mark says when it is pointed at."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from timeline.figures.marks import Mark
from timeline.figures.words import PRECISION_WORDS, STATUS_WORDS, date_words
from timeline.model import EventType, Status
from timeline.model.plover import definitions

LINE = 46  # characters


def safe(text: str) -> str:
    """Text that Plotly shows as it stands: it would read `<` and `&` as markup, and `$` as a formula.

    >>> safe("<b>A & B</b>")
    '&lt;b&gt;A &amp; B&lt;/b&gt;'
    """
    return escape(text, quote=False).replace("$", "&#36;")


def lines(text: str) -> str:
    """The text in lines that fit the box. A space before the break says that the sentence goes on."""
    if len(text) <= LINE:
        return safe(text)
    return " <br>".join(safe(line) for line in wrap(text, LINE, max_lines=4, placeholder=" …"))


def who(mark: Mark) -> str:
    """Who did it to whom, in words; a mutual act names everyone once."""
    sources, targets = ", ".join(mark.source_names), ", ".join(mark.target_names)
    if set(mark.sources) == set(mark.targets):
        return " – ".join(mark.source_names)
    return f"{sources} → {targets}" if sources and targets else sources or targets


def hover_text(mark: Mark) -> str:
    """Date in words, title, actors, type and source, as the markup that Plotly reads."""
    precision = "date guessed from publication" if mark.guessed else PRECISION_WORDS[mark.precision]
    kind = definitions()[EventType(mark.type)].label
    status = "" if mark.status == Status.ACTUAL else f" · {STATUS_WORDS[mark.status].lower()}"
    more = f" and {mark.reports - 1} more" if mark.reports > 1 else ""
    parts = [
        f"{safe(date_words(mark.edtf))} · {precision}",
        f"<b>{lines(mark.title)}</b>",
        lines(who(mark)),
        f"{kind}{status}{' · disputed' * mark.disputed}",
        lines(f"Source: {mark.outlet}{more}") if mark.outlet else "",
        "Not checked by a person yet" if mark.unchecked else "",
    ]
    return "<br>".join(filter(None, parts))
