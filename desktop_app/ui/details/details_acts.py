"""What the user changes in the details beside the text, written off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.core.article import Article
from desktop_app.services.base.field_values import FieldValue
from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_acts import ArticleActs
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.details.details_panel import DetailsPanel
from desktop_app.ui.people.mention_acts import MentionActs


class DetailsActs(QObject):
    """Writes what one panel tells; ``shown`` gives the article it shows."""

    def __init__(
        self,
        details: DetailsPanel,
        shown: Callable[[], Article | None],
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        acts: ArticleActs,
        mentions: MentionActs,
    ) -> None:
        super().__init__(details)
        self._shown = shown
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._acts, self._mentions = acts, mentions
        details.tags_added.connect(self._on_tags_added)
        details.tag_removed.connect(self._on_tag_removed)
        details.note_changed.connect(self._on_note_changed)
        details.fields_changed.connect(self._on_fields_changed)
        details.refused.connect(notifier.failure)
        details.restore_requested.connect(self._on_restore_requested)
        details.assignment_wanted.connect(self._on_assignment_wanted)

    def _on_fields_changed(self, article_id: int, changes: dict[str, FieldValue]) -> None:
        self._tasks.write(
            lambda: self._library.edit_fields(article_id, changes),
            label="Change a field",
            changes=("articles",),
            ids=(article_id,),
        )

    def _on_note_changed(self, article_id: int, note: str) -> None:
        self._tasks.write(
            lambda: self._library.set_note(article_id, note),
            label="Save the note",
            changes=("articles",),
            ids=(article_id,),
        )

    def _on_restore_requested(self, index: int) -> None:
        article = self._shown()
        if article is None:
            return
        task = self._tasks.write(
            lambda: self._library.restore_removed(article.id, index),
            label="Put back",
            changes=("articles", "people", "tags"),
            ids=(article.id,),
        )
        said = "Put the block back into the text."
        task.succeeded(lambda _result: self._notifier.info(said, undo=self._acts.undo))

    def _on_tags_added(self, paths: list[str]) -> None:
        article = self._shown()
        if article is not None:
            self._acts.add_tags([article.id], paths)

    def _on_tag_removed(self, path: str) -> None:
        article = self._shown()
        if article is not None:
            self._acts.remove_tags([article.id], [path])

    def _on_assignment_wanted(
        self, places: list[tuple[int, int]], person_id: int, said: str
    ) -> None:
        article = self._shown()
        if article is not None:
            self._mentions.assign(article.id, places, person_id, said)
