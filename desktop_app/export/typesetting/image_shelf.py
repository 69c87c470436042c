"""The stored images behind an article's links, made ready, with their files for the template."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping

from desktop_app.core.article import StoredImage
from desktop_app.core.errors import ExportError
from desktop_app.export.base.image_kind import recognise_image
from desktop_app.export.base.image_link import ImageLink
from desktop_app.export.typesetting import typst_desk
from desktop_app.export.typesetting.page_image import PageImage

#: Typst unpacks a JPEG and keeps its dots in memory, some 3 MB; within a drawing it lets it be.
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<image width="{width}" height="{height}" href="data:image/jpeg;base64,{content}"/></svg>'
)


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
        made = _made_ready(stored.content) if stored else None
        if made is None:
            self.skipped += 1
            return None
        name = f"{hashlib.sha256(made.jpeg).hexdigest()}.svg"
        self.files[name] = _as_drawing(made)
        alt = self._show(link.alt or link.title or "Image")
        return {"k": "img", "p": name, "w": made.points, "alt": alt, "cap": self._show(link.title)}


def _made_ready(content: bytes) -> PageImage | None:
    if recognise_image(content) is None:
        return None
    try:
        return typst_desk.page_image(content)
    except ExportError:
        return None  # it took too long, or too much memory


def _as_drawing(image: PageImage) -> bytes:
    content = base64.b64encode(image.jpeg).decode()
    return _DRAWING.format(width=image.width, height=image.height, content=content).encode()
