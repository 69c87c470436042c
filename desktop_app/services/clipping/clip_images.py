"""The images of a fetched article, fetched with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop_app.capture.fetch_images import fetch_images
from desktop_app.cleaning.markdown_text import image_addresses
from desktop_app.services.base.listeners import never
from desktop_app.services.clipping.prepared_clip import PreparedClip


def with_fetched_images(
    prepared: PreparedClip, *, cancelled: Callable[[], bool] = never
) -> PreparedClip:
    """The clip with the images its text shows, as far as they could be had.

    Only for a page that came from the web just now: a file or a paste makes no connection.
    """
    page = prepared.raw.url
    if page is None or not prepared.raw.is_fetched:
        return prepared
    have = {image.url for image in prepared.images}
    wanted = [each for each in image_addresses(prepared.clean.markdown) if each not in have]
    if not wanted:
        return prepared
    fetched = fetch_images(wanted, page=page, cancelled=cancelled)
    return replace(prepared, images=(*prepared.images, *fetched))
