"""Which browsers may send to Cuttings: the state, a code for another one, those that are paired."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.resource_path import resource_path
from desktop_app.services.receiving.paired_browsers import PairedBrowser
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.browsers.browser_receiving import BrowserReceiving
from desktop_app.ui.widgets.held_dialog import HeldDialog

_BROWSER = Qt.ItemDataRole.UserRole
_TICK_MS = 500
_INTRODUCTION = (
    "A paired browser sends the page as you see it there: behind a login, built by scripts. "
    "Only browsers on this computer can, and only those that you paired."
)


class BrowsersDialog(HeldDialog):
    """Stays open beside the window while a browser is paired."""

    def __init__(
        self,
        receiving: BrowserReceiving,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Browsers")
        self._receiving, self._tasks, self._notifier = receiving, tasks, notifier
        self._make_parts()
        self._arrange()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_code)
        receiving.state_changed.connect(self._show_state)
        receiving.browser_paired.connect(self._on_paired)
        self._show_state()
        self._show_code()
        self._read()
        receiving.start()

    def reject(self) -> None:
        """A code that nobody sees any more is worth nothing."""
        self._receiving.serving.code.withdraw()
        super().reject()

    def _make_parts(self) -> None:
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.again_button = QPushButton("Try again", self)
        self.again_button.clicked.connect(self._receiving.start)
        self.code = QLabel(self)
        self.code.setObjectName("pairingCode")
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setProperty("role", "title")
        self.code_hint = QLabel(self)
        self.code_hint.setProperty("role", "hint")
        self.code_hint.setWordWrap(True)
        self.pair_button = QPushButton("Pair a browser", self)
        self.pair_button.clicked.connect(self._on_pair)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Paired browsers")
        self.list.itemSelectionChanged.connect(self._on_chosen)
        self.none = QLabel("No browser is paired yet.", self)
        self.none.setProperty("role", "hint")
        self.forget_button = QPushButton("Forget", self)
        self.forget_button.setToolTip("The chosen browser can't send any more")
        self.forget_button.clicked.connect(self._on_forget)
        self.extension_button = QPushButton("Where the extension is", self)
        self.extension_button.clicked.connect(self._on_extension)
        self.extension_button.setVisible(_extension_folder() is not None)
        self.bookmarklet_button = QPushButton("Without an extension…", self)
        self.bookmarklet_button.setToolTip("Opens the page with the bookmarklet in your browser")
        self.bookmarklet_button.clicked.connect(self._on_bookmarklet)
        for button in (self.again_button, self.forget_button, self.extension_button):
            button.setAutoDefault(False)
        self.bookmarklet_button.setAutoDefault(False)
        self.pair_button.setDefault(True)

    def _arrange(self) -> None:
        introduction = QLabel(_INTRODUCTION, self)
        introduction.setWordWrap(True)
        heading = QLabel("Paired browsers", self)
        heading.setProperty("role", "heading")
        state = QHBoxLayout()
        state.addWidget(self.state, 1)
        state.addWidget(self.again_button)
        code = QHBoxLayout()
        code.addWidget(self.pair_button)
        code.addSpacing(GRID)
        code.addWidget(self.code)
        code.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.forget_button)
        below.addStretch(1)
        below.addWidget(self.extension_button)
        below.addWidget(self.bookmarklet_button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(introduction)
        layout.addLayout(state)
        layout.addSpacing(GRID)
        layout.addLayout(code)
        layout.addWidget(self.code_hint)
        layout.addSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        layout.addSpacing(GRID)
        layout.addWidget(buttons)
        self.resize(72 * GRID, 60 * GRID)

    def _show_state(self) -> None:
        port, problem = self._receiving.serving.port, self._receiving.problem
        if port:
            text = f"Listening on 127.0.0.1, port {port}."
        elif problem is not None:
            text = str(problem)
        else:
            text = "Starting to listen…"
        self.state.setText(text)
        self.state.setProperty("role", "problem" if problem is not None and not port else "hint")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.again_button.setVisible(problem is not None and not port)
        self.pair_button.setEnabled(bool(port))
        self.bookmarklet_button.setEnabled(bool(port))

    def _on_pair(self) -> None:
        code = self._receiving.serving.code.renew()
        self.code.setText(f"{code[:3]} {code[3:]}")
        self.code.setAccessibleName(f"The code is {' '.join(code)}")
        self._tick.start()
        self._show_code()

    def _show_code(self) -> None:
        """The code while it can be used, and for how long; what to do with it."""
        left = self._receiving.serving.code.seconds_left
        if left:
            self.code_hint.setText(
                "Type this code into the extension, or into the page of the bookmarklet. "
                f"It can be used once, in the next {left // 60}:{left % 60:02} minutes."
            )
            return
        if self._tick.isActive():
            self._tick.stop()
            self.code_hint.setText("That code can't be used any more. Ask for another one.")
        else:
            self.code_hint.setText("Shows a code that you type into the browser, once.")
        self.code.clear()

    def _on_paired(self, name: str) -> None:
        self._tick.stop()
        self.code.clear()
        self.code_hint.setText(f"“{name}” is paired: it can send pages now.")
        self._read()

    def _read(self) -> None:
        self._tasks.read(self._receiving.serving.browsers.all, key="browsers").succeeded(self._show)

    def _show(self, browsers: list[PairedBrowser]) -> None:
        self.list.clear()
        for each in browsers:
            item = QListWidgetItem(f"{each.name}, paired {date_in_words(each.paired[:10])}")
            item.setData(_BROWSER, each.id)
            self.list.addItem(item)
        self.list.setVisible(bool(browsers))
        self.none.setVisible(not browsers)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.forget_button.setEnabled(bool(self.list.selectedItems()))

    def _on_forget(self) -> None:
        for item in self.list.selectedItems():
            forget = partial(self._receiving.serving.browsers.forget, str(item.data(_BROWSER)))
            task = self._tasks.write(forget, label="", changes=())
            task.succeeded(lambda _done: self._read())

    def _on_extension(self) -> None:
        folder = _extension_folder()
        if folder is not None:
            QDesktopServices.openUrl(folder)

    def _on_bookmarklet(self) -> None:
        port = self._receiving.serving.port
        QDesktopServices.openUrl(QUrl(f"http://127.0.0.1:{port}/v1/bookmarklet"))


def _extension_folder() -> QUrl | None:
    folder = resource_path("browser_extension")
    return QUrl.fromLocalFile(str(folder)) if folder.is_dir() else None
