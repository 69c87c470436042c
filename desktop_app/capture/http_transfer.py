"""One HTTP exchange with all its redirects: the only module that speaks HTTP as a client.

``fetch`` imports this only when something is fetched, for the client is slow to load.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import MappingProxyType
from urllib.parse import urljoin

import certifi
import httpx

from desktop_app import __version__
from desktop_app.capture import fetch_failures as failures
from desktop_app.capture.addresses import checked_address
from desktop_app.capture.content_coding import ACCEPTED
from desktop_app.core.errors import CaptureError

#: What the server is told: the truth.
USER_AGENT = f"Cuttings/{__version__} (+desktop archive of press articles; one page at a time)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Encoding": ACCEPTED,
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
_POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a fetch may take: seconds in all, bytes after decompression, redirects."""

    seconds: float = 30.0
    size: int = 20 * 2**20
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What the last server sent: where from, its headers in lower case, the body as sent.

    ``redirects`` are the addresses that were asked before, in order. ``is_unchanged`` says that
    nothing was sent, as it is what the request's headers told (304).
    """

    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    redirects: tuple[str, ...] = ()
    is_unchanged: bool = False

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for known, value in self.headers if known == name), None)

    @property
    def codings(self) -> str:
        """How the body is coded, over all headers that say so, such as ``gzip``."""
        return ", ".join(value for name, value in self.headers if name == "content-encoding")


class _SentOnError(Exception):
    """The server named another address: raised before the client reads that by its own lights."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


def transfer(
    url: str,
    limits: Limits,
    cancelled: Callable[[], bool],
    *,
    headers: Mapping[str, str] = MappingProxyType({}),
) -> Answer:
    """Get ``url``, redirects followed; raises CaptureError, also when the user cancels.

    ``headers`` are sent beside the usual ones, or in their place.
    It runs in an event loop of its own, so that everything, a server dripping bytes included, can
    be ended at once. The loop isn't closed through ``asyncio.run``, which would wait for a name
    server that doesn't answer.
    """
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(_supervised(url, limits, cancelled, headers))
    finally:
        _end_tasks(loop)
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


def _end_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel what an interruption from the keyboard left under way."""
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.wait(left, timeout=1))


async def _supervised(
    url: str, limits: Limits, cancelled: Callable[[], bool], headers: Mapping[str, str]
) -> Answer:
    exchange = asyncio.ensure_future(_followed(url, limits, headers))
    deadline = asyncio.get_running_loop().time() + limits.seconds
    try:
        while not exchange.done():
            await asyncio.wait({exchange}, timeout=_POLL_SECONDS)
            if not exchange.done() and cancelled():
                raise failures.cancelled_by_user(url)
            if not exchange.done() and asyncio.get_running_loop().time() > deadline:
                raise failures.timed_out(url, limits.seconds)
        return exchange.result()
    finally:
        exchange.cancel()
        await asyncio.wait({exchange}, timeout=1)


async def _followed(url: str, limits: Limits, headers: Mapping[str, str]) -> Answer:
    asked: list[str] = []
    async with _client(limits, headers) as client:
        for _ in range(limits.redirects + 1):
            found = await _one_hop(client, url, limits)
            if isinstance(found, Answer):
                return replace(found, redirects=tuple(asked))
            asked.append(url)
            url = found
    raise failures.too_many_redirects(url, limits.redirects)


async def _one_hop(client: httpx.AsyncClient, url: str, limits: Limits) -> Answer | str:
    """The answer, or the address that the server sends the request on to."""
    try:
        async with client.stream("GET", url) as response:
            if response.status_code == _NOT_MODIFIED and _is_conditional(response.request):
                return Answer(url, _kept_headers(response), b"", is_unchanged=True)
            if not response.is_success:
                retry_after = response.headers.get("retry-after")
                raise failures.status_failure(
                    response.status_code, url, retry_after, datetime.now(UTC)
                )
            return Answer(url, _kept_headers(response), await _body(response, url, limits.size))
    except _SentOnError as redirect:
        return _next_address(url, redirect.location)
    except (httpx.InvalidURL, UnicodeError) as fault:  # UnicodeError: no such host can be named
        raise CaptureError(
            "bad-address", f"“{url[:200]}” isn't a web address.", "Check its spelling."
        ) from fault
    except (httpx.HTTPError, OSError) as fault:
        raise failures.transport_failure(fault, url) from fault


def _is_conditional(request: httpx.Request) -> bool:
    return "if-none-match" in request.headers or "if-modified-since" in request.headers


async def _look_for_redirect(response: httpx.Response) -> None:
    location = response.headers.get("location")
    if response.status_code in _REDIRECTS and location:
        raise _SentOnError(location)


def _next_address(url: str, location: str) -> str:
    try:
        return checked_address(urljoin(url, location.strip()))
    except CaptureError as failure:
        raise failures.bad_redirect(url, failure) from failure
    except ValueError as fault:
        bad = CaptureError("bad-address", "It isn't a web address.")
        raise failures.bad_redirect(url, bad) from fault


def _kept_headers(response: httpx.Response) -> tuple[tuple[str, str], ...]:
    """All headers but the cookies, which would let whoever gets the archive be the reader."""
    return tuple(
        (name.lower(), value)
        for name, value in response.headers.multi_items()
        if name.lower() not in ("set-cookie", "set-cookie2")
    )


async def _body(response: httpx.Response, url: str, limit: int) -> bytes:
    """The body as sent, which is no larger than what it unfolds to may be."""
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and len(announced) < 20:
        _within(int(announced), url, limit)
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        _within(len(body), url, limit)
    return bytes(body)


def _within(size: int, url: str, limit: int) -> None:
    if size > limit:
        raise failures.too_large(url, limit)


def _client(limits: Limits, headers: Mapping[str, str]) -> httpx.AsyncClient:
    """A client without memory; the user's proxy settings (``HTTPS_PROXY`` and so on) hold."""
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    return httpx.AsyncClient(
        headers={**_HEADERS, **headers},
        cookies=no_cookies,
        follow_redirects=False,
        event_hooks={"response": [_look_for_redirect]},
        timeout=httpx.Timeout(limits.seconds),
        http2=True,
        verify=_tls_context(),
    )


@cache
def _tls_context() -> ssl.SSLContext:
    """Certificates of the system (a firm's own among them) and of certifi, where it has none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
