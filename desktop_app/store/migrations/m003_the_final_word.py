"""The user's word on who is named, which the program never overrules."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- An item of Wikidata, by its id (Q58217).
ALTER TABLE persons ADD COLUMN wikidata TEXT;
-- The user's word that a name is not this person's: it never joins them again by itself.
CREATE TABLE person_refusals (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    UNIQUE (person_id, key)
);
CREATE INDEX person_refusals_by_key ON person_refusals(key, person_id);
-- A name in one article may be nobody's too: person_id is null then.
ALTER TABLE article_person_choices RENAME TO older_choices;
CREATE TABLE article_person_choices (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    person_id INTEGER REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (article_id, key)
);
INSERT INTO article_person_choices SELECT * FROM older_choices;
DROP TABLE older_choices;
CREATE INDEX article_person_choices_by_person ON article_person_choices(person_id);
-- The user's word on one place in a text, which its words and surroundings find again:
-- this person is named there, or nobody where person_id is null.
CREATE TABLE mention_choices (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    person_id INTEGER REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX mention_choices_by_article ON mention_choices(article_id);
CREATE INDEX mention_choices_by_person ON mention_choices(person_id);
-- Names that were never compared with those that came before them.
CREATE TABLE names_to_compare (
    name_id INTEGER PRIMARY KEY REFERENCES person_names(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED
);
"""


def m003_the_final_word(db: Database) -> None:
    """Choices for one mention, names refused, Wikidata ids; names that wait to be compared."""
    db.executescript(_SQL)
    db.execute("INSERT INTO names_to_compare SELECT id FROM person_names WHERE owns = 1")
