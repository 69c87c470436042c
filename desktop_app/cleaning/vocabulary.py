"""The words by which the press marks what surrounds an article, read from ``data/*.toml``.

One file a language, and ``agencies.toml`` for wire services. All languages are read together: a
paste is cleaned before its language is known, and pages mix languages.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from desktop_app.core.folding import fold

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


@cache
def _languages() -> dict[str, dict[str, Any]]:
    folder = files("desktop_app.cleaning") / "data"
    loaded = {}
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml") and entry.name != "agencies.toml":
            loaded[entry.name.removesuffix(".toml")] = tomllib.loads(entry.read_text("utf-8"))
    return loaded


def languages() -> tuple[str, ...]:
    """The codes of the languages that have words, in order."""
    return tuple(_languages())


@cache
def all_phrases(table: str, key: str) -> tuple[str, ...]:
    """Every language's phrases under ``[table] key``, without repeats."""
    found: dict[str, None] = {}
    for words in _languages().values():
        found.update(dict.fromkeys(words.get(table, {}).get(key, ())))
    return tuple(found)


@cache
def keys_of(table: str) -> tuple[str, ...]:
    """The keys that any language has in the table, in order of appearance."""
    found: dict[str, None] = {}
    for words in _languages().values():
        found.update(dict.fromkeys(words.get(table, {})))
    return tuple(found)


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language, folded."""
    return {
        language: frozenset(fold(word) for word in words.get("words", {}).get("function", ()))
        for language, words in _languages().items()
    }


def likely_language(text: str) -> str | None:
    """The language whose commonest words make up most of the text; None where few are any's.

    A hint for reading dates before the language is detected properly.
    """
    words = _WORD.findall(fold(text[:20_000]))
    shares = {
        language: sum(word in common for word in words) / max(len(words), 1)
        for language, common in function_words().items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= 0.12 else None


@cache
def month_numbers() -> dict[str, int]:
    """Month names and abbreviations, folded, of every language, with their number."""
    months: dict[str, int] = {}
    for words in _languages().values():
        for number, names in enumerate(words.get("dates", {}).get("months", ()), start=1):
            for name in names:
                months.setdefault(fold(name).strip("."), number)
    return months


@cache
def month_names() -> tuple[str, ...]:
    """Month names and abbreviations of every language, as they are written."""
    tables = (words.get("dates", {}).get("months", ()) for words in _languages().values())
    return tuple(dict.fromkeys(name for table in tables for names in table for name in names))


@cache
def agencies() -> dict[str, str]:
    """Every spelling of a wire agency, folded, with the name it is known by."""
    source = (files("desktop_app.cleaning") / "data" / "agencies.toml").read_text("utf-8")
    spellings: dict[str, str] = {}
    for name, others in tomllib.loads(source)["agencies"].items():
        for spelling in (name, *others):
            spellings[_SPACES.sub(" ", fold(spelling))] = name
    return spellings
