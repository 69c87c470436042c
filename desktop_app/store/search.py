"""Finding: which articles match, in what order, and how they lie on a timeline."""

from __future__ import annotations

from desktop_app.core.article import ArticleEvent, Event, TimelineBucket
from desktop_app.core.errors import InputError
from desktop_app.core.query import And, DateRange, Node, ParsedQuery
from desktop_app.store.article_state import unpacked
from desktop_app.store.connection import Connection
from desktop_app.store.query_sql import articles_where, compiled, ranking_expression
from desktop_app.store.timeline import buckets

#: Unknown dates and titles come last, whatever the direction.
_ORDERS = {
    "published": "a.published_sort DESC, a.captured DESC, a.id DESC",
    "captured": "a.captured DESC, a.published_sort DESC, a.id DESC",
    "title": "a.title_sort = '', a.title_sort, a.id",
}
SORTS = (*_ORDERS, "relevance")
# Weights of title, subtitle, text, authors and note.
_RANK = "bm25(article_words, 10.0, 4.0, 1.0, 4.0, 4.0)"
_DATE_COLUMNS = {
    "published": ("a.published_earliest", "a.published_latest"),
    "captured": ("substr(a.captured, 1, 10)", "substr(a.captured, 1, 10)"),
    "event": ("e.earliest", "e.latest"),
}


class Search:
    """Answers queries; reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(
        self, parsed: ParsedQuery, *, sort: str = "published", limit: int | None = None
    ) -> list[int]:
        """The articles that match: newest first, or by title, or the most relevant first."""
        if sort not in SORTS:
            raise InputError(f"Articles can't be sorted by “{sort}”.", f"Use {', '.join(SORTS)}.")
        where, values = articles_where(parsed)
        ranking = ranking_expression(parsed.root) if sort == "relevance" else None
        if ranking is not None:
            return self._ranked(parsed, ranking, limit)
        order = _ORDERS.get(sort, _ORDERS["published"])
        return self._connection.column(
            f"SELECT a.id FROM articles a WHERE {where} ORDER BY {order} LIMIT ?",
            (*values, -1 if limit is None else limit),
        )

    def count(self, parsed: ParsedQuery) -> int:
        """How many articles match."""
        where, values = articles_where(parsed)
        sql = f"SELECT count(*) FROM articles a WHERE {where}"
        return int(self._connection.value(sql, values))

    def timeline(self, parsed: ParsedQuery, *, by: str, date: str) -> list[TimelineBucket]:
        """Counts per bucket of articles, or of what they tell where ``date`` is ``event``."""
        if date not in _DATE_COLUMNS:
            raise InputError(
                f"There is no timeline of “{date}” dates.", f"There are {', '.join(_DATE_COLUMNS)}."
            )
        first, last = _DATE_COLUMNS[date]
        where, values = articles_where(parsed)
        source = "articles a"
        if date == "event":
            source += " JOIN events e ON e.article_id = a.id"
            where, values = _within(parsed, where, values)
        rows = self._connection.rows(
            f"SELECT {first}, {last}, count(*) FROM {source}"
            f" WHERE {where} AND {first} IS NOT NULL GROUP BY 1, 2",
            values,
        )
        return buckets(((row[0], row[1], row[2]) for row in rows), by)

    def events(self, parsed: ParsedQuery) -> list[ArticleEvent]:
        """What the matching articles tell, in the order in which it happened.

        Where the query names event dates, only what happened then.
        """
        where, values = _within(parsed, *articles_where(parsed))
        rows = self._connection.rows(
            "SELECT a.id, a.title, a.published, a.revision_id, e.position"
            " FROM articles a JOIN events e ON e.article_id = a.id"
            f" WHERE {where} ORDER BY e.earliest, e.latest, a.published_sort, a.id, e.position",
            values,
        )
        told = self._told({row["revision_id"] for row in rows})
        return [
            ArticleEvent(
                row["id"], row["title"] or "", row["published"], told[row[3]][row["position"]]
            )
            for row in rows
            if row["position"] < len(told[row["revision_id"]])
        ]

    def _told(self, revision_ids: set[int]) -> dict[int, tuple[Event, ...]]:
        return {
            revision_id: unpacked(
                self._connection.value("SELECT state FROM revisions WHERE id = ?", (revision_id,))
            ).events
            for revision_id in revision_ids
        }

    def _ranked(self, parsed: ParsedQuery, ranking: str, limit: int | None) -> list[int]:
        condition = compiled(parsed.root)
        where, values = articles_where(parsed)
        if condition is not None and condition.match == ranking:
            where, values = "a.deleted IS NULL", ()
        return self._connection.column(
            "SELECT a.id FROM article_words JOIN articles a ON a.id = article_words.rowid"
            f" WHERE article_words MATCH ? AND {where}"
            f" ORDER BY {_RANK}, a.published_sort DESC, a.id DESC LIMIT ?",
            (ranking, *values, -1 if limit is None else limit),
        )


def _within(
    parsed: ParsedQuery, where: str, values: tuple[object, ...]
) -> tuple[str, tuple[object, ...]]:
    """The condition narrowed to events in the spans that the whole query asks for."""
    for span in _event_spans(parsed.root):
        where += " AND e.earliest <= ? AND e.latest >= ?"
        values = (*values, span.latest, span.earliest)
    return where, values


def _event_spans(node: Node) -> list[DateRange]:
    match node:
        case DateRange(kind="event"):
            return [node]
        case And(parts):
            return [span for part in parts for span in _event_spans(part)]
        case _:
            return []
