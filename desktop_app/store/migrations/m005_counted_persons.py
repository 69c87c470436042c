"""Lists of persons that need no look at the articles."""

from __future__ import annotations

from sqlite_utils import Database

from desktop_app.store.base.person_counts import COUNTING
from desktop_app.store.words.person_words import NAME_WORDS

_SQL = """
-- Without UNIQUE (article_id, position, part), whose index served nothing else; the one by article
-- answers who is named there without the rows.
ALTER TABLE article_people RENAME TO older_article_people;
CREATE TABLE article_people (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL DEFAULT '',
    person_id INTEGER NOT NULL REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    roles TEXT
);
INSERT INTO article_people (id, article_id, position, part, person_id, key, mentions, roles)
    SELECT id, article_id, position, part, person_id, key, mentions, roles
    FROM older_article_people;
DROP TABLE older_article_people;
CREATE INDEX article_people_by_person ON article_people(person_id, article_id, mentions);
CREATE INDEX article_people_by_article ON article_people(article_id, person_id, mentions);
CREATE INDEX article_people_with_roles ON article_people(person_id, article_id)
    WHERE roles IS NOT NULL;
CREATE INDEX persons_chosen ON persons(id) WHERE chosen = 1;
"""


def m005_counted_persons(db: Database) -> None:
    """How often each person is named, kept by triggers; the words of every name."""
    db.executescript(_SQL)
    for sql in COUNTING:
        db.execute(sql)
    for sql in NAME_WORDS:
        db.execute(sql)
