"""Highlights: kept by their quotes, found again in every new state of the text, never dropped."""

from __future__ import annotations

import builtins
import json
from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Row

from desktop_app.core.errors import InputError
from desktop_app.core.folding import fold
from desktop_app.core.highlight import (
    MOST_NOTED,
    MOST_QUOTED,
    ArticleHighlight,
    Colour,
    Highlight,
    NewHighlight,
)
from desktop_app.core.query import ParsedQuery
from desktop_app.core.quote_search import SearchedText
from desktop_app.core.text_quote import CONTEXT, TextQuote, quote_at
from desktop_app.store.base.article_ids import require_articles
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import NEWEST_STATE, state_of
from desktop_app.store.search.query_sql import matching
from desktop_app.store.undo.acts import Acts
from desktop_app.store.words.word_index import WordIndex

_COLUMNS = "h.id, h.article_id, h.exact, h.prefix, h.suffix, h.start, h.end, h.colour, h.note, "
_COLUMNS += "h.created"
_FOLDED = "fold_text(h.exact || ' ' || h.note || ' ' || coalesce(a.title, ''))"
#: A longer search within the highlights is cut.
_MOST_SOUGHT = 500
_NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
_COUNTED = (
    "UPDATE articles SET highlights = (SELECT count(*) FROM highlights WHERE article_id = ?1)"
    " WHERE id = ?1"
)
KEEP_HIGHLIGHT = (
    "INSERT INTO highlights (article_id, exact, prefix, suffix, start, end, colour, note, created)"
    f" VALUES (?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, {_NOW}))"
)


