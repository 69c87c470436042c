"""What went wrong with a fetch, in words a person can act on."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from desktop_app.capture.addresses import archived_address
from desktop_app.capture.media_types import in_words
from desktop_app.core.errors import CaptureError

_FROM_BROWSER = (
    "Open it in your browser, log in, and paste the page here or send it with the extension."
)
_TRY_LATER = "Try again later."
_CLOSED_DOORS = {401: "asks for a log-in", 402: "asks to be paid", 403: "refuses to give this page"}


def status_failure(status: int, url: str, retry_after: str | None, now: datetime) -> CaptureError:
    """The failure that an HTTP status of 400 and above (or an odd one below) stands for."""
    host = host_of(url)
    if status in _CLOSED_DOORS:
        message = f"{host} {_CLOSED_DOORS[status]} ({status})."
        return CaptureError("login", message, _FROM_BROWSER)
    if status in (404, 410):
        return CaptureError(
            "gone",
            f"{host} has no such page (any more) ({status}).",
            f"The Internet Archive may have a copy: {archived_address(url)}",
        )
    if status == 429:
        message = f"{host} says that it was asked too often ({status})."
        return _to_retry("busy", message, retry_after, now)
    if status >= 500:
        message = f"{host} has a fault of its own ({status})."
        return _to_retry("server", message, retry_after, now)
    if status == 407:
        return CaptureError("network", "Your proxy asks for a log-in (407).", "Check its settings.")
    return CaptureError(
        "client",
        f"{host} didn't give this page ({status}).",
        "Check the address, or open it in your browser and paste the page here.",
    )


def transport_failure(fault: BaseException, url: str) -> CaptureError:
    """The failure behind an exception of the network: what the innermost causes say."""
    host = host_of(url)
    causes = list(_causes(fault))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return CaptureError(
            "no-such-host",
            f"There is no site called {host}, or this computer isn't online.",
            "Check the spelling of the address and your connection.",
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return CaptureError(
            "tls",
            f"No secure connection to {host} could be made{_certificate_reason(causes)}.",
            "Look at the page in your browser; if you trust it there, paste it here.",
        )
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return CaptureError(
            "refused", f"{host} refused the connection.", "Check the address, or try again later."
        )
    if any(isinstance(cause, TimeoutError) for cause in causes):
        return timed_out(url, None)
    return CaptureError(
        "network", f"The connection to {host} broke off.", "Check your connection and try again."
    )


def timed_out(url: str, seconds: float | None) -> CaptureError:
    """The page didn't come whole within the time."""
    within = f" within {seconds:.0f} seconds" if seconds else " in time"
    return CaptureError("timeout", f"{host_of(url)} didn't give the page{within}.", _TRY_LATER)


def too_large(url: str, limit: int) -> CaptureError:
    """The page exceeds the bound, as sent or once decompressed."""
    return CaptureError(
        "too-large",
        f"The page at {host_of(url)} has more than {limit / 2**20:.0f} MB.",
        "Save it from your browser and clip the file, or paste the part you need.",
    )


def too_many_redirects(url: str, limit: int) -> CaptureError:
    """The address led from one to the next without an end."""
    return CaptureError(
        "redirects",
        f"{host_of(url)} sent the request on more than {limit} times.",
        "Sites do this when they want cookies: open the page in your browser and paste it here.",
    )


def bad_redirect(url: str, failure: CaptureError) -> CaptureError:
    """The page sent the request on to something that is no web address."""
    return CaptureError(
        "redirects",
        f"{host_of(url)} sends this address on to one that can't be fetched. {failure.message}",
        "Open it in your browser and paste the page here.",
    )


def empty(url: str) -> CaptureError:
    """The answer has no content."""
    return CaptureError(
        "empty",
        f"{host_of(url)} sent an empty page.",
        "Open it in your browser and paste the page here.",
    )


def not_a_page(url: str, media_type: str) -> CaptureError:
    """The address leads to something that no article can be read from."""
    return CaptureError(
        "not-a-page",
        f"There is {in_words(media_type)} at this address ({media_type}).",
        f"Give the address of the article itself. It was: {url[:300]}",
    )


def unreadable_coding(url: str, coding: str) -> CaptureError:
    """The answer is compressed in a way that wasn't asked for."""
    return CaptureError(
        "network",
        f"{host_of(url)} sent the page compressed in a way that can't be read ({coding[:40]}).",
        "Open it in your browser and paste the page here.",
    )


def cancelled_by_user(url: str) -> CaptureError:
    """The user didn't want to wait."""
    return CaptureError("network", f"Fetching from {host_of(url)} was cancelled.")


def host_of(url: str) -> str:
    """The site's name as a sentence may use it."""
    try:
        return urlsplit(url).hostname or "The site"
    except ValueError:
        return "The site"


def _to_retry(kind: str, message: str, retry_after: str | None, now: datetime) -> CaptureError:
    seconds = _seconds_to_wait(retry_after, now)
    return CaptureError(kind, message, _when_to_retry(seconds), seconds)


def _when_to_retry(seconds: int | None) -> str:
    if seconds is None:
        return _TRY_LATER
    if seconds < 100:
        return f"It asks to wait {seconds} seconds."
    if seconds < 100 * 60:
        return f"It asks to wait {-(-seconds // 60)} minutes."
    return f"It asks to wait {-(-seconds // 3600)} hours."


def _seconds_to_wait(retry_after: str | None, now: datetime) -> int | None:
    """Retry-After as seconds, which comes as seconds or as a date (RFC 9110, 10.2.3)."""
    text = (retry_after or "").strip()
    if re.fullmatch(r"[0-9]{1,8}", text):
        return int(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0, round((moment - now).total_seconds()))


def _certificate_reason(causes: list[BaseException]) -> str:
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f" (its certificate: {cause.verify_message})"
    return ""


def _causes(fault: BaseException) -> Iterator[BaseException]:
    """The exception and all that led to it, groups opened."""
    waiting: list[BaseException] = [fault]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop()
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        if isinstance(cause, BaseExceptionGroup):
            waiting.extend(cause.exceptions)
        waiting.extend(inner for inner in (cause.__cause__, cause.__context__) if inner is not None)
