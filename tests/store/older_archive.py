"""Makes an archive what it was before some of the steps of ``store.migrations``."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import astuple
from pathlib import Path

import zstandard

from desktop_app.store.base.archive_format import BLOCKS_A_NAME, SCHEMA_VERSION
from desktop_app.store.base.article_state import packed, unpacked
from desktop_app.store.base.person_counts import COUNTING
from desktop_app.store.migrations.m013_copies import COPY_TRIGGERS
from desktop_app.store.words.person_words import NAME_WORDS

_TRIGGERS = [sql.split()[2] for sql in (*COUNTING, *NAME_WORDS) if sql.startswith("CREATE TRIG")]
_COPY_TRIGGERS = [sql.split()[2] for sql in COPY_TRIGGERS]
#: Takes an archive back to what it was before each step.
_BEFORE = {
    27: "DROP TABLE citation_keys;",
    26: "ALTER TABLE article_origins DROP COLUMN told;",
    25: "DROP TABLE folder_files; DROP TABLE watched_folders;",
    24: "DROP TABLE feed_items; DROP TABLE feed_checks; DROP TABLE feeds; DROP TABLE feed_pause;",
    23: "UPDATE articles SET address_key = 0; UPDATE article_redirects SET address_key = 0;",
    22: "DROP TABLE copy_packs;",
    21: "DROP TABLE kept_arrays;",
    20: "DROP INDEX articles_by_published; CREATE INDEX articles_by_published ON articles("
    "deleted, published_sort, published_earliest, published_latest, captured, unread, starred,"
    " language, publisher, warnings);"
    "DROP INDEX articles_by_captured;"
    "CREATE INDEX articles_by_captured ON articles(deleted, captured, published_sort);"
    "DROP INDEX articles_by_title;"
    "CREATE INDEX articles_by_title ON articles(deleted, title_sort);",
    19: "DROP TABLE article_origins;",
    18: "DROP TABLE fetch_queue; DROP TABLE fetch_hosts; DROP TABLE fetch_pause;"
    "DROP TABLE watched_pages;",
    17: "DROP TABLE received_clips;",
    16: "DROP INDEX articles_by_address; DROP INDEX articles_by_canonical;"
    "DROP INDEX articles_corrected; DROP TABLE article_redirects; DROP TABLE article_looks;"
    "ALTER TABLE articles DROP COLUMN address_key; ALTER TABLE articles DROP COLUMN canonical_key;"
    "ALTER TABLE articles DROP COLUMN corrected;"
    "CREATE INDEX articles_by_url ON articles(url);"
    "CREATE INDEX articles_by_canonical_url ON articles(canonical_url);",
    15: "DROP TRIGGER blocks_go_with_their_name; CREATE TABLE old_blocks (id INTEGER PRIMARY KEY,"
    " name_id INTEGER NOT NULL REFERENCES person_names(id) ON DELETE CASCADE"
    " DEFERRABLE INITIALLY DEFERRED, key TEXT NOT NULL, UNIQUE (key, name_id));"
    f"INSERT INTO old_blocks SELECT id, id / {BLOCKS_A_NAME}, key FROM person_blocks;"
    "DROP TABLE person_blocks; ALTER TABLE old_blocks RENAME TO person_blocks;"
    "CREATE INDEX person_blocks_by_name ON person_blocks(name_id);",
    14: "DROP INDEX articles_of_several_days;",
    13: "".join(f"DROP TRIGGER {each};" for each in _COPY_TRIGGERS)
    + "DROP TABLE copy_fingerprints; DROP TABLE copy_pairs; DROP TABLE copy_choices;"
    "DROP TABLE copy_members; DROP TABLE copies_to_find; DROP TABLE copies_to_group;",
    12: "DROP TABLE paused_counting;"
    + "".join(
        f"DROP TRIGGER {sql.split()[2]}; {sql};" for sql in COUNTING if "CREATE TRIGGER" in sql
    ),
    11: "DROP TABLE dossier_entries; DROP TABLE dossiers;",
    10: "DROP INDEX revisions_by_snapshot; ALTER TABLE revisions DROP COLUMN snapshot_id;"
    "ALTER TABLE article_people ADD COLUMN key TEXT NOT NULL DEFAULT '';"
    "CREATE TABLE old_blocks (id INTEGER PRIMARY KEY, name_id INTEGER NOT NULL"
    " REFERENCES person_names(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
    " key TEXT NOT NULL, UNIQUE (name_id, key));"
    "INSERT INTO old_blocks SELECT id, name_id, key FROM person_blocks; DROP TABLE person_blocks;"
    "ALTER TABLE old_blocks RENAME TO person_blocks;"
    "CREATE INDEX person_blocks_by_key ON person_blocks(key, name_id);"
    "DROP INDEX persons_by_merge; CREATE INDEX persons_by_merge ON persons(merged_into);",
    9: "ALTER TABLE saved_searches DROP COLUMN position;",
    8: "DROP TABLE article_words; CREATE VIRTUAL TABLE article_words USING fts5(title, subtitle,"
    " text, authors, note, content = '', prefix = '2');",
    7: "DROP TABLE reading_places;",
    6: "DROP TABLE tag_colours; ALTER TABLE acts DROP COLUMN done;",
    5: "".join(f"DROP TRIGGER {each};" for each in _TRIGGERS)
    + "DROP TABLE person_counts; DROP TABLE person_words; DROP INDEX persons_chosen;"
    "DROP INDEX article_people_with_roles; DROP INDEX article_people_by_article;",
    4: "DROP INDEX articles_highlighted; DROP TABLE highlights;"
    "ALTER TABLE articles DROP COLUMN highlights;",
    3: "DROP TABLE person_refusals; DROP TABLE mention_choices; DROP TABLE names_to_compare;"
    "ALTER TABLE persons DROP COLUMN wikidata; DROP TABLE article_person_choices;"
    "CREATE TABLE article_person_choices (id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL"
    " REFERENCES articles(id) ON DELETE CASCADE, key TEXT NOT NULL,"
    " person_id INTEGER NOT NULL REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED,"
    " UNIQUE (article_id, key));"
    "CREATE INDEX article_person_choices_by_person ON article_person_choices(person_id);",
    2: "DROP TABLE person_blocks; DROP TABLE person_suggestions;DROP TABLE article_person_choices;",
}


_STATES_BY_THEMSELVES = 10
_ALWAYS_TOLD = ("authors", "events", "removed", "warnings")


def _keep_states_by_themselves(connection: sqlite3.Connection) -> None:
    """Write the states as they were written before version 10."""
    rows = connection.execute(
        "SELECT r.id, r.state, s.content FROM revisions r"
        " LEFT JOIN snapshots s ON s.id = r.snapshot_id"
    ).fetchall()
    for revision_id, state, page in rows:
        clean = unpacked(state, page)
        values = json.loads(zstandard.decompress(packed(clean)))
        values["people"] = [
            [each.name, each.aliases, each.roles, [astuple(mention) for mention in each.mentions]]
            for each in clean.people
        ]
        values |= {name: values.get(name, ()) for name in _ALWAYS_TOLD}
        values["text"] = clean.text
        plain = zstandard.compress(json.dumps(values).encode())
        connection.execute("UPDATE revisions SET state = ? WHERE id = ?", (plain, revision_id))


def make_older(path: Path, version: int, also: str = "") -> None:
    """Take a closed archive back to a version, and run the statements ``also``."""
    steps = "".join(_BEFORE[step] for step in range(SCHEMA_VERSION, version, -1))
    with sqlite3.connect(path) as older:
        if version < _STATES_BY_THEMSELVES:
            _keep_states_by_themselves(older)
        older.executescript(
            f"{steps} PRAGMA user_version = {version};"
            f"DELETE FROM _sqlite_migrations WHERE name >= 'm{version + 1:03d}'; {also}"
        )
    older.close()
