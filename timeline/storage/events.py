"""Events as bytes and back, nothing lost: what is kept while a timeline is built, and sent between processes.

A blob begins with the shape of the model that wrote it, so that one written before the model changed is refused
instead of misread. The rest is JSON in UTF-8, stretched where an event holds half a surrogate pair, as broken JSON may.
"""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from hashlib import sha256

import msgspec

from timeline.errors import InputError
from timeline.model import Actor, Copy, Event, Evidence, Joined, Place, Span, TimeValue

_PARTS = (Event, Evidence, Copy, Joined, Actor, Place, Span, TimeValue)
_PLAIN, _STRETCHED = b"=", b"~"
_encoder, _decoder = msgspec.json.Encoder(), msgspec.json.Decoder(Event)


@cache
def shape() -> bytes:
    """Six letters that stand for the fields of an event and of all its parts."""
    told = [(part.__name__, [(field.name, str(field.type)) for field in fields(part)]) for part in _PARTS]
    return sha256(repr(told).encode()).hexdigest()[:6].encode()


def encode(event: Event) -> bytes:
    """The event as bytes; equal events give equal bytes."""
    try:
        return shape() + _PLAIN + _encoder.encode(event)
    except UnicodeEncodeError:
        told = json.dumps(msgspec.to_builtins(event), ensure_ascii=False)
        return shape() + _STRETCHED + told.encode("utf-8", "surrogatepass")


def decode(blob: bytes) -> Event:
    """The event again. Raises InputError for bytes of another shape, or of none.

    >>> decode(b"{}")
    Traceback (most recent call last):
        ...
    timeline.errors.InputError: {}: expected an event as this version of tieline keeps it
    """
    head, kind, told = blob[: len(shape())], blob[len(shape()) : len(shape()) + 1], blob[len(shape()) + 1 :]
    try:
        if head == shape() and kind == _PLAIN:
            return _decoder.decode(told)
        if head == shape() and kind == _STRETCHED:
            return msgspec.convert(json.loads(told.decode("utf-8", "surrogatepass")), Event)
    except (msgspec.DecodeError, ValueError):
        pass
    raise InputError(blob[:40].decode(errors="replace"), expected="an event as this version of tieline keeps it")
