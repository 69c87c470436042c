"""An archive of any older version is brought up to date, or left as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desktop_app.core.errors import ArchiveError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.safekeeping.opening import is_older
from desktop_app.store.safekeeping.upgrading import UpgradeListener
from tests.store.examples import article, capture, lavrov_article, person
from tests.store.older_archive import make_older


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


@pytest.mark.parametrize("version", [15, 22])
def test_the_articles_of_an_older_archive_are_found_by_their_addresses(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    url, canonical = "https://www.news.example/a/?id=7", "https://news.example/2023/a"
    article_id = archive.articles.add(capture(url=url), article(url=url, canonical_url=canonical))
    archive.close()
    make_older(path, version)

    archive = Archive.open(path)

    for asked in ("http://m.news.example/a?id=7&utm_source=x", f"{canonical}/?utm_source=x"):
        assert archive.articles.find_by_url(asked) == [article_id]
    assert archive.articles.find_by_url("https://news.example/a?id=8") == []
    assert archive.check().ok
    archive.close()


def state_sizes(path: Path) -> list[int]:
    connection = sqlite3.connect(path)
    try:
        return [row[0] for row in connection.execute("SELECT length(state) FROM revisions")]
    finally:
        connection.close()


def test_bringing_an_archive_up_to_date_tells_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    archive.articles.add(capture(), lavrov_article())
    archive.close()
    make_older(path, 7)
    assert is_older(path)
    told: list[str] = []

    listener = UpgradeListener(lambda words, _done, _total: told.append(words))
    Archive.open(path, listener).close()

    assert list(dict.fromkeys(told)) == [
        "Copying the archive",
        "Compressing the texts",
        "Reading the addresses",
        "Indexing the words",
    ]
    assert not is_older(path)


@pytest.mark.parametrize("step", ["Copying the archive", "Compressing the texts", "Indexing the"])
def test_an_archive_stopped_on_its_way_is_as_it_was(tmp_path: Path, step: str) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    article_id = archive.articles.add(capture(), lavrov_article())
    archive.close()
    make_older(path, 7)
    told = [""]
    listener = UpgradeListener(
        lambda words, _done, _total: told.append(words), lambda: told[-1].startswith(step)
    )

    with pytest.raises(ArchiveError, match="it is as it was"):
        Archive.open(path, listener)

    assert is_older(path)
    archive = Archive.open(path)
    assert archive.search.ids(parse_query("lavrov")) == [article_id]
    assert archive.check().ok
    archive.close()


def test_the_room_of_the_old_tables_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    with archive.act("Clip"):
        for number in range(300):
            archive.articles.add(capture(b"%d" % number), lavrov_article())
    archive.close()
    make_older(
        path,
        9,
        "CREATE TABLE room (a); INSERT INTO room VALUES (zeroblob(4500000));DROP TABLE room",
    )
    before = path.stat().st_size

    archive = Archive.open(path)

    assert archive.free_bytes() == 0
    assert path.stat().st_size < before - 3_600_000
    assert archive.check().ok
    archive.close()


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


def test_the_texts_of_an_older_archive_wait_to_be_compared_for_copies(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    added = archive.articles.add(capture(), lavrov_article())
    archive.close()
    make_older(path, 12)

    archive = Archive.open(path)

    assert archive.copies.waiting_ids(10) == [added]
    archive.close()


def test_what_was_done_before_is_taken_back_after_the_keys_were_numbered(tmp_path: Path) -> None:
    path = tmp_path / "old.cuttings"
    archive = Archive.open(path)
    archive.articles.add(capture(), lavrov_article())
    text = "Angela Merkel spoke."
    archive.articles.add(capture(b"b"), article(text, people=(person(text, "Angela Merkel"),)))
    archive.close()
    make_older(path, 14)

    archive = Archive.open(path)
    archive.undo()
    text = "Sergei Lawrow spoke."
    archive.articles.add(capture(b"c"), article(text, people=(person(text, "Sergei Lawrow"),)))

    names = [(each.name, each.aliases) for each in archive.people.list()]
    assert names[0] == ("Sergey Lavrov", ("Sergei Lawrow", "Lavrov"))
    assert "Angela Merkel" not in dict(names)
    assert archive.check().ok
    archive.close()
