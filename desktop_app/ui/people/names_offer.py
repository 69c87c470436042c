"""Offers once, in one line, to compare names that came into the archive before names were compared.

What was offered is remembered for each archive: only when more names wait is it offered again.
File ▸ Look after the archive ▸ Compare all names is always there.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.window_state import WindowState


class NamesOffer(QObject):
    """Asks whether to do ``compare``, where names wait for it."""

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        state: WindowState,
        compare: Callable[[], None],
    ) -> None:
        super().__init__(notifier)
        self._library, self._tasks = library, tasks
        self._notifier, self._state = notifier, state
        self._compare = compare

    def make(self) -> None:
        """Look how many names wait, and offer to compare them."""
        read = self._library.people.names_to_compare
        self._tasks.read(read, key="names to compare").succeeded(self._on_counted)

    def _on_counted(self, waiting: int) -> None:
        if not self._state.is_news(f"names-offered/{self._library.path.resolve()}", waiting):
            return
        names = "1 name was" if waiting == 1 else f"{waiting:,} names were"
        self._notifier.offer(
            f"{names} never compared with the others.",
            "Compare the names",
            self._compare,
        )
