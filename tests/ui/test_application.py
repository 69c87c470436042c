from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from desktop_app.core.errors import ArchiveError
from desktop_app.services.settings import Settings
from desktop_app.ui.application import make_application, open_window


def test_a_signal_that_is_emitted_often_does_not_wear_out_true() -> None:
    timer = QTimer()
    before = sys.getrefcount(True)

    for _ in range(50):
        timer.timeout.emit()

    assert abs(sys.getrefcount(True) - before) < 10


def test_an_archive_that_cannot_be_opened_is_told_before_anything_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "no.cuttings"
    path.write_bytes(b"this is no archive at all, but it is long enough to be looked at" * 40)

    with pytest.raises(ArchiveError):
        open_window(Settings(path, tmp_path / "config", tmp_path / "log"))


def test_there_is_one_application_with_our_name() -> None:
    assert make_application() is make_application()
