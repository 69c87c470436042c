"""Addresses as people give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.addresses import archived_address, checked_address, is_address
from desktop_app.core.errors import CaptureError


@pytest.mark.parametrize(
    ("given_text", "address"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        (" \n<https://example.org/>\u00a0", "https://example.org/"),
        ("“https://example.org/”", "https://example.org/"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("example.org", "https://example.org"),
        ("example.org:8080/a", "https://example.org:8080/a"),
        ("HTTP://Example.org/A", "http://Example.org/A"),
        ("https://me:hush@example.org/#part", "https://example.org/"),
        ("https://example.org/a b?c d", "https://example.org/a%20b?c%20d"),
        ("https://bücher.example/größe", "https://bücher.example/größe"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_an_address_is_made_fit(given_text: str, address: str) -> None:
    assert checked_address(given_text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "just words",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "http://[::1",
        "http://example.org:99999/",
        "http://exa mple.org/",
        "http://example.org\\@example.com/",
        "https://" + "a" * 9000,
    ],
)
def test_what_cant_be_fetched_is_refused(text: str) -> None:
    with pytest.raises(CaptureError) as caught:
        checked_address(text)
    assert caught.value.kind == "bad-address"
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("https://example.org/a", True),
        ("www.example.org", True),
        ("See https://example.org/a", False),
        ("example.org", False),
        ("https://", False),
    ],
)
def test_an_address_alone_is_told_from_text(text: str, alone: bool) -> None:
    assert is_address(text) is alone


def test_a_password_is_never_repeated() -> None:
    with pytest.raises(CaptureError) as caught:
        checked_address("https://me:hush hush@example.org:99999/")
    assert "hush" not in str(caught.value)


def test_the_archived_address_is_built_without_asking() -> None:
    assert archived_address("https://example.org/a?b") == (
        "https://web.archive.org/web/https://example.org/a?b"
    )


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address = checked_address(text)
    except CaptureError:
        return
    assert address.startswith(("http://", "https://"))
    assert checked_address(address) == address
