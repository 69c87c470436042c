"""A capture that is ready to be looked at or stored."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.article import CleanArticle, RawCapture, StoredImage


@dataclass(frozen=True, slots=True)
class PreparedClip:
    """A capture with its readable page, its images, and what cleaning and analysis made of it."""

    raw: RawCapture
    page: RawCapture
    clean: CleanArticle
    images: tuple[StoredImage, ...] = ()
