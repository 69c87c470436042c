"""The states of an article's text: any two compared, an earlier one shown again."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import Revision
from desktop_app.core.text_changes import changes_in_words, word_changes
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.reading.changes_html import changes_html
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.widgets.dates_in_words import moment_in_words
from desktop_app.ui.widgets.held_dialog import HeldDialog

_KINDS = {
    "cleaned": "as clipped",
    "recleaned": "cleaned again",
    "edited": "edited",
    "fetched": "fetched again",
    "restored": "gone back to",
}


class RevisionsDialog(HeldDialog):
    """Shows what changed between two revisions, and brings one back."""

    def __init__(
        self, library: Library, tasks: TaskRunner, article_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Versions of the text")
        self._library = library
        self._tasks = tasks
        self._article_id = article_id
        self._revisions: list[Revision] = []
        self.earlier = QComboBox(self)
        self.earlier.setAccessibleName("Earlier version")
        self.later = QComboBox(self)
        self.later.setAccessibleName("Later version")
        self.summary = QLabel("Reading the versions…", self)
        self.summary.setProperty("role", "hint")
        self.text = ReaderBrowser(self)
        self.restore_button = QPushButton("Go back to the earlier version", self)
        self.restore_button.setEnabled(False)
        self.restore_button.setAutoDefault(False)  # Return must not change the text
        self.take_button = QPushButton("Show the later version", self)
        self.take_button.setEnabled(False)
        self.take_button.setAutoDefault(False)
        self._shown = -1
        self._arrange()
        self.earlier.currentIndexChanged.connect(self._compare)
        self.later.currentIndexChanged.connect(self._compare)
        self.restore_button.clicked.connect(lambda: self._restore(self.earlier))
        self.take_button.clicked.connect(lambda: self._restore(self.later))
        self.resize(900, 640)
        tasks.changed.connect(self._on_changed)
        self._read()

    def _arrange(self) -> None:
        choice = QHBoxLayout()
        choice.addWidget(QLabel("From", self))
        choice.addWidget(self.earlier, 1)
        choice.addWidget(QLabel("to", self))
        choice.addWidget(self.later, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.restore_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.take_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(choice)
        layout.addWidget(self.summary)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def _read(self) -> None:
        def read() -> tuple[list[Revision], int]:
            shown = self._library.article(self._article_id).revision_id
            return self._library.revisions(self._article_id), shown

        task = self._tasks.read(read, key="read-revisions")
        task.succeeded(self._on_revisions)

    def _on_changed(self, changed: Changed) -> None:
        if "articles" in changed.kinds and self.isVisible():
            self._read()

    def _on_revisions(self, read: tuple[list[Revision], int]) -> None:
        revisions, self._shown = read
        self._revisions = revisions
        for box in (self.earlier, self.later):
            box.blockSignals(True)
            box.clear()
            for revision in revisions:
                kind = _KINDS.get(revision.kind, revision.kind)
                when = moment_in_words(revision.created)
                shown = " (shown)" if revision.id == self._shown else ""
                box.addItem(f"{revision.number}: {kind}, {when}{shown}")
        self.earlier.setCurrentIndex(max(len(revisions) - 2, 0))
        self.later.setCurrentIndex(len(revisions) - 1)
        for box in (self.earlier, self.later):
            box.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        if not self._revisions:
            return
        earlier = self._revisions[self.earlier.currentIndex()]
        later = self._revisions[self.later.currentIndex()]
        self.restore_button.setEnabled(earlier.id != self._shown)
        self.take_button.setEnabled(later.id not in (self._shown, earlier.id))

        def compare() -> tuple[list[str], str]:
            changes = word_changes(earlier.markdown, later.markdown)
            return changes_html(changes), changes_in_words(changes)

        self._tasks.read(compare, key="compare-revisions").succeeded(self._on_compared)

    def _on_compared(self, compared: tuple[list[str], str]) -> None:
        pieces, words = compared
        self.summary.setText(words)
        self.text.show_html("", pieces)

    def _restore(self, choice: QComboBox) -> None:
        revision = self._revisions[choice.currentIndex()]
        self._tasks.write(
            lambda: self._library.restore_revision(self._article_id, revision.id),
            label="Showing another version",
            changes=("articles", "people"),
            ids=(self._article_id,),
        ).succeeded(lambda _result: self.accept())
