"""How to cite a source, an event, or a whole selection: APA (7th edition) and BibTeX.

The keys stay the same: they hang on a source's address and day, on an event's id, on a selection's address. The day on
which one looked is not told, since nothing here knows the clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from timeline.figures.words import MONTHS, date_words
from timeline.storage.export.about import About
from timeline.storage.export.markup import tex
from timeline.storage.export.sources import Source

Row = Mapping[str, Any]


def apa_source(source: Source) -> str:
    """
    >>> apa_source(Source("k", "Kim meets Putin", "KCNA", "https://example.org/1", date(2019, 4, 26)))
    'KCNA. (2019, April 26). Kim meets Putin. https://example.org/1'
    >>> apa_source(Source("k", "", "Channel One", "", None))
    'Channel One. (n.d.).'
    """
    return _sentence(source.outlet, f"({_apa_day(source.published)})", source.title, source.url)


def apa_event(row: Row, about: About, link: str = "") -> str:
    """One row of the timeline.

    >>> row = {"event_id": "RPRK-082", "title": "Talks begin", "date_edtf": "2003-07"}
    >>> apa_event(row, About("Ties", versions={"version": "0.1.0"}))
    'Talks begin. (July 2003). In Ties [Data set; event RPRK-082; tieline 0.1.0].'
    """
    inside = "; ".join(filter(None, ("Data set", f"event {row['event_id']}", about.program)))
    return _sentence(row["title"], f"({date_words(row['date_edtf'])})", f"In {about.title} [{inside}]", link)


def apa_selection(about: About, link: str = "") -> str:
    """All events of a selection.

    >>> apa_selection(About("Ties", "Russia; from 2022", "?actor=RUS&since=2022", 12, 90, {"version": "0.1.0"}))
    'Ties: 12 of 90 events, Russia; from 2022 [Data set; tieline 0.1.0]. (n.d.).'
    """
    inside = "; ".join(filter(None, ("Data set", about.program)))
    return _sentence(f"{about.title}: {about.events}{_chosen(about)} [{inside}]", "(n.d.)", link)


def bibtex_source(source: Source) -> str:
    """An entry that BibTeX and biblatex read."""
    day = source.published
    known = {"date": day.isoformat(), "year": f"{day.year}", "month": MONTHS[day.month - 1][:3].lower()} if day else {}
    return _entry(
        source.key,
        {
            "author": f"{{{tex(source.outlet)}}}",
            "title": f"{{{tex(source.title or source.outlet)}}}",
            **known,
            "url": source.url,
            "note": f"Events: {tex(', '.join(source.events))}" if source.events else "",
        },
    )


def bibtex_event(row: Row, about: About, link: str = "") -> str:
    """One row of the timeline as an entry."""
    told = {"title": f"{{{tex(row['title'])}}}", "howpublished": _dataset(about), "url": link}
    note = f"Event {row['event_id']}, {date_words(row['date_edtf'])}"
    return _entry(f"tieline-{_plain(row['event_id'])}", told | {"note": tex(note)})


def bibtex_selection(about: About, link: str = "") -> str:
    """All events of a selection as an entry."""
    title = f"{{{tex(f'{about.title}: {about.events}{_chosen(about)}')}}}"
    key = sha256(f"{about.title}\n{about.address or about.words}".encode()).hexdigest()[:8]
    return _entry(f"tieline-{key}", {"title": title, "howpublished": _dataset(about), "url": link})


def _chosen(about: About) -> str:
    return f", {about.words}" if about.words else ""


def _dataset(about: About) -> str:
    return tex("; ".join(filter(None, (f"Data set: {about.title}", about.made_with))))


def _entry(key: str, fields: Mapping[str, str]) -> str:
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items() if value]
    return f"@misc{{{key},\n{''.join(lines)}}}\n"


def _plain(text: str) -> str:
    """A text as part of a key."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_.:") else "-" for c in text)
    return plain if plain == text else f"{plain}-{sha256(text.encode(errors='replace')).hexdigest()[:6]}"


def _apa_day(day: date | None) -> str:
    return f"{day.year}, {MONTHS[day.month - 1]} {day.day}" if day else "n.d."


def _sentence(*parts: str) -> str:
    """Parts with a full stop after each, but for an address at the end."""
    told = [" ".join(part.split()) for part in parts if part]
    return " ".join(part if part.startswith(("http:", "https:")) or part[-1] in ".?!" else f"{part}." for part in told)
