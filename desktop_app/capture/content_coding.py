"""Undoing HTTP's Content-Encoding within a bound, so that no answer unfolds without end."""

from __future__ import annotations

import io
import zlib

import zstandard

#: What is asked for.
ACCEPTED = "gzip, deflate, zstd"

_ZLIB_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_MOST_LAYERS = 3
_STEP = 65536


class UnfoldsTooFarError(ValueError):
    """The decoded content exceeds the bound."""


class UnknownCodingError(ValueError):
    """A coding that nobody asked for."""


def decoded(
    body: bytes, content_encoding: str, *, limit: int, archived: bool = False
) -> tuple[bytes, bool]:
    """``body`` without its codings, and whether it was whole.

    A body that breaks off gives what came before the break. One that isn't coded although its
    header says so is given as it is. Raises UnfoldsTooFarError beyond ``limit`` bytes and
    UnknownCodingError for a coding not in ``ACCEPTED``; of what a browser ``archived``, Brotli is
    undone too.
    """
    codings = [coding.strip().lower() for coding in content_encoding.split(",")]
    codings = [coding for coding in codings if coding not in ("", "identity", "none")]
    if len(codings) > _MOST_LAYERS:
        raise UnknownCodingError(", ".join(codings[:10]))
    whole = True
    for coding in reversed(codings):
        if coding == "br" and archived:
            body, finished = _from_brotli(body, limit)
        else:
            body, finished = _decoded_once(body, coding, limit)
        whole = whole and finished
    if len(body) > limit:
        raise UnfoldsTooFarError
    return body, whole


def _decoded_once(body: bytes, coding: str, limit: int) -> tuple[bytes, bool]:
    if coding == "zstd":
        return _from_zstd(body, limit)
    if coding not in _ZLIB_WINDOWS:
        raise UnknownCodingError(coding)
    if coding == "deflate" and not _has_zlib_header(body):
        return _from_zlib(body, -15, limit)
    if coding != "deflate" and not body.startswith(b"\x1f\x8b"):
        return body, True
    return _from_zlib(body, _ZLIB_WINDOWS[coding], limit)


def _has_zlib_header(body: bytes) -> bool:
    return len(body) >= 2 and body[0] & 0x0F == 8 and int.from_bytes(body[:2]) % 31 == 0


def _from_zlib(body: bytes, window: int, limit: int) -> tuple[bytes, bool]:
    """Inflate, members that follow one another included, never beyond ``limit`` bytes."""
    found = bytearray()
    while body:
        stream = zlib.decompressobj(window)
        try:
            found += stream.decompress(body, limit + 1 - len(found))
        except zlib.error:
            return bytes(found), False
        if len(found) > limit:
            raise UnfoldsTooFarError
        if not stream.eof:
            return bytes(found), False
        rest = stream.unused_data
        if window < 0 or not rest.startswith(b"\x1f\x8b"):
            break
        body = rest
    return bytes(found), True


def _from_zstd(body: bytes, limit: int) -> tuple[bytes, bool]:
    if not body.startswith(b"\x28\xb5\x2f\xfd"):
        return body, True
    found = bytearray()
    # 8 MB is the largest window RFC 9659 lets a web server use.
    decompressor = zstandard.ZstdDecompressor(max_window_size=8 * 2**20)
    try:
        with decompressor.stream_reader(io.BytesIO(body), read_across_frames=True) as reader:
            while chunk := reader.read(_STEP):
                found += chunk
                if len(found) > limit:
                    raise UnfoldsTooFarError
    except zstandard.ZstdError:
        return bytes(found), False
    return bytes(found), True


def _from_brotli(body: bytes, limit: int) -> tuple[bytes, bool]:
    # Imported here: few pages come with it.
    import brotli  # noqa: PLC0415

    found = bytearray()
    stream = brotli.Decompressor()
    rest = body
    try:
        while not stream.is_finished():
            chunk = stream.process(rest, output_buffer_limit=_STEP)
            found += chunk
            if len(found) > limit:
                raise UnfoldsTooFarError
            if not chunk and not rest:
                return bytes(found), False
            rest = b""
    except brotli.error:
        # Brotli has no mark of its own: what can't be undone from the start isn't coded.
        return (bytes(found), False) if found else (body, True)
    return bytes(found), True
