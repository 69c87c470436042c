"""Words for one line, and addresses that may be linked to."""

from __future__ import annotations

import pytest

from desktop_app.export.base.plain_words import one_line, web_address, writable


def test_a_line_is_cut_between_words() -> None:
    assert one_line("  Ministers\n meet\tin Paris ", 100) == "Ministers meet in Paris"
    assert one_line("Ministers meet in Paris", 18) == "Ministers meet in…"
    assert one_line("x" * 5_000_000, 10) == "x" * 9 + "…"


def test_what_can_not_be_seen_is_left_out() -> None:
    assert one_line("a\u202eb\x00c\ud800", 10) == "abc\ufffd"
    assert writable("a\n\x07b") == "a\nb"
    assert one_line("\ufeff\u200b ", 10) == ""


@pytest.mark.parametrize(
    "address",
    [None, "", "javascript:alert(1)", "file:///etc/passwd", "https://a b", 'https://a"b', "//a.b"],
)
def test_what_is_no_address_of_the_web_is_none(address: str | None) -> None:
    assert web_address(address) is None


def test_an_address_stays_as_it_is() -> None:
    assert web_address("https://news.example/ä?b=1#c") == "https://news.example/ä?b=1#c"
