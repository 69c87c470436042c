"""Checking finds what is wrong; repairing mends what can be made anew."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import ArchiveError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, lavrov_article


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.articles.add(capture(), lavrov_article(), tags=["a"])
    archive.articles.add(capture(b"two"), article("Two."))
    return archive


def harm(archive: Archive, sql: str) -> None:
    archive._connection.script(f"PRAGMA foreign_keys = OFF; {sql}; PRAGMA foreign_keys = ON")


def test_all_is_well(filled: Archive) -> None:
    report = filled.check()

    assert report.ok
    assert (report.articles, report.snapshots, report.problems) == (2, 2, ())


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE articles SET title = 'other' WHERE id = 1", "line of article 1"),
        ("DELETE FROM events", "events of article 1"),
        ("DELETE FROM article_people", "people of article 1"),
        ("INSERT INTO article_words (article_words) VALUES ('delete-all')", "word index"),
        ("INSERT INTO article_words (rowid, text) VALUES (99, 'ghost')", "word index"),
    ],
)
def test_what_is_derived_is_found_wrong_and_mended(filled: Archive, sql: str, words: str) -> None:
    harm(filled, sql)
    assert any(words in problem.message for problem in filled.check().problems)

    report = filled.check(repair=True)

    assert report.ok
    assert any(words in problem.message for problem in report.repaired)
    assert filled.check().ok
    assert filled.search.ids(parse_query("title:lavrov")) == [1]
    assert len(list(filled.path.parent.glob("test-before-repair-*.cuttings"))) == 1


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        (
            "DROP TRIGGER snapshots_never_change;"
            "UPDATE snapshots SET content ="
            " (SELECT content FROM snapshots ORDER BY sha256 LIMIT 1)",
            "isn't what was captured",
        ),
        (
            "DROP TRIGGER snapshots_never_change; UPDATE snapshots SET content = x'00'",
            "isn't what was captured",
        ),
        (
            "DROP TRIGGER snapshots_in_use_stay; DELETE FROM snapshots",
            "refers to something missing",
        ),
        ("DELETE FROM captures WHERE article_id = 2", "Article 2 has no snapshot"),
        ("UPDATE revisions SET state = x'00' WHERE id = 2", "text of article 2"),
        ("DELETE FROM revisions WHERE id = 2", "Article 2 has no text"),
        ("DELETE FROM tags", "refers to something missing"),
    ],
)
def test_what_is_lost_is_found_and_cannot_be_mended(filled: Archive, sql: str, words: str) -> None:
    harm(filled, sql)

    report = filled.check(repair=True)

    assert not report.ok
    assert any(words in problem.message for problem in report.problems)


def test_a_damaged_text_is_told_when_it_is_read(filled: Archive) -> None:
    harm(filled, "UPDATE revisions SET state = x'28b52ffd' WHERE id = 2")

    with pytest.raises(ArchiveError, match="damaged"):
        filled.articles.get(2)


def test_a_snapshot_never_changes_and_stays_while_in_use(filled: Archive) -> None:
    for sql in ("UPDATE snapshots SET size = 0", "DELETE FROM snapshots"):
        with pytest.raises(Exception, match="a snapshot"):
            filled._connection.write(sql)


def with_broken_page(archive: Archive, table: str) -> Archive:
    """The archive opened again after the page where the table begins was overwritten."""
    number = archive._connection.value(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
    )
    size = archive._connection.value("PRAGMA page_size")
    archive.close()
    with archive.path.open("r+b") as file:
        file.seek((number - 1) * size)
        file.write(b"\xa5" * size)
    return Archive.open(archive.path)


@pytest.mark.parametrize(
    "table", ["articles", "snapshots", "captures", "revisions", "article_words_data"]
)
def test_a_broken_page_is_told_and_the_rest_still_looked_at(filled: Archive, table: str) -> None:
    broken = with_broken_page(filled, table)
    try:
        report = broken.check(repair=True)
    finally:
        broken.close()

    assert not report.ok
    assert report.repaired == ()
    assert any("damaged" in problem.message for problem in report.problems)
