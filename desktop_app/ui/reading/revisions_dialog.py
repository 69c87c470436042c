"""The states of an article's text: any two compared, an earlier one shown again.

Pages that came in the article's place and were refused stand among the later ones; one is used
after all where the user wants it.
"""

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

from desktop_app.core.article import RawCapture, Revision
from desktop_app.core.dates_in_words import moment_in_words
from desktop_app.core.refetch import RefusedPage
from desktop_app.core.text_changes import changes_in_words, word_changes
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.reading.change_steps import ChangeSteps
from desktop_app.ui.reading.changes_html import changes_html
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.widgets.held_dialog import HeldDialog

_KINDS = {
    "cleaned": "as clipped",
    "recleaned": "cleaned again",
    "edited": "edited",
    "fetched": "fetched again",
    "imported": "imported",
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
        self._refused: list[RefusedPage] = []
        self._clip: PreparedClip | None = None
        self.earlier = QComboBox(self)
        self.earlier.setAccessibleName("Earlier version")
        self.later = QComboBox(self)
        self.later.setAccessibleName("Later version")
        self.summary = QLabel("Reading the versions…", self)
        self.summary.setProperty("role", "hint")
        self.text = ReaderBrowser(self)
        self.steps = ChangeSteps(self.text, self)
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
        self.take_button.clicked.connect(self._take)
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
        told = QHBoxLayout()
        told.addWidget(self.summary, 1)
        told.addWidget(self.steps)
        layout.addLayout(told)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def _read(self) -> None:
        def read() -> tuple[list[Revision], list[RefusedPage], int]:
            shown = self._library.article(self._article_id).revision_id
            refused = self._library.versions.refused(self._article_id)
            return self._library.revisions(self._article_id), refused, shown

        task = self._tasks.read(read, key="read-revisions")
        task.succeeded(self._on_revisions)

    def _on_changed(self, changed: Changed) -> None:
        if "articles" in changed.kinds and self.isVisible():
            self._read()

    def _on_revisions(self, read: tuple[list[Revision], list[RefusedPage], int]) -> None:
        revisions, self._refused, self._shown = read
        self._revisions = revisions
        for box in (self.earlier, self.later):
            box.blockSignals(True)
            box.clear()
            for revision in revisions:
                kind = _KINDS.get(revision.kind, revision.kind)
                when = moment_in_words(revision.created)
                shown = " (shown)" if revision.id == self._shown else ""
                box.addItem(f"{revision.number}: {kind}, {when}{shown}")
        for page in self._refused:
            self.later.addItem(f"refused, {moment_in_words(page.captured)}: {_why(page)}")
        self.earlier.setCurrentIndex(max(len(revisions) - 2, 0))
        self.later.setCurrentIndex(len(revisions) - 1)
        for box in (self.earlier, self.later):
            box.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        if not self._revisions:
            return
        earlier = self._revisions[self.earlier.currentIndex()]
        self.restore_button.setEnabled(earlier.id != self._shown)
        self._clip = None
        page = self._refused_page()
        self.take_button.setText("Use it anyway" if page else "Show the later version")
        if page is not None:
            self.take_button.setEnabled(False)
            self._compare_refused(earlier, page)
            return
        later = self._revisions[self.later.currentIndex()]
        self.take_button.setEnabled(later.id not in (self._shown, earlier.id))

        self._tasks.read(
            lambda: _compared(earlier.markdown, later.markdown), key="compare-revisions"
        ).succeeded(self._on_compared)

    def _refused_page(self) -> RefusedPage | None:
        """The page that is chosen as the later one, where it is one that was refused."""
        place = self.later.currentIndex() - len(self._revisions)
        return self._refused[place] if 0 <= place < len(self._refused) else None

    def _compare_refused(self, earlier: Revision, page: RefusedPage) -> None:
        """Clean the page, as none of it is kept but its bytes, and show what it says."""
        self.summary.setText(f"{page.message} Reading it…")
        self.steps.show_pieces([])

        def on_cleaned(clip: PreparedClip) -> None:
            if self._refused_page() != page:
                return
            self._clip = clip
            self.take_button.setEnabled(True)
            self._tasks.read(
                lambda: _compared(earlier.markdown, clip.clean.markdown), key="compare-revisions"
            ).succeeded(lambda told: self._on_compared((told[0], f"{page.message} {told[1]}")))

        def clean(raw: RawCapture) -> None:
            self._tasks.clean(prepare_clip, raw, label="Cleaning the page").succeeded(on_cleaned)

        self._tasks.read(
            lambda: self._library.versions.refused_page(self._article_id, page.id),
            key="read-refused",
        ).succeeded(clean)

    def _on_compared(self, compared: tuple[list[str], str]) -> None:
        pieces, words = compared
        self.summary.setText(words)
        self.steps.show_pieces(pieces)

    def _take(self) -> None:
        clip = self._clip
        if clip is None:
            self._restore(self.later)
            return
        self._tasks.write(
            lambda: self._library.versions.use_refused(self._article_id, clip),
            label="Showing a refused page",
            changes=("articles", "people"),
            ids=(self._article_id,),
        ).succeeded(lambda _result: self.accept())

    def _restore(self, choice: QComboBox) -> None:
        revision = self._revisions[choice.currentIndex()]
        self._tasks.write(
            lambda: self._library.restore_revision(self._article_id, revision.id),
            label="Showing another version",
            changes=("articles", "people"),
            ids=(self._article_id,),
        ).succeeded(lambda _result: self.accept())


def _compared(earlier: str, later: str) -> tuple[list[str], str]:
    changes = word_changes(earlier, later)
    return changes_html(changes), changes_in_words(changes)


def _why(page: RefusedPage) -> str:
    return page.message if len(page.message) <= 60 else f"{page.message[:59].rstrip()}…"
