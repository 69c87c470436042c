"""Webarchives apart; and what is damaged."""

from __future__ import annotations

import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.webarchive import read_webarchive
from tests.capture.containers import ADDRESS, PAGE, png, webarchive


@pytest.mark.parametrize("xml", [False, True])
def test_the_page_and_its_images_come_out_whole(xml: bool) -> None:
    found = read_webarchive(webarchive(PAGE, {"https://example.org/a.png": png()}, xml=xml))
    assert found.page == PAGE.encode()
    assert (found.url, found.charset, found.media_type) == (ADDRESS, "UTF-8", "text/html")
    assert [(image.address, image.content) for image in found.images] == [
        ("https://example.org/a.png", png())
    ]


@pytest.mark.parametrize(
    "archive",
    [
        [],
        {},
        {"WebMainResource": 3},
        {"WebMainResource": {"WebResourceData": "words"}},
        {"WebMainResource": {"WebResourceURL": 1}, "WebSubresources": {"a": "b"}},
    ],
)
def test_a_property_list_of_something_else_has_no_page(archive: object) -> None:
    assert read_webarchive(plistlib.dumps(archive)).page is None


def test_entities_are_refused() -> None:
    content = (
        b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        b"<plist><dict><key>WebMainResource</key><string>&b;</string></dict></plist>"
    )
    assert read_webarchive(content).page is None


def test_a_hundred_thousand_nested_lists_end_without_a_page() -> None:
    assert read_webarchive(b"<plist>" + b"<array>" * 100_000).page is None


@given(st.binary(max_size=300), st.integers(0, 250))
def test_any_bytes_come_apart_without_failing(noise: bytes, at: int) -> None:
    whole = webarchive("<p>x", {})
    read_webarchive(noise)
    read_webarchive(b"bplist00" + noise)
    read_webarchive(whole[:at] + noise + whole[at + len(noise) :])


def test_more_elements_than_any_page_has_are_refused() -> None:
    assert read_webarchive(b"<plist>" + b"<array/>" * 400_000).page is None
