"""The open archive's own files are never read, nor written over, as if they were the user's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.capture.files import read_file
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.queue.addresses_in_text import addresses_in_file
from desktop_app.core.errors import AppError, ExportError
from desktop_app.export.base.write_file import write_file
from desktop_app.services.people.recognise_people import recognise_in_file
from desktop_app.store.archive import Archive
from tests.cli.conftest import Terminal


def _clip(path: Path) -> object:
    return read_file(path, captured="2026-01-01T00:00:00Z")


@pytest.mark.parametrize("read", [_clip, ImportSource, addresses_in_file, recognise_in_file])
@pytest.mark.parametrize("name", ["a.cuttings", "a.cuttings-wal", "a.cuttings-shm", "link.html"])
def test_an_open_archive_is_not_read(read: object, name: str, tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.cuttings")
    os.link(tmp_path / "a.cuttings", tmp_path / "link.html")

    with pytest.raises(AppError, match="belongs to the archive that is open"):
        read(tmp_path / name)  # type: ignore[operator]
    archive.close()


def test_an_open_archive_is_not_written_over(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.cuttings")

    with pytest.raises(ExportError, match="belongs to the open archive"):
        write_file(tmp_path / "a.cuttings", b"%PDF-1.7")

    archive.close()
    assert (tmp_path / "a.cuttings").read_bytes()[:6] == b"SQLite"


def test_a_folder_is_imported_without_the_open_archive_in_it(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# A note")
    archive = Archive.open(tmp_path / "a.cuttings")

    with ImportSource(tmp_path) as source:
        assert source.names == ("note.md",)
        assert "a.cuttings" in source.left_out
    archive.close()


def test_a_closed_archive_is_a_file_like_others(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.cuttings")
    archive.close()

    with pytest.raises(AppError, match="These can be clipped"):
        _clip(tmp_path / "a.cuttings")


def test_the_terminal_says_so_in_a_sentence(terminal: Terminal, page: Path, tmp_path: Path) -> None:
    terminal("clip", page)

    outcome = terminal("clip", tmp_path / "data" / "test.cuttings")

    assert outcome.code != 0
    assert "“test.cuttings” belongs to the archive that is open." in outcome.err
    assert "Traceback" not in outcome.err
