"""A copy is a whole archive in one file, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.errors import ArchiveError
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, lavrov_article


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.articles.add(capture(), lavrov_article(), tags=["a"])
    archive.articles.add(capture(b"two"), article("Two."))
    return archive


def test_a_backup_is_a_whole_archive_in_one_file(filled: Archive, tmp_path: Path) -> None:
    to = tmp_path / "folder" / "copy.cuttings"

    filled.backup(to)

    assert [file.name for file in to.parent.iterdir()] == ["copy.cuttings"]
    copy = Archive.open(to)
    assert copy.check().ok
    assert copy.articles.get(1) == filled.articles.get(1)
    copy.close()


def test_a_backup_takes_the_place_of_an_earlier_one(filled: Archive, tmp_path: Path) -> None:
    to = tmp_path / "copy.cuttings"
    filled.backup(to)
    filled.articles.set_note(1, "newer")

    filled.backup(to)

    copy = Archive.open(to)
    assert copy.articles.get(1).note == "newer"
    copy.close()


def test_a_backup_that_cannot_be_is_refused(filled: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    link = tmp_path / "link.cuttings"
    link.symlink_to(filled.path)

    for to in (filled.path, link, tmp_path, tmp_path / "file" / "below"):
        with pytest.raises(ArchiveError):
            filled.backup(to)
    assert filled.check().ok
