"""Words that stay words in every program that reads Markdown: no link, tag, comment or formula."""

from __future__ import annotations

import re

#: What Obsidian, Logseq or their plugins give a meaning and CommonMark doesn't, letter by letter:
#: links, tags, comments, marks, mathematics, block names, macros, properties, commands.
FOREIGN = re.compile(
    r"\[(?=\[)|(?<=\[)\[|\](?=\])|(?<=\])\]"
    r"|(?<![\w/&=?])\#(?=[^\s#])"
    r"|%(?=%)|(?<=[%<])%"
    r"|=(?==)|(?<==)="
    r"|~(?=~)|(?<=~)~"
    r"|\$(?=[^\s$])(?=[^$]*\$)|(?<=\S)\$"
    r"|(?<=\s)\^(?=[A-Za-z0-9-]+\s*(?:\n|$))"
    r"|\{(?=\{)|(?<=\{)\{"
    r"|:(?=:)|(?<=:):"
)
#: The same in a text of the author's own, where ``~~`` strikes out.
FOREIGN_TO_OWN = re.compile(FOREIGN.pattern.replace("|~(?=~)|(?<=~)~", ""))
_MARKUP = re.compile(
    rf"[\\`*\[\]<|]|(?<!\w)_|_(?!\w)|&(?=\#?\w+;)|{FOREIGN.pattern}|^(?=(?:[-+>]|\#+)\s)"
)
#: A text without any of these letters has no markup.
_SUSPECT = re.compile(r"[\\`*\[\]<|_&#%=~$^{:]|^[-+>]")
_UNWRITABLE = re.compile(r"[\ud800-\udfff]")
#: Plugins look for this in the bytes of a file, and run what follows.
_COMMAND = "<%"


def as_words(text: str) -> str:
    """Text on one line, with what would be markup to anybody escaped."""
    line = " ".join(text.split())
    return _MARKUP.sub(r"\\\g<0>", line) if _SUSPECT.search(line) else line


def note_bytes(text: str) -> bytes:
    """A note as it is written; what a plugin would run wherever it stands is parted."""
    return _UNWRITABLE.sub("\ufffd", text).replace(_COMMAND, "< %").encode()
