"""Binary property lists: what Python writes is read, what is hostile ends."""

from __future__ import annotations

import plistlib
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.binary_plist import read_binary_plist

LEAVES = st.binary(max_size=30) | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=20) | st.dictionaries(st.text(max_size=5), inner, max_size=20)
    ),
    max_leaves=40,
)


@given(VALUES)
def test_what_was_written_is_read(value: object) -> None:
    assert read_binary_plist(plistlib.dumps(value, fmt=plistlib.FMT_BINARY)) == value


def test_text_that_several_places_share_is_read_at_each() -> None:
    value = ["The same caption"] * 100
    assert read_binary_plist(plistlib.dumps(value, fmt=plistlib.FMT_BINARY)) == value


def test_long_data_is_read() -> None:
    assert (
        read_binary_plist(plistlib.dumps(b"x" * 70_000, fmt=plistlib.FMT_BINARY)) == b"x" * 70_000
    )


def test_what_no_page_needs_is_none() -> None:
    value = {"a": 1, "b": datetime(2025, 5, 2), "c": True, "d": 1.5}
    found = read_binary_plist(plistlib.dumps(value, fmt=plistlib.FMT_BINARY))
    assert found == dict.fromkeys("abcd")


def hostile(objects: bytes, offsets: list[int]) -> bytes:
    """A property list of objects at these offsets, the first of them on top."""
    table = b"".join(offset.to_bytes(4) for offset in offsets)
    trailer = bytes([0, 0, 0, 0, 0, 0, 4, 1])
    numbers = (len(offsets), 0, 8 + len(objects))
    return b"bplist00" + objects + table + trailer + b"".join(n.to_bytes(8) for n in numbers)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bplist00",
        hostile(b"\xa1\x00", [8]),  # a list that holds itself
        hostile(b"\xaf\x11\x40\x00" + b"\x00" * 0x4000, [8]),  # and does so 16,384 times
        hostile(b"\x4f\x13" + b"\xff" * 8, [8]),  # longer than the file
        hostile(b"\xa1\x05", [8]),  # holds what isn't there
        hostile(b"\xaf\x10\xff" + b"\x01" * 255 + b"\x4f\x11\x10\x00" + b"x" * 0x1000, [8, 266]),
    ],
)
def test_hostile_lists_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"too many|read over|no number|no binary"):
        read_binary_plist(content)


@given(st.binary(max_size=80), st.integers(0, 120))
def test_any_bytes_are_read_or_refused(noise: bytes, at: int) -> None:
    whole = plistlib.dumps({"a": [b"x", "y"], "b": {"c": "d"}}, fmt=plistlib.FMT_BINARY)
    try:
        read_binary_plist(whole[:at] + noise + whole[at + len(noise) :])
    except ValueError:
        return
