"""MHTML (RFC 2557), the browsers' “web page, single file”: a page and its parts as MIME.

The parts are split by hand and linearly, their headers read by the standard library's parser: its
parser of whole messages takes time that grows with depth × length on hostile input.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import parsedate_to_datetime

from desktop_app.capture.media_types import HTML, PLAIN, XHTML
from desktop_app.capture.web_bundle import BundledImage, WebBundle

_MOST_PARTS = 3000
_MOST_DEPTH = 4
_MOST_HEADER_BYTES = 32768
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))


@dataclass(frozen=True, slots=True)
class _Part:
    headers: Message
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get_content_type()

    def text_of(self, name: str) -> str | None:
        """A header's value in one line, whatever was in it."""
        value = self.headers.get(name)
        return " ".join(str(value).split()) if value is not None else None


def read_mhtml(content: bytes) -> WebBundle:
    """The page in an MHTML file with its images; ``page`` is None where there is none.

    Never raises: what is damaged is left out.
    """
    root = _part(content)
    address = root.text_of("Snapshot-Content-Location") or root.text_of("Content-Location")
    saved = _date(root.text_of("Date"))
    parts = list(_leaves(root))
    page = _main_page(parts, root, address)
    if page is None:
        return WebBundle(url=address, saved=saved)
    return WebBundle(
        page=_decoded_body(page),
        media_type=page.media_type,
        charset=_charset(page),
        url=address or page.text_of("Content-Location"),
        saved=saved,
        images=tuple(
            _image(part) for part in parts if part.headers.get_content_maintype() == "image"
        ),
    )


def _part(raw: bytes) -> _Part:
    raw = raw.lstrip(b"\r\n")
    end = _END_OF_HEADERS.search(raw, 0, _MOST_HEADER_BYTES)
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (raw[:_MOST_HEADER_BYTES], b"")
    return _Part(BytesHeaderParser(policy=compat32).parsebytes(head), body)


def _leaves(root: _Part) -> Iterator[_Part]:
    """The parts that hold no parts themselves, in order, so many and so deep at most."""
    waiting, given = [(root, 0)], 0
    while waiting and given < _MOST_PARTS:
        part, depth = waiting.pop()
        if part.headers.get_content_maintype() != "multipart":
            given += 1
            yield part
        elif depth < _MOST_DEPTH:
            waiting.extend((inner, depth + 1) for inner in reversed(_inner_parts(part)))


def _inner_parts(part: _Part) -> list[_Part]:
    boundary = _parameter(part, "boundary")
    if not boundary:
        return []
    # It begins with fixed letters, which makes the search quick; what stands before is looked at.
    mark = re.compile(
        b"--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*(?=\r?\n|\Z)"
    )
    pieces: list[bytes] = []
    start: int | None = None
    for found in mark.finditer(part.body):
        if part.body[max(found.start() - 1, 0) : found.start()] not in (b"", b"\n"):
            continue
        if start is not None:
            pieces.append(_without_line_end(part.body[start : found.start()]))
        start = found.end()
        if found[1] or len(pieces) >= _MOST_PARTS:
            start = None
            break
    if start is not None:
        # The end of the file is missing; its last part is read as far as it goes.
        pieces.append(part.body[start:])
    return [_part(piece) for piece in pieces]


def _without_line_end(piece: bytes) -> bytes:
    """The part without the line end before its boundary, which belongs to that."""
    return piece.removesuffix(b"\n").removesuffix(b"\r")


def _main_page(parts: list[_Part], root: _Part, address: str | None) -> _Part | None:
    """The part named as the root or at the page's own address, else the first HTML, else text."""
    pages = [part for part in parts if part.media_type in (HTML, XHTML)]
    start = _parameter(root, "start")
    for page in pages:
        named = start is not None and page.text_of("Content-ID") == start
        if named or (address is not None and page.text_of("Content-Location") == address):
            return page
    if pages:
        return pages[0]
    texts = [part for part in parts if part.media_type == PLAIN and part is not root]
    return texts[0] if texts else None


def _image(part: _Part) -> BundledImage:
    content_id = part.text_of("Content-ID")
    return BundledImage(
        content=_decoded_body(part),
        address=part.text_of("Content-Location"),
        content_id=content_id.strip("<>") if content_id else None,
    )


def _decoded_body(part: _Part) -> bytes:
    coding = (part.text_of("Content-Transfer-Encoding") or "").lower()
    if coding == "quoted-printable":
        return binascii.a2b_qp(part.body)
    if coding == "base64":
        return decoded_base64(part.body)
    return part.body


def decoded_base64(raw: bytes) -> bytes:
    """Base64 with whatever doesn't belong to it left out, and cut to whole groups."""
    letters = raw.translate(None, _NOT_BASE64)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _charset(part: _Part) -> str | None:
    return _parameter(part, "charset")


def _parameter(part: _Part, name: str) -> str | None:
    """A parameter of the content type; an RFC 2231 value that can't be decoded counts as none."""
    try:
        value = part.headers.get_param(name)
    except (ValueError, LookupError, TypeError):
        return None
    return value[:200] if isinstance(value, str) else None


def _date(text: str | None) -> str | None:
    try:
        moment = parsedate_to_datetime(text or "")
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
