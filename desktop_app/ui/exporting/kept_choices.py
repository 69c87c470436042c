"""What was chosen in the export dialog before: the format, its options, the folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop_app.services.exporting.export_options import Option, OptionValue
from desktop_app.services.exporting.formats import ExportFormat
from desktop_app.ui.base.window_state import WindowState

#: These belong to what goes out, not to how: kept, they would stand on another document.
_NOT_KEPT = frozenset({"title", "subtitle", "author", "abstract"})


class KeptChoices:
    """Reads and writes them in the window's own small file."""

    def __init__(self, folder: Path) -> None:
        self._state = WindowState(folder)

    @property
    def format_name(self) -> str:
        """The format that was chosen last; empty where none ever was."""
        return self._state.word("export/format", "")

    def values(self, chosen: ExportFormat) -> dict[str, OptionValue]:
        """What was chosen for this format, and of the rest what is usual."""
        return {
            option.name: self._value(chosen.name, option) for option in chosen.described_options()
        }

    def folder(self) -> Path:
        """Where the last export went, if that is still there; else where documents are."""
        last = self._state.word("export/folder", "")
        if last and Path(last).is_dir():
            return Path(last)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())

    def keep(self, chosen: ExportFormat, values: Mapping[str, OptionValue], folder: Path) -> None:
        """Remember all of it."""
        self._state.keep_word("export/format", chosen.name)
        self._state.keep_word("export/folder", str(folder))
        for name, value in values.items():
            if name not in _NOT_KEPT:
                words = str(value).lower() if isinstance(value, bool) else value
                self._state.keep_word(_key(chosen.name, name), words)
        self._state.keep()

    def _value(self, format_name: str, option: Option) -> OptionValue:
        key = _key(format_name, option.name)
        if option.name in _NOT_KEPT:
            return option.default
        if isinstance(option.default, bool):
            return self._state.flag(key, option.default)
        return self._state.word(key, option.default)


def _key(format_name: str, option_name: str) -> str:
    return f"export/options/{format_name}/{option_name}"
