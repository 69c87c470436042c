"""Many articles stored at once leave the archive that storing them one by one leaves."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from desktop_app.core.article import StoredImage
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle
from tests.benchmarks.generate_archive import articles
from tests.store.examples import article, capture, lavrov_article, person

#: Tables that tell of the acts themselves, and how FTS5 and SQLite lay out what they keep.
_LAID_OUT = ("article_words_data", "article_words_idx")
_OTHERWISE = ("acts", "act_changes", "_sqlite_migrations", *_LAID_OUT)


def _clips() -> list[NewArticle]:
    """More than are prepared at once: with shared pages, other spellings, pictures, user fields."""
    clips = [NewArticle(raw, clean, tuple(tags)) for raw, clean, tags in articles(230, persons=90)]
    text = "Sergei Lawrow spoke with Lawrow."
    spelt = article(text, people=(person(text, "Sergei Lawrow", "Lawrow"),))
    picture = StoredImage("https://news.example/a.png", "image/png", b"picture")
    page = replace(capture(), companion=capture(b"plain"), further=(capture(b"second"),))
    clips[40:40] = [
        NewArticle(page, lavrov_article(), ("a/b", "c", "a/b"), "for Tuesday", (picture,)),
        NewArticle(capture(), spelt),
        NewArticle(capture(b"other"), lavrov_article(), ("c",), images=(picture,)),
    ]
    return clips


def _tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        kept = {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)
            for (name,) in names
            if name not in (*_OTHERWISE, "revisions")
        }
        # All but the moment at which each was written down.
        kept["revisions"] = connection.execute(
            "SELECT id, article_id, number, kind, state FROM revisions ORDER BY id"
        ).fetchall()
        kept["triggers"] = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
        ).fetchall()
        numbers = dict(kept["sqlite_sequence"])  # type: ignore[arg-type]
        kept["sqlite_sequence"] = [(each, numbers[each]) for each in ("articles", "revisions")]
    connection.close()
    return kept


def test_many_at_once_leave_what_one_by_one_leaves(tmp_path: Path) -> None:
    clips = _clips()
    single, together = tmp_path / "single.cuttings", tmp_path / "together.cuttings"
    archives = [Archive.open(single), Archive.open(together)]
    for each in archives:
        # The user's word before: a spelling that is somebody else's, and one taken away.
        each.articles.add(capture(b"first"), lavrov_article())
        each.people.split(each.people.list()[0].id, "Lavrov")

    for clip in clips:
        archives[0].articles.add(
            clip.raw, clip.clean, tags=clip.tags, note=clip.note, images=clip.images
        )
    ids = archives[1].articles.add_all(clips)

    assert ids == list(range(2, len(clips) + 2))
    for each in archives:
        assert each.check().ok
        each.close()
    kept, expected = _tables(together), _tables(single)
    for table, rows in expected.items():
        assert kept[table] == rows, table


def test_persons_are_counted_after_many_are_taken_back(archive: Archive) -> None:
    archive.articles.add_all(_clips())

    archive.undo()
    archive.articles.add(capture(), lavrov_article())

    assert {each.name: each.articles for each in archive.people.list()} == {
        "Sergey Lavrov": 1,
        "Qin Gang": 1,
    }
    archive.undo()
    assert archive.search.ids(parse_query("")) == []
    assert archive.check().ok
