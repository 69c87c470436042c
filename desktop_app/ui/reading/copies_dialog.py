"""The copies of a story: what each outlet cut and added, and which is none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.copies import CopyGroup, GroupedCopy
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.text_changes import changes_in_words
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.reading.change_steps import ChangeSteps
from desktop_app.ui.reading.changes_html import changes_html
from desktop_app.ui.reading.reader_browser import ReaderBrowser

_SIZE = QSize(900, 640)


class CopiesDialog(QDialog):
    """Compares two copies word by word, and takes one out that is none."""

    def __init__(
        self, library: Library, tasks: TaskRunner, article_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Copies of the article")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._library = library
        self._tasks = tasks
        self._article_id = article_id
        self._copies: tuple[GroupedCopy, ...] = ()
        self.group = QLabel("Reading the copies…", self)
        self.group.setWordWrap(True)
        self.group.setMinimumWidth(50 * GRID)
        self.group.setAlignment(Qt.AlignmentFlag.AlignTop)
        #: What compares two of them; there only where there are two.
        self.comparison = QWidget(self)
        self.base = QComboBox(self)
        self.base.setAccessibleName("Text to compare with")
        self.copy = QComboBox(self)
        self.copy.setAccessibleName("Copy that is compared")
        self.summary = QLabel(self)
        self.summary.setProperty("role", "hint")
        self.text = ReaderBrowser(self)
        self.steps = ChangeSteps(self.text, self)
        self.split_button = QPushButton(self)
        self.split_button.setAutoDefault(False)  # Return must not part anything
        self.split_button.setEnabled(False)
        self._arrange()
        self.base.currentIndexChanged.connect(self._compare)
        self.copy.currentIndexChanged.connect(self._compare)
        self.split_button.clicked.connect(self._split)
        tasks.changed.connect(self._on_changed)
        self.resize(_SIZE)
        self._read()

    def _arrange(self) -> None:
        choice = QFormLayout()
        choice.addRow("Beside the text of", self.base)
        choice.addRow("what was cut and added by", self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.split_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.split_button.setText("Not a copy")
        self.split_button.setToolTip(
            "Take the second one out of the copies for good; undo brings it back"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        below = QVBoxLayout(self.comparison)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GRID)
        below.addLayout(choice)
        told = QHBoxLayout()
        told.addWidget(self.summary, 1)
        told.addWidget(self.steps)
        below.addLayout(told)
        below.addWidget(self.text, 1)
        layout.addWidget(self.group)
        layout.addWidget(self.comparison, 1)
        layout.addWidget(buttons)

    def _show_comparison(self, shown: bool) -> None:
        if shown is not self.comparison.isHidden():
            return
        self.comparison.setVisible(shown)
        self.split_button.setVisible(shown)
        self.resize(_SIZE if shown else self.minimumSizeHint())

    def _read(self) -> None:
        task = self._tasks.read(
            lambda: self._library.copies.group_of(self._article_id), key="read-copies"
        )
        task.succeeded(self._on_group)

    def _on_changed(self, changed: Changed) -> None:
        if {"articles", "copies"} & changed.kinds and self.isVisible():
            self._read()

    def _on_group(self, group: CopyGroup | None) -> None:
        self._copies = () if group is None else group.copies
        for box in (self.base, self.copy):
            box.blockSignals(True)
            box.clear()
            box.addItems([_in_words(each) for each in self._copies])
        if group is not None:
            self.group.setText(f"{group.in_words()}.")
            longest = max(self._copies, key=lambda each: each.words)
            here = next(each for each in self._copies if each.id == self._article_id)
            if here is longest:
                here = next(each for each in self._copies if each is not longest)
            self.base.setCurrentIndex(self._copies.index(longest))
            self.copy.setCurrentIndex(self._copies.index(here))
        else:
            self.group.setText(
                "This article has no copies. Choose several in the list to join them as copies."
            )
        for box in (self.base, self.copy):
            box.blockSignals(False)
        self.split_button.setEnabled(group is not None)
        self._show_comparison(group is not None)
        self._compare()

    def _compare(self) -> None:
        if not self._copies:
            return
        base = self._copies[self.base.currentIndex()].id
        copy = self._copies[self.copy.currentIndex()].id

        def compare() -> tuple[list[str], str]:
            changes = self._library.copies.compared(base, copy)
            return changes_html(changes), changes_in_words(changes)

        self._tasks.read(compare, key="compare-copies").succeeded(self._on_compared)

    def _on_compared(self, compared: tuple[list[str], str]) -> None:
        pieces, words = compared
        self.summary.setText(words)
        self.steps.show_pieces(pieces)

    def _split(self) -> None:
        copy = self._copies[self.copy.currentIndex()].id
        self._tasks.write(
            lambda: self._library.copies.split(copy),
            label="Take an article out of its copies",
            changes=("copies",),
        )


def _in_words(copy: GroupedCopy) -> str:
    when = date_in_words(copy.published) if copy.published else "no date"
    outlet = copy.publisher or copy.title or f"article {copy.id}"
    return f"{outlet}, {when}, {copy.words:,} words"