class HighlightStore:
    """The highlights of an archive. Ids that aren't there raise InputError."""

    def __init__(self, connection: Connection, acts: Acts, words: WordIndex) -> None:
        self._connection = connection
        self._acts = acts
        self._words = words

    # Reading

    def get(self, highlight_id: int) -> Highlight:
        """One highlight."""
        row = self._connection.row(
            f"SELECT {_COLUMNS} FROM highlights h WHERE h.id = ?", (highlight_id,)
        )
        if row is None:
            raise InputError(
                f"There is no highlight {highlight_id}.", "It may have been removed already."
            )
        return _highlight(row)

    def of_article(self, article_id: int) -> list[Highlight]:
        """An article's highlights in the order of its text, orphans last."""
        return self.of_articles([article_id]).get(article_id, [])

    def of_articles(self, ids: Sequence[int]) -> dict[int, builtins.list[Highlight]]:
        """The highlights of these articles as ``of_article`` has them; those without left out."""
        rows = self._connection.rows(
            f"SELECT {_COLUMNS} FROM highlights h"
            " WHERE h.article_id IN (SELECT value FROM json_each(?))"
            " ORDER BY h.article_id, h.start IS NULL, h.start, h.end, h.id",
            (json.dumps(list(ids)),),
        )
        found: dict[int, builtins.list[Highlight]] = {}
        for row in rows:
            found.setdefault(row["article_id"], []).append(_highlight(row))
        return found

    def list(
        self,
        parsed: ParsedQuery | None = None,
        *,
        text: str = "",
        note: str | None = None,
        colours: Sequence[Colour] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[ArticleHighlight]:
        """Highlights of the articles that a query finds, the newest first.

        ``text`` narrows to those with these words in quote, note or title; ``note`` to those with
        these in their own note, or, where it is empty, with any; ``colours``, where given, to
        those of these colours.
        """
        where, values = self._where(parsed, text, note, colours)
        rows = self._connection.rows(
            f"SELECT {_COLUMNS}, a.title, a.published, a.publisher, a.url FROM highlights h"
            f" JOIN articles a ON a.id = h.article_id WHERE {where}"
            " ORDER BY h.created DESC, h.id DESC LIMIT ? OFFSET ?",
            (*values, -1 if limit is None else limit, offset),
        )
        return [
            ArticleHighlight(
                row["title"] or "",
                row["published"],
                _highlight(row),
                row["publisher"],
                row["url"],
            )
            for row in rows
        ]

    def count(
        self,
        parsed: ParsedQuery | None = None,
        *,
        text: str = "",
        note: str | None = None,
        colours: Sequence[Colour] = (),
    ) -> int:
        """How many highlights ``list`` has."""
        where, values = self._where(parsed, text, note, colours)
        source = "highlights h JOIN articles a ON a.id = h.article_id"
        return int(self._connection.value(f"SELECT count(*) FROM {source} WHERE {where}", values))

    # Changing

    def add(
        self,
        article_id: int,
        start: int,
        end: int,
        *,
        colour: Colour = Colour.YELLOW,
        note: str = "",
    ) -> int:
        """Mark a stretch of the article's newest text; gives the highlight's id."""
        require_articles(self._connection, [article_id])
        start, end, quote = self._quoted(article_id, start, end)
        note = _bounded_note(note)
        with self._acts.act("Highlighted a passage"), self._words.following([article_id]):
            highlight_id = self._connection.write(
                "INSERT INTO highlights"
                " (article_id, exact, prefix, suffix, start, end, colour, note, created)"
                f" VALUES (?, ?, ?, ?, ?, ?, ?, ?, {_NOW})",
                (article_id, quote.exact, quote.prefix, quote.suffix, start, end, colour, note),
            )
            self._connection.write(_COUNTED, (article_id,))
        return highlight_id

    def keep(self, article_id: int, highlights: Sequence[NewHighlight]) -> int:
        """Keep those that the article hasn't yet, told by words and note; gives how many.

        Each gets its place in the newest text, wherever it had one before.
        """
        have = {(each.quote.exact, each.note) for each in self.of_article(article_id)}
        quoted = {exact for exact, _ in have}
        new = [
            each
            for each in highlights
            if (each.quote.exact, each.note) not in have
            and (each.note or each.quote.exact not in quoted)
        ]
        if new:
            searched = SearchedText(self._text(article_id))
            placed = [replace(each, place=searched.passage(each.quote)) for each in new]
            with self._acts.act("Added highlights"), self._words.following([article_id]):
                rows = [highlight_values(article_id, each) for each in placed]
                self._connection.write_many(KEEP_HIGHLIGHT, rows)
                self._connection.write(_COUNTED, (article_id,))
        return len(new)

    def change(
        self, highlight_id: int, *, colour: Colour | None = None, note: str | None = None
    ) -> None:
        """Give a highlight another colour or note; what is None stays."""
        known = self.get(highlight_id)
        values = (colour or known.colour, known.note if note is None else _bounded_note(note))
        with self._acts.act("Changed a highlight"), self._words.following([known.article_id]):
            self._connection.write(
                "UPDATE highlights SET colour = ?, note = ? WHERE id = ?", (*values, highlight_id)
            )
            self._connection.write(_COUNTED, (known.article_id,))

    def attach(self, highlight_id: int, start: int, end: int) -> None:
        """Give a highlight other words of its article's text; colour, note and time stay."""
        known = self.get(highlight_id)
        start, end, quote = self._quoted(known.article_id, start, end)
        with self._acts.act("Attached a highlight"), self._words.following([known.article_id]):
            self._connection.write(
                "UPDATE highlights SET exact = ?, prefix = ?, suffix = ?, start = ?, end = ?"
                " WHERE id = ?",
                (quote.exact, quote.prefix, quote.suffix, start, end, highlight_id),
            )

    def remove(self, highlight_id: int) -> None:
        """Take a highlight away with its note."""
        known = self.get(highlight_id)
        with self._acts.act("Removed a highlight"), self._words.following([known.article_id]):
            self._connection.write("DELETE FROM highlights WHERE id = ?", (highlight_id,))
            self._connection.write(_COUNTED, (known.article_id,))

    def find_again(self, article_id: int, text: str) -> None:
        """Look for an article's quotes in its new text; a part of showing another state of it."""
        places = []
        searched = SearchedText(text)
        for known in self.of_article(article_id):
            found = searched.passage(known.quote) or (None, None)
            if found != (known.start, known.end):
                places.append((*found, known.id))
        if places:
            self._connection.write_many(
                "UPDATE highlights SET start = ?, end = ? WHERE id = ?", places
            )

    # How it is kept

    def _quoted(self, article_id: int, start: int, end: int) -> tuple[int, int, TextQuote]:
        """The stretch without white space at its ends, as a quote; InputError for none."""
        text = self._text(article_id)
        start, end = _trimmed(text, start, end)
        if start >= end or end - start > MOST_QUOTED:
            raise InputError(
                "A highlight needs some words of the text.",
                f"Select between one and {MOST_QUOTED:,} characters.",
            )
        return start, end, quote_at(text, start, end)

    def _text(self, article_id: int) -> str:
        row = self._connection.row(f"{NEWEST_STATE} WHERE a.id = ?", (article_id,))
        assert row is not None
        return state_of(row).text

    def _where(
        self,
        parsed: ParsedQuery | None,
        text: str,
        note: str | None,
        colours: Sequence[Colour],
    ) -> tuple[str, tuple[object, ...]]:
        where, values = matching(parsed, "h.article_id")
        if colours:
            where += f" AND h.colour IN ({', '.join('?' * len(colours))})"
            values = (*values, *colours)
        for word in fold(text[:_MOST_SOUGHT]).split():
            where += f" AND instr({_FOLDED}, ?)"
            values = (*values, word)
        if note is not None:
            where += " AND h.note <> ''"
        for word in fold((note or "")[:_MOST_SOUGHT]).split():
            where += " AND instr(fold_text(h.note), ?)"
            values = (*values, word)
        return where, values


def highlight_values(article_id: int, new: NewHighlight) -> tuple[object, ...]:
    """A highlight as ``KEEP_HIGHLIGHT`` takes it, no longer than one may be."""
    quote, place = new.quote, new.place or (None, None)
    words = (quote.exact[:MOST_QUOTED], quote.prefix[-CONTEXT:], quote.suffix[:CONTEXT])
    own = (new.colour, new.note[:MOST_NOTED], new.created or None)
    return (article_id, *words, *place, *own)


def _highlight(row: Row) -> Highlight:
    return Highlight(
        id=row["id"],
        article_id=row["article_id"],
        quote=TextQuote(row["exact"], row["prefix"], row["suffix"], row["start"]),
        start=row["start"],
        end=row["end"],
        colour=Colour(row["colour"]) if row["colour"] in list(Colour) else Colour.YELLOW,
        note=row["note"],
        created=row["created"],
    )


def _bounded_note(note: str) -> str:
    if len(note) > MOST_NOTED:
        raise InputError(
            "The note is too long.", f"A note may have {MOST_NOTED:,} characters; shorten it."
        )
    return note.strip()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch within the text, without white space at its ends."""
    start, end = max(0, start), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
