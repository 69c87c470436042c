"""What can be done to articles in the list or the reader; each act says what it did, with undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.counted import count_articles
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import ALL_KINDS, TaskRunner

if TYPE_CHECKING:
    from desktop_app.services.base.field_values import FieldValue


class ArticleActs(QObject):
    """Runs acts on the writer's thread and offers to take them back."""

    def __init__(
        self, library: Library, tasks: TaskRunner, notifier: Notifier, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self._notifier = notifier

    def set_read(self, ids: Sequence[int], read: bool) -> None:
        """Mark articles read or unread."""
        label = f"Marking {count_articles(len(ids))} {'read' if read else 'unread'}"
        self._write(lambda: self._library.set_read(ids, read), label, ["articles"], ids)

    def set_starred(self, ids: Sequence[int], starred: bool) -> None:
        """Star articles, or take the star away."""
        label = f"{'Starring' if starred else 'Unstarring'} {count_articles(len(ids))}"
        self._write(lambda: self._library.set_starred(ids, starred), label, ["articles"], ids)

    def delete(self, ids: Sequence[int]) -> None:
        """Move articles to the trash."""
        counted = count_articles(len(ids))
        label, said = f"Moving {counted} to the trash", f"Moved {counted} to the trash."
        self._write(lambda: self._library.delete(ids), label, ALL_KINDS, (), said)

    def restore(self, ids: Sequence[int]) -> None:
        """Bring articles back from the trash."""
        counted = f"{count_articles(len(ids))} back from the trash"
        label, said = f"Bringing {counted}", f"Brought {counted}."
        self._write(lambda: self._library.restore(ids), label, ALL_KINDS, (), said)

    def add_tags(self, ids: Sequence[int], paths: Sequence[str]) -> None:
        """Tag articles."""
        said = f"Tagged {count_articles(len(ids))} “{', '.join(paths)}”."
        shown = said if len(ids) > 1 else ""
        self._write(
            lambda: self._library.tagging.add(ids, paths),
            _tagging(ids),
            ["articles", "tags"],
            ids,
            shown,
        )

    def edit_fields(self, ids: Sequence[int], changes: Mapping[str, FieldValue]) -> None:
        """Set fields of articles to the same values."""
        counted = count_articles(len(ids))
        self._write(
            lambda: self._library.edit_fields_of(ids, changes),
            f"Editing {counted}",
            ["articles"],
            ids,
            f"Edited {counted}.",
        )

    def change_tags(self, ids: Sequence[int], added: Sequence[str], removed: Sequence[str]) -> None:
        """Put tags on articles and take others off."""
        said = f"Changed the tags of {count_articles(len(ids))}."
        self._write(
            lambda: self._library.tagging.change(ids, added, removed),
            _tagging(ids),
            ["articles", "tags"],
            ids,
            said,
        )

    def remove_tags(self, ids: Sequence[int], paths: Sequence[str]) -> None:
        """Take tags off articles."""
        self._write(
            lambda: self._library.tagging.remove(ids, paths),
            _tagging(ids),
            ["articles", "tags"],
            ids,
        )

    def join_copies(self, ids: Sequence[int]) -> None:
        """Say that articles are copies of one story."""
        said = f"Joined {count_articles(len(ids))} as copies of one story."
        self._write(lambda: self._library.copies.join(ids), "Join", ["copies"], ids, said)

    def split_copies(self, ids: Sequence[int]) -> None:
        """Say that articles are no copies of others."""
        said = f"Took {count_articles(len(ids))} out of their copies."
        self._write(lambda: self._library.copies.split_all(ids), "Split", ["copies"], ids, said)

    def undo(self) -> None:
        """Take the last act back, and say which it was."""
        task = self._tasks.write(self._library.undo, label="Undoing", changes=ALL_KINDS)
        task.succeeded(lambda what: self._say(f"Undone: {what}." if what else "Nothing to undo."))

    def redo(self) -> None:
        """Do the last undone act again."""
        task = self._tasks.write(self._library.redo, label="Doing it again", changes=ALL_KINDS)
        task.succeeded(
            lambda what: self._say(f"Done again: {what}." if what else "Nothing to redo.")
        )

    def _say(self, text: str) -> None:
        self._notifier.info(text)

    def _write(
        self,
        call: Callable[[], object],
        label: str,
        changes: Iterable[str],
        ids: Sequence[int],
        said: str = "",
    ) -> Task:
        task = self._tasks.write(call, label=label, changes=changes, ids=ids)
        if said:
            task.succeeded(lambda _result: self._notifier.info(said, undo=self.undo))
        return task


def _tagging(ids: Sequence[int]) -> str:
    return f"Changing the tags of {count_articles(len(ids))}"
