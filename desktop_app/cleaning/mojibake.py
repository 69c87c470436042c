"""Text that was decoded wrongly once before it was written: “GrÃ¶ÃŸe” for “Größe”.

Only a text that is full of it is mended, since the same letters may be meant.
"""

from __future__ import annotations

import re
from functools import cache

#: How many garbled letters make sure that it is no accident, and their share of all foreign ones.
_ENOUGH, _LEAST_SHARE = 4, 0.5
#: All that can be garbled lies outside ASCII; that a table of bytes parts it off is a hundred times
#: as fast as a pattern.
_BLANK_ASCII = b" " * 0x80 + bytes(range(0x80, 0x100))
_ENCODINGS = ("cp1252", "cp1251")
#: How long a text is looked at to find whether it is garbled, in characters.
_LOOKED_AT = 400_000
_TIMES = 2


def mend_mojibake(text: str) -> str:
    """The text as it was before UTF-8 was taken for another encoding, once or twice."""
    for _ in range(_TIMES):
        foreign = _foreign(text[:_LOOKED_AT])
        encoding = next((name for name in _ENCODINGS if _is_garbled(foreign, name)), None)
        if encoding is None:
            return text
        text = _all_mended(text, encoding)
    return text


def _all_mended(text: str, encoding: str) -> str:
    return _run_pattern(encoding).sub(lambda run: _mended(run[0], encoding), text)


def _foreign(text: str) -> str:
    """The text's runs of letters outside ASCII, with blanks between them."""
    runs = text.encode("utf-8", "surrogatepass").translate(_BLANK_ASCII).split()
    return b" ".join(runs).decode("utf-8", "surrogatepass")


def _is_garbled(foreign: str, encoding: str) -> bool:
    runs = _run_pattern(encoding).findall(foreign)
    garbled = [(run, mended) for run in runs if (mended := _mended(run, encoding)) != run]
    if sum(len(mended) for _, mended in garbled) < _ENOUGH:
        return False
    letters = len(foreign) - foreign.count(" ")
    return sum(len(run) for run, _ in garbled) > _LEAST_SHARE * letters


def _mended(run: str, encoding: str) -> str:
    try:
        return _bytes(run, encoding).decode("utf-8")
    except UnicodeDecodeError:
        return run


def _bytes(run: str, encoding: str) -> bytes:
    """The bytes behind the run; those without a letter stand for themselves, as browsers do."""
    letters = _letters(encoding)
    return bytes(letters[letter] for letter in run)


@cache
def _letters(encoding: str) -> dict[str, int]:
    letters: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        letters[chr(byte)] = byte if encoding == "cp1252" else letters.get(chr(byte), byte)
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(encoding, "replace")
        if letter != "\ufffd":
            letters[letter] = byte
    return letters


@cache
def _run_pattern(encoding: str) -> re.Pattern[str]:
    """A first byte of UTF-8 and those that follow it, one or more times, as wrong letters."""
    letters = _letters(encoding)

    def one_of(first: int, last: int) -> str:
        found = (letter for letter, byte in letters.items() if first <= byte <= last)
        return f"[{''.join(map(re.escape, found))}]"

    tail = one_of(0x80, 0xBF)
    two, three = one_of(0xC2, 0xDF) + tail, one_of(0xE0, 0xEF) + tail * 2
    return re.compile(f"(?:{two}|{three}|{one_of(0xF0, 0xF4)}{tail * 3})+")
