"""The doctor finds what is wrong without starting Qt or touching the archive."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from desktop_app.analysis.spacy_names import CHOICE
from desktop_app.core.errors import SystemLibraryError
from desktop_app.services import doctor
from desktop_app.services.base.settings import Settings
from desktop_app.services.doctor import Finding, diagnose, require_window_system
from desktop_app.services.library import Library

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for Linux's libraries")


def finding(name: str, settings: Settings, environment: dict[str, str] | None = None) -> Finding:
    found = diagnose(settings, os.environ if environment is None else environment)
    return next(item for item in found if item.name == name)


def test_an_archive_that_is_not_there_yet_is_well_and_is_not_made(settings: Settings) -> None:
    assert finding("Archive", settings).ok
    assert not settings.archive_path.exists()


def test_an_archive_of_a_newer_version_is_told(settings: Settings) -> None:
    library = Library(settings)
    library.open()
    library.close()
    connection = sqlite3.connect(settings.archive_path)
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()
    found = finding("Archive", settings)
    assert not found.ok
    assert found.next_step


def test_a_folder_that_cannot_be_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    blocked = Settings(tmp_path / "file" / "a.cuttings", tmp_path, tmp_path)
    assert not finding("Data folder", blocked).ok


@on_linux
def test_without_a_screen_nothing_can_open(settings: Settings) -> None:
    assert not finding("Screen", settings, {}).ok
    with pytest.raises(SystemLibraryError):
        require_window_system({})


@on_linux
def test_a_screen_that_does_not_answer_is_told(settings: Settings) -> None:
    found = finding("Screen", settings, {"DISPLAY": ":98765"})
    assert not found.ok
    assert ":98765" in found.message


@on_linux
def test_a_missing_library_comes_with_the_command_that_installs_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(doctor.QT_LIBRARIES, "libnowhere.so.9", "libnowhere9")
    found = finding("Qt", settings, {"QT_QPA_PLATFORM": "offscreen"})
    assert not found.ok
    assert "libnowhere.so.9" in found.message
    assert found.next_step.endswith("apt-get install libnowhere9")
    with pytest.raises(SystemLibraryError):
        require_window_system({"QT_QPA_PLATFORM": "offscreen"})


def test_the_chosen_recogniser_of_names_is_told(settings: Settings) -> None:
    assert finding("Names", settings, {CHOICE: "spacy:my_pipeline"}).ok
    assert "my_pipeline" in finding("Names", settings, {CHOICE: "spacy:my_pipeline"}).message


def test_a_recogniser_that_nobody_knows_is_told(settings: Settings) -> None:
    found = finding("Names", settings, {CHOICE: "clairvoyance"})
    assert not found.ok
    assert "clairvoyance" in found.message
