"""Who did what to whom, when, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from types import MappingProxyType

from timeline.model.text import Span
from timeline.model.time import TimeValue


class Quad(IntEnum):
    """The four quarters of PLOVER: words or deeds, cooperation or conflict."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class EventType(StrEnum):
    """The 16 event types of PLOVER (Open Event Data Alliance); `plover.toml` defines them."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"

    @property
    def quad(self) -> Quad:
        """
        >>> EventType.AID.quad
        <Quad.MATERIAL_COOPERATION: 2>
        """
        return _QUADS[self]


_QUADS: Mapping[EventType, Quad] = MappingProxyType(
    {
        member: quad
        for quad, names in (
            (Quad.VERBAL_COOPERATION, "AGREE CONSULT SUPPORT CONCEDE"),
            (Quad.MATERIAL_COOPERATION, "COOPERATE AID RETREAT"),
            (Quad.VERBAL_CONFLICT, "REQUEST ACCUSE REJECT THREATEN"),
            (Quad.MATERIAL_CONFLICT, "PROTEST SANCTION MOBILIZE COERCE ASSAULT"),
        )
        for member in map(EventType, names.split())
    }
)


class Status(StrEnum):
    """Whether it took place; decided before the type, and never hidden in it."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Origin(StrEnum):
    """Where a row comes from."""

    EXTRACTED = "extracted"
    CURATED = "curated"
    MANUAL = "manual"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts.

    code    ISO 3166-1 alpha-3 for a state; PLOVER's code for an international organisation ("UNO");
            else the English name ("Donetsk PR")
    name    the state or organisation in English; person: who acts for it, if named
    sector  "GOV", "MIL", "LEG", "MED" ... as PLOVER has them; "" where the state itself acts
    """

    code: str
    name: str
    person: str = ""
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened: degrees north and east of the town, not of the spot; country as in Actor.code."""

    name: str
    lat: float | None = None
    lon: float | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that prints the same text as one that was read, word for word or nearly so."""

    article_id: str
    source: str
    url: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Joined:
    """Why a report was taken for one of the same event as another.

    to      the event_id of that other report, or of the one that founded the row in which it then stood
    score   how much alike the two are, and what was needed, on the scale of `timeline.merge`
    why     in what they are alike, in words: "same day; same kind: visit; Kim Jong Un; words in common: rail, train"
    """

    to: str
    score: float
    needed: float
    why: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report of an event: the sentence it rests on, and how its date was worked out.

    All offsets count in the article's text; `quote` is text[start:end]. `date_span` is None where no
    date stands in the text (the publication date was taken, which `date_basis` then says). `event_id` is
    that of the event as this report alone tells it, and so are `date_edtf` and `status`: an announcement stays
    one beside the report of what it announced. `joined` is None for the report that founded the row.
    `published_basis` says how the day of publication is known, as `Article.published_basis`.
    """

    article_id: str
    source: str
    title: str
    url: str
    published: date | None
    quote: str
    start: int
    end: int
    date_span: Span | None = None
    actor_spans: tuple[Span, ...] = ()
    trigger_span: Span | None = None
    date_edtf: str = ""
    date_basis: str = ""
    date_rule: str = ""
    event_id: str = ""
    status: Status = Status.ACTUAL
    copies: tuple[Copy, ...] = ()
    joined: Joined | None = None
    published_basis: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event: as an article tells it, or merged from all its reports.

    A mutual act has all its actors in both `source` and `target`. `attributed_to` holds who is told to
    claim it, and is empty where the outlet tells it itself. `date_basis` is a DateMention's basis, or
    "publication" where the publication date stands in for a date: a guess, and marked as one.
    `persons` holds people named of whom it is not told for which actor they act. `disputed_by` holds the ids of the
    events that deny it, that it denies, or that tell of the same act on another day.
    """

    type: EventType
    when: TimeValue
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    trigger: Span
    evidence: tuple[Evidence, ...]
    mode: str = ""
    status: Status = Status.ACTUAL
    attributed_to: tuple[Actor, ...] = ()
    disputed: bool = False
    disputed_by: tuple[str, ...] = ()
    date_basis: str = "explicit"
    place: Place | None = None
    confidence: float = 1.0
    event_id: str = ""
    also_ids: tuple[str, ...] = ()
    origin: Origin = Origin.EXTRACTED
    title: str = ""
    summary: str = ""
    note: str = ""
    checked: bool = False
    salience: float = 0.0
    persons: tuple[str, ...] = ()

    @property
    def quad(self) -> Quad:
        """The quarter of PLOVER that the type belongs to."""
        return self.type.quad

    @property
    def mutual(self) -> bool:
        """Whether all its actors stand on both sides."""
        return bool(self.source) and {a.code for a in self.source} == {a.code for a in self.target}

    @property
    def dyad(self) -> frozenset[str]:
        """The codes of everyone in it, without direction."""
        return frozenset(actor.code for actor in (*self.source, *self.target))
