"""The numbered steps and the version that they lead to agree."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import astuple
from pathlib import Path

import zstandard

from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.base.archive_format import SCHEMA_VERSION
from desktop_app.store.base.article_state import packed, unpacked
from desktop_app.store.base.person_counts import COUNTING
from desktop_app.store.safekeeping.migrations import migrations
from desktop_app.store.words.person_words import NAME_WORDS
from tests.store.examples import article, capture, lavrov_article, person


def test_the_version_counts_the_steps() -> None:
    names = [step.name for step in migrations._migrations]

    assert len(names) == SCHEMA_VERSION
    assert [name[:4] for name in names] == [f"m{at:03d}" for at in range(1, len(names) + 1)]


_TRIGGERS = [sql.split()[2] for sql in (*COUNTING, *NAME_WORDS) if sql.startswith("CREATE TRIG")]
#: Takes an archive back to what it was before each step.
_BEFORE = {
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
        plain = zstandard.compress(json.dumps(values).encode())
        connection.execute("UPDATE revisions SET state = ? WHERE id = ?", (plain, revision_id))


def make_older(path: Path, version: int, also: str = "") -> None:
    steps = "".join(_BEFORE[step] for step in range(SCHEMA_VERSION, version, -1))
    with sqlite3.connect(path) as older:
        if version < _STATES_BY_THEMSELVES:
            _keep_states_by_themselves(older)
        older.executescript(
            f"{steps} PRAGMA user_version = {version};"
            f"DELETE FROM _sqlite_migrations WHERE name >= 'm{version + 1:03d}'; {also}"
        )
    older.close()


def test_the_names_of_an_older_archive_find_their_other_spellings(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    archive.articles.add(capture(), lavrov_article())
    archive.close()
    make_older(path, 1)

    archive = Archive.open(path)
    text = "Sergei Lawrow spoke."
    archive.articles.add(capture(b"b"), article(text, people=(person(text, "Sergei Lawrow"),)))

    assert archive.people.list()[0].aliases == ("Sergei Lawrow", "Lavrov")
    archive.close()
    assert len(list(tmp_path.glob("old-version-1-*.cuttings"))) == 1


def test_choices_for_an_article_are_kept_in_a_newer_archive(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    article_id = archive.articles.add(capture(), lavrov_article())
    lavrov, gang = archive.people.list()
    archive.close()
    chosen = f"INSERT INTO article_person_choices VALUES (1, {article_id}, 'qin gang', {lavrov.id})"
    make_older(path, 2, chosen)

    archive = Archive.open(path)
    archive.articles.add_revision(article_id, lavrov_article(), kind="recleaned")

    assert [each.id for each in archive.articles.get(article_id).clean.people] == [lavrov.id]
    archive.people.set_wikidata(gang.id, "Q1")
    archive.undo()
    assert archive.people.get(gang.id).wikidata is None
    archive.close()


def test_the_word_index_of_an_older_archive_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    article_id = archive.articles.add(capture(), lavrov_article(), note="for Tuesday")
    archive.close()
    make_older(path, 7)

    archive = Archive.open(path)

    for query in ("lavrov", "title:talks", 'text:"held talks"', "note:tuesday", "minist*"):
        assert archive.search.ids(parse_query(query)) == [article_id]
    assert archive.check().ok
    archive.close()


def test_the_saved_searches_of_an_older_archive_stand_by_name_until_they_are_moved(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    archive.saved_searches.add("Talks", "talks")
    archive.saved_searches.add("Bread", "bread")
    archive.close()
    make_older(path, 8)

    archive = Archive.open(path)
    assert [each.name for each in archive.saved_searches.all()] == ["Bread", "Talks"]

    archive.saved_searches.move(1, -1)
    assert [each.name for each in archive.saved_searches.all()] == ["Talks", "Bread"]
    archive.close()


def test_the_texts_of_an_older_archive_are_kept_against_their_pages(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    page = capture(f"<p>{lavrov_article().text}</p>".encode())
    article_id = archive.articles.add(page, lavrov_article())
    before = archive.articles.get(article_id)
    archive.close()
    make_older(path, 9)
    older = state_sizes(path)

    archive = Archive.open(path)

    assert archive.articles.get(article_id) == before
    assert archive.check().ok
    archive.close()
    assert state_sizes(path)[0] < older[0]


def state_sizes(path: Path) -> list[int]:
    connection = sqlite3.connect(path)
    try:
        return [row[0] for row in connection.execute("SELECT length(state) FROM revisions")]
    finally:
        connection.close()


def test_an_older_archive_can_hold_dossiers(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    article_id = archive.articles.add(capture(), lavrov_article())
    archive.close()
    make_older(path, 10)

    archive = Archive.open(path)
    dossier = archive.dossiers.make("Talks")
    archive.dossier_entries.add_articles(dossier, [article_id])

    assert archive.search.ids(parse_query("in:talks")) == [article_id]
    assert archive.check().ok
    archive.close()
