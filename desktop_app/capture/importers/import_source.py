"""What is imported: a file, a folder, or an archive, read without trust and never unpacked to disk.

An archive's names are only names here; those that lead out of it, though nothing would follow
them, tell that it was made to harm, and it is refused whole. What each member and all of them
together may unpack to is bounded.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import re
import shutil
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, BinaryIO, cast

from desktop_app.capture.text_encoding import charset_of, decode
from desktop_app.core.errors import InputError
from desktop_app.core.held_files import is_held, require_not_held

#: How much of a file is looked at to tell its format and encoding, in bytes.
HEAD_BYTES = 2**18
_PACKED: dict[bytes, Callable[[IO[bytes]], IO[bytes]]] = {
    b"\x1f\x8b": lambda stream: cast(IO[bytes], gzip.GzipFile(fileobj=stream)),
    b"BZh": lambda stream: cast(IO[bytes], bz2.BZ2File(stream)),
    b"\xfd7zXZ": lambda stream: cast(IO[bytes], lzma.LZMAFile(stream)),  # noqa: SIM115 - closed by its user
}
_LEADS_OUT = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    UnicodeError,
)


@dataclass(frozen=True, slots=True)
class ImportLimits:
    """What a source may cost: bytes of a member once unpacked, of all, of one taken whole."""

    member: int = 512 * 2**20
    total: int = 4 * 2**30
    whole: int = 64 * 2**20
    members: int = 200_000


class ImportSource:
    """The members of a file (one), a folder or an archive; close it behind the reading.

    ``names`` are those of its files, with ``/`` between the parts; ``left_out`` those that are
    links or devices. Raises InputError where it can't be read or is refused.
    """

    def __init__(self, path: Path, limits: ImportLimits | None = None) -> None:
        self.path = path
        self.limits = limits or ImportLimits()
        self.left_out: tuple[str, ...] = ()
        self._read = 0
        self._held: list[IO[bytes] | zipfile.ZipFile | tarfile.TarFile] = []
        self._members: dict[str, zipfile.ZipInfo | tarfile.TarInfo | Path] = {}
        self._archive: zipfile.ZipFile | tarfile.TarFile | None = None
        try:
            with _told(path.name):
                self._find_members()
        except BaseException:
            self.close()
            raise
        self.names = tuple(self._members)

    def __enter__(self) -> ImportSource:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close what is open; harmless when it is closed."""
        while self._held:
            self._held.pop().close()

    @property
    def is_single(self) -> bool:
        """Whether it is one file rather than an archive or a folder."""
        return self._archive is None and not self.path.is_dir()

    @cached_property
    def head(self) -> str:
        """The beginning of a single file as text; empty for an archive or folder."""
        return self.head_of(self.names[0]) if self.is_single and self.names else ""

    def head_of(self, name: str) -> str:
        """The beginning of a member as text."""
        with self.open(name) as stream:
            return decode(stream.read(HEAD_BYTES))[0]

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """A member to be read as far as it may; InputError for one that is too large or broken."""
        with _told(name), self._opened(name) as stream:
            bounded = io.BufferedReader(_Bounded(self, stream, name), 2**16)
            yield cast(BinaryIO, bounded)

    @contextmanager
    def open_text(self, name: str) -> Iterator[io.TextIOWrapper]:
        """A member as text in whatever encoding it is; line ends stay as they are."""
        with self.open(name) as stream:
            charset = charset_of(stream.read(HEAD_BYTES))
        with self.open(name) as stream:
            yield io.TextIOWrapper(stream, encoding=charset, errors="replace", newline="")

    @contextmanager
    def opened_at_any_place(self, name: str) -> Iterator[BinaryIO]:
        """A member as it lies there, packed or not, which can be read from any place.

        Of any size where its bytes lie on the disk as they are: nobody needs its whole.
        """
        with _told(name), self._opened(name) as stream:
            if self._archive is None:
                stream.seek(0)
                yield cast(BinaryIO, stream)
                return
            member = self._members[name]
            is_stored = isinstance(member, zipfile.ZipInfo) and not member.compress_type
            with tempfile.TemporaryFile() as copy:
                lies = is_stored or isinstance(member, tarfile.TarInfo)
                whole = stream if lies else io.BufferedReader(_Bounded(self, stream, name))
                shutil.copyfileobj(whole, copy)
                copy.seek(0)
                yield cast(BinaryIO, copy)

    def read(self, name: str) -> bytes:
        """A member whole."""
        with self.open(name) as stream:
            content = stream.read(self.limits.whole + 1)
        if len(content) > self.limits.whole:
            raise _too_large(name, self.limits.whole)
        return content

    def text(self, name: str) -> str:
        """A member whole as text; what its encoding can't read becomes U+FFFD."""
        return decode(self.read(name))[0]

    def spend(self, count: int) -> None:
        """So many bytes more were read; InputError once it is more than any archive needs."""
        self._read += count
        if self._read > self.limits.total:
            raise InputError(
                f"{self.path.name} unpacks to more than {self.limits.total // 2**20:,} MB.",
                "It is refused; import it in parts.",
            )

    def _find_members(self) -> None:
        if self.path.is_dir():
            self._members = dict(self._in_folder())
            return
        require_not_held(self.path)
        stream = self._unpacked(self._hold(self.path.open("rb")))
        # A web page or a text that happens to end as a zip archive begins isn't one.
        if stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06"):
            stream.seek(0)
            self._archive = zipfile.ZipFile(stream)
            self._held.append(self._archive)
            self._members = dict(self._in_zip(self._archive))
            return
        stream.seek(257)
        if stream.read(5) == b"ustar":
            stream.seek(0)
            self._archive = tarfile.TarFile(fileobj=stream)
            self._held.append(self._archive)
            self._members = dict(self._in_tar(self._archive))
            return
        self._single = stream
        self._members = {self.path.name: self.path}

    def _unpacked(self, stream: IO[bytes]) -> IO[bytes]:
        """What is packed as a whole is unpacked beforehand, as far as it may."""
        head = stream.read(6)
        stream.seek(0)
        for mark, unpacking in _PACKED.items():
            if head.startswith(mark):
                if _holds_records(stream):
                    return stream
                unpacked = self._hold(tempfile.TemporaryFile())  # noqa: SIM115 - closed with all
                with unpacking(stream) as packed:
                    bounded = _Bounded(self, packed, self.path.name)
                    shutil.copyfileobj(io.BufferedReader(bounded), unpacked)
                unpacked.seek(0)
                return unpacked
        return stream

    def _hold(self, stream: IO[bytes]) -> IO[bytes]:
        self._held.append(stream)
        return stream

    def _in_folder(self) -> Iterator[tuple[str, Path]]:
        for folder, folders, files in os.walk(self.path):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for file in sorted(files):
                path = Path(folder, file)
                name = path.relative_to(self.path).as_posix()
                if path.is_symlink() or not path.is_file() or is_held(path):
                    self.left_out += (name,)
                elif not file.startswith("."):
                    self._check(name, len(self._members))
                    yield name, path

    def _in_zip(self, archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
        for at, info in enumerate(archive.infolist()):
            self._check(info.filename, at)
            if stat.S_ISLNK(info.external_attr >> 16):
                self.left_out += (info.filename,)
            elif not info.is_dir():
                yield info.filename, info

    def _in_tar(self, archive: tarfile.TarFile) -> Iterator[tuple[str, tarfile.TarInfo]]:
        for at, info in enumerate(archive):
            self._check(info.name, at)
            if info.isfile():
                yield info.name.removeprefix("./"), info
            elif not info.isdir():
                self.left_out += (info.name,)

    def _check(self, name: str, at: int) -> None:
        if _LEADS_OUT.search(name):
            raise InputError(
                f"{self.path.name} holds a file whose name leads out of it ({name[:80]!r}).",
                "No program exports that; it is refused.",
            )
        if at >= self.limits.members:
            raise InputError(
                f"{self.path.name} holds more than {self.limits.members:,} files.",
                "Import it in parts.",
            )

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes]]:
        member = self._members.get(name)
        if isinstance(member, zipfile.ZipInfo) and isinstance(self._archive, zipfile.ZipFile):
            # What is stored as it is takes no more than the archive itself.
            if member.file_size > self.limits.member and member.compress_type:
                raise _too_large(name, self.limits.member)
            with self._archive.open(member) as stream:
                yield stream
        elif isinstance(member, tarfile.TarInfo) and isinstance(self._archive, tarfile.TarFile):
            stream_or_none = self._archive.extractfile(member)
            assert stream_or_none is not None  # only files are members
            with stream_or_none as stream:
                yield stream
        elif member == self.path:
            self._single.seek(0)
            yield self._single
        elif isinstance(member, Path):
            with member.open("rb") as stream:
                yield stream
        else:
            raise InputError(f"{self.path.name} holds no {name[:80]}.", "It may be cut off.")


