"""An article that was looked at for a moment counts as read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop_app.core.article import Article
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner

_AFTER_MS = 1_500


class SeenArticle(QObject):
    """Marks what ``shown`` gives as read, some time after ``look``."""

    def __init__(
        self,
        shown: Callable[[], Article | None],
        library: Library,
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shown, self._library, self._tasks = shown, library, tasks
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._mark_read)

    def look(self, article: Article | None) -> None:
        """Say that this article came into view, None where none is."""
        self._soon.stop()
        if article is not None and article.unread and not article.deleted:
            self._soon.start()

    def _mark_read(self) -> None:
        article = self._shown()
        if article is not None and article.unread:
            self._tasks.write(
                lambda: self._library.note_seen(article.id),
                label="Mark read",
                changes=("articles",),
                ids=(article.id,),
            )
