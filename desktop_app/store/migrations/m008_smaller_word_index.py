"""Half the room for the word index, which the upgrade makes anew once it is gone."""

from __future__ import annotations

from sqlite_utils import Database


def m008_smaller_word_index(db: Database) -> None:
    """The word index with the text first and without an index of beginnings: half as large."""
    db.execute("DROP TABLE article_words")
