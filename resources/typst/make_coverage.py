"""Write down which characters Typst's own text font can show.

The fonts lie inside Typst's compiled module and it tells no one what they cover; export needs to
know before it sets a page. Run again when the pinned typst changes:
``python resources/typst/make_coverage.py``.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import typst
from fontTools.ttLib import TTFont, TTLibError

FAMILY = "Libertinus Serif"
TARGET = Path(__file__).with_name("embedded_coverage.txt")
_SIGNATURE = b"OTTO"


def main() -> None:
    """Write the characters that every style of the family has, as ranges of code points."""
    module = next(Path(typst.__file__).parent.glob("_typst*"))
    styles = [set(font.getBestCmap()) for font in _fonts(module.read_bytes())]
    covered = set.intersection(*styles)
    TARGET.write_text("".join(f"{a:04X}-{b:04X}\n" for a, b in _ranges(covered)), encoding="ascii")


def _fonts(binary: bytes) -> Iterator[TTFont]:
    at = binary.find(_SIGNATURE)
    while at >= 0:
        try:
            font = TTFont(io.BytesIO(binary[at:]), lazy=True)
            if font["name"].getBestFamilyName() == FAMILY:
                yield font
        except (TTLibError, KeyError, AssertionError):
            pass  # the four letters were no font
        at = binary.find(_SIGNATURE, at + 4)


def _ranges(points: Iterable[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(points)
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b != a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b != a + 1), ordered[-1]]
    yield from zip(starts, ends, strict=True)


if __name__ == "__main__":
    main()
