"""Files written whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desktop_app.core.errors import ExportError
from desktop_app.export.base.write_file import (
    export_failure,
    holds,
    prepare_folder,
    replaced_file,
    write_file,
    write_if_changed,
)


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_file(path, b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_only_a_change_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    assert write_if_changed(path, b"a")
    assert not write_if_changed(path, b"a")
    assert write_if_changed(path, b"b")


def test_a_link_is_never_what_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"a")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    assert not holds(link, b"a")
    write_file(link, b"b")
    assert not link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"a"


def test_a_folder_in_a_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(ExportError, match="in the way"):
        write_file(tmp_path / "a.md", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_the_real_path_of_a_folder_is_given(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert prepare_folder(tmp_path / "link") == (tmp_path / "real").resolve()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "can't be written to"),
        (errno.ENOTDIR, "in the way"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_every_failure_names_the_file_and_a_way_out(code: int, words: str) -> None:
    failure = export_failure(Path("a.md"), OSError(code, "Input/output error"))
    assert words in failure.message
    assert "a.md" in failure.message
    assert failure.next_step


def test_a_file_written_piece_by_piece_is_there_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with replaced_file(path) as file:
        file.write(b"one")
        assert not path.exists()
        file.write(b"two")
    assert path.read_bytes() == b"onetwo"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_given_up_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(KeyError), replaced_file(path) as file:
        file.write(b"new")
        raise KeyError
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
