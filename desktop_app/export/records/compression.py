"""Files that are written compressed, the same bytes for the same content."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Literal, Protocol, TypeAlias

import zstandard

Compression: TypeAlias = Literal["none", "gzip", "zstd"]
#: Quick, and near to the smallest for text.
_GZIP_LEVEL, _ZSTD_LEVEL = 6, 9


class Writable(Protocol):
    """What bytes can be put into."""

    def write(self, content: bytes, /) -> int:
        """Put these bytes behind the others."""
        ...


@contextmanager
def compressed_into(file: BinaryIO, compression: Compression) -> Iterator[Writable]:
    """What is written inside goes into the file, compressed so; its name and time aren't kept."""
    if compression == "gzip":
        with gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0) as packed:
            yield packed
    elif compression == "zstd":
        compressor = zstandard.ZstdCompressor(level=_ZSTD_LEVEL, write_checksum=True)
        with compressor.stream_writer(file, closefd=False) as packed:
            yield packed
    else:
        yield file
