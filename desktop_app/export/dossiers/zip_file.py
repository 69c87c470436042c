"""Zip files of documents, written again with what pandoc couldn't put into them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from desktop_app.export.dossiers.kept_images import STAND_IN_LENGTH, KeptImages

#: Pictures are compressed as they are.
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".webp")


#: Makes a file's bytes into others.
Change: TypeAlias = Callable[[bytes], bytes]


def rewrite_zip(
    content: bytes,
    to: BinaryIO,
    pictures: KeptImages,
    changes: Mapping[str, Change] = MappingProxyType({}),
    change_all: Callable[[str, bytes], bytes] = lambda name, content: content,
) -> None:
    """Write the zip file with the pictures in place of their stand-ins.

    ``changes`` are made to the files of these names, ``change_all`` to each; order and times stay.
    """
    with ZipFile(io.BytesIO(content)) as old, ZipFile(to, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.file_size == STAND_IN_LENGTH:
                data = pictures.in_place_of(data) or data
            change = changes.get(entry.filename)
            data = change_all(entry.filename, change(data) if change else data)
            put(new, entry.filename, data, entry.date_time)


def put(
    to: ZipFile,
    name: str,
    data: bytes,
    date: tuple[int, int, int, int, int, int] = (1980, 1, 1, 0, 0, 0),
) -> None:
    """Put a file into a zip file; what is packed already, or must stand bare, isn't packed."""
    entry = ZipInfo(name, date)
    bare = name == "mimetype" or name.lower().endswith(_PACKED)
    entry.compress_type = ZIP_STORED if bare else ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    # The system that wrote it isn't to be told: the same bytes on all of them.
    entry.create_system = 3
    to.writestr(entry, data)
