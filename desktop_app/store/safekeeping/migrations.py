"""The archive's tables, as numbered steps that are each applied once.

Only the shape of the file belongs here. A step that was released is never changed; a new one is
added behind it. One that wants another word index drops the old: opening makes it anew.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from desktop_app.core.name_spelling import block_keys
from desktop_app.store.base.address_tables import ADDRESS_TABLES
from desktop_app.store.base.archive_format import FULL_TEXT_OPTIONS
from desktop_app.store.base.copy_tables import COPY_TABLES, COPY_TRIGGERS
from desktop_app.store.base.person_counts import COUNTING, PAUSING
from desktop_app.store.feeds.feed_tables import FEED_TABLES
from desktop_app.store.folders.folder_tables import FOLDER_TABLES
from desktop_app.store.queue.queue_tables import QUEUE_TABLES
from desktop_app.store.safekeeping.smaller_tables import NUMBERED_BLOCKS, SMALLER_TABLES
from desktop_app.store.words.person_words import NAME_WORDS

migrations = Migrations("cuttings")

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

_SAME_PERSONS = """
-- Keys by which a new name finds those that it may be another spelling of.
CREATE TABLE person_blocks (
    id INTEGER PRIMARY KEY,
    name_id INTEGER NOT NULL REFERENCES person_names(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    UNIQUE (name_id, key)
);
CREATE INDEX person_blocks_by_key ON person_blocks(key, name_id);
-- Two persons who may be one: asked, put off, or refused for good by the user.
CREATE TABLE person_suggestions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES persons(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    other_id INTEGER NOT NULL REFERENCES persons(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    refused INTEGER NOT NULL DEFAULT 0,
    postponed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (person_id, other_id)
);
CREATE INDEX person_suggestions_open ON person_suggestions(refused, postponed, id);
CREATE INDEX person_suggestions_by_other ON person_suggestions(other_id);
-- The user's word on a name in one article: it is this person, after every re-analysis too.
CREATE TABLE article_person_choices (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (article_id, key)
);
CREATE INDEX article_person_choices_by_person ON article_person_choices(person_id);
"""

_FINAL_WORD = """
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

_COUNTED_PERSONS = """
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


_HIGHLIGHTS = """
-- Quotes that the user marked, each with its place in the newest text, NULL where it is gone.
CREATE TABLE highlights (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    start INTEGER,
    end INTEGER,
    colour TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL
);
CREATE INDEX highlights_by_article ON highlights(article_id, start);
CREATE INDEX highlights_by_created ON highlights(created);
ALTER TABLE articles ADD COLUMN highlights INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_highlighted ON articles(id) WHERE highlights > 0;
"""

_TAG_COLOURS = """
-- By path, as a parent that no article carries itself may have a colour too.
CREATE TABLE tag_colours (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    colour TEXT NOT NULL
);
-- When an act was done, in UTC; NULL for those of older archives.
ALTER TABLE acts ADD COLUMN done TEXT;
"""

_READING_PLACES = """
-- How far each article was read: a character of the text of that time, and the words there.
CREATE TABLE reading_places (
    article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    words TEXT NOT NULL
);
"""

_ORDER_OF_SEARCHES = """
-- Where each saved search stands; 0 for all while they stand by name.
ALTER TABLE saved_searches ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
"""

_DOSSIERS = """
CREATE TABLE dossiers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    subtitle TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    abstract TEXT NOT NULL DEFAULT '',
    by_date INTEGER NOT NULL DEFAULT 0
);
-- ``title`` and the dates of an article are as they were when it came in, and brought up to date
-- when it is deleted for good: then they are all that is left of it.
CREATE TABLE dossier_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dossier_id INTEGER NOT NULL REFERENCES dossiers(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    article_id INTEGER REFERENCES articles(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL DEFAULT '',
    published TEXT,
    published_sort TEXT NOT NULL DEFAULT '',
    level INTEGER NOT NULL DEFAULT 1,
    markdown TEXT NOT NULL DEFAULT '',
    excerpts TEXT
);
CREATE INDEX dossier_entries_in_order ON dossier_entries(dossier_id, place, id);
CREATE INDEX dossier_entries_by_article ON dossier_entries(article_id, dossier_id)
    WHERE article_id IS NOT NULL;
CREATE INDEX dossier_entries_articles ON dossier_entries(dossier_id, article_id)
    WHERE article_id IS NOT NULL;
"""

_RECEIVED_CLIPS = """
-- What a browser sent, from the moment it came until it is an article; then the content goes, and
-- the rest says what became of it. No act: undo takes back the article, not that it was sent.
CREATE TABLE received_clips (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    received TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued',
    claimed TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    content BLOB,
    article_id INTEGER,
    message TEXT
);
CREATE INDEX received_clips_waiting ON received_clips(id) WHERE state IN ('queued', 'working');
"""


_ORIGINS = """
CREATE TABLE article_origins (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    program TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (program, key)
);
CREATE INDEX article_origins_by_article ON article_origins(article_id);
"""
_ORDER_OUTSIDE_THE_TRASH = """
-- Without the articles in the trash: going there and back, an article leaves and joins them once
-- instead of moving within each. "deleted" stands last, as who asks for it reads nothing else then.
DROP INDEX articles_by_published;
CREATE INDEX articles_by_published ON articles(
    published_sort, published_earliest, published_latest, captured,
    unread, starred, language, publisher, warnings, deleted
) WHERE deleted IS NULL;
DROP INDEX articles_by_captured;
CREATE INDEX articles_by_captured ON articles(captured, published_sort, deleted)
    WHERE deleted IS NULL;
DROP INDEX articles_by_title;
CREATE INDEX articles_by_title ON articles(title_sort, deleted) WHERE deleted IS NULL;
"""

_CITATION_KEYS = """
-- No act, so undo never takes a key back; without a reference, as the key of an article that was
-- deleted for good is never another's: texts may cite it.
CREATE TABLE citation_keys (
    article_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE COLLATE NOCASE
);
"""


@migrations()
def m001_first_tables(db: Database) -> None:
    """Articles with snapshots and revisions, people, events, tags, the undo log, the index."""
    for sql in (_ARTICLES, _SNAPSHOTS, _PEOPLE_AND_EVENTS, _ORGANISING):
        db.executescript(sql)
    db.execute(f"CREATE VIRTUAL TABLE article_words USING fts5({FULL_TEXT_OPTIONS})")


@migrations()
def m002_same_persons(db: Database) -> None:
    """Keys of likely spellings, the queue of persons who may be one, choices for one article."""
    db.executescript(_SAME_PERSONS)
    names = db.execute("SELECT id, name FROM person_names WHERE owns = 1").fetchall()
    db.conn.executemany(
        "INSERT INTO person_blocks (name_id, key) VALUES (?, ?)",
        ((name_id, key) for name_id, name in names for key in sorted(block_keys(name))),
    )


@migrations()
def m003_the_final_word(db: Database) -> None:
    """Choices for one mention, names refused, Wikidata ids; names that wait to be compared."""
    db.executescript(_FINAL_WORD)
    db.execute("INSERT INTO names_to_compare SELECT id FROM person_names WHERE owns = 1")


@migrations()
def m004_highlights(db: Database) -> None:
    """Highlights with their quotes and notes, and their number beside each article."""
    db.executescript(_HIGHLIGHTS)


@migrations()
def m005_counted_persons(db: Database) -> None:
    """How often each person is named, kept by triggers; the words of every name."""
    db.executescript(_COUNTED_PERSONS)
    for sql in COUNTING:
        db.execute(sql)
    for sql in NAME_WORDS:
        db.execute(sql)


@migrations()
def m006_tag_colours(db: Database) -> None:
    """Colours of tags; when each act was done."""
    db.executescript(_TAG_COLOURS)


@migrations()
def m007_reading_places(db: Database) -> None:
    """Where each article was left."""
    db.executescript(_READING_PLACES)


@migrations()
def m008_smaller_word_index(db: Database) -> None:
    """The word index with the text first and without an index of beginnings: half as large."""
    db.execute("DROP TABLE article_words")


@migrations()
def m009_order_of_searches(db: Database) -> None:
    """The user's order of the saved searches."""
    db.executescript(_ORDER_OF_SEARCHES)


@migrations()
def m010_smaller_tables(db: Database) -> None:
    """Narrower tables of persons; states that name their page, which ``compress_states`` does."""
    db.executescript(SMALLER_TABLES)


@migrations()
def m011_dossiers(db: Database) -> None:
    """Dossiers with their entries."""
    db.executescript(_DOSSIERS)


@migrations()
def m012_pausable_counting(db: Database) -> None:
    """Counting how often persons are named can wait for the end of a large act."""
    for sql in PAUSING:
        db.execute(sql)


@migrations()
def m013_copies(db: Database) -> None:
    """Copy groups, and the articles whose texts wait to be compared for them."""
    db.executescript(COPY_TABLES)
    for sql in COPY_TRIGGERS:
        db.execute(sql)


@migrations()
def m014_articles_of_several_days(db: Database) -> None:
    """An index of the articles whose date is known to the month or the year alone."""
    db.execute(
        "CREATE INDEX articles_of_several_days ON articles(published_latest, published_earliest)"
        " WHERE published_latest > published_earliest"
    )


@migrations()
def m015_numbered_blocks(db: Database) -> None:
    """Keys of likely spellings without a column and an index for the name."""
    db.executescript(NUMBERED_BLOCKS)


@migrations()
def m016_same_addresses(db: Database) -> None:
    """Addresses found whatever their dressing; what came of fetching an article again."""
    db.executescript(ADDRESS_TABLES)


@migrations()
def m017_received_clips(db: Database) -> None:
    """What browsers sent and what became of it."""
    db.executescript(_RECEIVED_CLIPS)


@migrations()
def m018_fetch_queue(db: Database) -> None:
    """Addresses that wait to be fetched; watched pages."""
    db.executescript(QUEUE_TABLES)


@migrations()
def m019_origins(db: Database) -> None:
    """Which articles came from which items of other programs."""
    db.executescript(_ORIGINS)


@migrations()
def m020_order_outside_the_trash(db: Database) -> None:
    """Indexes of the list's order that going to the trash and back costs half as much."""
    db.executescript(_ORDER_OUTSIDE_THE_TRASH)


@migrations()
def m021_kept_arrays(db: Database) -> None:
    """What articles are counted by, kept from session to session."""
    db.execute("CREATE TABLE kept_arrays (name TEXT PRIMARY KEY, content BLOB NOT NULL)")


@migrations()
def m022_copy_packs(db: Database) -> None:
    """Fingerprints of many articles in one row; those there are get packed with the next one."""
    db.execute(
        "CREATE TABLE copy_packs (last INTEGER PRIMARY KEY, articles BLOB NOT NULL,"
        " fingerprints BLOB NOT NULL)"
    )


@migrations()
def m023_addresses_keyed_anew(_db: Database) -> None:
    """The rules by which two addresses are one page changed; the upgrade makes the keys anew."""


@migrations()
def m024_feeds(db: Database) -> None:
    """Feeds that are followed, and the items that they brought."""
    db.executescript(FEED_TABLES)


@migrations()
def m025_watched_folders(db: Database) -> None:
    """Folders that are watched for pages, and what became of the files in them."""
    db.executescript(FOLDER_TABLES)


@migrations()
def m026_what_was_told(db: Database) -> None:
    """What another program's exports told of an item so far; empty where that isn't known."""
    db.execute("ALTER TABLE article_origins ADD COLUMN told TEXT NOT NULL DEFAULT ''")


@migrations()
def m027_citation_keys(db: Database) -> None:
    """By which keys articles are cited."""
    db.executescript(_CITATION_KEYS)
