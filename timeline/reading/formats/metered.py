"""What comes out of an archive, counted: a bomb is a small file that never ends."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO, Any

from timeline.errors import InputError

FREE = 64 * 2**20  # bytes that any file may unpack to
MOST = 250  # times its size that a larger one may; news packs to a quarter, a table to a twentieth


class Counted:
    """A stream of which `count` bytes have been read; before a break it gives all that stands there."""

    def __init__(self, stream: Any) -> None:
        self._read, self.count = getattr(stream, "read1", stream.read), 0

    def read(self, size: int = -1) -> bytes:
        """As of any stream."""
        content: bytes = self._read(size)
        self.count += len(content)
        return content

    def close(self) -> None:
        """What it stands on is closed by whoever opened that."""


class Metered(io.RawIOBase):
    """A stream of unpacked bytes; `packed` tells how many packed bytes they came out of so far."""

    def __init__(self, stream: IO[bytes] | Counted, packed: Callable[[], int], where: str) -> None:
        self._stream, self._packed, self._where, self._count = stream, packed, where, 0
        self._read = getattr(stream, "read1", stream.read)  # which gives what stands before a break

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        content = self._read(len(buffer))
        self._count += len(content)
        if self._count > FREE and self._count > MOST * self._packed():
            raise InputError("", self._where, f"a file that unpacks to no more than {MOST} times its size, as texts do")
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        self._stream.close()
        super().close()
