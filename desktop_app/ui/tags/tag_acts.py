"""What can be done to tags as such; each act says what it changed, with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.counted import count_articles
from desktop_app.ui.article_list.article_acts import ArticleActs
from desktop_app.ui.late_parts import LateParts
from desktop_app.ui.tags.tag_colours import TagColours

if TYPE_CHECKING:
    from desktop_app.services.articles.tagging import TagMove

_CHANGES = ("articles", "tags")


class TagActs(QObject):
    """Runs acts on the writer's thread; ``renamed`` tells a tag's old and new path."""

    renamed = Signal(str, str)

    def __init__(self, late: LateParts, acts: ArticleActs, window: QWidget) -> None:
        super().__init__(window)
        self._late = late
        self._acts = acts
        self._window = window

    def ask_rename(self, path: str, known: Sequence[str]) -> None:
        """Ask for a tag's new name, with a preview; without a ``path`` the tag is asked for too."""
        dialog = self._late.rename_tag_dialog(path, known, self._window)
        dialog.rename_wanted.connect(self.rename)
        dialog.open()

    def ask_choice(self, ids: Sequence[int], known: Sequence[str], colours: TagColours) -> None:
        """Ask which tags to put on these articles, and which to take off."""
        dialog = self._late.tag_choice_dialog(ids, known, colours, self._window)
        dialog.tags_chosen.connect(
            lambda added, removed: self._acts.change_tags(ids, added, removed)
        )
        dialog.open()

    def rename(self, old: str, new: str) -> None:
        """Rename a tag everywhere, or merge it into one that is there."""
        self._change(lambda: self._late.library.tagging.rename(old, new), "Rename tag")

    def move(self, path: str, below: str) -> None:
        """Make a tag the child of another, or with an empty ``below`` one of the first level."""
        self._change(lambda: self._late.library.tagging.move(path, below), "Move tag")

    def set_colour(self, path: str, colour: str | None = None) -> None:
        """Give a tag a colour, or take its own away."""
        self._late.tasks.write(
            lambda: self._late.library.tagging.set_colour(path, colour),
            label="Colour tag",
            changes=("tags",),
        )

    def delete(self, path: str) -> None:
        """Take a tag, and every tag below it, off all articles."""
        task = self._late.tasks.write(
            lambda: self._late.library.tagging.delete(path), label="Delete tag", changes=_CHANGES
        )
        task.succeeded(
            lambda count: self._late.notifier.info(
                f"Took “{path}” off {count_articles(count)}.", undo=self._acts.undo
            )
        )

    def _change(self, call: Callable[[], TagMove], label: str) -> None:
        task = self._late.tasks.write(call, label=label, changes=(*_CHANGES, "searches"))
        task.succeeded(self._on_moved)

    def _on_moved(self, move: TagMove) -> None:
        self.renamed.emit(move.old, move.new)
        self._late.notifier.info(move.in_words(), undo=self._acts.undo)
