"""Serves the dashboard to the browsers of this machine."""

from __future__ import annotations

import ctypes
import errno
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from logging import ERROR, getLogger
from typing import TYPE_CHECKING

from waitress.server import create_server

from timeline.errors import ServeError

if TYPE_CHECKING:
    from dash import Dash

THREADS = 8
# Of glibc's malloc.h, M_ARENA_MAX, M_MMAP_THRESHOLD and M_TRIM_THRESHOLD: one heap for the threads that come, and what
# is larger than this, in bytes, goes back when it is free.
SPARING = {-8: 1, -3: 1 << 23, -1: 1 << 23}


def serve(app: Dash, host: str = "127.0.0.1", port: int = 8050, announce: Callable[[str], None] | None = None) -> None:
    """Serves until interrupted. Raises ServeError, which names the port or the host, if it cannot.

    port      0 takes any that is free
    announce  is told the address, once it answers
    """
    spare_memory()
    getLogger("waitress.queue").setLevel(ERROR)  # a page asks for many files at once; that is no news
    with listen(host, port) as listening:
        server = create_server(app.server, sockets=[listening], threads=THREADS, ident="tieline")
        if announce:
            announce(address_of(listening))
        try:
            server.run()
        finally:
            server.close()


def spare_memory() -> None:
    """To be called before threads begin. glibc would keep a heap for each, and in it what the largest charts took: of a
    million events half as much again."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # there is no glibc
            mallopt = ctypes.CDLL("libc.so.6").mallopt
            for name, value in SPARING.items():
                mallopt(name, value)


def address_of(listening: socket.socket) -> str:
    """Where a socket answers, as a browser takes it."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; raises ServeError, which names the port or the host, if there can be none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, ValueError, OverflowError) as error:
        raise ServeError(_reason(error, host, port)) from None


def _reason(error: Exception, host: str, port: int) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        other = port % 65535 + 1
        way_out = f"choose another with --port {other} or make demo PORT={other}"
        return f"port {port} on {host} is in use: stop what runs there, or {way_out}"
    if number == errno.EACCES:
        return f"port {port} on {host} is not open to you: choose one above 1023"
    if isinstance(error, OverflowError) or not 0 <= port <= 65535:
        return f"port {port}: expected a number from 1 to 65535"
    return f"host {host}: expected an address of this machine, such as 127.0.0.1"