def _holds_records(stream: IO[bytes]) -> bool:
    """Whether it is a WARC file, which is packed by record and read so."""
    beginning = stream.read(2**12)
    stream.seek(0)
    try:
        return zlib.decompressobj(31).decompress(beginning, 5) == b"WARC/"
    except zlib.error:
        return False


class _Bounded(io.RawIOBase):
    """A stream that ends with an InputError where it is more than it may be."""

    def __init__(self, source: ImportSource, stream: IO[bytes], name: str) -> None:
        super().__init__()
        self._source, self._stream, self._name = source, stream, name
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        into = memoryview(buffer)  # type: ignore[arg-type]
        with _told(self._name):
            content = self._stream.read(len(into))
        into[: len(content)] = content
        self._count += len(content)
        if self._count > self._source.limits.member:
            raise _too_large(self._name, self._source.limits.member)
        self._source.spend(len(content))
        return len(content)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What goes wrong with bytes of others is an InputError."""
    try:
        yield
    except _BROKEN as failure:
        raise InputError(
            f"{name[:80]} is damaged ({failure}).", "Export or download it again."
        ) from failure
    except (RuntimeError, NotImplementedError) as failure:
        raise InputError(
            f"{name[:80]} can't be unpacked ({failure}).",
            "Unpack it with the program that made it, and import the folder.",
        ) from failure
    except OSError as failure:
        raise InputError(
            f"{name[:80]} can't be read ({failure.strerror or failure}).", "Choose another file."
        ) from failure


def _too_large(name: str, limit: int) -> InputError:
    return InputError(
        f"{name[:80]} is larger than {limit // 2**20:,} MB.", "It is refused; import it in parts."
    )
