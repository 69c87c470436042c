"""The colours of pictures, on white paper or on a screen.

Those for print go from dark to light in steps, so that they are told apart by the colour-blind and
in a black-and-white copy too; the first ones differ most from the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Colours = Literal["print", "screen"]


@dataclass(frozen=True, slots=True)
class Palette:
    """``series`` are for what is compared; ``others`` for what is not among them."""

    ink: str
    faded: str
    rule: str
    main: str
    series: tuple[str, ...]
    others: str
    pale: str


PRINT = Palette(
    ink="#1b1b1b",
    faded="#565656",
    rule="#d4d4d4",
    main="#1d3f72",
    series=("#10224d", "#8a2440", "#1f7686", "#d0672c", "#86b6dc", "#f3d269"),
    others="#e6e6e6",
    pale="#d9dee6",
)
SCREEN = Palette(
    ink="#202124",
    faded="#5f6368",
    rule="#dadce0",
    main="#2563c9",
    series=("#2563c9", "#d6345b", "#0f9d8a", "#f08a24", "#7c5cd6", "#4fb3e8"),
    others="#d5d8dc",
    pale="#dbe6f9",
)
PALETTES: dict[str, Palette] = {"print": PRINT, "screen": SCREEN}
