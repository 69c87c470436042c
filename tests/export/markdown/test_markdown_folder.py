"""A folder of Markdown files, written again and again."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from desktop_app.core.errors import ExportError
from desktop_app.export.base.folder_record import RECORD_NAME
from tests.export.examples import PICTURE, article, full_article, png, stored, write_markdown


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.md"))


def state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_each_article_gets_its_file_and_images_lie_beside(tmp_path: Path) -> None:
    done = write_markdown([full_article(), article(2, title="Other")], tmp_path, stored(png()))
    assert names(tmp_path) == [
        "2023-04-14 The Sample Gazette - Ministers meet - a “treaty” in sight.md",
        "2023-04-14 The Sample Gazette - Other.md",
    ]
    assert [path.read_bytes() for path in (tmp_path / "images").iterdir()] == [png()]
    assert len(done.written) == 3
    assert not done.cancelled


def test_exporting_twice_changes_nothing_not_even_times(tmp_path: Path) -> None:
    first = write_markdown([full_article()], tmp_path, stored(png()))
    before = state(tmp_path)
    again = write_markdown([full_article()], tmp_path, stored(png()))
    assert state(tmp_path) == before
    assert again.written == ()
    assert set(again.unchanged) == set(first.written)


def test_a_folder_in_the_way_is_made_with_its_parents(tmp_path: Path) -> None:
    write_markdown([article()], tmp_path / "a" / "b")
    assert names(tmp_path / "a" / "b")


def test_two_of_one_name_are_told_apart_by_id(tmp_path: Path) -> None:
    titles = {1: "Ministers meet", 2: "MINISTERS MEET"}
    write_markdown([article(n, f"text {n}", titles[n]) for n in (1, 2)], tmp_path)
    assert names(tmp_path) == [
        "2023-04-14 The Sample Gazette - MINISTERS MEET (2).md",
        "2023-04-14 The Sample Gazette - Ministers meet.md",
    ]


def test_the_second_keeps_its_name_when_the_first_is_not_exported(tmp_path: Path) -> None:
    write_markdown([article(1, "one"), article(2, "two")], tmp_path)
    before = state(tmp_path)
    done = write_markdown([article(2, "two")], tmp_path)
    assert done.written == ()
    assert state(tmp_path) == before


def test_a_new_title_renames_the_file(tmp_path: Path) -> None:
    write_markdown([article(title="Old")], tmp_path)
    write_markdown([article(title="New")], tmp_path)
    assert names(tmp_path) == ["2023-04-14 The Sample Gazette - New.md"]


def test_a_new_case_in_the_title_renames_the_file(tmp_path: Path) -> None:
    write_markdown([article(title="nato meets")], tmp_path)
    write_markdown([article(title="NATO meets")], tmp_path)
    assert names(tmp_path) == ["2023-04-14 The Sample Gazette - NATO meets.md"]


def test_a_new_text_replaces_the_old(tmp_path: Path) -> None:
    write_markdown([article(markdown="old")], tmp_path)
    done = write_markdown([article(markdown="new")], tmp_path)
    assert done.written[0].read_text().endswith("\nnew\n")
    assert len(names(tmp_path)) == 1


def test_a_file_that_somebody_changed_is_left_alone_and_named(tmp_path: Path) -> None:
    (path,) = write_markdown([article()], tmp_path).written
    path.write_text("my notes")
    done = write_markdown([article(markdown="new")], tmp_path)
    assert path.read_text() == "my notes"
    assert "was changed since" in done.warnings[0]
    assert path.name in done.warnings[0]


def test_with_a_new_title_the_changed_file_stays_beside_the_new_one(tmp_path: Path) -> None:
    (path,) = write_markdown([article(title="Old")], tmp_path).written
    path.write_text("my notes")
    write_markdown([article(title="New")], tmp_path)
    assert path.read_text() == "my notes"
    assert len(names(tmp_path)) == 2


def test_a_file_of_the_users_own_is_never_replaced(tmp_path: Path) -> None:
    own = tmp_path / "2023-04-14 The Sample Gazette - Ministers meet.md"
    own.write_text("mine")
    write_markdown([article()], tmp_path)
    assert own.read_text() == "mine"
    assert names(tmp_path)[0].endswith("Ministers meet (1).md")


def test_a_deleted_file_comes_back(tmp_path: Path) -> None:
    (path,) = write_markdown([article()], tmp_path).written
    path.unlink()
    assert write_markdown([article()], tmp_path).written == (path,)


def test_nothing_is_written_through_links(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("keep")
    folder = tmp_path / "folder"
    folder.mkdir()
    link = folder / "2023-04-14 The Sample Gazette - Ministers meet.md"
    link.symlink_to(outside)
    write_markdown([article()], folder)
    assert outside.read_text() == "keep"
    assert link.is_symlink()


def test_an_image_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "folder"
    elsewhere.mkdir()
    folder.mkdir()
    (folder / "images").symlink_to(elsewhere)
    with pytest.raises(ExportError, match="leads out of the folder"):
        write_markdown([article(markdown=f"![x]({PICTURE})")], folder, stored(png()))
    assert list(elsewhere.iterdir()) == []


def test_a_forged_record_leads_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    write_markdown([article(title="Old")], folder)
    victim = tmp_path / "victim.md"
    victim.write_text("keep")
    record = folder / RECORD_NAME
    record.write_text(record.read_text().replace("2023-04-14 The Sample", "../victim"))
    write_markdown([article(title="New")], folder)
    assert victim.read_text() == "keep"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["victim.md"]


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b'{"files": {"1": 2}}', b"[" * 100_000])
def test_a_broken_record_is_like_none(tmp_path: Path, record: bytes) -> None:
    write_markdown([article()], tmp_path)
    (tmp_path / RECORD_NAME).write_bytes(record)
    assert write_markdown([article()], tmp_path).written == ()
    assert len(names(tmp_path)) == 1


def test_stopping_leaves_whole_files_and_says_so(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    done = write_markdown(
        [article(n, f"text {n}", f"Title {n}") for n in range(1, 6)],
        tmp_path,
        cancelled=lambda: len(told) == 2,
        progress=lambda at, of: told.append((at, of)),
    )
    assert done.cancelled
    assert told == [(1, 5), (2, 5)]
    assert len(names(tmp_path)) == 2
    assert not list(tmp_path.glob("*.part"))


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="in the way"):
        write_markdown([article()], tmp_path / "file")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="can't be written to"):
        write_markdown([article()], tmp_path)


def test_a_full_disk_leaves_the_old_file_and_no_stump(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write_markdown([article(markdown="old")], tmp_path).written
    before = path.read_bytes()

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ExportError, match="disk is full"):
        write_markdown([article(markdown="new")], tmp_path)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*.part"))
