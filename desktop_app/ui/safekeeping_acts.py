"""What keeps an archive safe and brings it out, from the window: export, backup, check, sample."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.ui.late_parts import LateParts
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.task_runner import ALL_KINDS


class SafekeepingActs(QObject):
    """Runs each off the window's thread and says how it went."""

    def __init__(self, parts: LateParts, pane: ListPane, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._library = parts.library
        self._tasks = parts.tasks
        self._notifier = parts.notifier
        self._pane = pane
        self._window = window

    def export_list(self) -> None:
        """Export everything that the list shows."""
        self.export(self._pane.query)

    def export(self, what: str | Sequence[int]) -> None:
        """Export what a query finds, or these articles."""
        self._parts.export_dialog(what, self._window).open()

    def ask_backup(self) -> None:
        """Ask where to, and copy the archive there."""
        path, _ = QFileDialog.getSaveFileName(
            self._window, "Back up the archive", "backup.cuttings", "Archives (*.cuttings)"
        )
        if path:
            self._tasks.fetch(
                lambda _context: self._library.backup(Path(path)), label="Backing up"
            ).succeeded(lambda _result: self._notifier.info(f"The archive is copied to “{path}”."))

    def check(self) -> None:
        """Verify the archive and say what was found."""
        self._notifier.info("Checking the archive…")
        task = self._tasks.fetch(lambda _context: self._verdict(), label="Checking the archive")
        task.succeeded(self._on_checked)

    def load_sample(self) -> None:
        """Add the sample articles."""
        task = self._tasks.write(
            self._library.load_sample, label="Loading the sample archive", changes=ALL_KINDS
        )
        task.succeeded(
            lambda added: self._notifier.info(
                f"Added {added} sample articles." if added else "The sample articles are there."
            )
        )

    def _verdict(self) -> tuple[bool, str]:
        report = self._library.check()
        problems = "\n".join(problem.message for problem in report.problems[:20])
        counted = f"{report.articles:,} articles and {report.snapshots:,} snapshots looked at."
        verdict = "All is well." if report.ok else f"Not all is well.\n{problems}"
        return report.ok, f"{verdict}\n{counted}"

    def _on_checked(self, verdict: tuple[bool, str]) -> None:
        fine, words = verdict
        if fine:
            self._notifier.info(words.replace("\n", " "))
        else:
            QMessageBox.warning(self._window, "Check the archive", words)
