"""The sizes of pictures: a page, a slide, a column of print; and how large their words are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureSize:
    """All in points; ``title``, ``subtitle``, ``body`` and ``small`` are sizes of letters."""

    width: float
    height: float
    margin: float
    title: float
    subtitle: float
    body: float
    small: float

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for little more than the picture itself."""
        return self.width < 400


SIZES = {
    "page": PictureSize(841.89, 595.28, 42, 18, 10.5, 9, 8),
    "slide": PictureSize(960, 540, 44, 26, 14, 12.5, 11),
    "column": PictureSize(249.45, 198.43, 8, 9.5, 7, 6.5, 6),
}
