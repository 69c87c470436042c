"""A line for tags: paths parted by commas, completed from those that the archive has."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui.widgets.tag_completer import TagCompleter


class TagLineEdit(QLineEdit):
    """Tags as text, ``diplomacy/russia, energy``; each part is completed on its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("diplomacy/russia, energy")
        self.setAccessibleName("Tags, parted by commas")
        self._offered: tuple[str, ...] = ()
        completer = TagCompleter((), self)
        completer.setWidget(self)
        completer.activated.connect(self._complete)
        self._completer = completer
        self.textEdited.connect(self._offer)

    def set_known_tags(self, paths: Iterable[str]) -> None:
        """Offer these paths."""
        offered = tuple(paths)
        if offered != self._offered:
            self._offered = offered
            self._completer.set_paths(offered)

    def tags(self) -> tuple[str, ...]:
        """The tags entered, each once."""
        parts = (part.strip().strip("/") for part in self.text().split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    def set_tags(self, paths: Iterable[str]) -> None:
        """Show these tags."""
        self.setText(", ".join(paths))

    def _current_part(self) -> tuple[int, str]:
        before = self.text()[: self.cursorPosition()]
        start = before.rfind(",") + 1
        return start, before[start:].strip()

    def _offer(self) -> None:
        _, part = self._current_part()
        popup = self._completer.popup()
        if not part and popup is not None:
            popup.hide()
            return
        self._completer.setCompletionPrefix(part)
        if self._completer.currentCompletion().casefold() != part.casefold():
            self._completer.complete()

    def _complete(self, path: str) -> None:
        start, _ = self._current_part()
        before, after = self.text()[:start], self.text()[self.cursorPosition() :]
        lead = f"{before} " if before else ""
        self.setText(f"{lead}{path}{after}")
        self.setCursorPosition(len(lead) + len(path))
        self.textEdited.emit(self.text())
