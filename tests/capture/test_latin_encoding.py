"""Encodings of Latin letters told by the letters of languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.latin_encoding import latin_encoding

ENGLISH = "“It’s over,” the minister said — and left."
GERMAN = "Die Außenminister führten am Mittwoch Gespräche über die Lösung der Krise."
FRENCH = "Le ministre a été reçu à l’Élysée après une journée mouvementée, a-t-il déclaré."
SPANISH = "El ministro habló mañana según informó la comisión en España."
POLISH = "Minister spraw zagranicznych przybył w środę i prowadził rozmowy, mówiąc że są ważne."
CZECH = "Ministr zahraničí přijel ve středu a jednal o řešení krize, řekl že jsou důležité."
HUNGARIAN = "A külügyminiszter szerdán érkezett és tárgyalásokat folytatott az ügyről, erősítette."
TURKISH = "Dışişleri Bakanı çarşamba günü geldi ve görüşmelerde bulundu, ağır şartlar altında."
LITHUANIAN = "Užsienio reikalų ministras atvyko trečiadienį ir vedė derybas dėl krizės, sakė jis."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (FRENCH, "cp1252"),
        (SPANISH, "cp1252"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (HUNGARIAN, "cp1250"),
        (POLISH, "iso8859-2"),
        (TURKISH, "cp1254"),
        (LITHUANIAN, "cp1257"),
        (FRENCH, "mac-roman"),
    ],
)
def test_the_reading_with_one_languages_letters_is_right(text: str, encoding: str) -> None:
    found = latin_encoding(text.encode(encoding))
    assert found is not None
    assert text.encode(encoding).decode(found) == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_other_scripts_are_left_to_others(encoding: str) -> None:
    assert latin_encoding("Министр прибыл в среду".encode(encoding)) is None
    assert latin_encoding("外務大臣は水曜日に到着し".encode("shift_jis")) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_judged(sample: bytes) -> None:
    latin_encoding(sample)
