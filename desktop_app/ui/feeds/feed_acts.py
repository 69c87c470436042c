"""What can be done to feeds and their items; each act says what it did, with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop_app.core.counted import counted
from desktop_app.ui.feeds.feed_work import FeedWork
from desktop_app.ui.late_parts import LateParts

if TYPE_CHECKING:
    from desktop_app.core.feeds import Feed, FeedCheck
    from desktop_app.services.feeds.look_at_feed import FeedLook

_FILES = "Lists of feeds (*.opml *.xml);;All files (*)"


class FeedActs(QObject):
    """Asks, and runs acts on the writer's thread; ``undo`` takes the last one back."""

    def __init__(
        self, late: LateParts, work: FeedWork, undo: Callable[[], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._late, self._work, self._undo, self._window = late, work, undo, window

    # Following

    def ask_follow(self) -> None:
        """Ask for the address of a feed, or of a page that names its feeds."""
        dialog = self._late.feed_dialog(None, self._window)
        dialog.follow_wanted.connect(self.follow)
        dialog.open()

    def ask_change(self, feed_id: int) -> None:
        """Ask how a feed is to be followed."""

        def show(feed: Feed) -> None:
            dialog = self._late.feed_dialog(feed, self._window)
            dialog.change_wanted.connect(self.change)
            dialog.open()

        self._late.tasks.read(lambda: self._late.library.feeds.get(feed_id)).succeeded(show)

    def follow(self, look: FeedLook, like: Feed) -> None:
        """Follow the feed that was looked at."""

        def say(check: FeedCheck) -> None:
            self._say(f"“{check.feed.name}” is followed. {check.message}")

        self._write(lambda: self._late.library.feeds.follow(look, like), say)

    def change(self, feed: Feed) -> None:
        """Follow a feed in another way."""
        self._write(
            lambda: self._late.library.feeds.change(feed),
            lambda _changed: self._say(f"Changed the feed “{feed.name}”."),
        )

    def remove(self, feed_id: int, name: str) -> None:
        """Follow a feed no more."""
        self._write(
            lambda: self._late.library.feeds.remove([feed_id]),
            lambda _count: self._say(f"“{name}” is followed no more. Its articles stay."),
        )

    def look_now(self, feed_id: int | None = None) -> None:
        """Look at one feed, or at all, whether their time has come or not."""
        if feed_id is not None:
            self._work.look_now([feed_id])
            return
        task = self._late.tasks.read(self._late.library.feeds.all)
        task.succeeded(lambda feeds: self._work.look_now([each.id for each in feeds]))

    def set_paused(self, paused: bool) -> None:
        """Look at no feed any more, or go on."""
        task = self._late.tasks.write(
            lambda: self._late.library.feeds.set_paused(paused),
            label="Feeds",
            changes=("feeds",),
        )
        said = "No feed is looked at until you let it." if paused else "Feeds are looked at again."
        task.succeeded(lambda _done: self._on_paused(said))

    def _on_paused(self, said: str) -> None:
        self._late.notifier.info(said)
        self._work.look_at_due()

    def fill_menu(self, menu: QMenu, feed_id: int, name: str) -> None:
        """What can be done to one feed."""
        menu.addAction("Change the feed…", lambda: self.ask_change(feed_id))
        menu.addAction("Look now", lambda: self.look_now(feed_id))
        menu.addSeparator()
        menu.addAction("Follow no more", lambda: self.remove(feed_id, name))

    # Deciding

    def clip(self, ids: Sequence[int]) -> None:
        """Put items into the queue of addresses."""

        def say(count: int) -> None:
            self._work.queued.emit()
            self._say(f"{counted(count, 'item')} went to the queue of addresses.")

        self._write(lambda: self._late.library.feeds.clip(ids), say)

    def dismiss(self, ids: Sequence[int]) -> None:
        """Take items out of the inbox."""
        self._write(
            lambda: self._late.library.feeds.dismiss(ids),
            lambda count: self._say(f"Dismissed {counted(count, 'item')}."),
        )

    def bring_back(self, ids: Sequence[int]) -> None:
        """Put items into the inbox again."""
        self._write(
            lambda: self._late.library.feeds.bring_back(ids),
            lambda count: self._say(f"Brought {counted(count, 'item')} back to the inbox."),
        )

    # Lists

    def ask_list(self) -> None:
        """Ask for an OPML file, and follow its feeds."""
        path, _ = QFileDialog.getOpenFileName(self._window, "A list of feeds", "", _FILES)
        if path:
            self.follow_list(Path(path))

    def follow_list(self, path: Path) -> None:
        """Follow the feeds of an OPML file, and look at them."""
        feeds = self._late.library.feeds

        def follow() -> tuple[int, int]:
            listed = feeds.read_opml(path)
            return feeds.follow_all(listed), len(listed)

        def say(told: tuple[int, int]) -> None:
            new, listed = told
            self._say(f"{counted(new, 'feed is', 'feeds are')} new of {listed:,} in the list.")
            self._work.look_at_due()

        self._write(follow, say)

    def ask_write_list(self) -> None:
        """Ask where to, and write all feeds as OPML."""
        path, _ = QFileDialog.getSaveFileName(
            self._window, "Save the list of feeds", "feeds.opml", _FILES
        )
        if path:
            self.write_list(Path(path))

    def write_list(self, path: Path) -> None:
        """Write all feeds as OPML."""
        task = self._late.tasks.read(lambda: self._late.library.feeds.write_opml(path))
        task.succeeded(lambda _done: self._late.notifier.info(f"Wrote the feeds to “{path}”."))

    def _write(self, call: Callable[[], object], told: Callable[..., None]) -> None:
        task = self._late.tasks.write(call, label="Feeds", changes=("feeds",))
        task.succeeded(told)

    def _say(self, said: str) -> None:
        self._late.notifier.info(said, undo=self._undo)
