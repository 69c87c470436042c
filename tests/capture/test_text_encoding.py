"""Telling encodings: marks, declarations, proof, guesses."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.text_encoding import decode, known_charset

FRENCH = "Où est le château ? L’été dernier, déjà, à Besançon."
RUSSIAN = "Министр иностранных дел прибыл в среду в Самарканд и провёл переговоры."
JAPANESE = "外務大臣は水曜日に到着し、会談を行いました。"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_outweighs_all_else(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding), header_charset="koi8-r")[0] == FRENCH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zero_bytes(encoding: str) -> None:
    assert decode("<p>Plain words here</p>".encode(encoding)) == (
        "<p>Plain words here</p>",
        encoding,
    )


def test_bytes_that_prove_utf_8_outweigh_a_wrong_header_and_meta() -> None:
    page = f"<meta charset=iso-8859-1><p>{FRENCH}"
    found = decode(page.encode(), header_charset="iso-8859-1", media_type="text/html")
    assert found == (page, "utf-8")


def test_a_long_utf_8_text_may_have_a_fault() -> None:
    content = (FRENCH * 30).encode() + b"\xff" + FRENCH.encode()
    assert decode(content, header_charset="iso-8859-1")[1] == "utf-8"


def test_utf_8_cut_off_within_a_letter_stays_utf_8() -> None:
    assert decode("déjà".encode()[:-1])[0] == "déj\ufffd"


def test_a_few_gbk_letters_that_look_like_utf_8_are_read_as_declared() -> None:
    assert decode("联通".encode("gbk"), header_charset="gbk")[0] == "联通"


def test_the_latin_that_servers_send_unasked_yields_to_the_page() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>{RUSSIAN}'
    content = page.encode("cp1251")
    assert decode(content, header_charset="ISO-8859-1", media_type="text/html")[0] == page


def test_a_particular_header_outweighs_the_page() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}"
    assert decode(page.encode("koi8-r"), header_charset="koi8-r", media_type="text/html")[0] == page


def test_a_header_that_the_bytes_belie_is_left_for_the_page() -> None:
    page = f"<meta charset=euc-jp><p>{JAPANESE}"
    assert decode(page.encode("euc_jp"), header_charset="utf-8", media_type="text/html")[0] == page


def test_an_xml_declaration_names_the_encoding() -> None:
    page = f'<?xml version="1.0" encoding="koi8-r"?><html>{RUSSIAN}</html>'
    assert decode(page.encode("koi8-r"), media_type="application/xhtml+xml")[0] == page


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN * 4, "cp1251"), (RUSSIAN * 4, "koi8-r"), (JAPANESE * 5, "shift_jis")],
)
def test_an_encoding_nobody_named_is_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_latin_1_means_windows_1252() -> None:
    assert decode(b"\x93quoted\x94", header_charset="latin1") == ("“quoted”", "cp1252")


def test_seven_bit_japanese_is_read_as_declared() -> None:
    content = JAPANESE.encode("iso2022_jp")
    assert decode(content, header_charset="iso-2022-jp")[0] == JAPANESE


@pytest.mark.parametrize("label", ["utf-7", "rot13", "idna", "base64", "x\x00y", "", None, "🙂"])
def test_encodings_that_no_page_may_name_are_unknown(label: str | None) -> None:
    assert known_charset(label) is None


@given(
    st.binary(max_size=300), st.text(max_size=20), st.sampled_from(["text/html", "", "text/plain"])
)
def test_any_bytes_and_labels_give_text_and_a_codec_of_python(
    content: bytes, label: str, media_type: str
) -> None:
    text, charset = decode(content, header_charset=label, media_type=media_type)
    assert codecs.lookup(charset)
    assert content.decode(charset, errors="replace") == text


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), max_size=200)
)
def test_utf_8_reads_back_whatever_it_says(text: str) -> None:
    assert decode(text.encode())[0] == text


def test_a_page_that_says_it_is_in_latin_letters_and_plainly_is_not_is_guessed() -> None:
    page = f"<meta charset=iso-8859-1><p>{RUSSIAN * 8}"
    content = page.encode("cp1251")

    assert decode(content, header_charset="iso-8859-1", media_type="text/html")[0] == page
