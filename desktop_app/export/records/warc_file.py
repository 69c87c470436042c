"""Snapshots as WARC 1.1 (ISO 28500), record by record, each packed by itself.

What was answered over HTTP is a ``response`` with the headers that were kept, what came otherwise
(pasted, from a file, images) a ``resource``. The same bytes of the same address, captured again,
are a ``revisit``. Record ids and times come from the captures: the same captures give the same
bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from desktop_app.core.article import RawCapture
from desktop_app.export.base.moments import utc_text
from desktop_app.export.base.plain_words import web_address

_FORMAT = "WARC File Format 1.1"
_SPECIFICATION = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_UNKNOWN = (
    "Pages kept in an archive of press articles. Requests, addresses of servers and status lines"
    " were not kept: 200 OK stands for every page that was answered. Bodies are as they were after"
    " decoding; headers that told of coding and length are named X-Archive-Orig-*."
)
#: Roles of captures that are no state of the article: what came in the page's place.
_LEFT_OUT = frozenset({"refused"})
#: Headers that no longer hold of a decoded body.
_OF_TRANSFER = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_HEADER_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]+")
_MEDIA_TYPE = re.compile(r"[\w.+-]{1,100}/[\w.+-]{1,100}", re.ASCII)
_CHARSET = re.compile(r"[\w.:-]{1,60}", re.ASCII)
_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"


class _Seen(NamedTuple):
    """The record that holds a payload."""

    record_id: str
    date: str


class WarcWriting:
    """Writes captures to a stream; ``close`` ends it. ``software`` is who writes.

    ``packed`` writes each record as a gzip member of its own, as ``.warc.gz`` has them.
    """

    def __init__(self, stream: BinaryIO, software: str, *, packed: bool = True) -> None:
        self._stream = GzipWriter(stream, compression_level=6) if packed else stream
        self._software = software
        self._seen: dict[tuple[str, str], _Seen] = {}
        self._info = ""
        self.records = 0

    def add(self, captures: Iterable[tuple[str, RawCapture]]) -> None:
        """Write all captures of one article, each with its role, pages before what is theirs."""
        page = ""
        for role, raw in captures:
            if role in _LEFT_OUT:
                continue
            if not self._info:
                self._write_info(utc_text(raw.captured))
            belongs_to = "" if role in ("page", "beside") else page
            record_id = self._write_capture(raw, role, belongs_to)
            page = page if belongs_to else record_id

    def close(self) -> None:
        """Write what is still in hand; the stream stays open."""
        if isinstance(self._stream, GzipWriter):
            self._stream.close()

    def _write_info(self, date: str) -> None:
        fields = {
            "software": self._software,
            "format": _FORMAT,
            "conformsTo": _SPECIFICATION,
            "description": _UNKNOWN,
        }
        content = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
        headers = {"Content-Type": "application/warc-fields"}
        self._info = self._write(WarcRecordType.warcinfo, date, headers, content)

    def _write_capture(self, raw: RawCapture, role: str, belongs_to: str) -> str:
        address = None if role == "companion" else web_address(raw.url)
        target = _uri(address) if address else f"urn:sha256:{raw.sha256}"
        date = utc_text(raw.captured)
        payload = hashlib.sha1(raw.content, usedforsecurity=False).digest()
        digest = f"sha1:{base64.b32encode(payload).decode()}"
        headers = {
            "WARC-Target-URI": target,
            "WARC-Payload-Digest": digest,
            "WARC-Warcinfo-ID": self._info,
        }
        if belongs_to:
            headers["WARC-Concurrent-To"] = belongs_to
        is_response = bool(address and raw.headers)
        before = self._seen.get((target, digest))
        if before is not None:
            headers["WARC-Profile"] = _SAME_PAYLOAD
            headers["WARC-Refers-To"] = before.record_id
            headers["WARC-Refers-To-Target-URI"] = target
            headers["WARC-Refers-To-Date"] = before.date
            head = _http_head(raw) if is_response else b""
            if is_response:
                headers["Content-Type"] = "application/http; msgtype=response"
            return self._write(WarcRecordType.revisit, date, headers, head)
        if is_response:
            headers["Content-Type"] = "application/http; msgtype=response"
            content = _http_head(raw) + raw.content
            record_id = self._write(WarcRecordType.response, date, headers, content)
        else:
            headers["Content-Type"] = _content_type(raw)
            record_id = self._write(WarcRecordType.resource, date, headers, raw.content)
        self._seen[target, digest] = _Seen(record_id, date)
        return record_id

    def _write(
        self, kind: WarcRecordType, date: str, headers: dict[str, str], content: bytes
    ) -> str:
        self.records += 1
        told = f"{self.records} {kind} {date} {sorted(headers.items())}"
        name = f"uuid:{uuid5(NAMESPACE_URL, told)}"
        record = WarcRecord()
        record.init_headers(record_type=kind, record_urn=name.encode())
        record.headers.set("WARC-Date", date)
        for field, value in headers.items():
            record.headers.set(field, value)
        record.set_bytes_content(content)
        record.write(self._stream, checksum_data=True)
        if isinstance(self._stream, GzipWriter):
            self._stream.finish()
        return f"<urn:{name}>"


def _http_head(raw: RawCapture) -> bytes:
    """The response's head as far as it was kept, with the length that the body has now."""
    lines = ["HTTP/1.1 200 OK"]
    for name, value in raw.headers:
        if not _HEADER_NAME.fullmatch(name):
            continue
        shown = f"X-Archive-Orig-{name}" if name.lower() in _OF_TRANSFER else name
        lines.append(f"{shown}: {_CONTROL.sub(' ', value)}")
    lines.append(f"Content-Length: {len(raw.content)}")
    return "\r\n".join((*lines, "", "")).encode("utf-8", "replace")


def _content_type(raw: RawCapture) -> str:
    if not _MEDIA_TYPE.fullmatch(raw.media_type):
        return "application/octet-stream"
    if raw.charset and _CHARSET.fullmatch(raw.charset):
        return f"{raw.media_type}; charset={raw.charset}"
    return raw.media_type


def _uri(address: str) -> str:
    """The address with what no URI holds percent-encoded, its scheme in small letters.

    In capitals it means the same, but readers of WARC don't see HTTP in it.
    """
    scheme, colon, rest = address.partition(":")
    return quote(scheme.lower() + colon + rest, safe=_IN_ADDRESS)
