"""Lines that surround articles, told by their words: share lines, newsletters, menus, comments.

Judges one line by itself, in any of the languages of ``data/``. What stands around the line is
the caller's business.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby

from desktop_app.cleaning.vocabulary import all_phrases, keys_of
from desktop_app.core.folding import fold

#: A line longer than this is never judged by its first words.
MAX_LINE = 160
#: The reasons that the learned judges are told of, in the order in which they were trained.
JUDGED_REASONS = (
    "reading time",
    "share line",
    "newsletter",
    "related",
    "advertisement",
    "comment",
    "menu",
    "page furniture",
    "caption",
)
_NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*")
_MARKS = re.compile(r"[^\w#©()':/]+")
_COLON = re.compile(r"\s+:")
_EDGES = " :/'()"


def line_key(line: str) -> str:
    """The line as the vocabulary writes it: folded, numbers as ``#``, no other marks."""
    return _key(line[: MAX_LINE * 2])


@lru_cache(maxsize=8192)
def _key(line: str) -> str:
    # Each line of a paste is asked about several times in a row.
    marked = _NUMBERS.sub("#", fold(line).replace("’", "'"))
    return _COLON.sub(":", _MARKS.sub(" ", marked)).strip(_EDGES)


def boilerplate_reason(line: str) -> str | None:
    """Why the line belongs to the page and not to the article, or None if nothing tells so."""
    key = line_key(line)
    if not key:
        return "page furniture"
    whole = _whole().get(key)
    if whole or len(line) > MAX_LINE:
        return whole
    words = key.split(" ")
    for count, phrases in _starts():
        first = " ".join(words[:count]) if count <= len(words) else ""
        if reason := phrases.get(first) or phrases.get(first.rstrip(_EDGES)):
            return reason
    ends, padded = _endings(), f" {key}"
    if not padded.endswith(tuple(ends)):
        return None
    return next(reason for end, reason in ends.items() if padded.endswith(end))


def opens_tail(line: str) -> bool:
    """Whether the line begins the rest of the page, after which no article text comes."""
    key = line_key(line)
    if len(line) > 80 or not key.startswith(openings := _tails().get(key[:1], ())):
        return False
    return any(_begins_with(key, words) for words in openings)


def _begins_with(key: str, words: str) -> bool:
    """Whether the key begins with the words, and not with a longer word that begins so.

    “Read also: Ferry runs again” is one link between two paragraphs, not the page's tail.
    """
    if not key.startswith(words):
        return False
    following = key[len(words) :]
    return not (following[:1].islower() or following.startswith(": "))


@cache
def _starts() -> tuple[tuple[int, dict[str, str]], ...]:
    """The phrases that open a line, by their number of words, longest first."""
    by_count: dict[int, dict[str, str]] = {}
    for reason in keys_of("starts"):
        for phrase in all_phrases("starts", reason):
            # “Photo:” opens a caption, “Photo” may open a sentence: here the colon counts.
            key = line_key(phrase) + ":" * phrase.rstrip().endswith(":")
            if key.strip(":"):
                by_count.setdefault(len(key.split()), {}).setdefault(key, reason)
    return tuple(sorted(by_count.items(), reverse=True))


@cache
def _whole() -> dict[str, str]:
    lines: dict[str, str] = {}
    for reason in keys_of("whole"):
        for phrase in all_phrases("whole", reason):
            lines.setdefault(line_key(phrase), reason)
    return lines


@cache
def _endings() -> dict[str, str]:
    # A credit after a stroke (“Jane Roe/AP”) keeps it; other endings are whole words.
    endings: dict[str, str] = {}
    for reason in keys_of("ends"):
        for phrase in all_phrases("ends", reason):
            if key := line_key(phrase):
                endings.setdefault(("/" if phrase.startswith("/") else " ") + key, reason)
    return endings


@cache
def _tails() -> dict[str, tuple[str, ...]]:
    """What begins a tail, by its first sign."""
    keys = sorted({key for words in all_phrases("tail", "words") if (key := line_key(words))})
    return {first: tuple(group) for first, group in groupby(keys, key=lambda key: key[0])}
