"""Text in, mentions of actors out."""

from __future__ import annotations

from datetime import date

from timeline.actors.compose import compose, found_names
from timeline.actors.context import in_context, join_bodies, join_offices, longest
from timeline.actors.elsewhere import without_parts
from timeline.actors.gazetteer import Gazetteer, load_gazetteer
from timeline.actors.scan import normalise, scan
from timeline.actors.surnames import full_names, resolve_surnames
from timeline.actors.values import Found, Lookalike
from timeline.model import ActorMention


def find_actors(text: str, day: date | None = None, gazetteer: Gazetteer | None = None) -> list[ActorMention]:
    """Every actor and place that the text names, in order, without overlaps.

    `day` (of publication, as a rule) decides who held an office and who bears a surname.

    >>> [(m.text, m.actors[0].code) for m in find_actors("Moscow’s envoy met the North Korean foreign minister.")]
    [('Moscow’s envoy', 'RUS'), ('North Korean foreign minister', 'PRK')]
    """
    gazetteer = gazetteer or load_gazetteer()
    plain = normalise(text)
    hits = scan(plain, gazetteer)
    names = found_names(hits)
    hidden = [Found(hit.start, hit.end, "", hidden=True) for hit in hits if isinstance(hit.meaning, Lookalike)]
    made = compose(plain, hits, names, gazetteer)
    taken = longest([*hidden, *names, *made, *full_names(hits, gazetteer, day)])
    people = resolve_surnames(plain, hits, taken, gazetteer, day)
    known = without_parts(plain, longest([*taken, *people]), gazetteer.words)
    kept = in_context(plain, list(known), gazetteer)
    return [_mention(text, found) for found in join_offices(plain, join_bodies(plain, kept), gazetteer, day)]


def _mention(text: str, found: Found) -> ActorMention:
    return ActorMention(
        found.start, found.end, text[found.start : found.end], found.actors, found.kind, found.place, found.roles
    )
