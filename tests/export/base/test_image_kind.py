"""Images known by their bytes."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.base.image_kind import ImageKind, recognise_image
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
        (b'<?xml version="1.0"?>\n<svg xmlns="x"/>', ImageKind(".svg")),
    ],
)
def test_the_bytes_tell_kind_and_size(content: bytes, kind: ImageKind) -> None:
    assert recognise_image(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><svg></svg>",
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
