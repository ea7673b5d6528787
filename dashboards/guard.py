"""Who may ask, and what the page may do.

A page on this machine is open to every other page that the reader visits: a name of theirs may be made to lead here
(DNS rebinding), a form of theirs may be sent here, a frame of theirs may show the page. So the name that was asked for
and the page that asks are looked at, on 127.0.0.1 too, and the browser is told to run no script but ours and to load
nothing from elsewhere.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Response, request

from timeline.errors import InputError

if TYPE_CHECKING:
    from dash import Dash

LOOPBACK = ("localhost", "127.0.0.1", "::1")
ORIGIN = re.compile(r"https?://([a-z0-9.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?")
READING = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Access:
    """hosts      names and addresses under which the page is served, beside those of the machine itself
    any_address  whether it is served on all addresses of the machine: then any number stands for it
    embedders  origins that may show the page in a frame, such as "https://example.org"
    """

    hosts: tuple[str, ...] = ()
    any_address: bool = False
    embedders: tuple[str, ...] = ()

    def serves(self, host: str) -> bool:
        """Whether a `Host` is one of ours; the port says nothing.

        >>> Access().serves("localhost:8050"), Access().serves("rebound.example:8050"), Access().serves("[::1]:8050")
        (True, False, True)
        >>> Access(any_address=True).serves("192.0.2.7"), Access().serves("192.0.2.7")
        (True, False)
        """
        name = _name(host)
        return name in LOOPBACK or name in self.hosts or (self.any_address and _is_address(name))


def access(host: str = "127.0.0.1", embedders: Iterable[str] = ()) -> Access:
    """What `tieline serve --host HOST --allow-embed ORIGIN...` lets in; raises InputError for what is no origin.

    >>> access("0.0.0.0").any_address, access("tie.example").serves("tie.example:80")
    (True, True)
    """
    everywhere = _is_address(host) and ip_address(host).is_unspecified
    names = (socket.gethostname().lower(),) if everywhere else (host.lower(),)
    return Access(names, everywhere, tuple(map(origin, embedders)))


def origin(text: str) -> str:
    """A scheme and a host, which is what a browser calls the origin of a page.

    >>> origin("https://Example.org/")
    'https://example.org'
    >>> origin("example.org; script-src *")
    Traceback (most recent call last):
    timeline.errors.InputError: --allow-embed: example.org; script-src *: expected an origin such as https://example.org
    """
    bare = text.strip().lower().removesuffix("/")
    if not ORIGIN.fullmatch(bare):
        raise InputError(text, "--allow-embed", "an origin such as https://example.org")
    return bare


def headers(script_hashes: Iterable[str], embedders: Iterable[str]) -> Mapping[str, str]:
    """What the browser is told with every answer.

    >>> headers(["'sha256-x='"], ["https://example.org"])["Content-Security-Policy"][:52]
    "default-src 'self'; script-src 'self' 'sha256-x='; s"
    """
    rules = {
        "default-src": ("'self'",),
        "script-src": ("'self'", *script_hashes),
        "style-src": ("'self'", "'unsafe-inline'"),
        "img-src": ("'self'", "data:", "blob:"),
        "frame-ancestors": ("'self'", *embedders),
        "object-src": ("'none'",),
        "base-uri": ("'none'",),
    }
    return {
        "Content-Security-Policy": "; ".join(" ".join((name, *values)) for name, values in rules.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }


def protect(app: Dash, allowed: Access) -> None:
    """Refuses what does not come from the page itself; to be called once all callbacks are there."""
    sent = headers(app.csp_hashes(), allowed.embedders)

    def refuse() -> Response | None:
        reason = refused(request.method, request.host, request.headers.get("Origin", ""), allowed)
        return Response(f"tieline: {reason}\n", 403, mimetype="text/plain") if reason else None

    def tell(response: Response) -> Response:
        response.headers.update(sent)
        return response

    app.server.before_request(refuse)
    app.server.after_request(tell)


def refused(method: str, host: str, asking: str, allowed: Access) -> str:
    """Why a request is refused, in one line; "" where it is not. `asking` is its `Origin`, "" where it has none.

    >>> refused("POST", "localhost:8050", "http://localhost:8050", Access())
    ''
    >>> refused("POST", "localhost:8050", "https://example.org", Access())
    'a request from https://example.org is refused: expected one from the page itself, on localhost:8050'
    """
    if not allowed.serves(host):
        return f"host {host[:80]!r}: this timeline is not served under that name: expected {_expected(allowed)}"
    if method not in READING and asking and asking.partition("://")[2].lower() != host.lower():
        return f"a request from {asking[:80]} is refused: expected one from the page itself, on {host}"
    return ""


def _expected(allowed: Access) -> str:
    return " or ".join(dict.fromkeys((*allowed.hosts, "localhost", "127.0.0.1")))


def _name(host: str) -> str:
    """The host without its port and brackets."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        return bool(ip_address(name))
    except ValueError:
        return False
