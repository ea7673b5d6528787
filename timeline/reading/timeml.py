"""TimeML documents: the text of <TEXT> and the day in <DCT>, whatever is tagged in them left out.

XML may declare entities that grow without end or name other files; TimeML needs none, so that such a file is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.parsers import expat

from timeline.errors import InputError
from timeline.reading.files import read_text

SUFFIX = ".tml"
CREATED = ("CREATION_TIME", "PUBLICATION_TIME")
TIMEML = "a TimeML document with a TEXT element"


@dataclass(frozen=True, slots=True)
class TimemlDocument:
    """`published` is None where the document does not say when it was made."""

    id: str
    text: str
    published: date | None


def read_timeml(path: Path) -> TimemlDocument:
    """Raises InputError for a file that is missing, is no XML, declares entities, or has no TEXT."""
    return parse_timeml(read_text(path), str(path))


def parse_timeml(content: str, where: str) -> TimemlDocument:
    """The document that `content` holds; `where` names it in errors.

    >>> head = '<DCT><TIMEX3 tid="t0" value="2024-06-19" functionInDocument="CREATION_TIME">today</TIMEX3></DCT>'
    >>> parse_timeml(f'<TimeML>{head}<TEXT>He <EVENT eid="e1">left</EVENT> at 5 &amp; 6.</TEXT></TimeML>', "a.tml")
    TimemlDocument(id='', text='He left at 5 & 6.', published=datetime.date(2024, 6, 19))
    """
    seen = _Seen(where)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = seen.start, seen.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = seen.words, seen.entity
    try:
        parser.Parse(content.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        raise InputError(where, expected=f"{TIMEML}, but it is not well-formed XML ({error})") from None
    if not seen.has_text:
        raise InputError(where, expected=f"{TIMEML}, but it has none")
    return TimemlDocument("".join(seen.id).strip(), "".join(seen.text), seen.published)


@dataclass
class _Seen:
    """What the parser has come by."""

    where: str
    open: list[str] = field(default_factory=list)
    id: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    published: date | None = None
    has_text: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.open.append(name)
        self.has_text = self.has_text or name == "TEXT"
        if name == "TIMEX3" and self.published is None and attributes.get("functionInDocument") in CREATED:
            self.published = self._day(attributes.get("value", ""))

    def _day(self, value: str) -> date:
        try:
            return date.fromisoformat(value[:10])  # some carry a time of day
        except ValueError:
            raise InputError(value, f"{self.where}, document creation time", "a day such as 2022-08-15") from None

    def end(self, name: str) -> None:
        self.open.pop()

    def words(self, words: str) -> None:
        if "TEXT" in self.open:
            self.text.append(words)
        elif self.open and self.open[-1] == "DOCID":
            self.id.append(words)

    def entity(self, name: str, *_: object) -> None:
        raise InputError(self.where, expected=f"{TIMEML}, but it declares the entity {name}")
