"""What saved pages tell of themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.saved_page import Origin, origin_of_html, saved_address, web_address
from tests.capture.containers import ADDRESS, mhtml, webarchive


def test_singlefile_tells_address_and_time() -> None:
    page = (
        b"<!DOCTYPE html> <html lang=de style><!--\n Page saved with SingleFile \n"
        b" url: https://example.org/a?b=1 \n"
        b" saved date: Thu Jan 02 2025 00:30:00 GMT+0100 (Mitteleurop\xc3\xa4ische Normalzeit)\n-->"
    )
    assert origin_of_html(page) == Origin("https://example.org/a?b=1", "2025-01-01T23:30:00Z")


def test_monolith_tells_address_and_time() -> None:
    page = b"<!-- Saved from https://example.org/ at 2025-05-02T08:00:00Z using monolith v2.8.1 -->"
    assert origin_of_html(page) == Origin("https://example.org/", "2025-05-02T08:00:00Z")


def test_browsers_tell_the_address() -> None:
    page = b"<!DOCTYPE html>\n<!-- saved from url=(0026)https://example.org/story/ -->\n<html>"
    assert origin_of_html(page) == Origin("https://example.org/story/")


@pytest.mark.parametrize(
    "comment",
    [
        b"<!-- saved from url=(0014)about:internet -->",
        b"<!-- saved from url=(0024)file:///disc/me/page.htm -->",
        b"<!--\n Page saved with SingleFile \n url: javascript:alert(1) \n saved date: never\n-->",
        b"<!-- an ordinary comment -->",
    ],
)
def test_what_is_no_web_address_is_not_taken(comment: bytes) -> None:
    assert origin_of_html(comment + b"<html>") == Origin()


def test_containers_tell_their_address() -> None:
    assert saved_address(mhtml("<p>x", {}), "multipart/related") == ADDRESS
    assert saved_address(webarchive("<p>x", {}), "application/x-webarchive") == ADDRESS
    assert saved_address(b"Words", "text/plain") is None


def test_a_password_in_an_address_is_dropped() -> None:
    assert web_address("https://me:hush@example.org/") == "https://example.org/"


@given(st.binary(max_size=200))
def test_any_bytes_have_an_origin(noise: bytes) -> None:
    origin_of_html(
        b"<!--\n Page saved with SingleFile \n url: " + noise + b"\n saved date: " + noise
    )
    origin_of_html(b"<!-- Saved from " + noise + b" at " + noise + b" using monolith")
