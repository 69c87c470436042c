"""File names made of articles: readable, stable, and safe on Windows, macOS and Linux.

What stands in the files, and which of two articles keeps a name in a given folder, is decided
elsewhere (``article_folder``).
"""

from __future__ import annotations

import re
import unicodedata

from desktop_app.core.article import Article

#: The longest name with its suffix: in characters, for people; in UTF-8 bytes, for file systems.
MAX_CHARACTERS = 120
MAX_BYTES = 240
#: Room kept for “ (123456789)” behind a name that is taken.
_ROOM = 14

#: What Windows refuses, and what Obsidian or Logseq can't link to.
_UNSAFE = re.compile(r'[<>:"/\\|?*#^\[\]]|%%+|%(?=[0-9A-Fa-f]{2})|__+')
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE
)
_PARTS_ALIKE = re.compile(r"^[\s.\-–—]+|[\s.]+$")


def article_stem(article: Article) -> str:
    """The name of an article's file without suffix: ``1895-01-05 Publisher - Title``.

    Without a published date the name begins with the publisher; without a title, too, there is
    still a name.
    """
    clean = article.clean
    return dated_stem(clean.published, clean.publisher, clean.title)


def dated_stem(published: str | None, publisher: str | None, title: str | None) -> str:
    """The same of what is known of an article."""
    day = (published or "")[:10].partition("/")[0]
    words = " - ".join(part for part in (publisher, title or "Untitled") if part)
    return safe_stem(f"{day} {words}")


def safe_stem(text: str, suffix: str = ".md") -> str:
    """Text as a file's name without its suffix; never empty, never a path, never reserved."""
    text = unicodedata.normalize("NFC", text)
    visible = "".join(" " if _invisible(letter) else letter for letter in text[:1000])
    name = _SPACES.sub(" ", _UNSAFE.sub(" ", visible.replace(": ", " - ")))
    name = _shorten(_PARTS_ALIKE.sub("", name), len(suffix) + _ROOM)
    name = _PARTS_ALIKE.sub("", name)
    if _RESERVED.match(name):
        name = f"_{name}"
    return name or "Untitled"


def name_key(name: str) -> str:
    """What two names share that mean one file on some system: case and composition folded."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _invisible(letter: str) -> bool:
    # Control, format (among them the marks that turn the writing direction round), surrogates,
    # private use and unassigned: nothing a person could see or type.
    return unicodedata.category(letter)[0] == "C" or letter in "\u2028\u2029"


def _shorten(name: str, reserved: int) -> str:
    """As much of the name as fits, cut between words where that leaves most of it."""
    short = name[: MAX_CHARACTERS - reserved]
    short = short.encode("utf-8")[: MAX_BYTES - reserved].decode("utf-8", errors="ignore")
    if short == name:
        return name
    whole_words = short.rpartition(" ")[0]
    return whole_words if len(whole_words) > len(short) * 0.6 else short
