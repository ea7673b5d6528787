"""Events as bytes and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import InputError
from timeline.model import (
    Actor,
    Copy,
    Event,
    EventType,
    Evidence,
    Granularity,
    Joined,
    Origin,
    Place,
    Span,
    Status,
    TimeValue,
)
from timeline.storage.events import EVENT_BLOBS, decode, encode

TEXTS = st.text(st.characters(codec=None), max_size=20)  # half surrogate pairs too
SPANS = st.builds(Span, st.integers(0, 2**31), st.integers(0, 2**31), TEXTS)
ACTORS = st.lists(st.builds(Actor, TEXTS, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple)
DAYS = st.none() | st.dates()
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
COPIES = st.lists(st.builds(Copy, TEXTS, TEXTS, TEXTS, DAYS), max_size=2).map(tuple)
EVIDENCE = st.builds(
    Evidence,
    article_id=TEXTS,
    source=TEXTS,
    title=TEXTS,
    url=TEXTS,
    published=DAYS,
    quote=TEXTS,
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    date_span=st.none() | SPANS,
    actor_spans=st.lists(SPANS, max_size=2).map(tuple),
    trigger_span=st.none() | SPANS,
    event_id=TEXTS,
    copies=COPIES,
    joined=st.none() | st.builds(Joined, TEXTS, NUMBERS, NUMBERS, TEXTS),
)
EVENTS = st.builds(
    Event,
    type=st.sampled_from(EventType),
    when=st.builds(TimeValue, DAYS, DAYS, st.sampled_from(Granularity), TEXTS),
    source=ACTORS,
    target=ACTORS,
    trigger=SPANS,
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    mode=TEXTS,
    status=st.sampled_from(Status),
    attributed_to=ACTORS,
    disputed=st.booleans(),
    place=st.none() | st.builds(Place, TEXTS, st.none() | NUMBERS, st.none() | NUMBERS, TEXTS),
    confidence=NUMBERS,
    event_id=TEXTS,
    also_ids=st.lists(TEXTS, max_size=2).map(tuple),
    origin=st.sampled_from(Origin),
    persons=st.lists(TEXTS, max_size=2).map(tuple),
)
PLAIN = Event(
    type=EventType.CONSULT,
    when=TimeValue.month(2022, 7),
    source=(Actor("RUS", "Russia"),),
    target=(Actor("PRK", "North Korea"),),
    trigger=Span(0, 3, "met"),
    evidence=(Evidence("a", "Paper", "", "", date(2022, 8, 1), "They met.", 0, 9),),
)


@given(EVENTS)
def test_event_comes_back_as_it_was(event: Event) -> None:
    back = decode(encode(event))
    assert back == event
    assert repr(back) == repr(event), "the types too: enums, tuples, days"
    assert encode(back) == encode(event)


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\ud83d\ude00"])
def test_half_a_surrogate_pair_comes_back(text: str) -> None:
    event = Event(PLAIN.type, PLAIN.when, (), (), Span(0, 1, text), ())
    assert decode(encode(event)) == event


def test_blob_of_a_model_with_other_fields_is_refused() -> None:
    other = encode(PLAIN).replace(EVENT_BLOBS.shape, b"000000")
    with pytest.raises(InputError, match="this version of tieline"):
        decode(other)


@pytest.mark.parametrize(
    "blob", [b"", b"x", b"\xff" * 9, encode(PLAIN)[:-1], EVENT_BLOBS.shape + b"~{", EVENT_BLOBS.shape + b"={}"]
)
def test_bytes_that_are_no_event_are_refused(blob: bytes) -> None:
    with pytest.raises(InputError):
        decode(blob)
