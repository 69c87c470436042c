"""Articles found beside a dossier's entries, to be dragged to their place or added at the cursor.

What is searched for and what is chosen is here; what is put into the dossier is the page's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import count_articles
from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_list_model import ArticleListModel
from desktop_app.ui.article_list.article_list_view import ArticleListView
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, theme

_TYPED_MS = 120
_LONGEST_QUERY = 2_000
_KINDS = frozenset({"articles", "dossiers"})
_NOTHING = "Nothing is found."
_ALL_THERE = "All that is found is in the dossier already."
_WORDS = "Drag them to their place, or press Enter to add the chosen ones below the cursor."


class AddArticlesPane(QWidget):
    """``wanted`` gives articles to add, ``closed`` tells that the pane isn't wanted any more."""

    wanted = Signal(list)
    closed = Signal()

    def __init__(self, library: Library, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self._dossier_id = 0
        self._is_stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TYPED_MS)
        self._soon.timeout.connect(self.look)
        self._build()
        theme().changed.connect(self._colour)
        tasks.changed.connect(self._on_changed)

    def show_for(self, dossier_id: int) -> None:
        """Find articles for this dossier."""
        if dossier_id != self._dossier_id or self._is_stale:
            self._dossier_id = dossier_id
            self.look()

    def look(self) -> None:
        """Search for what is typed."""
        self._soon.stop()
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        task = self._tasks.read(self._finding(), key="dossier search")
        task.succeeded(self._on_found)

    def _finding(self) -> Callable[[], _Found]:
        """The search as it stands, the newest first, to be made off the window's thread."""
        library, query = self._library, self.search.text().strip()
        dossier_id = self._dossier_id if self.only_new.isChecked() else 0
        return lambda: _found(library, query, dossier_id)

    def add_chosen(self) -> None:
        """Have the chosen articles added."""
        if ids := self.view.selected_ids():
            self.wanted.emit(ids)

    def add_all(self) -> None:
        """Have everything added that was found, the oldest first."""
        if not self.model.ids:
            return
        self._tasks.read(self._finding()).succeeded(
            lambda found: self.wanted.emit(list(found.ids[::-1]))
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter in the field go into the list; Escape gives the room back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            into_list = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.search and key in into_list and self.model.ids:
                self.view.setFocus()
                if not self.view.currentIndex().isValid():
                    self.view.choose(self.model.ids[0])
                return True
        return super().eventFilter(watched, event)

    # What the parts tell

    def _on_found(self, found: _Found) -> None:
        self.view.empty_text = _ALL_THERE if found.left_out else _NOTHING
        self.view.set_ids(found.ids)
        count = len(found.ids)
        self.all_button.setText(f"Add all {count:,}" if count > 1 else "Add all")
        self._enable(self.all_button, count > 0)
        self.count.setText(count_articles(count))
        self._on_chosen()

    def _on_chosen(self, _count: int = 0) -> None:
        chosen = len(self.view.selected_ids())
        self.add_button.setText(f"Add {chosen:,}" if chosen > 1 else "Add")
        self._enable(self.add_button, chosen > 0)

    def _enable(self, button: QPushButton, is_enabled: bool) -> None:
        """A button that has nothing to do would pass the focus on to wherever Qt finds a place."""
        if button.hasFocus() and not is_enabled:
            self.search.setFocus()
        button.setEnabled(is_enabled)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & _KINDS:
            self.look()

    # Building

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search for articles to add")
        self.search.setAccessibleName("Search for articles to add")
        self.search.setMaxLength(_LONGEST_QUERY)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._soon.start())
        self.search.installEventFilter(self)
        self.close_button = QToolButton(self)
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip("Done")
        self.close_button.setAccessibleName("Close the search for articles")
        self.close_button.clicked.connect(lambda _checked: self.closed.emit())
        self.only_new = QCheckBox("Only what isn't in it", self)
        self.only_new.setToolTip("Find only articles that don't stand in this dossier yet")
        self.only_new.setChecked(True)
        self.only_new.toggled.connect(lambda _on: self.look())
        self.count = QLabel(self)
        self.count.setProperty("role", "hint")
        self.model = ArticleListModel(self._library, self._tasks, self)
        self.view = ArticleListView(self.model, self)
        self.view.setAccessibleName("Articles to add")
        self.view.setToolTip(_WORDS)
        self.view.empty_text = _NOTHING
        self.view.opened.connect(lambda _article_id: self.add_chosen())
        self.view.selection_changed.connect(self._on_chosen)
        self.view.installEventFilter(self)
        self.add_button = QPushButton("Add", self)
        self.add_button.clicked.connect(self.add_chosen)
        self.all_button = QPushButton("Add all", self)
        self.all_button.clicked.connect(self.add_all)
        self._arrange()
        self._colour()

    def _arrange(self) -> None:
        head, told, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.close_button)
        told.addWidget(self.only_new, 1)
        told.addWidget(self.count)
        foot.addWidget(self.add_button)
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID)
        for part in (head, told, foot):
            layout.addLayout(part)
        layout.addWidget(self.view, 1)

    def _colour(self) -> None:
        self.close_button.setIcon(theme().icon("close"))


class _Found(NamedTuple):
    """The articles that a search found, and how many of a dossier it left out."""

    ids: tuple[int, ...]
    left_out: int = 0


def _found(library: Library, query: str, dossier_id: int) -> _Found:
    """What a query finds, without what stands in a dossier."""
    ids = library.search(query).ids
    if not dossier_id:
        return _Found(ids)
    held = {entry.article_id for entry in library.dossiers.entries(dossier_id)}
    new = tuple(article_id for article_id in ids if article_id not in held)
    return _Found(new, len(ids) - len(new))
