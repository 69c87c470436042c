"""Fetches suggestions of tags for the article that is read, once the reader rests on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer

from desktop_app.core.article import Article
from desktop_app.core.tag_suggestion import TagSuggestion
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.tags.tag_editor import TagEditor

_REST_MS = 250


class TagSuggesting(QTimer):
    """Shows them beneath the tags; who goes on to another article doesn't wait for them."""

    def __init__(self, library: Library, tasks: TaskRunner, editor: TagEditor) -> None:
        super().__init__(editor)
        self.setSingleShot(True)
        self.setInterval(_REST_MS)
        self._library, self._tasks, self._editor = library, tasks, editor
        self._article_id = 0
        self.timeout.connect(self._fetch)

    def follow(self, article: Article) -> None:
        """An article is shown, another one or the same with other tags."""
        if article.id != self._article_id:
            self._editor.forget_typed()
            self._editor.show_suggestions(())
        self._article_id = article.id
        self.start()

    def _fetch(self) -> None:
        wanted = self._article_id

        def show(suggestions: Sequence[TagSuggestion]) -> None:
            if wanted == self._article_id:
                self._editor.show_suggestions(suggestions)

        task = self._tasks.read(
            lambda: self._library.tagging.suggestions(wanted), key="tag-suggestions"
        )
        # An article that was deleted meanwhile has none.
        task.succeeded(show).failed(lambda _failure: show(()))
