"""PDF in writings that Typst's own font doesn't have."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from desktop_app.export.typesetting import script_fonts
from desktop_app.export.typesetting.script_fonts import choose_fonts
from tests.export import read_pdf
from tests.export.examples import article, write_pdf

WRITINGS = [
    ("zh", "王毅外长在北京会见了俄罗斯外长"),
    ("ja", "日本の首相が訪米した"),
    ("ko", "대통령이 서울에서 기자회견을 열었다"),
    ("ar", "التقى وزير الخارجية نظيره الصيني"),
    ("he", "שר החוץ נפגש עם עמיתו"),
    ("hi", "विदेश मंत्री ने गुरुवार को कहा"),
    ("ru", "Министр встретился с коллегой"),
]


@pytest.mark.parametrize(("language", "sentence"), WRITINGS)
def test_a_writing_is_set_with_letters_and_read_back(
    tmp_path: Path, language: str, sentence: str
) -> None:
    if choose_fonts(sentence, language).missing:
        pytest.skip(f"no font for {language} is installed")
    path = tmp_path / "x.pdf"
    done = write_pdf([article(markdown=sentence, title=sentence, language=language)], path)
    assert done.warnings == ()
    found = read_pdf.text(path)
    for letter in {letter for letter in sentence if unicodedata.category(letter) == "Lo"}:
        assert letter in unicodedata.normalize("NFKC", found)


def test_an_english_date_keeps_its_order_beside_arabic(tmp_path: Path) -> None:
    if choose_fonts("الجزيرة", "ar").missing:
        pytest.skip("no font for Arabic is installed")
    path = tmp_path / "x.pdf"
    arabic = "التقى وزير الخارجية نظيره الصيني"
    write_pdf([article(markdown=arabic, title=arabic, publisher="الجزيرة", language="ar")], path)
    assert read_pdf.x_of(path, "14") < read_pdf.x_of(path, "April") < read_pdf.x_of(path, "2023")
    assert read_pdf.text(path).endswith("1 / 1")


def test_without_a_font_the_writing_is_named_and_the_user_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script_fonts, "_regular_fonts", dict)
    monkeypatch.setattr(script_fonts, "_showing", lambda _: "")
    path = tmp_path / "x.pdf"
    done = write_pdf([article(markdown="Wang Yi (王毅) and หนังสือ", title="王毅")], path)
    assert [warning.partition(" text")[0] for warning in done.warnings] == ["Chinese", "Thai"]
    assert "fonts-noto-cjk" in done.warnings[0]
    assert "Wang Yi ([Chinese text]) and [Thai text]" in read_pdf.text(path)


def test_a_keycap_and_a_letters_chosen_shape_cost_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write_pdf([article(markdown="Press 1\ufe0f\u20e3 now, \u845b\U000e0100 said.")], path)
    found = read_pdf.text(path)
    assert "Press 1" in found
    assert "now" in found
    assert "ariation" not in found
