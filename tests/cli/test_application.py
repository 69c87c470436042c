"""The command as a whole: exit codes, no traceback, no Qt."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli.application import run
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from tests.cli.conftest import Terminal


def cuttings(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
    )


def test_without_a_command_the_window_opens_on_the_chosen_archive(tmp_path: Path) -> None:
    opened: list[Settings] = []

    def open_window(settings: Settings) -> int:
        opened.append(settings)
        return 7

    assert run(["--archive", str(tmp_path / "a.cuttings")], open_window) == 7
    assert opened[0].archive_path == tmp_path / "a.cuttings"


def test_help_and_wrong_usage(terminal: Terminal) -> None:
    assert terminal("--help").code == 0
    assert terminal("fly").code == 2
    assert terminal("list", "--sort", "colour").code == 2


def test_an_archive_of_a_newer_version_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    terminal("list")
    archive = tmp_path / "data" / "test.cuttings"
    with sqlite3.connect(archive) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    outcome = terminal("list")
    assert outcome.code == 1
    assert len(outcome.err.strip().splitlines()) == 1
    assert "newer" in outcome.err or "later" in outcome.err


def test_a_file_that_is_no_archive_is_one_sentence_and_untouched(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "letter.cuttings"
    path.write_text("Dear Sir, " * 200)
    outcome = terminal("--archive", path, "list")
    assert outcome.code == 1
    assert len(outcome.err.strip().splitlines()) == 1
    assert path.read_text() == "Dear Sir, " * 200


def test_a_data_folder_that_cannot_be_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    outcome = terminal("--archive", tmp_path / "file" / "a.cuttings", "list")
    assert outcome.code == 1
    assert len(outcome.err.strip().splitlines()) == 1


def test_without_a_screen_the_window_is_refused_in_a_sentence(tmp_path: Path) -> None:
    archive = str(tmp_path / "a.cuttings")
    done = cuttings("--archive", archive, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert "screen" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_archive_that_cannot_be_opened_is_told_without_a_window(tmp_path: Path) -> None:
    path = tmp_path / "no.cuttings"
    path.write_bytes(b"this is no archive at all, but it is long enough to be looked at" * 40)

    done = cuttings("--archive", str(path), QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert str(path) in done.stderr


def test_the_window_starts_without_what_only_commands_need(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop_app.cli.application import run;"
        f"run(['--archive', {str(tmp_path / 'a.cuttings')!r}], lambda settings: 0);"
        "heavy = ('rich', 'numpy', 'PySide6', 'desktop_app.cli.people',"
        "'desktop_app.analysis.recognise_people');"
        "sys.exit(', '.join(name for name in heavy if name in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_commands_start_without_qt_and_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from desktop_app.cli.application import run;"
        "run(['--version'], lambda settings: 0);"
        "heavy = ('PySide6', 'resiliparse', 'httpx', 'typst', 'dateparser', 'pyqtgraph');"
        "sys.exit(', '.join(name for name in heavy if name in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_fault_of_ours_is_logged_not_shown(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(Library, "arranged", broken)
    outcome = terminal("list")
    assert outcome.code == 1
    assert "Traceback" not in outcome.err
    (log,) = (tmp_path / "state").rglob("cuttings.log")
    assert "ZeroDivisionError" in log.read_text()
