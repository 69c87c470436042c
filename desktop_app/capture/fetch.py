"""Fetch a page from the web: what comes back is a raw capture, or a failure told in words."""

from __future__ import annotations

from collections.abc import Callable
from email.message import Message
from typing import TYPE_CHECKING

from desktop_app.capture import fetch_failures as failures
from desktop_app.capture.addresses import checked_address
from desktop_app.capture.content_coding import UnfoldsTooFarError, UnknownCodingError, decoded
from desktop_app.capture.media_types import HTML, READABLE, TEXTUAL, media_type_of
from desktop_app.capture.text_encoding import charset_of
from desktop_app.core.article import CleaningWarning, RawCapture

if TYPE_CHECKING:
    from desktop_app.capture.http_transfer import Answer, Limits

_BROKEN_OFF = CleaningWarning(
    "truncated", "The page broke off while it was fetched. Fetch it again to get the rest."
)


def _never() -> bool:
    return False


def fetch_page(
    url: str,
    *,
    captured: str,
    cancelled: Callable[[], bool] = _never,
    limits: Limits | None = None,
) -> RawCapture:
    """The page at ``url``, redirects followed, decompressed, its encoding known.

    ``captured`` is the present moment; ``cancelled`` is asked often and ends the fetch at once.
    Raises CaptureError, whose ``kind`` tells the cause. No cookies are kept, and the address is
    stored without user name, password and fragment.
    """
    # Imported here since the HTTP client takes long to load and most starts fetch nothing.
    from desktop_app.capture.http_transfer import Limits, transfer  # noqa: PLC0415

    limits = limits or Limits()
    answer = transfer(checked_address(url), limits, cancelled)
    content, whole = _content(answer, limits.size)
    declared = answer.header("content-type")
    media_type = media_type_of(content, declared=declared)
    if media_type not in READABLE:
        raise failures.not_a_page(answer.url, media_type)
    textual = media_type in TEXTUAL
    return RawCapture(
        content=content,
        media_type=media_type,
        captured=captured,
        url=answer.url,
        charset=_charset(content, declared, media_type) if textual else None,
        headers=answer.headers,
        name=answer.url,
        warnings=() if whole else (_BROKEN_OFF,),
        redirects=answer.redirects,
    )


def _content(answer: Answer, limit: int) -> tuple[bytes, bool]:
    try:
        content, whole = decoded(answer.body, answer.codings, limit=limit)
    except UnfoldsTooFarError as fault:
        raise failures.too_large(answer.url, limit) from fault
    except UnknownCodingError as fault:
        raise failures.unreadable_coding(answer.url, str(fault)) from fault
    if not content.strip():
        raise failures.empty(answer.url)
    return content, whole


def _charset(content: bytes, content_type: str | None, media_type: str) -> str:
    header = Message()
    header["content-type"] = (content_type or HTML)[:500]
    return charset_of(content, header_charset=header.get_content_charset(), media_type=media_type)
