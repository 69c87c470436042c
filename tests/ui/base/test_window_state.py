from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.base.theme import ThemeMode
from desktop_app.ui.base.window_state import WindowState


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(640, 480)
    state = WindowState(tmp_path)
    state.keep_flag("timeline", False)
    state.keep_word("theme", "dark")
    state.keep_geometry(widget)
    state.keep()

    again = WindowState(tmp_path)

    assert not again.flag("timeline", True)
    assert again.theme_mode is ThemeMode.DARK
    assert again.restore_geometry(widget)


def test_a_spoilt_file_means_the_defaults(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "window.ini").write_bytes(b"\x00\xff[[[theme=\x80 geometry=@ByteArray(nonsense)")
    widget = QWidget()
    qtbot.addWidget(widget)

    state = WindowState(tmp_path)

    assert state.theme_mode is ThemeMode.SYSTEM
    assert state.flag("details", True)
    assert not state.restore_geometry(widget)
