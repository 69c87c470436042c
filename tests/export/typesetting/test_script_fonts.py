"""Fonts for every writing, and what to say where there is none."""

from __future__ import annotations

import pytest

from desktop_app.export.typesetting.script_fonts import (
    TEXT_FONT,
    choose_fonts,
    missing_font_advice,
    script_of,
)


def test_the_text_font_alone_shows_european_text() -> None:
    choice = choose_fonts("Line\n\tZürich, Łódź, Αθήνα, Москва — “quoted” 1½ €", "de")
    assert choice.families == (TEXT_FONT,)
    assert choice.missing == frozenset()


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("A", "Latin"),
        ("中", "Chinese"),
        ("か", "Japanese"),
        ("한", "Korean"),
        ("ن", "Arabic"),
        ("ह", "Devanagari"),
        ("،", "Arabic"),
        ("👍", "Symbol"),
        ("→", "Symbol"),
    ],
)
def test_a_letter_tells_its_script(letter: str, script: str) -> None:
    assert script_of(letter) == script


def test_advice_names_writing_font_and_package() -> None:
    (advice,) = missing_font_advice("中文")
    assert "Chinese text can't be shown" in advice
    assert "“Noto Serif CJK SC”" in advice
    assert "fonts-noto-cjk" in advice


def test_each_writing_is_named_once() -> None:
    advice = missing_font_advice("هذاनमस")
    assert [sentence.partition(" ")[0] for sentence in advice] == ["Arabic", "Devanagari"]


def test_symbols_are_named() -> None:
    (few,) = missing_font_advice("☒")
    assert few.startswith("Symbols (ballot box with x) can't be shown: no font on this machine has")
    (many,) = missing_font_advice("☀☁☂☃☄")
    assert "(black sun with rays, cloud, umbrella and 2 more)" in many


def test_chinese_follows_the_articles_language() -> None:
    choice = choose_fonts("東京", "ja")
    if choice.missing:
        pytest.skip("no font for Chinese and Japanese is installed")
    cjk = [family for family in choice.families if " CJK " in family]
    if not cjk:
        pytest.skip("the Noto CJK fonts aren't installed")
    assert cjk[0].endswith("JP")
