"""The button that leads to the queue of “Same person?”, with how many pairs wait there."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import Changed, TaskRunner


class SuggestionButton(QPushButton):
    """Counts while it is in view; hidden where nothing waits."""

    def __init__(self, library: Library, tasks: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self.setProperty("flat", True)
        self.setToolTip("Names that may be one person's")
        self.hide()
        tasks.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Count again."""
        read = self._library.people.count_suggestions
        self._tasks.read(read, key=f"suggestions {id(self)}").succeeded(self._show)

    def _show(self, count: int) -> None:
        self.setText(f"Same person?  {count:,}")
        self.setAccessibleName(f"Same person? {count:,} pairs wait")
        self.setVisible(count > 0)

    def _on_changed(self, changed: Changed) -> None:
        parent = self.parentWidget()
        if changed.kinds & {"people", "articles"} and parent is not None and parent.isVisible():
            self.refresh()
