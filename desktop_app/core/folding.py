"""How text is folded so that spellings which differ in form alone compare equal."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile(r"[’'`ʼ.]")
# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def fold(text: str) -> str:
    """Text without case, accents or compatibility forms; white space and punctuation stay."""
    if text.isascii():
        return text.lower()
    # Folded on both sides of casefolding: a styled capital is a capital only once it's decomposed.
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = unicodedata.normalize("NFKD", plain)
    for mark in filter(unicodedata.combining, set(bare)):
        bare = bare.replace(mark, "")
    return unicodedata.normalize("NFC", bare.translate(_LETTERS))


def name_key(name: str) -> str:
    """A person's name as a key: folded, hyphens as spaces, no dots or apostrophes."""
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", fold(name))).strip()
