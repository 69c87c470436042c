"""Which articles share something with one: a person, the outlet, rare words. Each list is short.

Reads only; the newest come first, and never more than asked for, whatever the archive's size.
"""

from __future__ import annotations

from desktop_app.store.articles.article_rows import tags_of
from desktop_app.store.base.connection import Connection
from desktop_app.store.search.query_sql import TRASH
from desktop_app.store.words.index_text import indexed, lookup

_LIVE = f"AND {{id}} <> ?2 AND {{id}} NOT IN ({TRASH}) ORDER BY {{id}} DESC LIMIT ?3"
_NAMING = "SELECT DISTINCT article_id FROM article_people WHERE person_id = ?1 " + _LIVE.format(
    id="article_id"
)
_FROM = f"SELECT id FROM articles WHERE publisher = ?1 {_LIVE.format(id='id')}"
_WITH = "SELECT rowid FROM article_words WHERE article_words MATCH ?1 LIMIT ?2"


class SimilarArticles:
    """Looks neighbours of an article up; ``but`` is the article itself."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def naming(self, person_id: int, but: int, most: int) -> tuple[int, ...]:
        """Articles that name a person."""
        return tuple(self._connection.column(_NAMING, (person_id, but, most)))

    def published_by(self, outlet: str, but: int, most: int) -> tuple[int, ...]:
        """Articles of an outlet."""
        return tuple(self._connection.column(_FROM, (outlet, but, most)))

    def with_word(self, word: str, but: int, most: int) -> tuple[int, ...]:
        """Articles that have a word; none where more than so many have it."""
        phrase = lookup(word)
        if phrase is None:
            return ()
        found = self._connection.column(_WITH, (phrase, most + 2))
        if len(found) > most + 1:
            return ()
        trash = set(self._connection.column(TRASH))
        return tuple(each for each in found if each != but and each not in trash)

    def tags(self, ids: set[int]) -> dict[int, tuple[str, ...]]:
        """The tags of each of these articles."""
        return tags_of(self._connection, sorted(ids))

    def tag_counts(self, paths: set[str]) -> dict[str, int]:
        """How many articles carry each of these tags."""
        counted = "SELECT count(*) FROM article_tags JOIN tags ON tags.id = tag_id WHERE path = ?"
        return {path: int(self._connection.value(counted, (path,))) for path in paths}

    def article_count(self) -> int:
        """How many articles there are, about: those in the trash count too."""
        return int(self._connection.value("SELECT count(*) FROM articles"))


def telling_words(text: str, most: int) -> list[str]:
    """The longest different words of a text, as the index knows them."""
    words = dict.fromkeys(word.strip(".,;:!?()[]\"'“”„«»‘’") for word in indexed(text).split())
    return sorted((word for word in words if len(word) > 3), key=len, reverse=True)[:most]
