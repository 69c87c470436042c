"""An image made ready for a page: whole, upright, a JPEG, and no finer than print shows.

It decodes what a stranger wrote, so it runs in a process that can be ended (``typst_desk``).
"""

from __future__ import annotations

import io
import math
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

#: What office programs call print quality; finer dots aren't seen on paper.
_DOTS_PER_INCH = 220
_POINTS_PER_INCH = 72
#: A CSS pixel in points; pictures are printed at the size a browser shows them.
_POINTS_PER_PIXEL = 0.75
#: Higher pictures would leave most of a page empty.
_MAX_HEIGHT = 330.0
_MAX_WIDTH = 450.0

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_QUALITY = 88
#: The tag of EXIF for which side is up, and its values for an image that lies on its side.
_ORIENTATION = 0x0112
_ON_ITS_SIDE = frozenset((5, 6, 7, 8))


@dataclass(frozen=True, slots=True)
class PageImage:
    """A JPEG, its size in pixels, and how wide it is printed, in points."""

    jpeg: bytes
    width: int
    height: int
    points: float


def page_image(content: bytes) -> PageImage | None:
    """The image for a page, of one that moves its first frame; None where it is damaged.

    A JPEG that is as it should be keeps its bytes.
    """
    from PIL import Image  # noqa: PLC0415 - only documents with pictures need it

    try:
        with warnings.catch_warnings():
            # It warns of many pixels, which are bounded already, and of odd metadata.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                return _made_ready(image, content)
    except (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError):
        # All of these are how Pillow's readers tell of damage.
        return None


def _made_ready(image: Image, content: bytes) -> PageImage:
    from PIL import Image as Pillow  # noqa: PLC0415 - see above
    from PIL.ImageOps import exif_transpose  # noqa: PLC0415 - see above

    orientation = image.getexif().get(_ORIENTATION, 1)
    lies = orientation in _ON_ITS_SIDE
    width, height = image.size[::-1] if lies else image.size
    points = min(width * _POINTS_PER_PIXEL, _MAX_WIDTH, _MAX_HEIGHT * width / height)
    dots = min(width, math.ceil(points / _POINTS_PER_INCH * _DOTS_PER_INCH))
    size = dots, max(1, round(height * dots / width))
    is_fine = size == image.size and orientation == 1
    if is_fine and image.format == "JPEG" and image.mode in {"RGB", "L"}:
        image.load()  # tells whether it is whole
        return PageImage(content, *size, points)
    # A large JPEG is decoded at a half, a quarter or an eighth of its size.
    stored_size = size[::-1] if lies else size
    image.draft(None, stored_size)
    profile = image.info.get("icc_profile") if image.mode in {"RGB", "L"} else None
    shown = _in_colours(image).resize(stored_size, Pillow.Resampling.LANCZOS)
    upright = exif_transpose(_on_paper(shown))
    jpeg = io.BytesIO()
    # Without subsampling the lettering of a chart keeps its colour to its edges.
    upright.save(jpeg, "JPEG", quality=_QUALITY, subsampling=0, optimize=True, icc_profile=profile)
    return PageImage(jpeg.getvalue(), *size, points)


def _in_colours(image: Image) -> Image:
    """In grey or RGB, with what is transparent."""
    if image.mode.startswith("I"):
        # Grey of 16 bits, which Pillow would cut off at the lowest 8.
        return image.convert("I").point(lambda grey: grey / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in {"RGB", "L"} else image.convert("RGB")


def _on_paper(image: Image) -> Image:
    """White where it is transparent."""
    from PIL import Image as Pillow  # noqa: PLC0415 - see above

    if image.mode != "RGBA":
        return image
    return Pillow.alpha_composite(Pillow.new("RGBA", image.size, "white"), image).convert("RGB")
