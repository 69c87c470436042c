"""Asks for a feed by the address of it or of a page, and how it is to be followed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app.core.errors import AppError, CaptureError
from desktop_app.core.feeds import Feed, OfferedFeed
from desktop_app.core.fetch_states import Interval
from desktop_app.core.item_matching import unanswerable
from desktop_app.services.library import Library
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.question_dialog import QuestionDialog

if TYPE_CHECKING:
    from desktop_app.services.feeds.look_at_feed import FeedLook

_WORDS = (
    "Give the address of a feed (RSS, Atom, JSON Feed), or of a page that names its feeds. What the"
    " feed brings waits in the inbox; an article is fetched when you clip it."
)
_CHANGE_WORDS = (
    "What is clipped from the feed gets its tags. Another filter judges again what waits."
)
_EVERY = {Interval.HOURLY: "Every hour", Interval.DAILY: "Every day", Interval.WEEKLY: "Every week"}
_HINT = "Words, person:Lavrov, -sport, title:… ; empty keeps everything"


class FeedDialog(QuestionDialog):
    """``follow_wanted`` gives what was looked at and how to follow it; ``change_wanted`` a feed."""

    follow_wanted = Signal(object, object)
    change_wanted = Signal(object)

    def __init__(
        self, library: Library, tasks: TaskRunner, feed: Feed | None, parent: QWidget | None = None
    ) -> None:
        is_new = feed is None
        title, act = ("Follow a feed", "Follow") if is_new else ("Change the feed", "Change")
        super().__init__(title, _WORDS if is_new else _CHANGE_WORDS, act, parent)
        self._library, self._tasks, self._feed = library, tasks, feed
        self._look: FeedLook | None = None
        self._task: Task | None = None
        self._build(feed or Feed(0, ""))
        self.resize(76 * GRID, self.sizeHint().height())
        self._enable()

    @property
    def like(self) -> Feed:
        """How the feed is to be followed, as the fields say."""
        tags = (tag.strip() for tag in self.tag_line.text().split(","))
        return replace(
            self._feed or Feed(0, ""),
            title=self.name.text().strip(),
            every=Interval(self.every.currentData()),
            query=self.query.text().strip(),
            tags=tuple(tag for tag in tags if tag),
            clips_itself=self.clips.isChecked(),
            ignores_robots=self.robots.isChecked(),
        )

    def look(self) -> None:
        """Look at the address."""
        address, ignore = self.address.text().strip(), self.robots.isChecked()
        if not address:
            return
        self._forget()
        self.told.setText("Looking…")
        feeds = self._library.feeds
        task = self._task = self._tasks.fetch(
            lambda context: feeds.look(address, ignore_robots=ignore, cancelled=context.cancelled),
            label="Looking for a feed",
        )
        task.succeeded(lambda look: self._on_looked(task, look))
        task.failed(lambda failure: self._on_failed(task, failure))

    def accept(self) -> None:
        """Tell the wish and close; Return in the address looks at it first."""
        if self._feed is not None:
            self.change_wanted.emit(self.like)
        elif self._look is None or self._look.read is None:
            self.look()
            return
        else:
            self.follow_wanted.emit(self._look, self.like)
        super().accept()

    def reject(self) -> None:
        """Close, and look no further."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _on_looked(self, task: Task, look: FeedLook) -> None:
        if task is not self._task:
            return
        self._look = look
        if look.read is not None:
            newest = look.read.items[0].title if look.read.items else "nothing yet"
            self.told.setText(f"“{look.read.title or look.url}”. Its newest item: {newest}")
        else:
            self._offer(look.offered)
        self._enable()

    def _offer(self, offered: tuple[OfferedFeed, ...]) -> None:
        self.offered.clear()
        for each in offered:
            name = f"{each.title} – {each.url}" if each.title else each.url
            self.offered.addItem(name, each.url)
        self.form.setRowVisible(self.offered, True)
        if len(offered) == 1:
            self._take_offered()
        else:
            self.told.setText("The page names several feeds: choose one.")
            self.offered.setFocus()

    def _take_offered(self) -> None:
        self.address.setText(self.offered.currentData())
        self.look()

    def _on_failed(self, task: Task, failure: AppError) -> None:
        if task is self._task:
            self.told.setText(str(failure))
            is_robots = isinstance(failure, CaptureError) and failure.kind == "robots"
            self.robots.setVisible(is_robots or self.robots.isChecked())

    def _forget(self) -> None:
        self._look = None
        self._enable()

    def _check_filter(self) -> None:
        bad = unanswerable(self.query.text())
        if bad:
            told = f"A feed's items can't be asked for “{bad[0]}”, which only articles have."
            self.filter_told.setText(told)
        self.form.setRowVisible(self.filter_told, bool(bad))
        self._enable()

    def _enable(self) -> None:
        has_feed = self._look is not None and self._look.read is not None
        is_ready = self._feed is not None or has_feed
        self.act_button.setEnabled(is_ready and not unanswerable(self.query.text()))

    def _build(self, feed: Feed) -> None:
        self.address = QLineEdit(feed.url, self)
        self.address.setAccessibleName("Address")
        self.address.setPlaceholderText("https://www.example.org/")
        self.address.textEdited.connect(lambda _text: self._forget())
        self.address.returnPressed.connect(self.look)
        self.look_button = QPushButton("&Look", self)
        self.look_button.setAutoDefault(False)
        self.look_button.clicked.connect(self.look)
        self.told = QLabel(self)
        self.told.setProperty("role", "hint")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(5 * GRID)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.offered = QComboBox(self)
        self.offered.setAccessibleName("Feeds that the page names")
        self.offered.setMinimumContentsLength(30)
        self.offered.activated.connect(lambda _index: self._take_offered())
        self.name = QLineEdit(feed.title, self)
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("As the feed calls itself")
        self.every = QComboBox(self)
        self.every.setAccessibleName("How often")
        for every, words in _EVERY.items():
            self.every.addItem(words, str(every))
        self.every.setCurrentIndex(list(_EVERY).index(feed.every))
        self.query = QLineEdit(feed.query, self)
        self.query.textChanged.connect(lambda _text: self._check_filter())
        self.query.setPlaceholderText(_HINT)
        self.query.setAccessibleName("Keep only")
        self.filter_told = QLabel(self)
        self.filter_told.setProperty("role", "hint")
        self.filter_told.setWordWrap(True)
        self.filter_told.setTextFormat(Qt.TextFormat.PlainText)
        self.tag_line = QLineEdit(", ".join(feed.tags), self)
        self.tag_line.setAccessibleName("Tags, parted by commas")
        self.tag_line.setPlaceholderText("For what is clipped from it, parted by commas")
        self.clips = QCheckBox("Clip later items without asking", self)
        self.clips.setChecked(feed.clips_itself)
        self.robots = QCheckBox("Look at it although the site's robots.txt asks not to", self)
        self.robots.setChecked(feed.ignores_robots)
        self.robots.setVisible(feed.ignores_robots)
        self._lay_out()
        clipboard = QGuiApplication.clipboard().text().strip()
        if self._feed is None and clipboard.startswith(("http://", "https://", "feed:")):
            self.address.setText(clipboard[:2_000].split()[0])

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.address, 1)
        row.addWidget(self.look_button)
        self.form = form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.addRow("Address", row)
        form.addRow("Its feeds", self.offered)
        form.addRow("", self.told)
        form.addRow("Name", self.name)
        form.addRow("Look", self.every)
        form.addRow("Keep only", self.query)
        form.addRow("", self.filter_told)
        form.addRow("Tags", self.tag_line)
        form.addRow("", self.clips)
        form.addRow("", self.robots)
        form.setRowVisible(self.offered, False)
        form.setRowVisible(self.filter_told, False)
        if self._feed is not None:
            form.setRowVisible(0, False)
            form.setRowVisible(self.told, False)
            self.name.setFocus()
        self.column.addLayout(form)
        self.column.addWidget(self.buttons)
