"""Highlights as the window and the terminal see them: listed, made, changed, taken away."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import InputError
from desktop_app.core.highlight import ArticleHighlight, Colour, Highlight
from desktop_app.core.query import parse_query
from desktop_app.core.quote_search import find_quote
from desktop_app.core.text_quote import TextQuote
from desktop_app.store.archive import Archive

_FIELD = re.compile(
    r"""(?<!\S)-?(?:tag|person|publisher|agency|author|language|published|event|captured
    |before|after|title|url|in|is|has|note):(?:"[^"]*"|\S+)(?!\S)""",
    re.VERBOSE | re.IGNORECASE,
)
_OWN_NOTE = re.compile(r'note:"?([^"]*)"?', re.IGNORECASE)
_ANY_NOTE = "has:note"


@dataclass(frozen=True, slots=True)
class HighlightSearch:
    """What somebody typed to find highlights.

    ``fields`` tell articles, ``words`` stand in quote, note or title. ``note`` are words of the
    highlight's own note; empty, any note will do, and None asks for none.
    """

    fields: str
    words: str
    note: str | None = None


class Highlights:
    """Those of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def list(
        self,
        query: str = "",
        *,
        text: str = "",
        note: str | None = None,
        colours: Sequence[Colour] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[ArticleHighlight]:
        """Highlights of the articles that a query finds, newest first, narrowed by words.

        ``note`` narrows to those with these words in their own note, empty to those with any.
        """
        parsed = parse_query(query) if query else None
        return self._archive().highlights.list(
            parsed, text=text, note=note, colours=colours, limit=limit, offset=offset
        )

    def count(
        self,
        query: str = "",
        *,
        text: str = "",
        note: str | None = None,
        colours: Sequence[Colour] = (),
    ) -> int:
        """How many highlights there are."""
        parsed = parse_query(query) if query else None
        return self._archive().highlights.count(parsed, text=text, note=note, colours=colours)

    def get(self, highlight_id: int) -> Highlight:
        """One highlight; InputError where it isn't there."""
        return self._archive().highlights.get(highlight_id)

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
        place = _quoted(archive, article_id, words)
        return archive.highlights.add(article_id, *place, colour=colour, note=note)

    def change(
        self, highlight_id: int, *, colour: Colour | None = None, note: str | None = None
    ) -> None:
        """Give a highlight another colour or note."""
        self._archive().highlights.change(highlight_id, colour=colour, note=note)

    def attach(self, highlight_id: int, start: int, end: int) -> None:
        """Give a highlight other words of its article's text; colour and note stay."""
        self._archive().highlights.attach(highlight_id, start, end)

    def attach_quote(self, highlight_id: int, words: str) -> None:
        """Give a highlight these words of its article, where they stand first.

        InputError where the article doesn't say them, or there is no such highlight.
        """
        archive = self._archive()
        article_id = archive.highlights.get(highlight_id).article_id
        archive.highlights.attach(highlight_id, *_quoted(archive, article_id, words))

    def remove(self, *highlight_ids: int) -> None:
        """Take highlights away with their notes; one undo brings all of them back."""
        archive = self._archive()
        count = len(highlight_ids)
        with archive.act("Removed a highlight" if count == 1 else f"Removed {count} highlights"):
            for highlight_id in highlight_ids:
                archive.highlights.remove(highlight_id)

    def write(self, found: Sequence[ArticleHighlight], to: Path) -> None:
        """Write highlights with their sources as a Markdown file; raises ExportError."""
        # Imported here: it is rarely wanted.
        from desktop_app.export.markdown.highlight_file import write_highlights  # noqa: PLC0415

        write_highlights(found, to)


def _quoted(archive: Archive, article_id: int, words: str) -> tuple[int, int]:
    """Where words stand first in an article."""
    text = archive.articles.get(article_id).clean.text
    place = find_quote(text, TextQuote(words.strip()))
    if place is None:
        raise InputError(
            f"Article {article_id} doesn't say “{words[:80]}”.", "Quote words of its text."
        )
    return place


def split_search(typed: str) -> HighlightSearch:
    """Part what somebody typed to find highlights.

    ``tag:war -person:"Mary Shelley" rain note:ask`` asks for articles of
    ``tag:war -person:"Mary Shelley"``, the word ``rain``, and ``ask`` in the note.
    """
    fields: list[str] = []
    note: str | None = None
    for found in _FIELD.finditer(typed):
        own = _OWN_NOTE.fullmatch(found[0])
        if own:
            note = f"{note or ''} {own[1].rstrip('*')}".strip()
        elif found[0].lower() == _ANY_NOTE:
            note = note or ""
        else:
            fields.append(found[0])
    return HighlightSearch(" ".join(fields), " ".join(_FIELD.sub(" ", typed).split()), note)
