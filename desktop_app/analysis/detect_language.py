"""Which language a text is written in; silent where the text is too short to tell."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class DetectedLanguage:
    """An ISO 639-1 code, and how probable it is (0 to 1)."""

    language: str
    confidence: float


def detect_language(text: str) -> DetectedLanguage | None:
    """The language of a text, or None where it is too short or undecided."""
    sample = text[:_LONGEST]
    letters = sum(map(str.isalpha, sample))
    ideographs = sum("\u3040" <= letter <= "\u9fff" for letter in sample)
    if letters < _FEWEST_LETTERS and ideographs < _FEWEST_IDEOGRAPHS:
        return None
    language, confidence = _identifier().classify(sample)
    if float(confidence) < _LEAST_CONFIDENCE:
        return None
    return DetectedLanguage(str(language), float(confidence))


@cache
def _identifier() -> LanguageIdentifier:
    # Imported at first use: it brings numpy, which no command that reads no new text needs.
    from py3langid import langid  # noqa: PLC0415

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
