"""Highlights as the window and the terminal see them: listed, made, changed, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.core.errors import InputError
from desktop_app.core.highlight import ArticleHighlight, Colour
from desktop_app.core.query import parse_query
from desktop_app.core.quote_search import find_quote
from desktop_app.core.text_quote import TextQuote
from desktop_app.store.archive import Archive


class Highlights:
    """Those of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def list(
        self,
        query: str = "",
        *,
        text: str = "",
        colours: Sequence[Colour] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[ArticleHighlight]:
        """Highlights of the articles that a query finds, newest first, narrowed by words."""
        parsed = parse_query(query) if query else None
        return self._archive().highlights.list(
            parsed, text=text, colours=colours, limit=limit, offset=offset
        )

    def count(self, query: str = "", *, text: str = "", colours: Sequence[Colour] = ()) -> int:
        """How many highlights there are."""
        parsed = parse_query(query) if query else None
        return self._archive().highlights.count(parsed, text=text, colours=colours)

    def add(
        self,
        article_id: int,
        start: int,
        end: int,
        *,
        colour: Colour = Colour.YELLOW,
        note: str = "",
    ) -> int:
        """Mark a stretch of an article's text; gives the highlight's id."""
        return self._archive().highlights.add(article_id, start, end, colour=colour, note=note)

    def add_quote(
        self, article_id: int, words: str, *, colour: Colour = Colour.YELLOW, note: str = ""
    ) -> int:
        """Mark words of an article, where they stand first; InputError where they don't."""
        archive = self._archive()
        place = find_quote(archive.articles.get(article_id).clean.text, TextQuote(words.strip()))
        if place is None:
            raise InputError(
                f"Article {article_id} doesn't say “{words[:80]}”.", "Quote words of its text."
            )
        return archive.highlights.add(article_id, *place, colour=colour, note=note)

    def change(
        self, highlight_id: int, *, colour: Colour | None = None, note: str | None = None
    ) -> None:
        """Give a highlight another colour or note."""
        self._archive().highlights.change(highlight_id, colour=colour, note=note)

    def remove(self, highlight_id: int) -> None:
        """Take a highlight away with its note."""
        self._archive().highlights.remove(highlight_id)
