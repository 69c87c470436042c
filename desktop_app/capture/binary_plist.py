"""Apple's binary property lists, read within bounds.

``plistlib`` reads them too, but a hostile file whose objects share their bytes keeps it busy for
ever; here every object and every byte that is read is counted. Format after CFBinaryPList.c
(https://opensource.apple.com/source/CF/). Numbers, dates and truth values, which no web archive
needs, are read as None.
"""

from __future__ import annotations

_MAGIC = b"bplist00"
_TRAILER_BYTES = 32
_MOST_OBJECTS = 100_000
_MOST_DEPTH = 12
#: Equal objects are written once and read as often as they are told: so many bytes are free.
_SHARED_BYTES = 2**16
_DATA, _ASCII, _UTF16, _ARRAY, _DICT = 0x4, 0x5, 0x6, 0xA, 0xD

#: What a property list is made of, as far as it is read.
PlistValue = bytes | str | list["PlistValue"] | dict[str, "PlistValue"] | None


def read_binary_plist(content: bytes) -> PlistValue:
    """The value in a binary property list; raises ValueError for one damaged or too large."""
    return _Reader(content).root()


class _Reader:
    """Reads objects by number; ``_objects_left`` and ``_bytes_left`` bound the work."""

    def __init__(self, content: bytes) -> None:
        if not content.startswith(_MAGIC) or len(content) < len(_MAGIC) + _TRAILER_BYTES:
            raise ValueError("no binary property list")
        trailer = content[-_TRAILER_BYTES:]
        self._content = content
        self._offset_size, self._reference_size = trailer[6], trailer[7]
        self._count = int.from_bytes(trailer[8:16])
        self._top = int.from_bytes(trailer[16:24])
        self._table = int.from_bytes(trailer[24:32])
        self._objects_left = _MOST_OBJECTS
        self._bytes_left = 2 * len(content) + _SHARED_BYTES

    def root(self) -> PlistValue:
        return self._object(self._top, _MOST_DEPTH)

    def _object(self, number: int, depth: int) -> PlistValue:
        self._objects_left -= 1
        if self._objects_left < 0 or depth < 0 or number >= self._count:
            raise ValueError("too many objects, too deep, or one that isn't there")
        offset = self._integer(self._table + number * self._offset_size, self._offset_size)
        marker = self._bytes(offset, 1)[0]
        kind, length = marker >> 4, marker & 0x0F
        if kind not in (_DATA, _ASCII, _UTF16, _ARRAY, _DICT):
            return None
        start = offset + 1
        if length == 0x0F:
            start, length = self._long_length(start)
        return self._value(kind, start, length, depth)

    def _value(self, kind: int, start: int, length: int, depth: int) -> PlistValue:
        if kind == _DATA:
            return self._bytes(start, length)
        if kind == _ASCII:
            return self._bytes(start, length).decode("ascii", errors="replace")
        if kind == _UTF16:
            return self._bytes(start, 2 * length).decode("utf-16-be", errors="replace")
        references = self._references(start, length if kind == _ARRAY else 2 * length)
        values = [self._object(reference, depth - 1) for reference in references]
        if kind == _ARRAY:
            return values
        pairs = zip(values[:length], values[length:], strict=True)
        return {key: value for key, value in pairs if isinstance(key, str)}

    def _references(self, start: int, count: int) -> list[int]:
        if count > self._objects_left:
            raise ValueError("too many objects")
        size = self._reference_size
        return [self._integer(start + at * size, size) for at in range(count)]

    def _long_length(self, start: int) -> tuple[int, int]:
        marker = self._bytes(start, 1)[0]
        size = 1 << (marker & 0x0F)
        if marker >> 4 != 0x1 or size > 8:
            raise ValueError("a length that is no number")
        return start + 1 + size, self._integer(start + 1, size)

    def _integer(self, start: int, size: int) -> int:
        return int.from_bytes(self._bytes(start, size))

    def _bytes(self, start: int, length: int) -> bytes:
        self._bytes_left -= length
        found = self._content[start : start + length]
        if self._bytes_left < 0 or len(found) != length:
            raise ValueError("bytes that aren't there, or are read over and over")
        return found
