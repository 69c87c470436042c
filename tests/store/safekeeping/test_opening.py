"""A file is opened only if it is an archive, and what is wrong is told in a sentence."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.errors import (
    AppError,
    ArchiveError,
    ArchiveNewerError,
    ArchiveNotWritableError,
)
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.base.archive_format import APPLICATION_ID, SCHEMA_VERSION
from desktop_app.store.base.connection import Connection
from desktop_app.store.safekeeping import opening
from tests.store.examples import capture, lavrov_article


def pragma(path: Path, name: str, value: int | None = None) -> object:
    connection = sqlite3.connect(path)
    try:
        if value is not None:
            connection.execute(f"PRAGMA {name} = {value}")
            connection.commit()
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a closed archive with one article."""
    path = tmp_path / "kept.cuttings"
    archive = Archive.open(path)
    archive.articles.add(capture(), lavrov_article())
    archive.close()
    return path


def test_folders_and_file_are_made_on_first_use(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "übersicht 100%?#.cuttings"

    Archive.open(path).close()

    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == SCHEMA_VERSION
    assert pragma(path, "journal_mode") == "wal"


def test_what_was_kept_is_there_again(path: Path) -> None:
    archive = Archive.open(path)

    assert archive.search.count(parse_query("lavrov")) == 1
    archive.close()


def _text_file(path: Path) -> None:
    path.write_text("I am no archive, though I am long enough to be one." * 20)


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()


def _newer(path: Path) -> None:
    Archive.open(path).close()
    pragma(path, "user_version", SCHEMA_VERSION + 1)


def _truncated(path: Path) -> None:
    Archive.open(path).close()
    path.write_bytes(path.read_bytes()[:5_000])


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "kind", "words"),
    [
        (_text_file, ArchiveError, "isn't a Cuttings archive"),
        (_other_database, ArchiveError, "isn't a Cuttings archive"),
        (_newer, ArchiveNewerError, "newer Cuttings"),
        (_truncated, ArchiveError, "damaged"),
        (_folder, ArchiveError, "is a folder"),
    ],
)
def test_what_is_no_archive_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], kind: type[AppError], words: str
) -> None:
    path = tmp_path / "some.cuttings"
    make(path)
    before = path.read_bytes() if path.is_file() else None

    for act in (Archive.inspect, Archive.open):
        with pytest.raises(kind, match=words) as caught:
            act(path)
        assert caught.value.next_step

    assert before is None or path.read_bytes() == before


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "empty.cuttings"
    path.touch()

    Archive.inspect(path)
    Archive.open(path).close()

    Archive.inspect(path)


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(ArchiveNotWritableError, match="can't be made"):
        Archive.open(tmp_path / "file" / "a.cuttings")


def test_what_may_not_be_written_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Tests may run as a user who may write anywhere.
    monkeypatch.setattr(opening.os, "access", lambda *_: False)

    for act in (Archive.inspect, Archive.open):
        with pytest.raises(ArchiveNotWritableError, match="can't be written to"):
            act(path)


def test_looking_at_an_archive_changes_nothing(path: Path) -> None:
    before = {file: file.read_bytes() for file in path.parent.iterdir()}

    Archive.inspect(path)

    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before


def test_an_archive_in_use_can_be_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "used.cuttings"
    archive = Archive.open(path)
    archive.articles.add(capture(), lavrov_article())

    Archive.inspect(path)

    archive.close()


def test_an_older_archive_is_copied_before_it_is_migrated(path: Path) -> None:
    # The steps are done already; what matters is the copy, and that nothing is lost.
    pragma(path, "user_version", SCHEMA_VERSION)
    connection = opening.Connection(path)
    connection.set_up()

    opening._upgrade(connection, path, None)
    connection.close()

    (copy,) = path.parent.glob("kept-version-*.cuttings")
    archive = Archive.open(copy)
    assert archive.search.count(parse_query("lavrov")) == 1
    archive.close()


def test_many_threads_may_open_and_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "shared.cuttings"
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            archive = Archive.open(path)
            for turn in range(5):
                archive.articles.add(capture(f"{number} {turn}".encode()), lavrov_article())
            archive.close()
        except BaseException as failure:  # noqa: BLE001 - told below, in the test's thread
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    archive = Archive.open(path)
    assert failures == []
    assert archive.search.count(parse_query("")) == 30
    assert archive.check().ok
    archive.close()


def test_a_new_archive_is_never_met_half_made(tmp_path: Path) -> None:
    path = tmp_path / "new.cuttings"
    met: list[bool] = []
    migrate = opening._upgrade

    def look_while_migrating(connection: Connection, at: Path, listener: None) -> None:
        met.append(path.exists())
        migrate(connection, at, listener)
        met.append(path.exists())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_upgrade", look_while_migrating)
        Archive.open(path).close()

    assert met == [False, False]
    assert [file.name for file in tmp_path.iterdir()] == ["new.cuttings"]


def test_a_full_disk_is_told_and_leaves_the_archive_whole(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    pages = archive._connection.value("PRAGMA page_count")
    archive._connection.value(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(ArchiveError, match="is full"):
        archive.articles.add(
            capture(bytes(range(256)) * 4_000), lavrov_article(), note="x" * 90_000
        )

    assert archive.search.count(parse_query("")) == 1
    assert archive.check().ok


def test_waiting_too_long_for_another_writer_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.base.connection.BUSY_SECONDS", 0.05)
    one, other = Archive.open(path), Archive.open(path)

    with one.act("Long"):
        one.articles.set_note(1, "mine")
        with pytest.raises(ArchiveError, match="Another program"):
            other.articles.set_note(1, "theirs")
        assert other.articles.get(1).note == "", "reading never waits"

    assert other.articles.get(1).note == "mine"
    one.close()
    other.close()


OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from desktop_app.store.archive import Archive
archive = Archive.open(Path(sys.argv[1]))
print(len(archive.recent_acts(100)))
archive.close()
"""


def other_program(path: Path) -> int:
    """Opens the archive in another process and ends; gives how many acts it saw."""
    command = (sys.executable, "-c", OPEN_AND_CLOSE, str(path))
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def test_another_program_that_ends_takes_nothing_from_an_open_window(path: Path) -> None:
    window = Archive.open(path)
    window.articles.set_starred([1], True)
    # As each further thread of a window does.
    reader = Archive.open(path)
    assert not Archive.is_older(path)

    assert other_program(path) == 2
    window.articles.set_starred([1], False)

    assert other_program(path) == 3
    reader.close()
    window.close()


def test_an_archive_that_another_window_brought_up_to_date_is_not_older(path: Path) -> None:
    pragma(path, "user_version", SCHEMA_VERSION - 1)
    assert Archive.is_older(path)

    window = sqlite3.connect(path)
    window.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")  # in the log as yet

    assert not Archive.is_older(path)
    window.close()
