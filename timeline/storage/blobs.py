"""Values of the model as bytes and back, nothing lost: to be kept while a timeline is built, or sent to a worker.

A blob begins with the shape of the model that wrote it, so that one written before the model changed is refused
instead of misread. The rest is JSON in UTF-8, stretched where a text holds half a surrogate pair, as broken JSON may.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from hashlib import sha256
from typing import Generic, TypeVar

import msgspec

from timeline.errors import InputError

Value = TypeVar("Value")
_PLAIN, _STRETCHED = b"=", b"~"
_encoder = msgspec.json.Encoder()


class Blobs(Generic[Value]):
    """The way there and back for one class of the model; `parts` are the classes that its fields hold.

    >>> from timeline.model import Span
    >>> spans = Blobs(Span)
    >>> spans.decode(spans.encode(Span(0, 3, "Kim")))
    Span(start=0, end=3, text='Kim')
    """

    def __init__(self, kind: type[Value], parts: Sequence[type] = ()) -> None:
        self._kind, self._decoder = kind, msgspec.json.Decoder(kind)
        told = [(part.__name__, [(field.name, str(field.type)) for field in fields(part)]) for part in (kind, *parts)]
        self.shape = sha256(repr(told).encode()).hexdigest()[:6].encode()

    def encode(self, value: Value) -> bytes:
        """The value as bytes; equal values give equal bytes."""
        try:
            return self.shape + _PLAIN + _encoder.encode(value)
        except UnicodeEncodeError:
            told = json.dumps(msgspec.to_builtins(value), ensure_ascii=False)
            return self.shape + _STRETCHED + told.encode("utf-8", "surrogatepass")

    def decode(self, blob: bytes) -> Value:
        """The value again. Raises InputError for bytes of another shape, or of none."""
        size = len(self.shape)
        head, kind, told = blob[:size], blob[size : size + 1], blob[size + 1 :]
        try:
            if head == self.shape and kind == _PLAIN:
                return self._decoder.decode(told)
            if head == self.shape and kind == _STRETCHED:
                return msgspec.convert(json.loads(told.decode("utf-8", "surrogatepass")), self._kind)
        except (msgspec.DecodeError, ValueError):
            pass
        what = f"an {self._kind.__name__.lower()} as this version of tieline keeps it"
        raise InputError(blob[:40].decode(errors="replace"), expected=what)
