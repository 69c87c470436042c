"""What the window remembers between starts: sizes, colours, how articles are set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.ui.base.theme import ThemeMode


class WindowState:
    """Reads and writes one small file in the folder for settings; one that can't be is ignored."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def restore_geometry(self, widget: QWidget, name: str = "geometry") -> bool:
        """Put a window where it was; gives whether that was known."""
        value = self._settings.value(name)
        return isinstance(value, QByteArray) and widget.restoreGeometry(value)

    def keep_geometry(self, widget: QWidget, name: str = "geometry") -> None:
        """Remember where a window is."""
        self._settings.setValue(name, widget.saveGeometry())

    def restore_splitter(self, name: str, splitter: QSplitter) -> None:
        """Give the panes the widths they had."""
        value = self._settings.value(f"splitter/{name}")
        if isinstance(value, QByteArray):
            splitter.restoreState(value)

    def keep_splitter(self, name: str, splitter: QSplitter) -> None:
        """Remember the panes' widths."""
        self._settings.setValue(f"splitter/{name}", splitter.saveState())

    def flag(self, name: str, otherwise: bool) -> bool:
        """A yes or no that was chosen."""
        return str(self._settings.value(name, otherwise)).lower() == "true"

    def keep_flag(self, name: str, value: bool) -> None:
        """Remember a yes or no."""
        self._settings.setValue(name, value)

    def word(self, name: str, otherwise: str) -> str:
        """A choice by its name."""
        return str(self._settings.value(name, otherwise))

    def keep_word(self, name: str, value: str) -> None:
        """Remember a choice."""
        self._settings.setValue(name, value)

    def is_news(self, name: str, count: int) -> bool:
        """Whether more wait of something than was ever told; from now on so many are told."""
        told = self.word(name, "0")
        if count <= (int(told) if told.isdecimal() else 0):
            return False
        self.keep_word(name, str(count))
        return True

    def words(self, name: str) -> list[str]:
        """A list of words; one that can't be read is empty."""
        value = self._settings.value(name)
        # A list of one comes back as its word.
        found = [value] if isinstance(value, str) else value
        return [str(word) for word in found] if isinstance(found, list) else []

    def keep_words(self, name: str, words: Sequence[str]) -> None:
        """Remember a list of words."""
        self._settings.setValue(name, list(words))

    @property
    def theme_mode(self) -> ThemeMode:
        """Light, dark, or as the system has it."""
        word = self.word("theme", ThemeMode.SYSTEM)
        return ThemeMode(word) if word in tuple(ThemeMode) else ThemeMode.SYSTEM

    def keep(self) -> None:
        """Write the file now."""
        self._settings.sync()
