"""POLECAT: the files of its Dataverse, between tabs, with a header; its types are those of PLOVER already.

Event Date is what its coder, NGEC, made of the words of the story; where it is the Publication Date, nothing says more.
Source: the header of the files, and Halterman et al., POLECAT (Harvard Dataverse, doi 10.7910/DVN/AJGVIT).
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from timeline.reading.tables.cells import Cells, actors, days, kinds, persons, told, towns, whens
from timeline.reading.tables.layout import Layout
from timeline.reading.tables.sheet import Sheet
from timeline.reading.tables.types import of_plover
from timeline.reading.tables.who import of_name

NEEDED = frozenset({"Event ID", "Event Date", "Event Type", "Quad Code", "Actor Country", "Recipient Country"})


def read(sheet: Sheet) -> Cells:
    """What the rows tell."""
    when, published = whens(sheet, "Event Date"), days(sheet, "Publication Date")
    same = pc.fill_null(pc.equal(when.field("first"), published), False)
    return {
        "id": sheet["Event ID"],
        "when": when,
        "date_basis": pc.if_else(same, "publication", "explicit"),
        "published": published,
        "source": actors(sheet, ("Actor Country", "Actor Name"), _who),
        "target": actors(sheet, ("Recipient Country", "Recipient Name"), _who),
        "persons": persons(sheet, "Actor Name", "Recipient Name"),
        "publisher": sheet["Source"],
        "note": sheet.each("Contexts", _note, pa.string()),
        **towns(sheet, sheet.each("City", told, pa.string()), "Latitude", "Longitude"),
        **kinds(sheet, ("Event Type", "Event Mode"), of_plover, "a type of PLOVER such as CONSULT"),
    }


def _who(countries: str, name: str) -> list[str]:
    """The states of a side, which ";" separates; else whom the name tells."""
    return [of_name(country.strip()) for country in countries.split(";")] if told(countries) else [of_name(name)]


def _note(contexts: str) -> str:
    return f"POLECAT, context {contexts.lower()}" if told(contexts) else "POLECAT"


LAYOUT = Layout("POLECAT", read, NEEDED.issubset)
