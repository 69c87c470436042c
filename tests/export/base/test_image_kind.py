"""Images known by their bytes."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.base.image_kind import ImageKind, is_whole, recognise_image
from tests.export.examples import png

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08"
    + struct.pack(">HH", 30, 40)
    + b"\x01\x01\x11\x00"
)
VP8X = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x27\0\0\x1d\0\0"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(40, 30), ImageKind(".png", 40, 30)),
        (JPEG, ImageKind(".jpg", 40, 30)),
        (b"GIF89a" + struct.pack("<HH", 40, 30) + b"\0\0\0", ImageKind(".gif", 40, 30)),
        (VP8X, ImageKind(".webp", 40, 30)),
    ],
)
def test_the_bytes_tell_kind_and_size(content: bytes, kind: ImageKind) -> None:
    assert recognise_image(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><svg></svg>",
        b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
        b"%PDF-1.7",
        png()[:20],
        JPEG[:12],
        VP8X[:20],
        b"GIF89a\0\0\0\0\0\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + struct.pack(">II", 2**31, 2**31) + b"\0" * 9,
    ],
)
def test_all_else_stumps_and_bombs_are_no_image(content: bytes) -> None:
    assert recognise_image(content) is None


@given(st.sampled_from([b"\xff\xd8\xff", b"GIF89a", VP8X[:12], png()[:16]]), st.binary())
def test_no_bytes_break_it(start: bytes, rest: bytes) -> None:
    kind = recognise_image(start + rest)
    assert kind is None or kind.width * kind.height > 0


@pytest.mark.parametrize(
    ("content", "end"),
    [
        (png(), 40),
        (
            b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x40\x00\x40" + b"\x00" * 9 + b"\xff\xda\x00\xff\xd9",
            21,
        ),
        (b"GIF89a\x10\x00\x10\x00\x80\x00\x00\x2c\x00\x3b", 13),
        (b"RIFF\x26\x00\x00\x00WEBPVP8L\x1a\x00\x00\x00\x2f\x0f\xc0\x03" + b"\x00" * 22, 40),
    ],
)
def test_an_image_that_breaks_off_is_not_whole(content: bytes, end: int) -> None:
    kind = recognise_image(content)
    stump = recognise_image(content[:end])

    assert kind is not None
    assert kind == stump
    assert is_whole(content, kind)
    assert not is_whole(content[:end], kind)
