"""The word lists: complete, and of use before the language is known."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.vocabulary import languages, likely_language, month_numbers

SPOKEN = (
    *("ar", "de", "en", "es", "fa", "fr", "he", "hi", "it"),
    *("ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh"),
)


def test_every_language_is_there() -> None:
    assert languages() == SPOKEN


def test_month_names_of_one_word_belong_to_one_month() -> None:
    months = month_numbers()
    assert months["april"] == months["апреля"] == months["nisan"] == 4
    assert set(months.values()) == set(range(1, 13))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that he was in the city for the talks", "en"),
        ("Der Minister sagte, dass er für die Gespräche in der Stadt ist", "de"),
        ("Le ministre est dans la ville pour les entretiens avec son homologue", "fr"),
        ("Министр сказал, что он был в городе и что это для него не в первый раз", "ru"),
        ("0123 4567", None),
    ],
)
def test_a_language_is_guessed_by_its_commonest_words(text: str, language: str | None) -> None:
    assert likely_language(text) == language
