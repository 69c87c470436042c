"""The font files of this machine: their families, and the letters in them.

Reading them takes long and lets nothing else run meanwhile, so ``typst_desk`` does it elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstalledFont:
    """One font of a file, which may hold several; ``weight`` as CSS has it, 400 for regular."""

    family: str
    path: str
    index: int
    weight: int
    is_upright: bool


def installed_fonts() -> tuple[InstalledFont, ...]:
    """The fonts that lie in files, in Typst's order."""
    from desktop_app.export.typesetting.typst_run import typst_fonts  # noqa: PLC0415 - heavy

    return tuple(
        InstalledFont(font.family, str(font.path), font.index, font.weight, font.style == "normal")
        for font in typst_fonts().fonts()
        if font.path
    )


def letters_of(path: str, index: int) -> dict[int, float | None]:
    """The code points of a font, each with its width in ems, or None where that isn't told."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - heavy

    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            names = font.getBestCmap() or {}
            try:
                ems, advances = font["head"].unitsPerEm, font["hmtx"].metrics
            except KeyError:
                return dict.fromkeys(names)
            return {
                point: advances[name][0] / ems if name in advances else None
                for point, name in names.items()
            }
    except (OSError, TTLibError, KeyError, AssertionError, ValueError):
        return {}  # a broken font file shows nothing, and another may
