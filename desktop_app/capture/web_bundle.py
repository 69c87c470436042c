"""A page with what it shows, as every kind of web container comes apart into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BundledImage:
    """An image beside a page: its bytes and the names the page may call it by.

    ``address`` is its absolute web address, ``content_id`` what a ``cid:`` address names.
    """

    content: bytes
    address: str | None = None
    content_id: str | None = None


@dataclass(frozen=True, slots=True)
class WebBundle:
    """What a container holds. ``page`` is None where no page could be found in it.

    ``charset`` is as declared, ``url`` and ``saved`` (ISO 8601, UTC) as the container tells them.
    """

    page: bytes | None = None
    media_type: str = "text/html"
    charset: str | None = None
    url: str | None = None
    saved: str | None = None
    images: tuple[BundledImage, ...] = ()
