"""Plain text as the words a name can be made of, with offsets; nothing is judged here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_words import COMPOUND_ENDS

# A word with inner apostrophes and hyphens, an initial with its full stop, or a number.
# A hyphen at a line's end goes on where the next line does: in lower case the word is one, behind
# a capital both parts are (“Smith-\nJones”).
_TOKEN = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[’'‐‑-](?=[^\W_])|[‐-]\n(?=[a-zß-öø-ÿ]|[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|\d|[\u0300-\u036f])*|\d+"
)
_BROKEN = re.compile("(?<=[^\\W\\d_])[‐-]\n(?=[a-zß-öø-ÿ])")
_BROKEN_BEHIND_HYPHEN = re.compile("(?<=[^\\W\\d_][‐-])\n(?=[A-ZÀ-ÖØ-Þ])")
# “You’re”, “I’ve”: no name is written so.
_CONTRACTION = re.compile(r"[’'](?:re|ve|ll|m|t|d|em)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’'][sS]$")
# A family name that begins with a particle bound to it: al-Assad, d'Estaing.
_LOWER_START = re.compile(
    r"(?:(?:al|el|as|ad|ar|an|at|az|ash|ul|ur)[-‐‑]|(?:d|l|dell|dall|an|al)[’'])[A-ZÀ-ÖØ-Þ]"
)

# So many words in capitals, and so large a part of the line, make a headline in capitals.
_FEWEST_SHOUTED, _SHARE_SHOUTED = 3, 0.6


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its place, its words without a possessive ending, and how it is written.

    ``gap`` is the text between the word before and this one. ``opens`` says whether it is the
    first word of a sentence, ``stopped`` whether a full stop follows it.
    """

    start: int
    end: int
    text: str
    lower: str
    gap: str
    capital: bool
    initial: bool
    possessive: bool
    opens: bool
    number: bool = False
    stopped: bool = False

    @property
    def all_capitals(self) -> bool:
        """Whether the word is written in capitals and is more than an initial."""
        return len(self.text) > 1 and self.text.isupper()


def mended(written: str) -> str:
    """Words as they are, those that were broken at a line's end made whole."""
    return _BROKEN_BEHIND_HYPHEN.sub("", _BROKEN.sub("", written))


def tokens_of(sentence: str, offset: int) -> list[Token]:
    """The words of a sentence that begins at offset in its text."""
    found: list[Token] = []
    before = 0
    opens = True
    for match in _TOKEN.finditer(sentence):
        written = match[0]
        word = mended(written)
        possessive = len(word) > 2 and _POSSESSIVE.search(word) is not None
        if possessive:
            word, written = word[:-2], written[:-2]
        first = word[0]
        number = first.isdigit()
        capital = _is_capital(word)
        found.append(
            Token(
                start=offset + match.start(),
                end=offset + match.start() + len(written),
                text=word,
                lower=word.lower(),
                gap=sentence[before : match.start()],
                capital=capital,
                initial=capital and len(word) == 1,
                possessive=possessive,
                opens=opens,
                number=number,
                stopped=sentence[match.end() : match.end() + 1] == ".",
            )
        )
        before = match.start() + len(written)
        opens = False
    return found


def is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether a line is written in capitals."""
    loud = sum(token.all_capitals for token in tokens)
    if loud < _FEWEST_SHOUTED:
        return False
    return loud >= _SHARE_SHOUTED * sum(
        not token.number and len(token.text) > 1 for token in tokens
    )


def _is_capital(word: str) -> bool:
    """Whether a word is written as a name begins."""
    if not (word[0].isupper() or word[0].istitle() or _LOWER_START.match(word)):
        return False
    head, *rest = re.split("[-‐‑]", word)
    compound = bool(rest) and rest[-1] in COMPOUND_ENDS and not _is_syllable_of_a_name(head, rest)
    return _CONTRACTION.search(word) is None and not compound


def _is_syllable_of_a_name(head: str, rest: list[str]) -> bool:
    """Whether a word is a Korean or Chinese given name and no compound: Jae-in, not Log-in."""
    kinds = kinds_of(head)
    known = kinds & Kind.NAME and not kinds & (Kind.WORD | Kind.PLACE)
    return bool(known and len(rest) == 1 and len(head) <= 5 and len(rest[0]) == 2)
