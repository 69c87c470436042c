"""The phrases by which pages say that they are not the whole article, in many languages.

The words stand in ``data/*.toml`` under ``[warnings]``; what they mean for a page is decided
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from desktop_app.cleaning.boilerplate import MAX_LINE, line_key
from desktop_app.cleaning.vocabulary import all_phrases

# Scripts that put no space between words, or join small words to the next one.
_JOINED = re.compile(r"[\u0590-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def told_phrases(kind: str, lines: Iterable[str]) -> frozenset[str]:
    """The phrases of a kind that stand in the lines; only a line's ends are looked at.

    A kind is a key of ``[warnings]``: ``paywall``, ``consent``, ``login``, ``script``, ``error``,
    ``listing``, ``cut``.
    """
    text = "".join(f" {key} |" for line in lines for key in _keys(line))
    return frozenset(phrase for phrase in _phrases(kind) if phrase in text)


def opens_with(kind: str, line: str) -> bool:
    """Whether the line begins with a phrase of the kind."""
    key = f" {line_key(line)}"
    return any(key.startswith(phrase.lstrip(), 1) for phrase in _phrases(kind))


def _keys(line: str) -> tuple[str, ...]:
    if len(line) <= MAX_LINE * 2:
        return (line_key(line),)
    return line_key(line), line_key(line[-MAX_LINE:])


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    # A word begins where the phrase does, but may end later: Slavic and Turkic words are inflected.
    found: dict[str, None] = {}
    for phrase in all_phrases("warnings", kind):
        key = line_key(phrase)
        found[key if _JOINED.match(key) else f" {key}"] = None
    return tuple(found)
