"""What is remembered of reading: where each article was left."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.reading_place import find_place, place_at
from desktop_app.store.archive import Archive


class Reading:
    """Places in the articles of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def place(self, article_id: int, text: str) -> int:
        """The character of the article's text at which it was left; 0 is its beginning."""
        kept = self._archive().reading_places.of_article(article_id)
        return 0 if kept is None else find_place(text, kept)

    def keep_place(self, article_id: int, text: str, start: int) -> None:
        """Remember that the article was left at a character of its text; it is never undone."""
        self._archive().reading_places.keep(article_id, place_at(text, start))
