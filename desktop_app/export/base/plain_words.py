"""Words of articles fit for one line of other programs' files, whatever was captured."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
#: Control characters, what is no character, and the marks that turn the writing round over what
#: follows: none of them is a word, and each does harm in some file.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x1f\x7f-\x9f\ud800-\udfff]+", re.IGNORECASE)
_LONGEST_ADDRESS = 4_000


def writable(text: str) -> str:
    """The text without what can't be seen and does harm; line breaks stay."""
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))


def one_line(text: str, most: int) -> str:
    """The text on one line, cut between words with “…” where it has more than ``most`` letters.

    It is empty where nothing of it can be seen.
    """
    # What comes behind is cut off anyhow: a text may have a line of millions.
    line = writable(_SPACES.sub(" ", text[: most * 4])).strip()
    if all(unicodedata.category(letter)[0] in "CZ" for letter in line):
        return ""
    if len(line) <= most:
        return line
    short = line[: most - 1]
    whole = line[:most].rpartition(" ")[0]
    return f"{whole if len(whole) > len(short) * 0.6 else short}…"


def web_address(address: str | None) -> str | None:
    """The address if a page may link to it: of the Web, and nothing but an address."""
    if address is None or len(address) > _LONGEST_ADDRESS:
        return None
    return address if _ADDRESS.fullmatch(address) else None
