"""Pages at addresses, fetched politely: robots.txt is heeded, a host is asked once a second, nothing large is taken.

Nothing leads into a private network but a host that was given: an address or localhost, or a name that stood for that
private address from the first.
"""

from __future__ import annotations

import io
import ipaddress
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from timeline.errors import InputError
from timeline.reading.extras import extra
from timeline.reading.files import File, Hints
from timeline.reading.published.when import read_when

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
SCHEMES = ("http://", "https://")
AGENT, NAME = "tieline (reads single pages for a reader)", "tieline"
LARGEST = 64 * 2**20  # bytes of a page
CONNECT, READ, WHOLE = 10.0, 30.0, 120.0  # seconds
PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds between two requests to a host
HOPS = 5  # redirections
ROBOTS = 512 * 1024  # bytes of robots.txt that are read


def is_address(source: str) -> bool:
    """Whether an input is a page of the web.

    >>> is_address("https://example.org/a"), is_address("s3://bucket/a"), is_address("a.html")
    (True, False, False)
    """
    return source.lower().startswith(SCHEMES)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent. `url` is the address that answered, after redirections."""

    url: str
    content: bytes
    media: str
    charset: str
    date: str


@dataclass(slots=True)
class Fetcher:
    """Fetches pages; it remembers what each host allows and when it was last asked.

    named   hosts that were given
    met     where each of them first led
    """

    named: frozenset[str]
    met: dict[str, Address] = field(default_factory=dict)
    robots: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, addresses: Iterable[str]) -> Fetcher:
        """One for these addresses."""
        return cls(frozenset(filter(None, map(_host, addresses))))

    def file(self, url: str) -> File:
        """The page as a file. Raises InputError for whatever keeps it from being read, in one line."""
        answer = self._follow(url)
        when = read_when(answer.date)
        hints = Hints(answer.url, when.day if when else None, answer.charset, answer.media)
        return File(url, url, lambda: io.BytesIO(answer.content), hints)

    def _follow(self, given: str) -> Answer:
        url = given
        for _ in range(HOPS + 1):
            self._check(url, given)
            response = self._ask(url, given)
            with response:
                target = response.headers.get("Location") if response.status in (301, 302, 303, 307, 308) else None
                if not target:
                    return _answer(response, url, given)
                url = _joined(url, target, given)
        raise InputError("", given, f"a page after at most {HOPS} redirections")

    def _check(self, url: str, given: str) -> None:
        """Raises InputError for an address of another kind, or one that its host does not want read."""
        if not is_address(url) or not _host(url):
            there = f", but it leads to {url}" if url != given else ""
            raise InputError("", given, f"an address that begins with http:// or https://{there}")
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self.robots:
            self.robots[origin] = self._rules(origin, given)
        rules = self.robots[origin]
        if rules is not None and not rules.can_fetch(url, NAME):
            raise InputError("", given, f"a page that may be read, but {origin}/robots.txt forbids it")

    def _rules(self, origin: str, given: str) -> Any:
        """What a host allows; None where it has no robots.txt, and so allows all."""
        parser = extra("web", "protego", given).Protego
        response = self._ask(f"{origin}/robots.txt", given)
        with response:
            if response.status >= 500:
                raise InputError("", given, f"a host that answers, but its robots.txt gave {response.status}")
            if response.status != 200:
                return None
            return parser.parse(_content(response, given, ROBOTS).decode("utf-8", "replace"))

    def _ask(self, url: str, given: str) -> Any:
        """The answer to one request, its content not yet read."""
        import urllib3

        self._wait(url)
        manager = _manager(self._may_lead)
        timeout = urllib3.Timeout(connect=CONNECT, read=READ)
        try:
            return manager.request(
                "GET", url, headers={"User-Agent": AGENT, "Accept": "text/html, */*;q=0.5", "Accept-Encoding": "gzip"},
                timeout=timeout, redirect=False, retries=False, preload_content=False,
            )  # fmt: skip
        except urllib3.exceptions.HTTPError as error:
            raise InputError("", given, f"a page, but {_host(url)} cannot be asked ({_short(error)})") from None
        except (ValueError, UnicodeError) as error:
            raise InputError(url, given, f"an address ({error})") from None

    def _may_lead(self, host: str, address: Address) -> bool:
        """Whether a host may lead there. A name that first led elsewhere may not: whoever owns it has turned it."""
        if host not in self.named:
            return address.is_global
        first = self.met.setdefault(host, address)
        return address.is_global or address == first or host == "localhost"

    def _wait(self, url: str) -> None:
        """Until the host may be asked again."""
        parts = urlsplit(url)
        rules = self.robots.get(f"{parts.scheme}://{parts.netloc}")
        pause = min(max(PAUSE, (rules.crawl_delay(NAME) or 0) if rules else 0), LONGEST_PAUSE)
        host = _host(url)
        time.sleep(max(0.0, self.asked.get(host, -pause) + pause - time.monotonic()) if host in self.asked else 0.0)
        self.asked[host] = time.monotonic()


def fetched(url: str, fetcher: Fetcher) -> Iterator[File | InputError]:
    """The page at an address, once it is asked for; or why there is none."""
    try:
        yield fetcher.file(url)
    except InputError as error:
        yield error


def _manager(may_lead: Callable[[str, Address], bool]) -> Any:
    """Connections that look where they lead before anything is sent: a name may stand for a private machine."""
    import urllib3
    from urllib3.connection import HTTPConnection, HTTPSConnection

    def checked(connection: Any, sock: Any) -> Any:
        address = ipaddress.ip_address(sock.getpeername()[0].partition("%")[0])
        if not may_lead(connection.host.strip("[]").lower(), address):
            sock.close()
            raise urllib3.exceptions.NewConnectionError(connection, f"it leads to {address}, a private address")
        return sock

    class Plain(HTTPConnection):
        def _new_conn(self) -> Any:
            return checked(self, super()._new_conn())

    class Secure(HTTPSConnection):
        def _new_conn(self) -> Any:
            return checked(self, super()._new_conn())

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    manager = urllib3.PoolManager(num_pools=1, cert_reqs="CERT_REQUIRED")
    manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return manager


def _answer(response: Any, url: str, given: str) -> Answer:
    if response.status != 200:
        status = f"{response.status} {response.reason or ''}".rstrip()
        raise InputError("", given, f"a page, but the server answered {status}")
    media, _, rest = response.headers.get("Content-Type", "").lower().partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'")
    content = _content(response, given, LARGEST + 1)
    if len(content) > LARGEST:
        raise InputError("", given, f"a page of at most {LARGEST // 2**20} MB")
    return Answer(url, content, media.strip(), charset, response.headers.get("Date", ""))


def _joined(url: str, target: str, given: str) -> str:
    """Where a redirection leads."""
    try:
        return urljoin(url, target)
    except ValueError:
        there = " ".join(target.split())[:120]
        raise InputError("", given, f"a page, but it leads to {there}, which is no address") from None


def _content(response: Any, given: str, most: int) -> bytes:
    """What is sent, up to its first `most` bytes."""
    content = bytearray()
    for part in _parts(response, given):
        content += part
        if len(content) >= most:
            break
    return bytes(content[:most])


def _parts(response: Any, given: str) -> Iterator[bytes]:
    """What is sent, as it comes: a server that sends a byte now and then is cut off by the clock.

    It is unpacked here, as urllib3 gives nothing, not even the time, before a packed byte makes a plain one.
    """
    import urllib3

    until, packed = time.monotonic() + WHOLE, "gzip" in response.headers.get("Content-Encoding", "").lower()
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress if packed else bytes
    try:
        while part := response.read1(2**16, decode_content=False):
            if time.monotonic() > until:
                raise InputError("", given, f"a page and its robots.txt that come within {WHOLE:.0f} s each")
            yield unpack(part)
    except (urllib3.exceptions.HTTPError, zlib.error) as error:
        raise InputError("", given, f"a whole page and robots.txt, but one broke off ({_short(error)})") from None


def _short(error: Exception) -> str:
    return " ".join(str(error).split()).rpartition(": ")[2][:120] or type(error).__name__


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
