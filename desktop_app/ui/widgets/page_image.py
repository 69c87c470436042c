"""Pixels of a typeset page as a picture that Qt paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from desktop_app.export.typesetting.pdf_pages import PagePicture


def image_of(picture: PagePicture, top: int = 0, rows: int | None = None) -> QImage:
    """The picture, or some rows of it."""
    rows = picture.height - top if rows is None else min(rows, picture.height - top)
    part = picture.pixels[top * picture.stride : (top + rows) * picture.stride]
    shared = QImage(part, picture.width, rows, picture.stride, QImage.Format.Format_RGB32)
    return shared.copy()  # the pixels are Python's, and may go
