"""The fonts that pictures are written in, and how wide words are in them.

Words stay words in a picture, so whoever opens it may have other fonts. Arial and those made to its
measure (Liberation Sans, Helvetica, Arimo) come first: one of them is on nearly every machine, and
in all of them a word is equally wide. Other writings are looked up among what is installed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from desktop_app.export.typesetting.script_fonts import script_of
from desktop_app.export.typesetting.typst_desk import installed_fonts, letters_of

#: Of one measure, so that words fit whichever of them a viewer has.
ALIKE = ("Liberation Sans", "Arial", "Arimo", "Helvetica", "Nimbus Sans")
_OTHERS = ("Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Ubuntu", "Verdana")
_HAN = {"Japanese": "JP", "Korean": "KR"}
_SYSTEM = {
    "Chinese": ("Microsoft YaHei", "PingFang SC", "Droid Sans Fallback"),
    "Japanese": ("Yu Gothic", "Meiryo", "Hiragino Sans"),
    "Korean": ("Malgun Gothic", "Apple SD Gothic Neo"),
    "Arabic": ("Noto Naskh Arabic", "Segoe UI", "Geeza Pro"),
    "Devanagari": ("Nirmala UI", "Kohinoor Devanagari"),
    "Symbol": ("Noto Sans Symbols", "Noto Sans Symbols 2", "DejaVu Sans", "Noto Sans Math",
               "Noto Emoji", "Noto Color Emoji", "Segoe UI Symbol", "Segoe UI Emoji",
               "Apple Color Emoji"),
}  # fmt: skip
#: The width of a letter that no font tells, and the room of a bold one, in ems.
_USUAL_WIDTH, _BOLD = 0.6, 700
_NO_FAMILY = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font; no family means the picture's own."""

    words: str
    family: str | None


@dataclass(slots=True)
class _Font:
    """The widths of one font file's letters, in ems."""

    widths: dict[int, float] = field(default_factory=dict)

    def has(self, letter: str) -> bool:
        return ord(letter) in self.widths


class PictureFonts:
    """Knows the machine's fonts; ``used`` gathers the files that the words so far are set in."""

    def __init__(self) -> None:
        installed = _files()
        known = (each for each in (*ALIKE, *_OTHERS) if (each, False) in installed)
        self.base: str | None = next(known, None)
        self.used: set[str] = set()
        self.missing: set[str] = set()

    @property
    def family(self) -> str:
        """The picture's font as SVG names it."""
        first = self.base or ALIKE[0]
        names = dict.fromkeys((first, *ALIKE[:2], "Helvetica"))
        return ", ".join(f"'{each}'" if " " in each else each for each in names) + ", sans-serif"

    def runs(self, words: str) -> list[Run]:
        """The words parted by the fonts that have their letters, in one font where one has all.

        Programs that draw SVG take another font for a whole line as soon as a letter is missing in
        the first one, so lines are measured so too.
        """
        whole = self._family_of_all(words)
        if whole is not _NO_FAMILY:
            return [Run(words, whole)]
        japanese = any("\u3040" <= letter <= "\u30ff" for letter in words)
        families: list[str | None] = []
        for letter in words:
            # Blanks and marks go with the letters before them, so that no word is torn apart.
            joins = not letter.isalnum() and bool(families)
            before = families[-1] if joins else None
            if before is not None and _font(before, False).has(letter):
                families.append(before)
            else:
                families.append(self._family_of(letter, japanese))
        parted = groupby(zip(words, families, strict=True), key=lambda pair: pair[1])
        return [Run("".join(each for each, _ in pairs), family) for family, pairs in parted]

    def width(self, words: str, size: float, *, bold: bool = False) -> float:
        """How wide the words are at a size, in its unit; joined letters count as single ones."""
        total = 0.0
        for run in self.runs(words):
            font = _font(run.family or self.base or "", bold)
            total += sum(font.widths.get(ord(letter), _USUAL_WIDTH) for letter in run.words)
        return total * size

    def note_used(self, words: str, *, bold: bool) -> None:
        """Remember what is needed to draw the words."""
        for run in self.runs(words):
            family = run.family or self.base
            if family is not None:
                self.used.add(_files().get((family, bold)) or _files()[family, False])

    def lacking(self, words: str) -> set[str]:
        """The letters that no font here has."""
        return {
            letter
            for letter in set(words)
            if ord(letter) > 0x7E
            and letter.isprintable()
            and not letter.isspace()
            and self._family_of(letter, japanese=False) is None
            and not _font(self.base or "", False).has(letter)
        }

    def _family_of_all(self, words: str) -> str | None:
        """The one font that has all of these letters, None for the picture's own."""
        japanese = any("\u3040" <= letter <= "\u30ff" for letter in words)
        foreign = [letter for letter in dict.fromkeys(words) if not self._is_own(letter)]
        if not foreign:
            return None
        for family in _candidates(foreign[0], japanese):
            if all(_font(family, False).has(letter) for letter in words):
                return family
        return _NO_FAMILY

    def _is_own(self, letter: str) -> bool:
        return self.base is None or ord(letter) < 0x7F or _font(self.base, False).has(letter)

    def _family_of(self, letter: str, japanese: bool) -> str | None:
        if self._is_own(letter):
            return None
        return _family_of(letter, japanese)


@cache
def _family_of(letter: str, japanese: bool) -> str | None:
    having = (each for each in _candidates(letter, japanese) if _font(each, False).has(letter))
    return next(having, None)


@cache
def _candidates(letter: str, japanese: bool) -> tuple[str, ...]:
    """The installed families to try for a letter's writing, the best first."""
    script = script_of(letter)
    if script in ("Chinese", "Japanese", "Korean"):
        script = "Japanese" if japanese else script
        region = _HAN.get(script, "SC")
        noto = [f"Noto {style} CJK {region}" for style in ("Sans", "Serif")]
    else:
        noto = [f"Noto Sans {script}", f"Noto Serif {script}"]
    others = (*_SYSTEM.get(script, ()), *_OTHERS)
    return tuple(each for each in dict.fromkeys((*noto, *others)) if (each, False) in _files())


@cache
def _files() -> dict[tuple[str, bool], str]:
    """The upright font files by family and whether they are bold."""
    files: dict[tuple[str, bool], str] = {}
    for font in sorted(installed_fonts(), key=lambda each: each.path):
        if font.is_upright and font.weight in (400, _BOLD):
            files.setdefault((font.family, font.weight == _BOLD), font.path)
    return files


@cache
def _indices() -> dict[tuple[str, str], int]:
    return {
        (font.family, font.path): font.index
        for font in reversed(installed_fonts())
        if font.is_upright
    }


@cache
def _font(family: str, bold: bool) -> _Font:
    path = _files().get((family, bold)) or _files().get((family, False))
    if path is None:
        return _Font()
    letters = letters_of(path, _indices().get((family, path), 0))
    return _Font({point: width for point, width in letters.items() if width is not None})
