"""An export of a whole archive, found at a path and read whatever it is compressed with."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import zstandard

from desktop_app.core.counted import count_articles, counted
from desktop_app.core.errors import InputError
from desktop_app.core.held_files import is_held
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.whole.whole_archive import WholeArchive

#: How a person calls it.
TITLE = "Cuttings (a whole archive)"
NAME = "whole-archive"
_BROKEN = (zlib.error, zstandard.ZstdError)
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
#: As much as unpacking may keep in mind; what needs more was made to harm.
_MOST_REMEMBERED = 128 * 2**20
#: Lines of these types are told of before the import, as a person calls them.
_TOLD = {
    "person": "person",
    "highlight": "highlight",
    "tag": "tag",
    "dossier": "dossier",
    "saved_search": "saved search",
    "feed": "feed",
}
_PLURALS = {"person": "persons", "saved search": "saved searches"}


@dataclass(frozen=True, slots=True)
class WholeFile:
    """An export of a whole archive, and how many lines of each type it tells of."""

    path: Path
    counts: dict[str, int]

    @property
    def articles(self) -> int:
        """How many articles come, those in the trash included."""
        return self.counts.get("article", 0)

    @property
    def in_words(self) -> str:
        """What comes, as a sentence."""
        parts = [
            counted(self.counts[name], words, _PLURALS.get(words))
            for name, words in _TOLD.items()
            if self.counts.get(name)
        ]
        return ", ".join((f"The whole archive: {count_articles(self.articles)}", *parts)) + "."


def whole_file(path: Path) -> WholeFile | None:
    """The export at this path; None where it is none, or can't be read, which others tell.

    Raises InputError where a newer Cuttings made it.
    """
    if is_held(path) or not path.is_file():
        return None
    try:
        with _opened(path) as stream:
            counts = WholeArchive.counts(stream, path.name)
    except (OSError, EOFError, *_BROKEN):
        return None
    return None if counts is None else WholeFile(path, counts)


def restore(archive: Archive, file: WholeFile) -> list[int]:
    """Make the archive anew of the file; gives its articles.

    Raises InputError where the archive isn't empty, or where the file isn't whole and right in
    every line: then nothing was changed.
    """
    try:
        with _opened(file.path) as stream:
            archive.whole.restore(stream, file.path.name, sum(file.counts.values()))
    except OSError as failure:
        reason = failure.strerror or "it is damaged"
        raise InputError(
            f"{file.path.name} can't be read: {reason}.", "Nothing was imported."
        ) from failure
    except _BROKEN as failure:
        raise InputError(
            f"{file.path.name} is damaged: it can't be unpacked.", "Nothing was imported."
        ) from failure
    return archive.search.ids(parse_query(""))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    with ExitStack() as stack:
        file: BinaryIO = stack.enter_context(path.open("rb"))
        start = file.read(4)
        file.seek(0)
        if start[:2] == _GZIP:
            file = cast(BinaryIO, stack.enter_context(gzip.GzipFile(fileobj=file)))
        elif start == _ZSTD:
            reader = zstandard.ZstdDecompressor(max_window_size=_MOST_REMEMBERED)
            unpacked = reader.stream_reader(file, read_across_frames=True)
            file = cast(BinaryIO, stack.enter_context(io.BufferedReader(unpacked)))
        yield file
