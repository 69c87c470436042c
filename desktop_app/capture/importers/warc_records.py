"""The records of WARC files (ISO 28500, https://iipc.github.io/warc-specifications/).

FastWARC reads them one by one from the packed file, of which nothing is unpacked but the record
that is asked for. Behind a damaged record it is taken up again at the next one. What a record may
unpack to is bounded; a larger one is stepped over packed as it is.
"""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import IO, Any, BinaryIO, cast

from fastwarc.stream_io import GzipReader, ZstdReader
from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord

from desktop_app.capture.content_coding import UnfoldsTooFarError, UnknownCodingError, decoded
from desktop_app.capture.importers.import_source import ImportLimits
from desktop_app.capture.importers.values import moment
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportProblem

GZIP, ZSTD, PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/"
#: A zstd file of records begins with the dictionary that they share.
_ZSTD_DICTIONARY = b"\x5d\x2a\x4d\x18"
_CHUNK = 2**18
#: Web pages pack to a fifth to a tenth; a file that unpacks to more than this is made to harm.
_MOST_UNPACKED = 50
_MOST_PROBLEMS = 1_000

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One record without its content; ``number`` counts from 1, ``offset`` is where it begins.

    ``kind`` is ``response``, ``resource``, ``revisit``, ``request`` and so on, ``url`` what it is
    of, ``date`` an ISO 8601 time in UTC. ``headers`` are HTTP's, their names in lower case;
    ``fields`` the record's own. ``status`` and ``request`` stand in HTTP's first line.
    """

    number: int
    offset: int
    kind: str
    url: str
    date: str | None
    size: int
    status: int | None = None
    request: str = ""
    headers: Headers = ()
    fields: dict[str, str] = field(default_factory=dict)

    def header(self, name: str) -> str:
        """An HTTP header's value, empty where it isn't there."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def media_type(self) -> str:
        """What the content is said to be, without parameters."""
        told = self.header("content-type") or (
            self.fields.get("content-type", "") if self.kind == "resource" else ""
        )
        return told.partition(";")[0].strip().lower()


class WarcFile:
    """A WARC file that can be read at any place; ``name`` is what a person calls it."""

    def __init__(self, stream: BinaryIO, name: str, limits: ImportLimits) -> None:
        self._stream, self.name, self._limits = stream, name, limits
        stream.seek(0, 2)
        self._size = stream.tell()
        stream.seek(0)
        self._mark = GZIP if stream.read(3) == GZIP else PLAIN

    @classmethod
    @contextmanager
    def opened(cls, stream: BinaryIO, name: str, limits: ImportLimits) -> Iterator[WarcFile]:
        """The file; one that is packed as a whole rather than by record is unpacked beforehand."""
        if _is_by_record(stream):
            yield cls(stream, name, limits)
            return
        with tempfile.TemporaryFile() as unpacked:
            _unpack(stream, unpacked, name, limits)
            yield cls(cast(BinaryIO, unpacked), name, limits)

    def records(self) -> Iterator[tuple[Record, Callable[[], bytes]] | ImportProblem]:
        """Every record with what reads its content, which is there until the next is asked for."""
        number, unpacked, problems = 0, 0, 0
        at: int | None = 0
        while at is not None:
            self._stream.seek(at)
            begin, is_told = at, at > 0
            try:
                for each in self._iterated():
                    number, begin, is_told = number + 1, each.stream_pos, False
                    if self._mark != PLAIN and each.content_length > self._limits.whole:
                        yield self._too_large(number)
                        break
                    unpacked += max(0, each.content_length)
                    self._check(unpacked)
                    yield _record(number, each), partial(self._content, each)
                else:
                    return
            except (OSError, ValueError) as failure:
                if not is_told:
                    number, problems = number + 1, problems + 1
                    yield ImportProblem(number, f"The record is damaged ({failure}).", self.name)
            at = self._next_mark(begin + 1) if problems < _MOST_PROBLEMS else None

    def content(self, record: Record) -> bytes:
        """What a record holds, its codings undone; InputError where that can't be."""
        self._stream.seek(record.offset)
        try:
            for each in self._iterated():
                return _undone(record, self._content(each), self._limits.whole)
        except (OSError, ValueError) as failure:
            raise InputError(f"The record is damaged ({failure}).", "") from failure
        raise InputError("The record is gone.", "Was the file changed meanwhile?")

    def body(self, record: Record, read: Callable[[], bytes]) -> bytes:
        """The same, of the record that is being read."""
        return _undone(record, read(), self._limits.whole)

    def _iterated(self) -> ArchiveIterator:
        return ArchiveIterator(cast(Any, self._stream), strict_mode=False)

    def _content(self, record: WarcRecord) -> bytes:
        content = record.reader.read(self._limits.whole + 1)
        if len(content) > self._limits.whole:
            raise InputError(f"It is larger than {self._limits.whole // 2**20:,} MB.", "")
        return content

    def _too_large(self, number: int) -> ImportProblem:
        reason = f"The record is larger than {self._limits.whole // 2**20:,} MB; it was left out."
        return ImportProblem(number, reason, self.name)

    def _check(self, unpacked: int) -> None:
        if self._mark != PLAIN and unpacked > self._limits.whole + _MOST_UNPACKED * self._size:
            raise InputError(
                f"{self.name} unpacks to far more than web pages do.",
                "It is refused, as a file that was made to fill the disk.",
            )

    def _next_mark(self, begin: int) -> int | None:
        """Where the next record may begin, from there on."""
        self._stream.seek(begin)
        before = b""
        while chunk := self._stream.read(_CHUNK):
            found = (before + chunk).find(self._mark)
            if found >= 0:
                return begin - len(before) + found
            begin += len(chunk)
            before = chunk[-len(self._mark) + 1 :]
        return None


