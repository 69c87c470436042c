"""Which installed fonts show which writing, and what to install where none does.

Typst brings one text font along, for Latin, Greek, Cyrillic and Hebrew; everything else must be
found on the machine. Nothing is set in type here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from desktop_app.core.resource_path import resource_path
from desktop_app.export.typesetting.font_files import InstalledFont
from desktop_app.export.typesetting.typst_desk import installed_fonts, letters_of

TEXT_FONT = "Libertinus Serif"
CODE_FONT = "DejaVu Sans Mono"

_HAN = {"ja": "JP", "ko": "KR", "zh-hant": "TC", "zh-tw": "TC", "zh-hk": "HK"}
_CJK = frozenset(("Chinese", "Japanese", "Korean"))
#: The first word of a character's Unicode name, where that isn't the script's own name.
_SCRIPTS = {
    "CJK": "Chinese",
    "IDEOGRAPHIC": "Chinese",
    "FULLWIDTH": "Chinese",
    "HALFWIDTH": "Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "KATAKANA-HIRAGANA": "Japanese",
    "BOPOMOFO": "Chinese",
    "HANGUL": "Korean",
}
_FAMILIES = {
    "Arabic": ("Noto Naskh Arabic", "Amiri", "Noto Sans Arabic"),
    "Symbol": ("Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Symbols2", "Noto Sans Math",
               "Noto Emoji", "Noto Color Emoji"),
    "Latin": ("Noto Serif", "DejaVu Serif", "Noto Sans", "Noto Sans Symbols"),
}  # fmt: skip
_PACKAGES = {
    "Symbol": ("Noto Color Emoji", "fonts-noto-color-emoji"),
    **dict.fromkeys(_CJK, ("Noto Serif CJK SC", "fonts-noto-cjk")),
}
#: Scripts that have marks of their own, such as the Arabic comma, beside their letters.
_WITH_MARKS = frozenset(
    ("Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi",
     "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Mongolian", "Myanmar", "Oriya", "Sinhala",
     "Syriac", "Tamil", "Telugu", "Thai", "Tibetan")
)  # fmt: skip
#: So many symbols are named that no font has.
_NAMED_SYMBOLS = 3
_EVERYWHERE = frozenset(("Latin", "Greek", "Cyrillic", "Combining"))


@dataclass(frozen=True, slots=True)
class FontChoice:
    """Font families in the order to try them, and the characters that none of them has."""

    families: tuple[str, ...]
    missing: frozenset[str]


def choose_fonts(text: str, language: str | None) -> FontChoice:
    """Fonts for all characters of a text in a language (a BCP 47 tag, or None)."""
    foreign = {letter for letter in set(text) if ord(letter) not in embedded_coverage()}
    foreign = {letter for letter in foreign if not _shapeless(letter)}
    families = [TEXT_FONT]
    for script in sorted({script_of(letter) for letter in foreign}):
        wanted = {letter for letter in foreign if script_of(letter) == script}
        for family in _candidates(script, language):
            shown = {letter for letter in wanted if ord(letter) in _coverage(family)}
            if shown:
                families.append(family)
                wanted -= shown
                foreign -= shown
            if not wanted:
                break
    found = {letter for letter in foreign if _showing(letter)}
    # Typst finds a letter's font by itself, but not one for a mark together with its letter.
    families += [_showing(each) for each in sorted(found) if _is_mark(each)]
    return FontChoice(tuple(dict.fromkeys(families)), frozenset(foreign - found))


def script_of(letter: str) -> str:
    """The writing a character belongs to, by its Unicode name; “Symbol” for what has none."""
    first = unicodedata.name(letter, "SYMBOL").partition(" ")[0]
    if unicodedata.category(letter)[0] not in "LM":
        own = first.title() if first.title() in _WITH_MARKS else "Symbol"
        return _SCRIPTS.get(first, own)
    return _SCRIPTS.get(first, first.title())


def missing_font_advice(missing: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each writing that can't be shown, with the font to install."""
    letters_in: dict[str, list[str]] = {}
    for letter in sorted(missing):
        letters_in.setdefault(script_of(letter), []).append(letter)
    return tuple(_advice(script, letters_in[script]) for script in sorted(letters_in))


@cache
def embedded_coverage() -> frozenset[int]:
    """The code points that Typst's own text font shows in every style."""
    lines = resource_path("typst", "embedded_coverage.txt").read_text(encoding="ascii").split()
    ranges = (line.split("-") for line in lines)
    return frozenset(
        point for first, last in ranges for point in range(int(first, 16), int(last, 16) + 1)
    )


def _shapeless(letter: str) -> bool:
    # Controls, spaces and variation selectors have no look themselves; what is private or
    # unassigned never comes to paper (``printable_text``).
    is_selector = "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    return is_selector or unicodedata.category(letter)[0] in "CZ"


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"


def _candidates(script: str, language: str | None) -> tuple[str, ...]:
    if script in _CJK:
        region = _han_region(script, language)
        others = (other for other in ("SC", "JP", "KR", "TC") if other != region)
        regions = (region, *others)
        noto = (f"Noto {style} CJK {name}" for name in regions for style in ("Serif", "Sans"))
        return (*noto, "Source Han Serif SC", "Droid Sans Fallback")
    if script in _EVERYWHERE:
        return _FAMILIES["Latin"]
    named = (f"Noto Serif {script}", f"Noto Sans {script}")
    return _FAMILIES.get(script, named)


def _han_region(script: str, language: str | None) -> str:
    tag = (language or "").lower()
    by_script = {"Japanese": "JP", "Korean": "KR"}.get(script, "SC")
    return _HAN.get(tag, _HAN.get(tag[:2], by_script))


def _advice(script: str, letters: Sequence[str]) -> str:
    family, package = _PACKAGES.get(script, (f"Noto Serif {script}", "fonts-noto-core"))
    what, they = f"{script} text", "it"
    if script == "Symbol":
        names = [unicodedata.name(letter, "unnamed").lower() for letter in letters[:_NAMED_SYMBOLS]]
        more = len(letters) - len(names)
        what, they = f"Symbols ({', '.join(names)}{f' and {more} more' if more else ''})", "them"
    return (
        f"{what} can't be shown: no font on this machine has {they}. Install a font such as "
        f"“{family}” (on Debian or Ubuntu: sudo apt-get install {package}) and export again."
    )


def _coverage(family: str) -> Collection[int]:
    """The code points of a family's upright regular font; none where it isn't there."""
    font = _regular_fonts().get(family)
    return letters_of(font.path, font.index) if font else ()


@cache
def _showing(letter: str) -> str:
    """The first family that shows a character; empty where none does."""
    point = ord(letter)
    return next((each for each in _regular_fonts() if point in _coverage(each)), "")


@cache
def _regular_fonts() -> dict[str, InstalledFont]:
    """Each family's upright font that is next to regular."""
    upright = [font for font in installed_fonts() if font.is_upright]
    upright.sort(key=lambda font: (abs(font.weight - 400), font.path, font.index, font.family))
    fonts: dict[str, InstalledFont] = {}
    for font in upright:
        fonts.setdefault(font.family, font)
    return fonts
