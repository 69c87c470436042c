"""Text made fit for paper."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.typesetting.printable_text import printable, printable_lines

THAI = frozenset("ไทยรฐัขาว")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n lines\tand  spaces", "two lines and spaces"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("a\x00b\x07c\ud800d\ue000e", "abcde"),
        ("no\u00a0break", "no\u00a0break"),
        ("\u0378", "\ufffd"),
    ],
)
def test_what_has_no_place_on_paper_goes(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_long_words_may_break_but_addresses_and_digests_stay_whole() -> None:
    assert printable("x" * 60).replace("\u200b", "") == "x" * 60
    assert "\u200b" in printable("x" * 60)
    for whole in ("https://news.example/" + "x" * 60 + "/y", "ab" * 32):
        assert printable(whole) == whole


def test_the_end_of_an_address_may_break_where_typst_finds_no_place() -> None:
    address = "https://news.example/?id=" + "x" * 60
    assert printable(address).startswith("https://news.example/?id=" + "x" * 24 + "\u200b")
    assert printable(address).replace("\u200b", "") == address


def test_a_writing_without_a_font_is_named() -> None:
    assert printable("before ข่าวไทย, ไทย after", THAI | {"่"}) == "before [Thai text] after"


def test_symbols_without_a_font_are_put_into_words() -> None:
    missing = frozenset("👍🏽🇫🇷")
    assert printable("ok 👍🏽 from 🇫🇷!", missing) == "ok [thumbs up sign] from FR!"
    assert printable("👍, 👍", missing) == "[thumbs up sign], [thumbs up sign]"


def test_code_keeps_its_lines_and_spaces() -> None:
    assert printable_lines("if x:\n\treturn\r\n  y") == "if x:\n    return\n  y"


@given(st.text())
def test_nothing_unprintable_is_left(text: str) -> None:
    kinds = {unicodedata.category(letter) for letter in printable(text)}
    assert not kinds & {"Cc", "Cs", "Co", "Cn"}
