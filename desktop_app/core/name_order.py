"""Names of persons as an index orders them: the family's name before the given ones."""

from __future__ import annotations

import re

from desktop_app.core.folding import fold
from desktop_app.core.name_parts import split_name

_BEFORE_LETTERS = "'’‘\"“„«-– "
#: Of rulers, who have no family name: “Wilhelm II”.
_NUMBERED = re.compile(r"[IVX]+\.?")
#: A particle that is written together with its family name: “d'Arc”.
_JOINED = re.compile(r"(\w{1,3}['’])\w")


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
    words = sorted_name.split()
    while len(words) > 1 and words[0].islower() and not words[0].endswith(","):
        words.pop(0)
    name = " ".join(words)
    joined = _JOINED.match(name)
    if joined and joined[1].islower() and joined[0][-1].isupper():
        name = name[joined.end(1) :]
    return fold(name).lstrip(_BEFORE_LETTERS), sorted_name


def index_letter(sorted_name: str) -> str:
    """The letter that a name is found under in an index; “#” for what isn't a letter."""
    first = sort_key(sorted_name)[0][:1].upper()
    return first if first.isalpha() else "#"
