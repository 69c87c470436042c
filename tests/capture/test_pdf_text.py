"""PDFs as text, set by a real typesetter."""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.pdf_text import pdf_text

LONG = (
    "Russian Foreign Minister Sergey Lavrov on Thursday held talks with his Chinese counterpart "
    "in Samarkand within the framework of a ministerial conference of neighbouring nations, and "
    "internationalisation, telecommunications and administrative responsibilities were discussed "
    "at extraordinary length by everybody who took part in that conference."
)
ARTICLE = f"""
#set page(width: 300pt, height: 320pt, header: [The Daily Herald #h(1fr) 14 April 2023],
  numbering: "1 / 1")
#set par(justify: true)
#set text(lang: "en", hyphenate: true, size: 10pt)
= Ministers meet in Samarkand

{LONG}

{LONG}

== A smaller heading

{LONG}
"""


def pdf(source: str) -> bytes:
    return typst.compile(source.encode())


def test_an_article_comes_out_in_paragraphs() -> None:
    text, warnings = pdf_text(pdf(ARTICLE))
    assert text.split("\n\n") == [
        "Ministers meet in Samarkand",
        LONG,
        LONG,
        "A smaller heading",
        LONG,
    ]
    assert warnings == ()


def test_two_columns_are_read_one_after_the_other() -> None:
    source = (
        '#set page(width: 420pt, height: 200pt, columns: 2, numbering: "1")\n'
        "#set par(justify: true, first-line-indent: 1em, spacing: 0.65em)\n"
        f'#set text(lang: "en", size: 10pt)\n{LONG}\n\n{LONG}\n\n{LONG}'
    )
    assert pdf_text(pdf(source))[0].split("\n\n") == [LONG, LONG, LONG]


def test_ligatures_are_spelled_out() -> None:
    assert pdf_text(pdf("An official offered five flutes."))[0] == (
        "An official offered five flutes."
    )


def test_a_pdf_without_text_says_what_to_do() -> None:
    text, (warning,) = pdf_text(pdf("#rect(width: 100pt, height: 50pt, fill: red)"))
    assert (text, warning.code) == ("", "no-text")
    assert "text recognition" in warning.message


def test_a_locked_pdf_says_what_to_do() -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Secret words"))) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    text, (warning,) = pdf_text(locked.getvalue())
    assert (text, warning.code) == ("", "no-text")
    assert "password" in warning.message


def test_a_pdf_that_anyone_may_open_is_read_though_encrypted() -> None:
    open_to_all = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Public words"))) as document:
        document.save(open_to_all, encryption=pikepdf.Encryption(owner="o", user=""))
    assert pdf_text(open_to_all.getvalue()) == ("Public words", ())


def test_too_many_pages_give_the_first_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.capture.pdf_text._MOST_PAGES", 2)
    text, (warning,) = pdf_text(pdf("One#pagebreak()Two#pagebreak()Three"))
    assert text.split() == ["One", "Two"]
    assert warning.code == "truncated"


def test_damage_is_told() -> None:
    text, (warning,) = pdf_text(b"%PDF-1.7 and nothing else")
    assert (text, warning.code) == ("", "no-text")


@given(st.binary(max_size=300), st.integers(0, 2000))
def test_any_bytes_are_read_without_failing(noise: bytes, at: int) -> None:
    whole = WHOLE
    pdf_text(noise)
    pdf_text(whole[:at] + noise + whole[at + len(noise) :])


WHOLE = pdf("Words")
