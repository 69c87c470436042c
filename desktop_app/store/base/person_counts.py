"""How often each person is named, and when first and last: kept, so that lists needn't count.

Triggers of the file follow every row that ties an article to a person, and every article that goes
to the trash or comes back, in the transaction that changes it; undo needs nothing of its own. Only
a first or last date that may be gone isn't worked out at once: the person is marked stale, and
``refresh`` looks again at the end of the act. Where an act changes a good part of all articles,
following each row takes longer than counting everybody anew, once: ``counted_once`` leaves the
counting paused, and whoever reads the counts next calls ``renew`` before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.store.base.connection import Connection

_FIRST = "{0}published_earliest || coalesce('|' || nullif({0}published, {0}published_earliest), '')"
_LAST = "{0}published_latest || coalesce('|' || nullif({0}published, {0}published_latest), '')"
#: The first and last date that an article gives its persons: the day by which it sorts, and behind
#: it the date as it is known, where that is another.
GIVEN_FIRST, GIVEN_LAST = _FIRST.format("a."), _LAST.format("a.")
_OLD_FIRST, _OLD_LAST = _FIRST.format("old."), _LAST.format("old.")

# A person whom no article outside the trash names has no row, or one of zeros.
_TABLE = """
CREATE TABLE person_counts (
    person_id INTEGER PRIMARY KEY REFERENCES persons(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    articles INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    first TEXT,
    last TEXT,
    stale INTEGER NOT NULL DEFAULT 0
)
"""
_INDEXES = (
    "CREATE INDEX person_counts_by_articles ON person_counts(articles DESC, mentions DESC)",
    "CREATE INDEX person_counts_stale ON person_counts(person_id) WHERE stale = 1",
)
_ADD = """
    INSERT INTO person_counts (person_id, articles, mentions, first, last) {rows}
    ON CONFLICT (person_id) DO UPDATE SET
        articles = articles + excluded.articles,
        mentions = mentions + excluded.mentions,
        first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
        last = max(coalesce(last, excluded.last), coalesce(excluded.last, last));
"""
_ADD_TIE = _ADD.format(
    rows=f"""
    SELECT new.person_id, NOT EXISTS (SELECT 1 FROM article_people t WHERE
        t.person_id = new.person_id AND t.article_id = new.article_id AND t.id <> new.id),
        new.mentions, {GIVEN_FIRST}, {GIVEN_LAST}
    FROM articles a WHERE a.id = new.article_id AND a.deleted IS NULL"""
)
_TAKE_TIE = f"""
    UPDATE person_counts SET mentions = mentions - old.mentions,
        articles = articles - NOT EXISTS (SELECT 1 FROM article_people t WHERE
            t.person_id = old.person_id AND t.article_id = old.article_id AND t.id <> old.id),
        stale = stale OR EXISTS (SELECT 1 FROM articles a WHERE a.id = old.article_id
            AND ({GIVEN_FIRST} = first OR {GIVEN_LAST} = last))
    WHERE person_id = old.person_id;
"""
_ADD_ARTICLE = _ADD.format(
    rows=f"""
    SELECT t.person_id, 1, sum(t.mentions), {GIVEN_FIRST}, {GIVEN_LAST}
    FROM article_people t JOIN articles a ON a.id = t.article_id
    WHERE t.article_id = new.id GROUP BY t.person_id"""
)
_TAKE_ARTICLE = f"""
    UPDATE person_counts SET articles = articles - 1,
        mentions = mentions - (SELECT sum(t.mentions) FROM article_people t
            WHERE t.article_id = old.id AND t.person_id = person_counts.person_id),
        stale = stale OR coalesce({_OLD_FIRST} = first OR {_OLD_LAST} = last, 0)
    WHERE person_id IN (SELECT person_id FROM article_people WHERE article_id = old.id);
"""
_MARK_ARTICLE = """
    UPDATE person_counts SET stale = 1
    WHERE person_id IN (SELECT person_id FROM article_people WHERE article_id = new.id);
"""
_DATES = ("published", "published_earliest", "published_latest")
_OTHER_DATE = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _DATES)
_OLD_LIVE = "EXISTS (SELECT 1 FROM articles WHERE id = old.article_id AND deleted IS NULL)"
#: Name, when, on what condition, and what is done. An article goes before what belongs to it, so
#: its persons are met while they are still tied.
_TRIGGERS = (
    ("tied", "AFTER INSERT ON article_people", "1", _ADD_TIE),
    ("untied", "AFTER DELETE ON article_people", _OLD_LIVE, _TAKE_TIE),
    (
        "tied_otherwise",
        "AFTER UPDATE OF person_id, mentions ON article_people",
        _OLD_LIVE,
        _TAKE_TIE + _ADD_TIE,
    ),
    ("article_added", "AFTER INSERT ON articles", "new.deleted IS NULL", _ADD_ARTICLE),
    ("article_gone", "BEFORE DELETE ON articles", "old.deleted IS NULL", _TAKE_ARTICLE),
    (
        "article_trashed",
        "AFTER UPDATE OF deleted ON articles",
        "old.deleted IS NULL AND new.deleted IS NOT NULL",
        _TAKE_ARTICLE,
    ),
    (
        "article_restored",
        "AFTER UPDATE OF deleted ON articles",
        "old.deleted IS NOT NULL AND new.deleted IS NULL",
        _ADD_ARTICLE,
    ),
    (
        "article_redated",
        f"AFTER UPDATE OF {', '.join(_DATES)} ON articles",
        f"new.deleted IS NULL AND ({_OTHER_DATE})",
        _MARK_ARTICLE,
    ),
)
#: While this table has a row nothing is counted.
_PAUSE = "INSERT INTO paused_counting DEFAULT VALUES"
_GO_ON = "DELETE FROM paused_counting"
_PAUSED = "NOT EXISTS (SELECT 1 FROM paused_counting)"
_RECOUNTED = f"""
    SELECT t.person_id, count(*) AS articles, sum(t.mentions) AS mentions,
        min({GIVEN_FIRST}) AS first, max({GIVEN_LAST}) AS last
    FROM (SELECT person_id, article_id, sum(mentions) AS mentions FROM article_people
        GROUP BY person_id, article_id) t
    JOIN articles a ON a.id = t.article_id AND a.deleted IS NULL GROUP BY t.person_id
"""
_KEPT = "SELECT person_id, articles, mentions, first, last FROM person_counts WHERE articles <> 0"
_REFRESH = f"""
    UPDATE person_counts SET stale = 0, (first, last) = (
        SELECT min({GIVEN_FIRST}), max({GIVEN_LAST}) FROM article_people t
        JOIN articles a ON a.id = t.article_id AND a.deleted IS NULL
        WHERE t.person_id = person_counts.person_id)
    WHERE stale = 1
"""
_COUNTS = "INSERT INTO person_counts (person_id, articles, mentions, first, last)"
_FILL = f"{_COUNTS} {_RECOUNTED}"
# The same as ``_FILL`` three times as quickly: each article's dates are put together only once,
# where they are looked up without the rest of the article.
_GIVEN_DATES = f"""
    INSERT INTO temp.given_dates SELECT a.id, {GIVEN_FIRST}, {GIVEN_LAST}
    FROM articles a WHERE a.deleted IS NULL
"""
_FILL_BY_DATES = f"""
    {_COUNTS} SELECT t.person_id, count(*), sum(t.mentions), min(d.first), max(d.last)
    FROM (SELECT person_id, article_id, sum(mentions) AS mentions
        FROM article_people INDEXED BY article_people_by_person
        GROUP BY person_id, article_id) t
    JOIN temp.given_dates d ON d.id = t.article_id GROUP BY t.person_id
"""
#: One article in so many is a good part of all; of fewer than some hundred nothing takes long.
_GOOD_PART = 10
FEWEST_COUNTED_ONCE = 1_000
#: What a migration runs: the table, what it holds of an older archive, and the triggers.
COUNTING = (
    _TABLE,
    *_INDEXES,
    _FILL,
    *(
        f"CREATE TRIGGER count_{name} {when} WHEN {condition} BEGIN {work} END"
        for name, when, condition, work in _TRIGGERS
    ),
)
#: What a later migration runs: counting can be paused.
PAUSING = (
    "CREATE TABLE paused_counting (id INTEGER PRIMARY KEY)",
    *(f"DROP TRIGGER count_{name}" for name, *_ in _TRIGGERS),
    *(
        f"CREATE TRIGGER count_{name} {when} WHEN ({condition}) AND {_PAUSED} BEGIN {work} END"
        for name, when, condition, work in _TRIGGERS
    ),
)
_ADD_TIES = _ADD.format(
    rows=f"""
    SELECT t.person_id, count(*), sum(t.mentions), min({GIVEN_FIRST}), max({GIVEN_LAST})
    FROM (SELECT person_id, article_id, sum(mentions) AS mentions FROM article_people
        WHERE id > ? GROUP BY person_id, article_id) t
    JOIN articles a ON a.id = t.article_id AND a.deleted IS NULL GROUP BY t.person_id"""
)


@contextmanager
def counted_together(connection: Connection) -> Iterator[None]:
    """Ties of new articles, none of which is in the trash, are counted when all are written.

    For one transaction, in which nothing else ties; where it fails, all is as before.
    """
    if _is_paused(connection):
        yield
        return
    last = connection.value("SELECT coalesce(max(id), 0) FROM article_people")
    pause(connection)
    yield
    # Where that fails, the transaction's end does as much.
    connection.write(_GO_ON)
    connection.write(_ADD_TIES, (last,))


def refresh(connection: Connection) -> None:
    """Work out the first and last dates that may have gone; for the end of an act."""
    connection.write(_REFRESH)


@contextmanager
def counted_once(connection: Connection, changes: int) -> Iterator[None]:
    """Within an act: where so many changes are done inside, ``renew`` counts them, once."""
    is_many = changes >= FEWEST_COUNTED_ONCE
    if is_many and changes * _GOOD_PART >= _article_count(connection):
        pause(connection)
    yield


def renew(connection: Connection) -> None:
    """Bring the counts up to date where a large act left them; call it before reading them.

    While another window or thread writes, they stay as they were before that act.
    """
    if not _is_paused(connection):
        return
    if connection.in_transaction:
        recount(connection)
        return
    with connection.transaction_if_free() as is_free:
        if is_free and _is_paused(connection):
            recount(connection)


def pause(connection: Connection) -> None:
    """Count nobody until ``recount``; for one transaction that changes a good part of all."""
    connection.write(_PAUSE)


def recount(connection: Connection) -> None:
    """Count everybody anew; from now on each change is followed again."""
    connection.script(
        "CREATE TEMP TABLE IF NOT EXISTS given_dates (id INTEGER PRIMARY KEY, first, last);"
        "DELETE FROM temp.given_dates; DELETE FROM person_counts"
    )
    connection.write(_GIVEN_DATES)
    connection.write(_FILL_BY_DATES)
    connection.write("DELETE FROM temp.given_dates")
    connection.write(_GO_ON)


def _is_paused(connection: Connection) -> bool:
    return bool(connection.value("SELECT EXISTS (SELECT 1 FROM paused_counting)"))


def _article_count(connection: Connection) -> int:
    return int(connection.value("SELECT count(*) FROM articles"))


def counts_differ(connection: Connection) -> bool:
    """Whether what is kept is something else than what counting gives."""
    renew(connection)
    return not _is_paused(connection) and bool(
        connection.value(
            f"SELECT EXISTS (SELECT * FROM ({_RECOUNTED}) EXCEPT {_KEPT})"
            f" OR EXISTS ({_KEPT} EXCEPT SELECT * FROM ({_RECOUNTED}))"
        )
    )
