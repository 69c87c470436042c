"""How an archive file is known: its mark, its version, and what its word index is made with."""

from __future__ import annotations

#: “Ctng” in the file's header: how an archive is told from any other SQLite file.
APPLICATION_ID = 0x43746E67
#: What ``PRAGMA user_version`` is after all migrations.
SCHEMA_VERSION = 7

#: The word index holds no copy of the text: the newest revision gives it when it is needed.
FULL_TEXT_COLUMNS = ("title", "subtitle", "text", "authors", "note")
FULL_TEXT_OPTIONS = """
    title, subtitle, text, authors, note, content = '',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'",
    prefix = '2'
"""
