"""Names of persons as an index orders them: the family's name before the given ones."""

from __future__ import annotations

import re

from desktop_app.core.folding import fold
from desktop_app.core.name_parts import split_name

#: Of rulers, who have no family name: “Wilhelm II”.
_NUMBERED = re.compile(r"[IVX]+\.?")
#: A particle that stays with its family name; an index doesn't go by it.
_PARTICLE = re.compile(r"(?:[^\W\d_A-Z]+['’]? ?)+(?=[^\W\d_a-z])")


def sort_name(name: str) -> str:
    """“Lavrov, Sergey”, “Bismarck, Otto von”, “King, Martin Luther, Jr.”, “Xi Jinping”.

    A name that can't be parted, and one that is spoken with the family's first, stays as it is.
    """
    parts = split_name(name)
    words = name.split()
    if parts.literal or parts.family_first or not parts.given:
        return name
    if _NUMBERED.fullmatch(words[-1]):
        return name
    joint = "" if parts.particle.endswith(("'", "’")) else " "
    family = f"{parts.particle}{joint}{parts.family}".strip()
    given = " ".join(filter(None, (parts.given, parts.dropping)))
    return ", ".join(filter(None, (family, given, parts.suffix)))


def sort_key(sorted_name: str) -> tuple[str, str]:
    """By what two names of an index are put in order: letters alone, without their marks.

    Particles in small letters don't count at first: “van der Berg, Jan” stands under B.
    """
    particle = _PARTICLE.match(sorted_name)
    return fold(sorted_name[particle.end() if particle else 0 :]), sorted_name
