"""The words that tell dates, a module a language, loaded when a text of it is first read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from desktop_app.analysis.date_words import DateWords

#: The modules by ISO 639-1 code.
_MODULES: Mapping[str, str] = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "no": "norwegian",
    "nb": "norwegian",
    "nn": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
    "zh": "chinese",
}


@cache
def words_of(language: str) -> DateWords:
    """A language's words by ISO 639-1 code; those of English for one that isn't known."""
    module = import_module(f"{__name__}.{_MODULES.get(language, 'english')}")
    words: DateWords = module.WORDS
    return words
