"""GDELT: the export of its event table, between tabs and without a header: 61 columns in version 2, 58 in the daily
files of version 1, which lack the districts; or the same columns with a header, as BigQuery gives them.

SQLDATE is the day that GDELT takes for that of the event. Where it is also the day of DATEADDED, on which it met the
article, nothing says that the article told it, and the day of publication stands in.
Source: The GDELT Event Database Data Format Codebook, versions 1.03 (25 August 2013) and 2.0 (19 February 2015).
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from timeline.reading.tables.cells import Cells, actors, days, kinds, towns, whens
from timeline.reading.tables.layout import Layout
from timeline.reading.tables.sheet import Sheet
from timeline.reading.tables.types import of_cameo
from timeline.reading.tables.who import of_code

TOWNS = ("3", "4")  # a town in the USA, or elsewhere; other kinds of place are the middle of a country or region
_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_PLACE = "Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID"
_PLACED = ("ActionGeo_Type", "ActionGeo_Fullname")
COLUMNS = (
    *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    *(f"{actor}{part}" for actor in ("Actor1", "Actor2") for part in _ACTOR.split()),
    *["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
    *["NumMentions", "NumSources", "NumArticles", "AvgTone"],
    *(f"{what}Geo_{part}" for what in ("Actor1", "Actor2", "Action") for part in _PLACE.split()),
    *["DATEADDED", "SOURCEURL"],
)


def read(sheet: Sheet) -> Cells:
    """What the rows tell."""
    when, published = whens(sheet, "SQLDATE"), days(sheet, "DATEADDED")
    same = pc.fill_null(pc.equal(when.field("first"), published), False)
    return {
        "id": sheet["GLOBALEVENTID"],
        "when": when,
        "date_basis": pc.if_else(same, "publication", "relative"),
        "published": published,
        "source": actors(sheet, ("Actor1CountryCode", "Actor1KnownGroupCode"), _who),
        "target": actors(sheet, ("Actor2CountryCode", "Actor2KnownGroupCode"), _who),
        "url": sheet["SOURCEURL"],
        "publisher": sheet.each("SOURCEURL", _host, pa.string()),
        "note": sheet.each("EventCode", lambda code: f"GDELT, CAMEO {code}", pa.string()),
        "n_reports": sheet.count("NumArticles"),
        "n_publishers": sheet.count("NumSources"),
        **kinds(sheet, ("EventCode",), of_cameo, "a code of CAMEO such as 042"),
        **towns(sheet, sheet.each(_PLACED, _town, pa.string()), "ActionGeo_Lat", "ActionGeo_Long"),
    }


def _town(kind: str, name: str) -> str:
    return name.split(",", maxsplit=1)[0] if kind in TOWNS else ""


def _who(country: str, group: str) -> list[str]:
    """The state; else the organisation, where that is one that we know."""
    return [of_code(country) or of_code(group)]


def _host(url: str) -> str:
    """
    >>> _host("https://www.example.org/news/1")
    'example.org'
    """
    return url.rsplit("://", maxsplit=1)[-1].split("/", maxsplit=1)[0].removeprefix("www.")


def _export(name: str, columns: tuple[str, ...]) -> Layout:
    """A version of the export, told by the number of its columns."""
    return Layout(name, read, lambda first: len(first) == len(columns) and first[0].isdigit(), columns)


LAYOUTS = (
    _export("GDELT 2", COLUMNS),
    _export("GDELT 1", tuple(name for name in COLUMNS if "ADM2Code" not in name)),
    Layout("GDELT with a header", read, {"GLOBALEVENTID", "SQLDATE", "EventCode", "DATEADDED"}.issubset),
)
