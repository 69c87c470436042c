"""Telling what bytes are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.media_types import image_type, in_words, media_type_of


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (b"<!DOCTYPE html><p>x", "", "text/html"),
        (b"\xef\xbb\xbf  <!-- saved --><HTML>", "", "text/html"),
        ("<html><p>x".encode("utf-16"), "", "text/html"),
        ("<html><p>x".encode("utf-16-le"), "", "text/html"),
        (b"<p>A fragment</p>", "", "text/html"),
        (
            b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>",
            "",
            "application/xhtml+xml",
        ),
        (b"<p>x", "a.xhtml", "application/xhtml+xml"),
        (b"Words", "", "text/plain"),
        (b"# Words", "a.MD", "text/markdown"),
        (b"Words", "a.html", "text/html"),
        (b"<p>how to write HTML", "a.txt", "text/plain"),
        (b"<b>bold</b> start", "a.md", "text/markdown"),
        (b"%PDF-1.4", "a.html", "application/pdf"),
        (
            b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n",
            "",
            "multipart/related",
        ),
        (b"bplist00abc", "", "application/x-webarchive"),
        (b"<?xml?><plist><dict><key>WebMainResource</key>", "", "application/x-webarchive"),
        (b"<?xml version='1.0'?><rss/>", "a.txt", "application/xml"),
        (b"<svg xmlns='x'/>", "a.html", "image/svg+xml"),
        (b"PK\x03\x04aaaa", "a.html", "application/zip"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a.txt", "image/webp"),
        (b"\0\0\0 ftypmp42", "", "video/mp4"),
        (b"\x01\x02\x03", "a.txt", "application/octet-stream"),
        (b"ID3 tags, and what they are", "", "text/plain"),
        (b"{\\rtf1 Words}", "a.txt", "application/rtf"),
        (b"Not MHTML after all", "a.mhtml", "text/plain"),
    ],
)
def test_content_counts_before_the_name(content: bytes, name: str, found: str) -> None:
    assert media_type_of(content, name=name) == found


def test_a_text_that_begins_with_bm_is_no_bitmap() -> None:
    assert image_type(b"BMW raised its outlook on Monday") is None
    assert image_type(b"BM\x36\x00\x00\x00\x00\x00\x00\x00") == "image/bmp"


@pytest.mark.parametrize(
    ("media_type", "words"),
    [
        ("image/png", "an image"),
        ("application/zip", "a ZIP archive"),
        ("x/y", "something that isn’t a page"),
    ],
)
def test_types_have_words(media_type: str, words: str) -> None:
    assert in_words(media_type).startswith(words)


@given(st.binary(max_size=200), st.text(max_size=12), st.none() | st.text(max_size=30))
def test_any_bytes_have_a_type(content: bytes, name: str, declared: str | None) -> None:
    assert media_type_of(content, name=name, declared=declared)
