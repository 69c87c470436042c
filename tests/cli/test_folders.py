"""Watched folders from the terminal."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "saved"
    path.mkdir()
    return path


def put(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    os.utime(folder / name, (time.time() - 60,) * 2)


def test_a_folders_files_are_clipped_and_listed(terminal: Terminal, folder: Path) -> None:
    put(folder, "page.html", ARTICLE)
    put(folder, "bad.html", "\0\1" * 200)

    looked = terminal("watch", folder, "--present", "--tag", "saved", "--once", "--json")

    states = {line["file"]: line["state"] for line in looked.json_lines}
    assert states == {"page.html": "saved", "bad.html": "failed"}
    assert looked.code == 1
    assert len(terminal("list", "tag:saved", "--json").json) == 1
    (listed,) = terminal("watch", "--list", "--json").json
    assert (listed["saved"], listed["failed"]) == (1, 1)
    assert "bad.html" in terminal("watch", folder, "--list").out
    assert terminal("watch", "--once").code == 0


def test_a_folder_is_forgotten(terminal: Terminal, folder: Path) -> None:
    terminal("watch", folder, "--once")

    assert terminal("watch", folder, "--forget").code == 0

    assert terminal("watch", "--list", "--json").json == []
    assert terminal("watch", "--once").code == 1
    assert terminal("watch", folder, "--forget").code == 1


def test_a_folder_that_isnt_there_is_one_sentence(terminal: Terminal, folder: Path) -> None:
    assert "isn't there" in terminal("watch", folder / "none", "--once").err
    terminal("watch", folder, "--once")
    folder.rmdir()

    gone = terminal("watch", "--once")

    assert (gone.code, gone.err.count("isn't there")) == (1, 1)
