"""Names of files that every system takes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.base.file_names import (
    MAX_BYTES,
    MAX_CHARACTERS,
    article_stem,
    name_key,
    safe_stem,
)
from tests.export.examples import article


def test_a_name_tells_day_publisher_and_title() -> None:
    assert article_stem(article()) == "2023-04-14 The Sample Gazette - Ministers meet"


def test_what_is_unknown_is_left_out() -> None:
    bare = article(title=None, publisher=None, published=None)
    assert article_stem(bare) == "Untitled"
    assert article_stem(article(published="1895-01/1895-03")).startswith("1895-01 The")


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows\\x", "C Windows x"),
        ("CON", "_CON"),
        ("aux.txt", "_aux.txt"),
        ("COM¹", "_COM¹"),
        ("War: the end", "War - the end"),
        ("What? “Yes” [[link]] #tag", "What “Yes” link tag"),
        ("ends in dots... ", "ends in dots"),
        (".hidden", "hidden"),
        ("evil\u202egnp.exe", "evil gnp.exe"),
        ("a\x00b\nc\td", "a b c d"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("日本の首相が訪米", "日本の首相が訪米"),
        ("", "Untitled"),
        ("///", "Untitled"),
    ],
)
def test_hostile_titles_become_plain_names(title: str, stem: str) -> None:
    assert safe_stem(title) == stem


def test_a_long_title_is_cut_between_words() -> None:
    stem = safe_stem("minister " * 100)
    assert stem.endswith("minister")
    assert len(stem) <= MAX_CHARACTERS


def test_names_alike_on_some_system_share_a_key() -> None:
    assert name_key("STRASSE Cafe\u0301.md") == name_key("straße Café.md")


@given(st.text(max_size=400), st.sampled_from([".md", ".pdf"]))
def test_any_text_gives_a_name_that_every_system_takes(text: str, suffix: str) -> None:
    stem = safe_stem(text, suffix)
    name = f"{stem} (123456789){suffix}"
    assert stem
    assert len(name) <= MAX_CHARACTERS
    assert len(name.encode()) <= MAX_BYTES
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(letter)[0] != "C" for letter in name)
    assert stem == unicodedata.normalize("NFC", stem)
    assert not stem.startswith((".", " ", "-"))
    assert not stem.endswith((".", " "))
    assert safe_stem(stem, suffix) == stem
