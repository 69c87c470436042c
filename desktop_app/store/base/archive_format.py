"""How an archive file is known: its mark, its version, and what its word index is made with."""

from __future__ import annotations

#: “Ctng” in the file's header: how an archive is told from any other SQLite file.
APPLICATION_ID = 0x43746E67
#: What ``PRAGMA user_version`` is after all migrations.
SCHEMA_VERSION = 27
#: Lets what is kept of what articles are counted by be read anew: for changes that are no act.
FORGET_KEPT = "DELETE FROM kept_arrays"
#: A name's keys of likely spellings have ids from its own id times this on; few names have five.
BLOCKS_A_NAME = 256

#: The word index holds no copy of the text: the newest revision gives it when it is needed. The
#: text comes first, since places in the first column take two bytes less for each word. Beginnings
#: of words have no index of their own: it took a third of the whole, and made only those of two
#: letters quicker.
FULL_TEXT_COLUMNS = ("text", "title", "subtitle", "authors", "note")
FULL_TEXT_OPTIONS = """
    text, title, subtitle, authors, note, content = '',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
"""
