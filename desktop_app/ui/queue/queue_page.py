"""The page of the queue: every address with its state and the reason, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QComboBox, QDialog, QMenu, QWidget

from desktop_app.core.counted import counted
from desktop_app.core.fetch_queue import Queued, QueueItem
from desktop_app.core.fetch_states import QueueState
from desktop_app.services.library import Library
from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.clipping.clipboard_data import carries_something
from desktop_app.ui.queue.add_addresses_dialog import AddAddressesDialog
from desktop_app.ui.queue.queue_model import QUEUE_WIDTHS, STATE_WORDS, queue_model
from desktop_app.ui.queue.queue_work import QueueStanding, QueueWork
from desktop_app.ui.widgets.question_dialog import QuestionDialog
from desktop_app.ui.widgets.row_table import RowTable
from desktop_app.ui.widgets.table_page import TablePage, add_buttons

#: So many rows are shown; those further down come up as the first are taken out.
MOST_ROWS = 5_000
_NOTHING = (
    "No addresses here.\nAdd a list, or drop one here:"
    " they are fetched one by one, politely, also after a restart."
)
_ROBOTS = (
    "These sites ask programs not to fetch these pages (robots.txt). A page that you yourself"
    " want to keep may be another matter: that is for you to decide, and to answer for."
)


class QueuePage(TablePage[QueueItem]):
    """Follows the work; acts on the rows that are chosen."""

    article_requested = Signal(int)
    page_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        work: QueueWork,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Queue", parent)
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._work = work
        self._paused = False
        self.setAcceptDrops(True)
        self._build()
        work.stood.connect(self._on_stood)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        """Read what came meanwhile."""
        super().showEvent(event)
        self._work.look()

    def _on_stood(self, standing: QueueStanding) -> None:
        self._paused = standing.paused
        self.pause_button.setText("&Go on" if standing.paused else "&Pause")
        self.words.setText(_standing_words(standing))
        self.filter.setItemText(0, f"All ({standing.total:,})")
        for number, (state, words) in enumerate(STATE_WORDS.items(), start=1):
            self.filter.setItemText(number, f"{words} ({standing.counts[state]:,})")
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        state = self.filter.currentData()
        states = [] if state is None else [QueueState(state)]
        task = self._tasks.read(
            lambda: self._library.queue.items(states, limit=MOST_ROWS), key="queue-rows"
        )
        task.succeeded(self._show)

    def _show(self, items: Sequence[QueueItem]) -> None:
        kept = {item.id for item in self.chosen}
        self.model.set_things(items)
        self.table.choose(row for row, item in enumerate(items) if item.id in kept)
        self.show_table(bool(items))

    def on_chosen(self) -> None:
        """Let the buttons follow what is chosen."""
        chosen = self.chosen
        ended = [item for item in chosen if not item.state.is_open]
        self.retry_button.setEnabled(any(item.state is not QueueState.FETCHING for item in chosen))
        self.cancel_button.setEnabled(len(ended) < len(chosen))
        self.remove_button.setEnabled(bool(ended))
        self.copy_button.setEnabled(bool(chosen))

    # What the user does

    def ask_addresses(self) -> None:
        """Ask for a text with addresses, and put them into the queue."""
        dialog = AddAddressesDialog(self._library, self._tasks, self)

        def take(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                self.add(dialog.addresses, dialog.tags)

        dialog.finished.connect(take)
        dialog.open()

    def add_from(self, mime: QMimeData) -> None:
        """Put the addresses in dropped text, links or files into the queue."""
        queue = self._library.queue
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        links = [url.toString() for url in mime.urls() if not url.isLocalFile()]
        text = "\n".join(links) or (mime.html() if mime.hasHtml() else mime.text())

        def found() -> list[str]:
            from_files = [each for path in paths for each in queue.addresses_in_file(path)]
            return from_files if paths else queue.addresses_in(text)

        self._tasks.read(found).succeeded(self._on_found)

    def _on_found(self, addresses: list[str]) -> None:
        if addresses:
            self.add(addresses)
        else:
            self._notifier.info("There is no web address in what was dropped.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text, links and files, but no articles of the list."""
        mime = event.mimeData()
        if carries_something(mime) and not mime.hasFormat(ARTICLE_IDS_TYPE):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Queue what was dropped."""
        event.acceptProposedAction()
        self.add_from(event.mimeData())

    def add(self, addresses: Sequence[str], tags: Sequence[str] = ()) -> None:
        """Put addresses into the queue."""
        if addresses:
            task = self._tasks.write(
                lambda: self._library.queue.add(addresses, tags=tags),
                label="Add to the queue",
                changes=(),
            )
            task.succeeded(self._on_added)

    def toggle_pause(self) -> None:
        """Begin nothing any more, or go on."""
        wanted = not self._paused
        self._change(lambda: self._library.queue.set_paused(wanted))

    def retry_chosen(self) -> None:
        """Fetch the chosen ones again; asks first where a site's robots.txt speaks against it."""
        chosen = self.chosen
        forbidden = [item.id for item in chosen if item.kind == "robots"]
        others = [item.id for item in chosen if item.kind != "robots"]
        if others:
            self._change(lambda: self._library.queue.retry(others))
        if forbidden:
            dialog = QuestionDialog("Ignore robots.txt?", _ROBOTS, "Fetch them anyway", self)
            dialog.column.addWidget(dialog.buttons)
            dialog.accepted.connect(lambda: self.ignore_robots(forbidden))
            dialog.open()

    def ignore_robots(self, ids: Sequence[int]) -> None:
        """Fetch these although their sites' robots.txt speaks against it."""
        self._change(lambda: self._library.queue.retry(ids, ignore_robots=True))

    def keep_anything(self) -> None:
        """Fetch the chosen ones again, and keep what comes even if it is no article."""
        ids = [item.id for item in self.chosen]
        self._change(lambda: self._library.queue.retry(ids, take_anything=True))

    def cancel_chosen(self) -> None:
        """Don't fetch the chosen ones."""
        ids = [item.id for item in self.chosen]
        self._change(lambda: self._library.queue.cancel(ids))

    def delete_chosen(self) -> None:
        """Take the chosen ones that ended out of the list."""
        ids = [item.id for item in self.chosen]
        self._change(lambda: self._library.queue.remove(ids))

    def copy_reasons(self) -> None:
        """Put addresses, states and reasons of the chosen ones on the clipboard, one a line."""
        chosen = self.chosen
        QGuiApplication.clipboard().setText("\n".join(item.line for item in chosen))
        self._notifier.info(f"Copied {counted(len(chosen), 'line')}.")

    def _change(self, act: Callable[[], object]) -> None:
        task = self._tasks.write(act, label="Change the queue", changes=())
        task.succeeded(lambda _done: self._work.look())

    def _on_added(self, queued: Sequence[Queued]) -> None:
        known = sum(each.item.state is QueueState.KNOWN for each in queued)
        before = sum(not each.is_new for each in queued)
        told = [f"Added {counted(len(queued) - before, 'address', 'addresses')} to the queue"]
        if known:
            told.append(f"{known:,} saved before")
        if before:
            told.append(f"{before:,} in it already")
        self._notifier.info(f"{'; '.join(told)}.")
        self._work.look()

    def open_chosen(self) -> None:
        """Show the article of the first chosen row that has one."""
        found = [item.article_id for item in self.chosen if item.article_id is not None]
        if found:
            self.article_requested.emit(found[0])

    def _browse(self) -> None:
        for item in self.chosen:
            self.page_requested.emit(item.url)

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the chosen rows."""
        opening = menu.addAction("Open the article", self.open_chosen)
        opening.setEnabled(any(item.article_id is not None for item in self.chosen))
        browsing = menu.addAction("Open as my browser would", self._browse)
        browsing.setEnabled(len(self.chosen) == 1)
        menu.addSeparator()
        buttons = (self.retry_button, self.cancel_button, self.remove_button, self.copy_button)
        add_buttons(menu, buttons)
        anyway = menu.addAction("Try again, keeping what comes", self.keep_anything)
        anyway.setEnabled(self.retry_button.isEnabled())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the reasons; other keys do what they do on such pages."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_reasons()
        else:
            super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        self.model = queue_model(self)
        self.table = RowTable("Addresses", self.model, QUEUE_WIDTHS, self)
        self.nothing.setText(_NOTHING)
        self._make_buttons()
        self.lay_out(
            (
                self.filter,
                self.add_button,
                self.pause_button,
                self.retry_button,
                self.cancel_button,
                self.remove_button,
                self.copy_button,
            )
        )

    def _make_buttons(self) -> None:
        self.filter = QComboBox(self)
        self.filter.setAccessibleName("Which addresses")
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.addItem("All", None)
        for state, words in STATE_WORDS.items():
            self.filter.addItem(words, str(state))
        self.filter.currentIndexChanged.connect(lambda _index: self._read())
        self.add_button = self.button("&Add addresses…", self.ask_addresses)
        self.pause_button = self.button("&Pause", self.toggle_pause)
        self.retry_button = self.button("&Try again", self.retry_chosen)
        self.cancel_button = self.button("&Cancel", self.cancel_chosen)
        self.remove_button = self.button("&Remove from the list", self.delete_chosen)
        self.copy_button = self.button("C&opy reasons", self.copy_reasons)


def _standing_words(standing: QueueStanding) -> str:
    if not standing.total:
        return ""
    counts = standing.counts
    of_all = counted(standing.total, "address", "addresses")
    told = [
        f"{standing.total - standing.open:,} of {of_all} done",
        f"{counts[QueueState.SAVED] + counts[QueueState.KNOWN]:,} saved",
        f"{counts[QueueState.FAILED]:,} failed",
    ]
    if standing.paused:
        told.append("paused")
    return f"{', '.join(told)}."
