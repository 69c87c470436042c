"""Which of the eight-bit encodings for Latin letters a text is in.

In languages written in Latin letters the others stand alone among ASCII; of the encodings that
can read them, the one is right under which they are the letters of one language. General guessers
are weak at just this, where a page has few such letters.
"""

from __future__ import annotations

import re
from collections import Counter

_RUN = re.compile(rb"[\x80-\x9f\xa1-\xff]{2,}")
_FOREIGN = bytes([*range(0x80, 0xA0), *range(0xA1, 0x100)])
# Above this share of neighbours the script isn't Latin: Cyrillic has nine in ten, Czech one.
_MOST_NEIGHBOURS = 0.4
_LEAST_FITTING = 0.8
# A rarer encoding must fit better by this much, for pages hold stray letters of other languages.
_USUAL, _HEAD_START = "cp1252", 0.04

#: What every language uses besides its letters.
_SIGNS = "“”„‘’‚–—…•«»‹›€£©®™°§·×½¼¾²¡¿ªº\xa0\xad"
# The letters beyond ASCII of the languages that an encoding was made for, most usual first.
_WESTERN = (
    "",  # English: signs alone
    "äöüß",
    "éèêëàâçîïôùûüœæ",
    "áéíóúüñ",
    "ãáàâçéêíóôõú",
    "àèéìíîòóùú",
    "åäöéü",
    "æøåéèêóòâô",
    "ëéèïöüêóáí",
    "áðéíóúýþæö",
)
_LANGUAGES = {
    "cp1252": _WESTERN,
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"),
    "iso8859-2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "čćđšž"),
    "cp1254": ("çğıöşüâî",),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),
    "mac-roman": _WESTERN,
}


def in_other_letters(sample: bytes) -> bool:
    """Whether most letters beyond ASCII stand side by side: the script isn't Latin."""
    neighbours = sum(len(run) for run in _RUN.findall(sample))
    return neighbours > _MOST_NEIGHBOURS * _foreign(sample)


def _foreign(sample: bytes) -> int:
    return len(sample) - len(sample.translate(None, _FOREIGN))


def latin_encoding(sample: bytes) -> str | None:
    """The Python name of the encoding, or None for text that isn't in Latin letters.

    Of encodings that fit alike the most common is given.
    """
    if not _foreign(sample) or in_other_letters(sample):
        return None
    scores = {encoding: _fitting(sample, encoding) for encoding in _LANGUAGES}
    scores[_USUAL] += _HEAD_START
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= _LEAST_FITTING else None


def _fitting(sample: bytes, encoding: str) -> float:
    """The share of letters beyond ASCII that belong to the language which they fit best."""
    text = sample.translate(None, bytes(range(0x80))).decode(encoding, errors="replace")
    letters = Counter(text.lower())
    signs = sum(letters[sign] for sign in _SIGNS.lower())
    fitting = max(sum(letters[letter] for letter in known) for known in _LANGUAGES[encoding])
    return (signs + fitting) / max(letters.total(), 1)
