"""An article that its outlet spread over several pages, fetched as one.

The pages are linked by ``rel=next``. Many sites put the same mark on the next article of a list, so
that an address is followed only if it is the first page's own with the next number.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from desktop_app.capture.fetch import fetch_page
from desktop_app.capture.media_types import HTML, XHTML
from desktop_app.core.article import CleaningWarning, RawCapture
from desktop_app.core.errors import CaptureError

if TYPE_CHECKING:
    from desktop_app.capture.http_transfer import Limits

#: The most pages of one article, and the seconds that all but the first may take.
MAX_PAGES = 20
MAX_SECONDS = 90.0
_PAGE_NAMES = frozenset({"page", "p", "pg", "paged", "seite", "pagina", "página", "pagenum"})
_NUMBER_IN_PATH = re.compile(
    r"(?:/page|/seite)?[/_,-](?:p|page|seite)?(\d{1,2})(?=(?:\.\w{2,5})?/?$)"
)
_HEAD_BYTES = 2_000_000
_TAG = re.compile(rb"<(?:link|a)\s[^<>]{0,2000}>", re.IGNORECASE)
_IS_NEXT = re.compile(rb"""\brel\s*=\s*["']?[^"'>]{0,80}?\bnext\b""", re.IGNORECASE)
_ADDRESS = re.compile(
    rb"""\bhref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))""", re.IGNORECASE
)


def fetch_article(
    url: str,
    *,
    captured: str,
    cancelled: Callable[[], bool],
    limits: Limits | None = None,
) -> RawCapture:
    """The page at ``url``, with the article's further pages where it has some.

    Raises CaptureError where the first page can't be had; where a later one can't, a warning says
    so and what came before is kept.
    """
    first = fetch_page(url, captured=captured, cancelled=cancelled, limits=limits)
    last = time.monotonic() + MAX_SECONDS

    def stopped() -> bool:
        return cancelled() or time.monotonic() >= last

    pages = [first]
    while len(pages) < MAX_PAGES and not stopped():
        address = next_page_address(pages[-1], first.url or url, len(pages) + 1)
        if address is None:
            break
        try:
            page = fetch_page(address, captured=captured, cancelled=stopped, limits=limits)
        except CaptureError as failure:
            return _joined(pages, _missing(len(pages) + 1, failure))
        if page.sha256 in {known.sha256 for known in pages}:
            break
        pages.append(page)
    return _joined(pages)


def next_page_address(page: RawCapture, first: str, number: int) -> str | None:
    """The address of page ``number`` of the article that begins at ``first``.

    None where ``page`` links to no such page.
    """
    if page.media_type not in (HTML, XHTML):
        return None
    for tag in _TAG.finditer(page.content, 0, _HEAD_BYTES):
        address = _ADDRESS.search(tag[0]) if _IS_NEXT.search(tag[0]) else None
        if address is None:
            continue
        href = (address[1] or address[2] or address[3]).decode("ascii", "ignore")
        target: str = urljoin(page.url or first, href.replace("&amp;", "&")).partition("#")[0]
        if is_page_of(target, first, number):
            return target
    return None


def is_page_of(address: str, first: str, number: int) -> bool:
    """Whether the address is the first page's own but for the page's number."""
    base, found = _without_number(address)
    return found == number and base in {_plain(first), _without_number(first)[0]}


def _without_number(address: str) -> tuple[str, int | None]:
    """The address without the number of its page, and that number."""
    parts = urlsplit(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    rest = [(name, value) for name, value in pairs if name.lower() not in _PAGE_NAMES]
    numbers = [value for name, value in pairs if name.lower() in _PAGE_NAMES]
    if numbers:
        number = int(numbers[0]) if re.fullmatch(r"\d{1,2}", numbers[0]) else None
        return _plain(parts._replace(query=urlencode(rest)).geturl()), number
    match = _NUMBER_IN_PATH.search(parts.path)
    if match is None:
        return _plain(address), None
    path = parts.path[: match.start()] + parts.path[match.end() :]
    return _plain(parts._replace(path=path).geturl()), int(match[1])


def _plain(address: str) -> str:
    parts = urlsplit(address)
    query = urlencode(parse_qsl(parts.query, keep_blank_values=True))
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}?{query}"


def _joined(pages: list[RawCapture], *warnings: CleaningWarning) -> RawCapture:
    first, *further = pages
    return replace(first, further=tuple(further), warnings=(*first.warnings, *warnings))


def _missing(number: int, failure: CaptureError) -> CleaningWarning:
    message = f"Page {number} of this article couldn't be fetched ({failure.message}) Fetch again."
    return CleaningWarning("truncated", message)
