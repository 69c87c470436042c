"""The tables of copy groups, and the triggers that tell what has to be looked at again.

What is found of texts is derived and no part of any act: fingerprints, pairs of texts that are
copies, and the groups that these make. The user's word on pairs, ``copy_choices``, is the one
thing here that undo takes back; the groups follow at the end of the act.
"""

from __future__ import annotations

from sqlite_utils import Database

_TABLES = """
-- Of the newest text of each article; ids only rise, so that what is new is known by them.
CREATE TABLE copy_fingerprints (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles(id) ON DELETE CASCADE,
    revision_id INTEGER NOT NULL,
    fingerprint BLOB NOT NULL
);
-- Two texts that are copies, the earlier article first, and how much they share in percent.
CREATE TABLE copy_pairs (
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    share INTEGER NOT NULL,
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE INDEX copy_pairs_by_other ON copy_pairs(other_id, article_id);
-- The user's word on two articles, the earlier first: copies (1) or not (0), whatever their texts.
CREATE TABLE copy_choices (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL,
    same INTEGER NOT NULL,
    UNIQUE (article_id, other_id)
);
CREATE INDEX copy_choices_by_other ON copy_choices(other_id, article_id);
-- Articles that have copies; a group is called by the first of its articles.
CREATE TABLE copy_members (
    article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL
);
CREATE INDEX copy_members_by_group ON copy_members(group_id, article_id);
-- Articles whose text was never compared with the others', and those whose group may be another.
CREATE TABLE copies_to_find (article_id INTEGER PRIMARY KEY);
CREATE TABLE copies_to_group (article_id INTEGER PRIMARY KEY);
INSERT INTO copies_to_find SELECT id FROM articles WHERE revision_id IS NOT NULL;
"""
# Not OR IGNORE, which gives way to how the statement that pulls the trigger meets a conflict.
_FIND = """INSERT INTO copies_to_find (article_id) SELECT new.id
    WHERE NOT EXISTS (SELECT 1 FROM copies_to_find WHERE article_id = new.id);"""
_GROUP = """INSERT INTO copies_to_group (article_id)
    SELECT one FROM (SELECT {0}.article_id AS one UNION SELECT {0}.other_id)
    WHERE one NOT IN (SELECT article_id FROM copies_to_group);"""
#: Name, when, on what condition, and what is done.
_TRIGGERS = (
    ("text_added", "AFTER INSERT ON articles", "new.revision_id IS NOT NULL", _FIND),
    (
        "text_changed",
        "AFTER UPDATE OF revision_id ON articles",
        "new.revision_id IS NOT old.revision_id",
        _FIND,
    ),
    # Not by a reference: an act of before may put a word back on an article that is gone for good.
    (
        "other_gone",
        "AFTER DELETE ON articles",
        "1",
        "DELETE FROM copy_choices WHERE other_id = old.id;"
        " DELETE FROM copies_to_find WHERE article_id = old.id;",
    ),
    ("pair_gone", "AFTER DELETE ON copy_pairs", "1", _GROUP.format("old")),
    ("chosen", "AFTER INSERT ON copy_choices", "1", _GROUP.format("new")),
    ("chosen_otherwise", "AFTER UPDATE ON copy_choices", "1", _GROUP.format("new")),
    ("choice_gone", "AFTER DELETE ON copy_choices", "1", _GROUP.format("old")),
)
#: Each trigger's statement.
COPY_TRIGGERS = tuple(
    f"CREATE TRIGGER copies_{name} {when} WHEN {condition} BEGIN {work} END"
    for name, when, condition, work in _TRIGGERS
)


def m013_copies(db: Database) -> None:
    """Copy groups, and the articles whose texts wait to be compared for them."""
    db.executescript(_TABLES)
    for sql in COPY_TRIGGERS:
        db.execute(sql)
