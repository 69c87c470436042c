from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.mojibake import mend_mojibake

TEXTS = [
    "„Größe“ ist für Köln keine Frage – über zwölf Türme, 80 €.",
    "Première journée d'été : « ça va être très différent », a-t-il déclaré.",
    "Министр прибыл в среду и провёл переговоры.",
    "外務大臣は水曜日に到着し、会談を行いました。",
]


def garbled(text: str, encoding: str) -> str:
    """The text as a program writes it that took its UTF-8 for another encoding."""
    letters = []
    for byte in text.encode():
        letter = bytes([byte]).decode(encoding, "replace")
        letters.append(chr(byte) if letter == "\ufffd" else letter)
    return "".join(letters)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1251"])
def test_text_decoded_wrongly_once_is_mended(text: str, encoding: str) -> None:
    assert mend_mojibake(garbled(text, encoding)) == text


def test_text_decoded_wrongly_twice_is_mended() -> None:
    assert mend_mojibake(garbled(garbled(TEXTS[0], "cp1252"), "cp1252")) == TEXTS[0]


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS,
        "NÃO À VIOLÊNCIA: MANHÃ\xa0DE PROTESTOS EM SÃO JOÃO",
        "“é” shows up as “Ã©” when a program is careless, the café’s owner said; déjà vu.",
    ],
)
def test_text_that_is_as_it_was_meant_stays(text: str) -> None:
    assert mend_mojibake(text) == text


@given(st.text(max_size=300))
def test_any_text_is_answered_and_mending_is_done_after_once_or_twice(text: str) -> None:
    mended = mend_mojibake(text)

    assert len(mended) <= len(text)
