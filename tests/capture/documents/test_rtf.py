"""RTF after Microsoft's specification 1.9.1; what others' readers stumbled over besides."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.capture.documents.paragraphs import MAX_PARAGRAPH, Cell, Paragraph
from desktop_app.capture.documents.rtf import MAX_DEPTH, rtf_paragraphs
from desktop_app.core.errors import InputError
from tests.capture.documents.made_documents import Block, made_rtf, p, rtf_letters


def read(rtf: bytes) -> list[Paragraph]:
    return list(rtf_paragraphs(io.BytesIO(rtf)))


def texts(rtf: bytes) -> list[str]:
    return [each.text for each in read(rtf) if each.text]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (rb"\pard caf\'e9 {\b bold}", "café bold"),
        (rb"\u1055?\u1088?\u1080? \uc2\u8364 ??x\uc0\u8364 y", "При €x€y"),
        (rb"\u-10179?\u-8704? smiles", "\U0001f600 smiles"),
        (rb"{\f1\'cf\'f0\'e8} {\f2\'93\'fa\'96\'7b}", "При 日本"),
        (rb"a\~b\_c \{d\} e\\f \emdash  \ldblquote g\rdblquote", "a\xa0b‑c {d} e\\f — “g”"),
        (rb"{\upr{Cafe}{\*\ud{Caf\u233?}}} x", "Café x"),
        (rb"seen{\v hidden}{\deleted gone} too", "seen too"),
        (rb"seen{\footnote a note}{\*\unknown what}{\object\objdata ff} too", "seen too"),
        (rb"a{\pict\bin7 {}}\\{{}b", "ab"),
        (rb"one\line two\tab three", "one\ntwo\tthree"),
        (rb"x{\*\shppict{\pict 0a0b}}{\nonshppict{\pict 0c}}y", "xy"),
        (rb"{\listtext 1.\tab}item", "item"),
    ],
)
def test_words_are_read_and_nothing_else(written: bytes, meant: str) -> None:
    fonts = rb"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
    assert texts(rb"{\rtf1\ansi\ansicpg1252\deff0" + fonts + written + rb"\par}") == [meant]


def test_page_heads_and_feet_pictures_and_fields_of_the_file_are_passed_over() -> None:
    assert texts(made_rtf([p("One."), p("Two.")])) == ["One.", "Two."]


def test_tables_tell_their_cells() -> None:
    first, second, third, fourth, after = read(
        made_rtf([Block(("Head",), code="HD"), Block(("One", "Two"), code="TD"), p("After")])
    )[:5]
    # The paragraph properties are set anew with each row: both rows are of one table.
    assert (first.text, first.cell, first.is_bold) == ("HD", Cell(0, 0, 0), True)
    assert (second.text, second.cell, second.is_bold) == ("Head", Cell(0, 0, 1), False)
    assert (third.text, third.cell) == ("TD", Cell(0, 1, 0))
    assert (fourth.text, fourth.cell) == ("One", Cell(0, 1, 1))
    assert (after.text, after.cell) == ("Two", Cell(0, 1, 1))


def test_headings_and_links() -> None:
    (heading, words) = read(
        rb"{\rtf1\pard\outlinelevel1 Head\par\pard See {\field{\*\fldinst{HYPERLINK"
        rb' "https://a.example/x"}}{\fldrslt{\ul here}}} and there\par}'
    )
    assert (heading.text, heading.heading) == ("Head", 2)
    assert [(run.text, run.link) for run in words.runs] == [
        ("See ", ""),
        ("here", "https://a.example/x"),
        (" and there", ""),
    ]


def test_a_file_that_is_cut_off_gives_what_there_is() -> None:
    assert texts(rb"{\rtf1 One\par {\b Tw") == ["One", "Tw"]


def test_no_rtf_is_told() -> None:
    with pytest.raises(InputError, match="no RTF"):
        read(b"Once upon a time")


def test_nesting_is_bounded() -> None:
    with pytest.raises(InputError, match="nested"):
        read(rb"{\rtf1 " + b"{" * (MAX_DEPTH + 1))


def test_a_long_paragraph_is_given_in_pieces() -> None:
    words = b"word " * (MAX_PARAGRAPH // 4)
    found = read(rb"{\rtf1 " + words + rb"\par}")
    assert len(found) > 1
    assert "".join(each.text for each in found) == words.decode()


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(
            st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60
        ),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_is_written_is_read_again(paragraphs: list[str]) -> None:
    rtf = made_rtf(p(each) for each in paragraphs)
    assert [each.text for each in read(rtf)] == paragraphs


_PIECES = st.sampled_from(
    [
        *(
            rb"{",
            rb"}",
            rb"\par ",
            rb"\cell",
            rb"\row ",
            rb"\trowd",
            rb"\intbl",
            rb"\u233?",
            rb"\u-1",
        ),
        *(
            rb"\'e9",
            rb"\'",
            rb"\bin9 ",
            rb"\bin-1",
            rb"\*",
            rb"\fonttbl",
            rb"\f1",
            rb"\fcharset128",
        ),
        *(
            rb"\ansicpg99999",
            rb"\uc9",
            rb"{\upr",
            rb"{\*\ud",
            rb"{\*\fldinst HYPERLINK",
            rb"{\fldrslt",
        ),
        *(
            b"words",
            b"\x00",
            b"\xff",
            b"\\",
            rb"\u99999999",
            rb"\outlinelevel77",
            rb"\v",
            rb"\plain",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES | st.binary(max_size=8), max_size=60))
def test_nothing_crashes_it(pieces: list[bytes]) -> None:
    for each in read(rb"{\rtf1" + b"".join(pieces)):
        each.text.encode("utf-8")


def test_letters_of_the_tests_own_writer() -> None:
    assert rtf_letters("é{") == r"\'e9\{"
