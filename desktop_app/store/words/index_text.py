"""How text is written into the word index, and how words are looked up in it.

Both sides fold alike, so that case, accents and compatibility forms don't matter. Chinese,
Japanese, Thai, Lao, Khmer and Burmese part no words by blanks: a run of such letters becomes its
overlapping pairs and its last letter (``中国人`` → ``中国 国人 人``), so that each letter begins a
token and any part of a run can be found as pairs in a row, a single letter as a prefix.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from desktop_app.core.folding import fold

# Han, kana, bopomofo and the scripts of South-East Asia that are written without blanks.
_SPACELESS = (
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b"
    "\u3040-\u30fa\u30fc-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003fffd"
    "]+"
)


@cache
def _spaceless() -> re.Pattern[str]:
    """The pattern of such runs; compiled when it is needed, as that takes a millisecond."""
    return re.compile(_SPACELESS)


_TOKEN_LETTER = re.compile(r"[^\W_]")
_Writer = Callable[[str], str]


def indexed(text: str) -> str:
    """The text as the index holds it: folded, unspaced runs as overlapping pairs."""
    if text.isascii():
        return text.lower().replace("\x00", " ")
    return _spaced(text, _pairs_and_last, _pairs_and_last)


def lookup(text: str, *, prefix: bool = False) -> str | None:
    """One FTS5 phrase that finds the text; None where it holds nothing that is indexed.

    What comes back is always one quoted string, so that nothing in the text can act as syntax.
    """
    if not _TOKEN_LETTER.search(text):
        return None
    if text.isascii():
        return _quoted(text.lower(), prefix)
    folded = _spaced(_without_last_marks(text), _pairs_and_last, _pairs).strip()
    return _quoted(folded, prefix or _ends_in_single(folded))


def _spaced(text: str, inner: _Writer, last: _Writer) -> str:
    text = unicodedata.normalize("NFKC", text)
    parts: list[str] = []
    position = 0
    for match in _spaceless().finditer(text):
        parts.append(fold(text[position : match.start()]))
        position = match.end()
        rest = _TOKEN_LETTER.search(text, position)
        parts.append((inner if rest else last)(match[0]))
    parts.append(fold(text[position:]))
    return " ".join(parts).replace("\x00", " ")


def _without_last_marks(text: str) -> str:
    """The text up to its last letter, digit or sign that belongs to one."""
    end = len(text)
    while end and unicodedata.category(text[end - 1])[0] in "PSZC":
        end -= 1
    return text[:end]


def _pairs(run: str) -> str:
    return " ".join(run[at : at + 2] for at in range(max(1, len(run) - 1)))


def _pairs_and_last(run: str) -> str:
    return f"{_pairs(run)} {run[-1]}" if len(run) > 1 else run


def _ends_in_single(folded: str) -> bool:
    """Whether the last token is one unspaced letter, which any pair may begin with."""
    last = folded.rsplit(" ", 1)[-1]
    return len(last) == 1 and _spaceless().match(last) is not None


def _quoted(text: str, prefix: bool) -> str:
    escaped = text.replace("\x00", " ").replace('"', '""')
    return f'"{escaped}"*' if prefix else f'"{escaped}"'
