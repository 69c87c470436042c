"""Names of persons as an index orders them: the family's name before the given ones."""

from __future__ import annotations

import re

from desktop_app.core.folding import fold

#: Words in small letters that begin a family name.
_PARTICLES = frozenset(
    str.split(
        "von van de der den del della di da dos das du la le el al bin ibn abu ben af av zu zum zur"
        " ten ter te y e"
    )
)
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr."))
#: Of rulers, who have no family name: “Wilhelm II”.
_NUMBERED = re.compile(r"[IVX]+\.?")
#: Family names come first already in these.
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def sort_name(name: str) -> str:
    """“Lavrov, Sergey”, “von der Leyen, Ursula”, “King, Martin Luther, Jr.”.

    A name of one word, a ruler's, and one in Chinese, Japanese or Korean writing, stays as it is.
    The language isn't known, so a name written with the family's first in Latin letters is taken
    for a Western one.
    """
    words = name.split()
    suffix = ""
    if len(words) > 2 and words[-1].lower() in _SUFFIXES:
        suffix = f", {words.pop()}"
    if len(words) < 2 or "," in name or _NUMBERED.fullmatch(words[-1]) or _EASTERN.search(name):
        return name
    family = len(words) - 1
    while family > 1 and words[family - 1].rstrip("'’").lower() in _PARTICLES:
        if not words[family - 1][0].islower():
            break
        family -= 1
    return f"{' '.join(words[family:])}, {' '.join(words[:family])}{suffix}"


def sort_key(sorted_name: str) -> tuple[str, str]:
    """By what two names of an index are put in order: letters alone, without their marks.

    Particles in small letters don't count at first: “von der Leyen” stands under L.
    """
    words = sorted_name.split()
    while len(words) > 1 and words[0].islower() and words[0].strip(",") in _PARTICLES:
        words.pop(0)
    return fold(" ".join(words)), sorted_name
