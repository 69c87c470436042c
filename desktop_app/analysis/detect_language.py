"""Which language a text is written in; silent where the text is too short to tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Below this many letters a guess is a coin toss; ideographs say more each.
_FEWEST_LETTERS = 60
_FEWEST_IDEOGRAPHS = 15
# More text than this no longer changes the answer.
_LONGEST = 4000
_LEAST_CONFIDENCE = 0.8
# So many letters that only one language writes tell it, where they are most of the text.
_FEWEST_TELLING = 8
_TOLD_BY_SCRIPT = 0.99
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_HAN = re.compile("[\u4e00-\u9fff]")
# Japanese writes particles and endings in kana; Chinese at most quotes a word.
_KANA_IN_JAPANESE, _KANA_IN_CHINESE = 0.1, 0.02


@dataclass(frozen=True, slots=True)
class DetectedLanguage:
    """An ISO 639-1 code, and how probable it is (0 to 1)."""

    language: str
    confidence: float


def detect_language(text: str) -> DetectedLanguage | None:
    """The language of a text, or None where it is too short or undecided."""
    sample = text[:_LONGEST]
    letters = sum(map(str.isalpha, sample))
    told = _told_by_script(sample, letters)
    if told is not None:
        return DetectedLanguage(told, _TOLD_BY_SCRIPT)
    ideographs = sum("\u3040" <= letter <= "\u9fff" for letter in sample)
    if letters < _FEWEST_LETTERS and ideographs < _FEWEST_IDEOGRAPHS:
        return None
    language, confidence = _identifier().classify(sample)
    if float(confidence) < _LEAST_CONFIDENCE:
        return None
    return DetectedLanguage(str(language), float(confidence))


def _told_by_script(text: str, letters: int) -> str | None:
    """Korean, Japanese or Chinese, whose scripts tell them even in a few words."""
    hangul, kana, han = (len(script.findall(text)) for script in (_HANGUL, _KANA, _HAN))
    if hangul >= _FEWEST_TELLING and hangul > letters / 2:
        return "ko"
    if kana + han <= letters / 2:
        return None
    if kana >= _FEWEST_TELLING and kana >= _KANA_IN_JAPANESE * (kana + han):
        return "ja"
    return "zh" if han >= _FEWEST_IDEOGRAPHS and kana <= _KANA_IN_CHINESE * han else None


@cache
def _identifier() -> LanguageIdentifier:
    # Imported at first use: it brings numpy, which no command that reads no new text needs.
    from py3langid import langid  # noqa: PLC0415

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
