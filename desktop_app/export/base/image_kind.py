"""What an image is, told by its bytes alone: neither name nor declared type is believed.

Vector drawings are none here: they may hold script and ask the network when they are opened, and
capture makes pictures of them.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

#: Larger pictures are refused: a small file may claim a size that fills the memory.
MAX_PIXELS = 60_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_GIF = (b"GIF87a", b"GIF89a")
#: JPEG's start-of-frame markers; C4, C8 and CC share the range but are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_STANDALONE = frozenset((0x01, *range(0xD0, 0xD9)))


@dataclass(frozen=True, slots=True)
class ImageKind:
    """The suffix for a file's name, and the size in pixels."""

    suffix: str
    width: int
    height: int


def recognise_image(content: bytes) -> ImageKind | None:
    """The kind of a PNG, JPEG, GIF or WebP; None for all else, for bombs and for stumps."""
    kind = _recognise(content)
    return kind if kind and 0 < kind.width * kind.height <= MAX_PIXELS else None


def is_whole(content: bytes, kind: ImageKind) -> bool:
    """Whether a recognised image goes on to its end, so that other programs take it for one."""
    if kind.suffix == ".png":
        return b"IDAT" in content and b"IEND" in content[-4096:]
    if kind.suffix == ".jpg":
        return 0 < content.find(b"\xff\xda") < content.rfind(b"\xff\xd9")
    if kind.suffix == ".gif":
        return b"\x2c" in content and b"\x3b" in content[-1024:]
    if kind.suffix == ".webp":
        return int.from_bytes(content[4:8], "little") <= len(content) - 8
    return True


def _recognise(content: bytes) -> ImageKind | None:
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and len(content) > 24:
        return ImageKind(".png", *struct.unpack(">II", content[16:24]))
    if content.startswith(_GIF) and len(content) > 10:
        return ImageKind(".gif", *struct.unpack("<HH", content[6:10]))
    if content.startswith(b"\xff\xd8\xff"):
        return _jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _webp(content)
    return None


def _jpeg(content: bytes) -> ImageKind | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return ImageKind(".jpg", width, height)
        if marker == 0xFF:
            at += 1
        elif marker in _STANDALONE:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))
    return None


def _webp(content: bytes) -> ImageKind | None:
    form, data = content[12:16], content[20:30]
    if len(data) < 10:
        return None
    if form == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (4, 7))
    elif form == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif form == b"VP8 ":
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (6, 8))
    else:
        return None
    return ImageKind(".webp", width, height)
