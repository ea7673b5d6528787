"""ICEWS: the files of its Dataverse, between tabs, with a header.

Event Date is the day of the story from which an event was coded, not one that the story tells: the day of publication.
Source: the header of the files, and Boschee et al., ICEWS Coded Event Data (Harvard Dataverse, doi 10.7910/DVN/28075).
"""

from __future__ import annotations

import pyarrow as pa

from timeline.reading.tables.cells import Cells, actors, days, kinds, persons, told, towns, whens
from timeline.reading.tables.layout import Layout
from timeline.reading.tables.sheet import Sheet
from timeline.reading.tables.types import of_cameo
from timeline.reading.tables.who import of_name

NEEDED = frozenset({"Event ID", "Event Date", "CAMEO Code", "Source Country", "Target Country"})


def read(sheet: Sheet) -> Cells:
    """What the rows tell."""
    return {
        "id": sheet["Event ID"],
        "when": whens(sheet, "Event Date"),
        "date_basis": sheet.all("publication"),
        "published": days(sheet, "Event Date"),
        "source": actors(sheet, ("Source Country", "Source Name"), _who),
        "target": actors(sheet, ("Target Country", "Target Name"), _who),
        "persons": persons(sheet, "Source Name", "Target Name"),
        "publisher": sheet["Publisher"],
        "summary": sheet["Event Text"],
        "note": sheet.each("CAMEO Code", lambda code: f"ICEWS, CAMEO {_code(code)}", pa.string()),
        **towns(sheet, sheet.each("City", told, pa.string()), "Latitude", "Longitude"),
        **kinds(sheet, ("CAMEO Code",), lambda code: of_cameo(_code(code)), "a code of CAMEO such as 042"),
    }


def _code(code: str) -> str:
    """With the zero before it that spreadsheets, and Dataverse itself, take away.

    >>> _code("42"), _code("042"), _code("1121"), _code("841")
    ('042', '042', '1121', '0841')
    """
    return f"0{code}" if len(code) < 4 and code.isdigit() and (len(code) < 3 or of_cameo(code) is None) else code


def _who(country: str, name: str) -> list[str]:
    return [of_name(country) or of_name(name)]


LAYOUT = Layout("ICEWS", read, NEEDED.issubset)
