"""The stored images behind an article's links, checked, with their bytes for the template."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from desktop_app.core.article import StoredImage
from desktop_app.export.base.image_kind import recognise_image
from desktop_app.export.base.image_link import ImageLink

#: A CSS pixel in points; pictures are printed at the size a browser shows them.
_POINTS_PER_PIXEL = 0.75
#: Higher pictures would leave most of a page empty.
_MAX_HEIGHT = 330.0
_MAX_WIDTH = 450.0


class ImageShelf:
    """Finds the image behind a link; ``files`` are bytes by file name, ``skipped`` a count."""

    def __init__(self, images: Mapping[str, StoredImage], show: Callable[[str], str]) -> None:
        self.files: dict[str, bytes] = {}
        self.skipped = 0
        self._images = images
        self._show = show

    def place(self, link: ImageLink) -> dict[str, object] | None:
        """The image as a node; None where it isn't there, or can't be printed."""
        stored = self._images.get(link.address)
        kind = recognise_image(stored.content) if stored else None
        if stored is None or kind is None:
            self.skipped += 1
            return None
        name = hashlib.sha256(stored.content).hexdigest() + kind.suffix
        self.files[name] = stored.content
        width = min(
            kind.width * _POINTS_PER_PIXEL, _MAX_WIDTH, _MAX_HEIGHT * kind.width / kind.height
        )
        alt = self._show(link.alt or link.title or "Image")
        return {"k": "img", "p": name, "w": width, "alt": alt, "cap": self._show(link.title)}
