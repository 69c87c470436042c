"""What is known of single words: a given name, a family name, a place, a plain word.

The data file is made by `resources/training/build_name_data.py`. It holds no text: each word is
the CRC-32 of its folded spelling, sorted, with one byte of kinds. So four hundred thousand words
take some 2 MB of memory and load in a few hundredths of a second; the price is that about one
unknown word in ten thousand is taken for a known one.

File: eight bytes of magic, the count (32 bits, little-endian), then a Zstandard frame of the
differences of successive keys as four byte planes (lowest first), and the kinds.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from enum import IntFlag
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

import zstandard

from desktop_app.core.folding import fold

MAGIC = b"CUTNAME1"
_FILE = Path(__file__).with_name("data") / "names.bin"
_LARGEST = 16_000_000


class Kind(IntFlag):
    """What a word may be; several at once for most."""

    NAME = 1
    GIVEN = 2
    FAMILY = 4
    COMMON = 8
    WORD = 16
    PLACE = 32
    LARGE = 64
    ORGANISATION = 128


@dataclass(frozen=True, slots=True)
class _NameData:
    keys: array[int]
    kinds: bytes


@lru_cache(maxsize=20_000)
def kinds_of(word: str) -> int:
    """The kinds of a word or of a place's whole name, as a number of `Kind` bits; 0 if unknown."""
    data = _name_data()
    key = zlib.crc32((word.lower() if word.isascii() else fold(word)).encode("utf-8", "replace"))
    place = bisect_left(data.keys, key)
    if place < len(data.keys) and data.keys[place] == key:
        return data.kinds[place]
    return 0


@cache
def _name_data() -> _NameData:
    content = _FILE.read_bytes()
    count = int.from_bytes(content[8:12], "little")
    body = zstandard.ZstdDecompressor().decompress(content[12:], max_output_size=_LARGEST)
    interleaved = bytearray(4 * count)
    for plane in range(4):
        interleaved[plane::4] = body[plane * count : (plane + 1) * count]
    steps = array("I")
    steps.frombytes(bytes(interleaved))
    if sys.byteorder == "big":
        steps.byteswap()
    return _NameData(array("I", accumulate(steps)), body[4 * count :])
