"""Text made fit to be set in type: nothing invisible that PDF/A refuses, words that can break.

Which characters the fonts lack is found in ``script_fonts``; here they are put into words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from desktop_app.export.typesetting.script_fonts import script_of

#: Words that run over the edge unless they may break; Typst itself breaks addresses, and a digest
#: must be copied as it is.
_LONG_WORD = re.compile(r"(?<!\S)(?!https?://|[0-9a-f]{64}(?!\S))\S{48,}")
#: The end of an address, in which Typst finds no place to break.
_LONG_END = re.compile(r"(?<=[^\w\s\u200b])\w{48,}(?!\S)")
_PIECE = re.compile(r"\S{24}")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_JOINERS = "\u200d\ufe0e\ufe0f"
_UNSPOKEN = _JOINERS + "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_FIRST_FLAG, _LAST_FLAG = 0x1F1E6, 0x1F1FF


def printable(text: str, missing: Collection[str] = ()) -> str:
    """The text on one line, composed, without what has no place on paper.

    Characters in ``missing`` become words: “[Thai text]”, “[thumbs up sign]”.
    """
    visible = text
    if not (text.isascii() and text.isprintable()):
        visible = "".join(map(_visible, unicodedata.normalize("NFC", text)))
    if missing:
        visible = _in_words(visible, missing)
    return _LONG_END.sub(_breakable, _LONG_WORD.sub(_breakable, _SPACES.sub(" ", visible)))


def printable_lines(text: str, missing: Collection[str] = ()) -> str:
    """As ``printable``, with lines and spaces kept: for program code."""
    lines = text.replace("\t", "    ").splitlines()
    kept = ("".join(map(_visible, unicodedata.normalize("NFC", line))) for line in lines)
    return "\n".join(_in_words(line, missing) if missing else line for line in kept)


def _visible(letter: str) -> str:
    if letter in "\n\t\r\u2028\u2029":
        return " "
    kind = unicodedata.category(letter)
    # Control characters, surrogates, and private ones, which only their own font can show.
    if kind in ("Cc", "Cs", "Co"):
        return ""
    return "\ufffd" if kind == "Cn" else letter


def _in_words(text: str, missing: Collection[str]) -> str:
    kinds = re.escape("".join(missing))
    # Spaces, marks and figures between two such characters belong to the same foreign passage.
    run = re.compile(rf"[{kinds}](?:[^\w\[\]]{{0,3}}[{kinds}{_JOINERS}])*[{_JOINERS}]*")
    return run.sub(lambda match: _run_in_words(match[0], missing), text)


def _run_in_words(run: str, missing: Collection[str]) -> str:
    scripts = [script_of(letter) for letter in run if letter in missing]
    written = next((script for script in scripts if script != "Symbol"), None)
    if written:
        return f"[{written} text]"
    return "".join(_symbol_in_words(letter, missing) for letter in run)


def _symbol_in_words(letter: str, missing: Collection[str]) -> str:
    """A flag's half becomes its letter, a skin's shade nothing, all else its Unicode name."""
    if letter in _UNSPOKEN:
        return ""
    if letter not in missing:
        return letter
    if _FIRST_FLAG <= ord(letter) <= _LAST_FLAG:
        return chr(ord(letter) - _FIRST_FLAG + ord("A"))
    return f"[{unicodedata.name(letter, 'symbol').lower()}]"


def _breakable(match: re.Match[str]) -> str:
    return _PIECE.sub(lambda piece: piece[0] + "\u200b", match[0])
