"""Keeps a text of a dossier while it is written: a sudden end costs a second of it at most."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop_app.core.dossier import DossierEntry
from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop_app.services.articles.writing_text import WritingText

_EVERY_MS = 1_000


class KeptWhileWritten(QObject):
    """One text at a time."""

    def __init__(
        self, library: Library, tasks: TaskRunner, notifier: Notifier, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._dossiers = library.dossiers
        self._tasks, self._notifier = tasks, notifier
        self._writing: WritingText | None = None
        self._entry: DossierEntry | None = None
        self._words = ""
        self._is_under_way = False
        self._soon = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._soon.timeout.connect(self.keep_now)

    def typed(self, dossier_id: int, entry: DossierEntry, words: str, before: int | None) -> None:
        """Keep this within a second; ``before`` which entry a new one comes."""
        if self._entry is not entry:
            self.keep_now()
            self._end()
            if words == entry.markdown:
                return
            self._writing = self._dossiers.writing(dossier_id, entry, before)
            self._entry = entry
        self._words = words
        if not self._soon.isActive():
            self._soon.start()

    def keep_now(self) -> None:
        """Keep what was written by now; what can't be kept is told at the end."""
        self._soon.stop()
        if self._writing is None or not self._words.strip():
            return
        # Behind a long import one waits, not hundreds.
        if self._is_under_way:
            self._soon.start()
            return
        self._is_under_way = True
        keep = partial(self._writing.keep, self._words)
        task = self._tasks.write(keep, label="", changes=()).failed(lambda _failure: None)
        task.ended.connect(self._on_ended)

    def finish(self, dossier_id: int, entry: DossierEntry, words: str, before: int | None) -> Task:
        """Keep the whole; the task gives a new entry's id. What can't be kept can be pasted."""
        known = self._end() if self._entry is entry else None
        writing = known or self._dossiers.writing(dossier_id, entry, before)
        keep = partial(writing.keep, words)
        task = self._tasks.write(keep, label="Dossier", changes=("dossiers",))
        return task.failed(lambda failure: self._on_failed(failure, words))

    def leave_out(self) -> None:
        """Let the text be as it was before it was written."""
        words = self._words
        if (writing := self._end()) is None:
            return
        leave_out = partial(writing.leave_out, words)
        task = self._tasks.write(leave_out, label="", changes=("dossiers",))
        task.failed(lambda failure: self._on_failed(failure, words))

    def _end(self) -> WritingText | None:
        writing, self._writing, self._entry, self._words = self._writing, None, None, ""
        self._soon.stop()
        return writing

    def _on_ended(self) -> None:
        self._is_under_way = False

    def _on_failed(self, failure: AppError, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        advice = f"{failure.next_step} What you wrote is on the clipboard.".strip()
        self._notifier.failure(AppError(failure.message, advice))
