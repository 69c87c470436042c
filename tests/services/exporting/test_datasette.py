"""A SQLite file of tables as Datasette likes it, read here by SQLite alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.readable_tables import PAGES, TABLES
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.library import Library


@pytest.fixture
def exported(library: Library, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    library.load_sample()
    article = library.search("tag:science").ids[0]
    library.highlights.add(article, 0, 12, note="Look")
    library.dossiers.make("Physics", [article])
    export_articles(library.archive, "", "datasette", tmp_path / "press")
    with closing(sqlite3.connect(tmp_path / "press.db")) as connection:
        yield connection


def rows(connection: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


def test_every_reference_leads_somewhere(exported: sqlite3.Connection) -> None:
    assert rows(exported, "PRAGMA foreign_key_check") == []
    assert rows(exported, "PRAGMA integrity_check") == [("ok",)]
    for each in TABLES:
        refers = {
            row[3]: (row[2], row[4])
            for row in rows(exported, f"PRAGMA foreign_key_list({each.name})")
        }
        keys = {table.name: table.key[0] for table in TABLES}
        assert refers == {c.name: (c.refers, keys[c.refers]) for c in each.columns if c.refers}


def test_what_is_searched_is_found_by_its_words(exported: sqlite3.Connection) -> None:
    found = rows(
        exported,
        "SELECT title FROM articles WHERE id IN"
        " (SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'recoit nobel')",
    )
    assert found == [("Marie Curie reçoit un second prix Nobel",)]
    for each in TABLES:
        sql = "SELECT count(*) FROM sqlite_master WHERE sql LIKE ?"
        (kept,) = exported.execute(sql, (f'%USING fts5(%content="{each.name}"%',)).fetchone()
        assert kept == bool(each.searched)


def test_views_tell_names_and_titles(exported: sqlite3.Connection) -> None:
    named = rows(exported, "SELECT title, sentence FROM who_is_named WHERE person = 'Marie Curie'")
    assert len(named) == 9
    assert all("Curie" in sentence for _, sentence in named)
    days = [row[0] for row in rows(exported, "SELECT earliest FROM what_happened")]
    assert days == sorted(days)
    assert days


def test_datasette_is_told_of_every_table_and_column(
    exported: sqlite3.Connection, tmp_path: Path
) -> None:
    told = json.loads((tmp_path / "press.metadata.json").read_text(encoding="utf-8"))
    tables = told["databases"]["press"]["tables"]
    for name, table in tables.items():
        columns = {row[1] for row in rows(exported, f"PRAGMA table_info({name})")}
        assert set(table["columns"]) == columns
        named = {*table.get("facets", ()), *table.get("units", ())}
        named |= {table[key] for key in ("label_column", "sort", "sort_desc") if key in table}
        assert named <= columns, name
    assert set(tables) == {each.name for each in TABLES}


def test_pages_come_where_they_are_wanted(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    options = {"pages": True}

    for name in ("a", "b"):
        export_articles(library.archive, "", "datasette", tmp_path / name, options=options)

    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        ((content,),) = rows(connection, f"SELECT content FROM {PAGES.name} WHERE article_id = 1")
    assert content == library.snapshot(1).content
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()
    assert sorted(path.name for path in tmp_path.glob("[ab]*")) == [
        *("a.db", "a.metadata.json", "b.db", "b.metadata.json")
    ]


def test_a_stopped_export_leaves_no_file(library: Library, tmp_path: Path) -> None:
    library.load_sample()
    to = tmp_path / "out"
    to.mkdir()

    done = export_articles(library.archive, "", "datasette", to / "x", cancelled=lambda: True)

    assert done.cancelled
    assert list(to.iterdir()) == []
