"""The numbered steps and the version that they lead to agree."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desktop_app.store.archive import Archive
from desktop_app.store.archive_format import SCHEMA_VERSION
from desktop_app.store.migrations import migrations
from tests.store.examples import article, capture, lavrov_article, person


def test_the_version_counts_the_steps() -> None:
    names = [step.name for step in migrations._migrations]

    assert len(names) == SCHEMA_VERSION
    assert [name[:4] for name in names] == [f"m{at:03d}" for at in range(1, len(names) + 1)]


def test_the_names_of_an_older_archive_find_their_other_spellings(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    archive.articles.add(capture(), lavrov_article())
    archive.close()
    with sqlite3.connect(path) as older:
        older.executescript(
            "DROP TABLE person_blocks; DROP TABLE person_suggestions;"
            "DROP TABLE article_person_choices; DROP INDEX articles_highlighted;"
            "DROP TABLE highlights; ALTER TABLE articles DROP COLUMN highlights;"
            "PRAGMA user_version = 1;"
            "DELETE FROM _sqlite_migrations WHERE name >= 'm002'"
        )
    older.close()

    archive = Archive.open(path)
    text = "Sergei Lawrow spoke."
    archive.articles.add(capture(b"b"), article(text, people=(person(text, "Sergei Lawrow"),)))

    assert archive.people.list()[0].aliases == ("Sergei Lawrow", "Lavrov")
    archive.close()
    assert len(list(tmp_path.glob("old-version-1-*.cuttings"))) == 1
