"""backup, check and doctor."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.store.older_archive import make_older


@pytest.fixture
def archive(terminal: Terminal, page: Path) -> Terminal:
    terminal("clip", page)
    return terminal


def test_a_backup_is_an_archive(archive: Terminal, tmp_path: Path) -> None:
    copy = tmp_path / "copy.cuttings"
    assert archive("backup", copy).code == 0
    assert len(archive("--archive", copy, "list", "--json").json) == 1  # type: ignore[arg-type]


def test_check_says_that_all_is_well(archive: Terminal) -> None:
    outcome = archive("check", "--json")
    assert outcome.code == 0
    assert isinstance(outcome.json, dict)
    assert (outcome.json["ok"], outcome.json["articles"]) == (True, 1)


def test_doctor_tells_of_machine_and_archive(archive: Terminal) -> None:
    names = {item["name"] for item in archive("doctor", "--json").json}  # type: ignore[attr-defined]
    assert {"Python", "Qt", "Screen", "Data folder", "Disk space", "Archive"} <= names


def test_doctor_gives_free_room_back(archive: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "data" / "test.cuttings"
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TABLE room AS SELECT zeroblob(3000000)")
        file.execute("DROP TABLE room")
    before = path.stat().st_size

    outcome = archive("doctor", "--compact")

    assert "The archive has" in outcome.err
    assert path.stat().st_size < before - 2_900_000
    assert len(archive("list", "--json").json) == 1  # type: ignore[arg-type]


def test_an_older_archive_is_brought_up_to_date_with_a_word(
    archive: Terminal, tmp_path: Path
) -> None:
    make_older(tmp_path / "data" / "test.cuttings", 7)

    outcome = archive("list", "--json")

    assert "brought up to date" in outcome.err
    assert len(outcome.json) == 1  # type: ignore[arg-type]
    assert archive("list").err == ""


def test_an_empty_path_is_wrong_usage(archive: Terminal) -> None:
    assert archive("export", "--format", "markdown", "--to", "").code == 2
    assert archive("backup", "").code == 2


def test_an_archive_that_is_not_whole_is_told_on_both_channels(
    archive: Terminal, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / "test.cuttings")) as file, file:
        file.execute("DELETE FROM events")

    outcome = archive("check", "--json")

    assert outcome.code == 1
    assert isinstance(outcome.json, dict)
    assert outcome.json["ok"] is False
    assert "isn't whole" in outcome.err