def is_warc(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of a WARC file, packed or not."""
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, len(PLAIN))
        except zlib.error:
            return False
    is_zstd = head.startswith((ZSTD, _ZSTD_DICTIONARY))
    return head.startswith(PLAIN) or (is_zstd and name.lower().endswith(".warc.zst"))


def _record(number: int, each: WarcRecord) -> Record:
    http = each.http_headers if each.is_http_parsed else None
    fields = dict(reversed(_told(each.headers)))
    return Record(
        number,
        each.stream_pos,
        fields.get("warc-type", "").strip().lower(),
        fields.get("warc-target-uri", "").strip("<> "),
        moment(fields.get("warc-date", "")),
        each.content_length,
        status=None if http is None else http.status_code,
        request="" if http is None else _text(http.status_line_bytes or b""),
        headers=() if http is None else tuple(_told(http)),
        fields=fields,
    )


def _told(headers: HeaderMap) -> list[tuple[str, str]]:
    return [(_text(name).lower(), _text(value)) for name, value in headers.items_bytes()]


def _text(content: bytes) -> str:
    """Words of a header: UTF-8, as some send it, else Latin-1, as HTTP has it."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _is_by_record(stream: BinaryIO) -> bool:
    """Whether each record can be read from where it begins."""
    stream.seek(0)
    if stream.read(4) in (ZSTD, _ZSTD_DICTIONARY):
        return False
    stream.seek(0)
    places = []
    try:
        for each in ArchiveIterator(cast(Any, stream), strict_mode=False):
            places.append(each.stream_pos)
            if len(places) == 3:
                break
    except (OSError, ValueError):
        return True  # told when it is read
    return len(set(places)) == len(places)


def _unpacking(stream: BinaryIO) -> IO[bytes]:
    stream.seek(0)
    is_zstd = stream.read(4) in (ZSTD, _ZSTD_DICTIONARY)
    stream.seek(0)
    return cast(IO[bytes], (ZstdReader if is_zstd else GzipReader)(cast(Any, stream)))


def _unpack(stream: BinaryIO, into: IO[bytes], name: str, limits: ImportLimits) -> None:
    size = stream.seek(0, 2)
    most = min(limits.total, limits.whole + _MOST_UNPACKED * size)
    packed = _unpacking(stream)
    while True:
        try:
            chunk = packed.read(_CHUNK)
        except OSError as failure:
            if into.tell():
                return  # what came before the damage is read
            raise InputError(f"{name} is damaged ({failure}).", "Make it again.") from failure
        if not chunk:
            return
        into.write(chunk)
        if into.tell() > most:
            raise InputError(f"{name} unpacks to too much.", "It is refused; import it in parts.")


def _undone(record: Record, body: bytes, limit: int) -> bytes:
    """The content as it was before it was sent; what isn't coded, though it says so, stays."""
    if "chunked" in record.header("transfer-encoding").lower():
        body = _unchunked(body)
    try:
        return decoded(body, record.header("content-encoding"), limit=limit, archived=True)[0]
    except UnfoldsTooFarError:
        raise InputError(f"It unpacks to more than {limit // 2**20:,} MB.", "") from None
    except UnknownCodingError as failure:
        raise InputError(f"It is packed in a way that isn't known ({failure}).", "") from failure


def _unchunked(body: bytes) -> bytes:
    """Without the sizes between the parts (RFC 9112, section 7.1); a last part may be cut."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\n", at, at + 1_000)
        try:
            size = int(body[at:end].split(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return body if not parts else b"".join(parts)
        if size == 0:
            break
        parts.append(body[end + 1 : end + 1 + size])
        at = end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(parts)
