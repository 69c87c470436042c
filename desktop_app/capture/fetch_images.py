"""Fetch the images that an article shows, so that they stay when the page goes.

An image that can't be had, is too large or is none is left out: its caption stands in for it, and
the article is never worse off. Of an SVG the picture that it draws is kept.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from desktop_app.capture.addresses import checked_address
from desktop_app.capture.content_coding import UnfoldsTooFarError, UnknownCodingError, decoded
from desktop_app.capture.media_types import image_type
from desktop_app.capture.page_images import bounded
from desktop_app.capture.svg_pictures import png_of_svg
from desktop_app.core.article import StoredImage
from desktop_app.core.errors import CaptureError

#: So many at a time, as a browser would.
_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class ImageLimits:
    """How many images are fetched, how large each may be, and how long one and all may take."""

    count: int = 60
    size: int = 8 * 2**20
    seconds_each: float = 12.0
    seconds: float = 20.0


def fetch_images(
    addresses: Sequence[str],
    *,
    page: str,
    cancelled: Callable[[], bool],
    limits: ImageLimits = ImageLimits(),
) -> tuple[StoredImage, ...]:
    """The images at these addresses that could be had, each under the address it was asked by.

    ``page`` is the address of the page that shows them: a page of the public web may not make
    Cuttings ask machines of the private network. Ends early when ``cancelled`` says so.
    """
    last = time.monotonic() + limits.seconds
    wanted = [
        address
        for address in dict.fromkeys(addresses)
        if not _is_private(address) or _is_private(page)
    ][: limits.count]

    def stopped() -> bool:
        return cancelled() or time.monotonic() >= last

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(lambda address: _fetch_image(address, limits, stopped), wanted)
        return bounded(image for image in found if image is not None)


def _fetch_image(
    address: str, limits: ImageLimits, stopped: Callable[[], bool]
) -> StoredImage | None:
    # Imported here, as in `fetch`: the HTTP client takes long to load.
    from desktop_app.capture.http_transfer import Limits, transfer  # noqa: PLC0415

    if stopped():
        return None
    try:
        exchange = Limits(seconds=limits.seconds_each, size=limits.size, redirects=5)
        answer = transfer(checked_address(address), exchange, stopped)
        content, whole = decoded(answer.body, answer.codings, limit=limits.size)
    except (CaptureError, UnfoldsTooFarError, UnknownCodingError):
        return None  # the caption stands in for it
    if not whole:
        return None
    if media_type := image_type(content):
        return StoredImage(address, media_type, content)
    drawn = None if stopped() else png_of_svg(content)
    return StoredImage(address, "image/png", drawn) if drawn else None


def _is_private(address: str) -> bool:
    """Whether the address names this machine or its own network by number or as localhost."""
    host = (urlsplit(address).hostname or "").rstrip(".").lower()
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
