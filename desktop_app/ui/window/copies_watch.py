"""Looks for copies of what came lately; offers it, once, for the texts of an older archive.

What was offered is remembered for each archive, as for names that were never compared.
File ▸ Look after the archive ▸ Find copies is always there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.core.counted import count_articles
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.window_state import WindowState

if TYPE_CHECKING:
    from desktop_app.services.copies.copies import CopiesFound

#: What is changed in one go is looked at in one go.
_AFTER_MS = 400
#: More texts than these are compared only when the user asks for it.
_MOST_UNASKED = 500


class CopiesWatch(QObject):
    """Keeps the copy groups up to date while a window is open; ``find`` compares what is left."""

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        state: WindowState,
        find: Callable[[], None],
    ) -> None:
        super().__init__(notifier)
        self._library, self._tasks = library, tasks
        self._notifier, self._state = notifier, state
        self._find = find
        self._is_under_way = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self.look)
        tasks.changed.connect(self._on_changed)

    def look(self) -> None:
        """See how many texts wait: compare a few now, offer to compare many."""
        task = self._tasks.read(self._library.copies.waiting, key="copies to find")
        task.succeeded(self._on_counted)

    def _on_changed(self, changed: Changed) -> None:
        if "articles" in changed.kinds:
            self._soon.start()

    def _on_counted(self, waiting: int) -> None:
        if waiting > _MOST_UNASKED:
            self._offer(waiting)
        elif waiting and not self._is_under_way:
            self._is_under_way = True
            task = self._tasks.fetch(
                lambda context: self._library.copies.find(cancelled=context.cancelled),
                label="Finding copies",
            )
            task.succeeded(self._on_found)
            task.failed(self._on_failed)

    def _on_found(self, found: CopiesFound) -> None:
        self._is_under_way = False
        if found.changed:
            self._tasks.changed.emit(Changed(frozenset({"copies"})))

    def _on_failed(self, _failure: object) -> None:
        # They wait on, and are looked at after the next change.
        self._is_under_way = False

    def _offer(self, waiting: int) -> None:
        if not self._state.is_news(f"copies-offered/{self._library.path.resolve()}", waiting):
            return
        self._notifier.offer(
            f"{count_articles(waiting)} were never compared for copies of the same story.",
            "Find copies",
            self._find,
        )
