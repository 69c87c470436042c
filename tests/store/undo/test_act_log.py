"""Acts on very many articles cost the log little, and are taken back whole all the same."""

from __future__ import annotations

import sqlite3

from desktop_app.store.archive import Archive
from tests.store.examples import article, capture

MANY = 40


def fill(archive: Archive) -> list[int]:
    return [
        archive.articles.add(capture(str(number).encode()), article()) for number in range(MANY)
    ]


def log_rows(archive: Archive) -> int:
    with sqlite3.connect(archive.path) as reader:
        (count,) = reader.execute(
            "SELECT count(*) FROM act_changes WHERE act_id = (SELECT max(id) FROM acts)"
        ).fetchone()
    reader.close()
    return int(count)


def test_tagging_many_articles_is_two_rows_of_the_log(archive: Archive) -> None:
    ids = fill(archive)

    archive.tags.add(ids, ["all/of/them"])

    assert log_rows(archive) == 2, "the tag, and all that carry it"


def test_changes_that_alternate_keep_their_order(archive: Archive) -> None:
    ids = fill(archive)
    with archive.act("Both by turns"):
        for article_id in ids:
            archive.articles.set_starred([article_id], True)
            archive.tags.add([article_id], [f"tag {article_id}"])

    archive.undo()
    assert archive.tags.all() == []
    assert not any(archive.articles.get(each).starred for each in ids)

    archive.redo()
    assert len(archive.tags.all()) == MANY
    assert all(archive.articles.get(each).starred for each in ids)
    assert archive.check().ok


def test_an_act_logged_by_an_older_version_is_taken_back(archive: Archive) -> None:
    (first, *_) = fill(archive)
    archive.articles.set_starred([first], True)
    assert log_rows(archive) == 1
    with sqlite3.connect(archive.path) as writer:
        kind, old = writer.execute("SELECT kind, old FROM act_changes ORDER BY seq DESC").fetchone()
    writer.close()
    assert (kind, old) == ("U", '{"starred":0}'), "one change alone is written as ever"

    archive.undo()

    assert not archive.articles.get(first).starred
