"""When what a query finds falls: counted along a timeline, and event by event."""

from __future__ import annotations

from desktop_app.core.article import ArticleEvent, Event, TimelineBucket
from desktop_app.core.errors import InputError
from desktop_app.core.query import And, DateRange, Node, ParsedQuery
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import STATE, state_of
from desktop_app.store.search.query_sql import articles_where, matching
from desktop_app.store.timeline.timeline import buckets

#: What is counted by; the last two are the first and last day. Grouped as the index is ordered.
_DATE_COLUMNS = {
    "published": "a.published_sort, a.published_earliest, a.published_latest",
    "captured": "substr(a.captured, 1, 10), substr(a.captured, 1, 10)",
    "event": "",
}


class DatedSearch:
    """Answers queries by dates; reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def timeline(self, parsed: ParsedQuery, *, by: str, date: str) -> list[TimelineBucket]:
        """Counts per bucket of articles, or of what they tell where ``date`` is ``event``."""
        if date not in _DATE_COLUMNS:
            raise InputError(
                f"There is no timeline of “{date}” dates.", f"There are {', '.join(_DATE_COLUMNS)}."
            )
        if date == "event":
            return buckets(self._event_spans(parsed), by)
        columns = _DATE_COLUMNS[date]
        condition = articles_where(parsed)
        rows = self._connection.rows(
            f"SELECT {columns}, count(*) AS articles FROM articles a WHERE {condition.sql}"
            f" AND a.published_sort {'>=' if date == 'captured' else '>'} ''"
            f" GROUP BY {columns}",
            condition.values,
        )
        return buckets(((row[-3], row[-2], row[-1]) for row in rows), by)

    def _event_spans(self, parsed: ParsedQuery) -> list[tuple[str, str, int]]:
        where, values = _within(parsed, *matching(parsed, "e.article_id"))
        rows = self._connection.rows(
            f"SELECT e.earliest, e.latest, count(*) FROM events e WHERE {where} GROUP BY 1, 2",
            values,
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def events(self, parsed: ParsedQuery) -> list[ArticleEvent]:
        """What the matching articles tell, in the order in which it happened.

        Where the query names event dates, only what happened then.
        """
        where, values = _within(parsed, *matching(parsed, "a.id"))
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
        sql = f"SELECT {STATE} FROM revisions r WHERE r.id = ?"
        rows = ((each, self._connection.row(sql, (each,))) for each in revision_ids)
        return {each: state_of(row).events for each, row in rows if row is not None}


def _within(
    parsed: ParsedQuery, where: str, values: tuple[object, ...]
) -> tuple[str, tuple[object, ...]]:
    """The condition narrowed to events in the spans that the whole query asks for."""
    for span in event_spans(parsed.root):
        where += " AND e.earliest <= ? AND e.latest >= ?"
        values = (*values, span.latest, span.earliest)
    return where, values


def event_spans(node: Node) -> list[DateRange]:
    """The spans of event dates that every match must touch."""
    match node:
        case DateRange(kind="event"):
            return [node]
        case And(parts):
            return [span for part in parts for span in event_spans(part)]
        case _:
            return []
