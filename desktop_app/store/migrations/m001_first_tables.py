"""The tables with which archives began."""

from __future__ import annotations

from sqlite_utils import Database

from desktop_app.store.base.archive_format import FULL_TEXT_OPTIONS

_ARTICLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision_id INTEGER REFERENCES revisions(id) DEFERRABLE INITIALLY DEFERRED,
    captured TEXT NOT NULL,
    title TEXT, subtitle TEXT, authors TEXT NOT NULL DEFAULT '[]',
    publisher TEXT, agency TEXT, language TEXT,
    url TEXT, canonical_url TEXT,
    published TEXT, published_earliest TEXT, published_latest TEXT,
    published_sort TEXT NOT NULL DEFAULT '',
    title_sort TEXT NOT NULL DEFAULT '',
    words INTEGER NOT NULL DEFAULT 0,
    excerpt TEXT NOT NULL DEFAULT '',
    warnings INTEGER NOT NULL DEFAULT 0,
    edits TEXT NOT NULL DEFAULT '{}',
    text_edited INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 1,
    starred INTEGER NOT NULL DEFAULT 0,
    deleted TEXT,
    note TEXT NOT NULL DEFAULT ''
);
-- The order of the list, with what is filtered most: lists and timelines read this alone.
CREATE INDEX articles_by_published ON articles(
    deleted, published_sort, published_earliest, published_latest, captured,
    unread, starred, language, publisher, warnings
);
CREATE INDEX articles_in_trash ON articles(id) WHERE deleted IS NOT NULL;
CREATE INDEX articles_by_captured ON articles(deleted, captured, published_sort);
CREATE INDEX articles_by_title ON articles(deleted, title_sort);
CREATE INDEX articles_by_publisher ON articles(publisher);
CREATE INDEX articles_by_agency ON articles(agency) WHERE agency IS NOT NULL;
CREATE INDEX articles_by_url ON articles(url);
CREATE INDEX articles_by_canonical_url ON articles(canonical_url);
CREATE INDEX articles_starred ON articles(id) WHERE starred = 1;
CREATE INDEX articles_by_revision ON articles(revision_id);
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    created TEXT NOT NULL,
    state BLOB NOT NULL,
    UNIQUE (article_id, number)
);
"""
_SNAPSHOTS = """
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    content BLOB NOT NULL
);
CREATE TABLE captures (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    snapshot_id INTEGER NOT NULL REFERENCES snapshots(id) ON DELETE RESTRICT,
    role TEXT NOT NULL,
    media_type TEXT NOT NULL,
    url TEXT,
    charset TEXT,
    headers TEXT NOT NULL DEFAULT '[]',
    captured TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    warnings TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX captures_by_article ON captures(article_id);
CREATE INDEX captures_by_snapshot ON captures(snapshot_id);
CREATE TRIGGER snapshots_never_change BEFORE UPDATE ON snapshots
    BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
CREATE TRIGGER snapshots_in_use_stay BEFORE DELETE ON snapshots
    WHEN EXISTS (SELECT 1 FROM captures WHERE snapshot_id = old.id)
    BEGIN SELECT RAISE(ABORT, 'a snapshot in use stays'); END;
"""
_PEOPLE_AND_EVENTS = """
CREATE TABLE persons (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    hidden INTEGER NOT NULL DEFAULT 0,
    chosen INTEGER NOT NULL DEFAULT 0,
    merged_into INTEGER REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX persons_by_merge ON persons(merged_into);
CREATE TABLE person_names (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    owns INTEGER NOT NULL DEFAULT 0,
    UNIQUE (person_id, name)
);
CREATE UNIQUE INDEX person_names_owned ON person_names(key) WHERE owns = 1;
CREATE INDEX person_names_by_key ON person_names(key, person_id);
CREATE TABLE person_splits (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    to_person_id INTEGER NOT NULL REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (person_id, key)
);
CREATE INDEX person_splits_by_target ON person_splits(to_person_id);
CREATE TABLE article_people (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL DEFAULT '',
    person_id INTEGER NOT NULL REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    roles TEXT,
    UNIQUE (article_id, position, part)
);
CREATE INDEX article_people_by_person ON article_people(person_id, article_id, mentions);
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    UNIQUE (article_id, position)
);
CREATE INDEX events_by_day ON events(earliest, latest, article_id);
"""
_ORGANISING = """
CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL
);
CREATE INDEX tags_by_key ON tags(key);
CREATE TABLE article_tags (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (article_id, tag_id)
);
CREATE INDEX article_tags_by_tag ON article_tags(tag_id, article_id);
CREATE TABLE saved_searches (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL
);
CREATE TABLE acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    description TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE act_changes (
    seq INTEGER PRIMARY KEY,
    act_id INTEGER NOT NULL REFERENCES acts(id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    old TEXT
);
CREATE INDEX act_changes_by_act ON act_changes(act_id, seq);
"""


def m001_first_tables(db: Database) -> None:
    """Articles with snapshots and revisions, people, events, tags, the undo log, the index."""
    for sql in (_ARTICLES, _SNAPSHOTS, _PEOPLE_AND_EVENTS, _ORGANISING):
        db.executescript(sql)
    db.execute(f"CREATE VIRTUAL TABLE article_words USING fts5({FULL_TEXT_OPTIONS})")
