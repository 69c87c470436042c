"""The languages whose names are told by lists of words, by ISO 639-1 code."""

from __future__ import annotations

from desktop_app.analysis.language_words.dutch import DUTCH
from desktop_app.analysis.language_words.french import FRENCH
from desktop_app.analysis.language_words.german import GERMAN
from desktop_app.analysis.language_words.italian import ITALIAN
from desktop_app.analysis.language_words.language_words import LanguageWords
from desktop_app.analysis.language_words.polish import POLISH
from desktop_app.analysis.language_words.portuguese import PORTUGUESE
from desktop_app.analysis.language_words.russian import RUSSIAN
from desktop_app.analysis.language_words.spanish import SPANISH
from desktop_app.analysis.language_words.turkish import TURKISH
from desktop_app.analysis.language_words.ukrainian import UKRAINIAN

_LANGUAGES = (
    DUTCH, FRENCH, GERMAN, ITALIAN, POLISH, PORTUGUESE, RUSSIAN, SPANISH, TURKISH, UKRAINIAN,
)  # fmt: skip
_BY_CODE = {each.language: each for each in _LANGUAGES}


def words_of(language: str | None) -> LanguageWords | None:
    """The words of a language by its BCP 47 tag; None where there are none."""
    return _BY_CODE.get((language or "").replace("_", "-").partition("-")[0].lower())
