"""What is written into the word index, and how it is looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.store.words.index_text import indexed, lookup


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Málaga and Łódź", "malaga and lodz"),
        ("STRASSE Straße", "strasse strasse"),
        ("中", "中"),
        ("中国人", "中国 国人 人"),
        ("在北京 today", "在北 北京 京 today"),
        ("iPhone手机", "iphone 手机 机"),
        ("ガス", "ガス ス"),
        ("ไทย", "ไท ทย ย"),
        ("a\x00b", "a b"),
    ],
)
def test_text_is_indexed_folded_and_unspaced_runs_as_pairs(text: str, tokens: str) -> None:
    assert indexed(text).split() == tokens.split()


@pytest.mark.parametrize(
    ("text", "prefix", "phrase"),
    [
        ("Lavrov", False, '"lavrov"'),
        ("minist", True, '"minist"*'),
        ("中", False, '"中"*'),
        ("中国", False, '"中国"'),
        ("中国人", False, '"中国 国人"'),
        ("中。", False, '"中"*'),
        ('a"b', False, '"a""b"'),
        ("NEAR(a b)", False, '"near(a b)"'),
        ("a\x00b", False, '"a b"'),
    ],
)
def test_a_look_up_is_one_quoted_phrase(text: str, prefix: bool, phrase: str) -> None:
    found = lookup(text, prefix=prefix)

    assert found is not None
    assert found.replace('" ', '"').replace(' "', '"') == phrase


@pytest.mark.parametrize("text", ["", " ", "—", "“”", "\x00", "_", "🙂"])
def test_nothing_is_looked_up_where_nothing_is_indexed(text: str) -> None:
    assert lookup(text) is None


@given(st.text())
def test_no_text_leaves_its_quotes(text: str) -> None:
    found = lookup(text)

    if found is not None:
        inner = found.removesuffix("*")
        assert inner.startswith('"')
        assert inner.endswith('"')
        assert '"' not in inner[1:-1].replace('""', "")
        assert "\x00" not in inner
