"""The middle pane: search field, timeline strip, and the list of what was found."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.arrangement import Arrangement, Grouping
from desktop_app.core.article_row import ArticleRow
from desktop_app.core.counted import count_articles, counted
from desktop_app.core.query import Words
from desktop_app.services.library import Library, SearchResult
from desktop_app.ui.article_list.article_list_model import ArticleListModel
from desktop_app.ui.article_list.article_list_view import ArticleListView
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.finding.search_aids import SearchAids
from desktop_app.ui.finding.search_field import SearchField
from desktop_app.ui.finding.search_history import SearchHistory
from desktop_app.ui.finding.search_text import with_date_range, within, without_date_range
from desktop_app.ui.timeline.timeline_panel import TimelinePanel
from desktop_app.ui.widgets.elided_label import ElidedLabel

_FIRST_ROWS = 40
#: Milliseconds after which, the window being there, searches are made quicker.
_PREPARED_AFTER_MS = 500
#: A key that was pressed while the window came up is answered before the rest of it is read.
_REST_AFTER_MS = 20
#: In a list narrower than this, in pixels, one word has to do.
_NARROW = 340
_SAVE, _SAVE_SHORT = "Save search", "Save"


class _Found(NamedTuple):
    query: str
    result: SearchResult
    rows: list[ArticleRow]
    arrangement: Arrangement
    is_whole: bool = True


class ListPane(QWidget):
    """Shows what a place in the library and the search field together find."""

    article_chosen = Signal(int)
    article_opened = Signal(int)
    words_changed = Signal(tuple)
    selection_changed = Signal(int)
    save_requested = Signal()
    query_in_force = Signal(str)
    listed = Signal()

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        history: SearchHistory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._tasks = tasks
        self._scope = ""
        self._place = ""
        self.arrangement = Arrangement(folds_copies=True)
        self._wanted: int | None = None
        self._has_list = self._shows_timeline = False
        self.words: tuple[Words, ...] = ()
        #: The query whose articles the list shows, and how.
        self.shown_query = ""
        self._shown_arrangement = self.arrangement
        self.search = SearchField(self, icon_later=True)
        self.timeline = TimelinePanel(library, tasks, self)
        self.model = ArticleListModel(library, tasks, self)
        self.view = ArticleListView(self.model, self)
        self.heading = ElidedLabel(self)
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.heading.setProperty("role", "large")
        self.count = QLabel(self)
        self.count.setProperty("role", "hint")
        self.save_button = QPushButton(_SAVE, self)
        self.save_button.setAccessibleName(_SAVE)
        self.save_button.setProperty("flat", "true")
        self.save_button.setToolTip("Keep this search in the library, under a name")
        self.save_button.hide()
        self.notes = QLabel(self)
        self.notes.setProperty("role", "hint")
        self.notes.setWordWrap(True)
        self.notes.hide()
        self.sort_button = self._sort_button()
        head = self._arrange()
        self.aids = SearchAids(self.search, head, history, library, tasks)
        self._connect()

    @property
    def query(self) -> str:
        """The query in force: the place in the library and the typed words."""
        return within(self._scope, self.search.text().strip())

    @property
    def scope(self) -> str:
        """The query of the place in the library."""
        return self._scope

    @property
    def typed(self) -> str:
        """What stands in the search field."""
        return self.search.text().strip()

    @property
    def in_trash(self) -> bool:
        """Whether the list shows deleted articles."""
        return "in:trash" in self.query

    def set_scope(self, scope: str, place: str) -> None:
        """Show another place of the library: its query, and its name for the heading."""
        self._scope, self._place = scope, place
        self.heading.setText(place)
        self.reload()

    def set_query(self, text: str) -> None:
        """Search for something within the place shown."""
        self.search.set_query(text)

    def narrow(self, term: str) -> None:
        """Search within what is shown for something more."""
        if term not in self.typed:
            self.set_query(f"{self.typed} {term}".strip())

    def show_article(self, article_id: int) -> None:
        """Put the cursor on an article, also once it is found by a search under way."""
        self._wanted = article_id
        if self._unfold(article_id):
            self.view.set_ids(self.model.folds.shown)
        if self.view.choose(article_id):
            self._wanted = None

    def has_article(self, article_id: int) -> bool:
        """Whether the list has an article, if only folded behind a copy of it."""
        return (
            self.model.row_of(article_id) is not None
            or self.model.folds.first_of(article_id) is not None
        )

    def _unfold(self, article_id: int | None) -> bool:
        """Open the row behind which an article is folded."""
        folds = self.model.folds
        if article_id is None or folds.first_of(article_id) is None:
            return False
        return folds.set_open(article_id, True)

    def fold_copies(self) -> None:
        """Give the copies of a story one row, or each its own."""
        turned = not self.arrangement.folds_copies
        self.arrange(replace(self.arrangement, folds_copies=turned))

    def toggle_copies(self) -> None:
        """Show the copies behind the current row below it, or fold them again."""
        mark = self.model.folds.mark(self.view.current_id or 0)
        self.view.open_copies(mark is not None and not mark.is_open)

    def _tell_count(self) -> None:
        """How many articles were found, those behind their copies too."""
        folds = self.model.folds
        rows = len(folds.shown_closed)
        articles = count_articles(rows + folds.folded)
        whole = f"{articles} in {counted(rows, 'row')}" if folds.folded else articles
        # In a narrow list, or where a search can be saved, the place's name needs the room.
        is_short = self.width() < _NARROW or self.save_button.isVisibleTo(self)
        self.count.setText(articles if is_short else whole)
        self.count.setToolTip(f"{whole}: copies of a story take one" if folds.folded else "")

    def reload(self) -> None:
        """Search again, and bring list, count and timeline up to date."""
        self._search()
        self._tell_query()

    def _tell_query(self) -> None:
        """Let timeline, facets and persons follow, which the list doesn't wait for."""
        if self._shows_timeline:
            self.timeline.set_query(self.query)
        self.query_in_force.emit(self.query)

    def show_timeline(self) -> None:
        """Fill the timeline, which the window's first list doesn't wait for."""
        self._shows_timeline = True
        self.timeline.set_query(self.query)
        QTimer.singleShot(_PREPARED_AFTER_MS, self, self._prepare_first_screens)

    def on_changed(self, changed: Changed) -> None:
        """Bring rows up to date that a write changed."""
        self.model.forget_rows(changed.ids)
        self.reload()
        self._prepare_first_screens()

    def arrange(self, arrangement: Arrangement) -> None:
        """Put the list in another order, or into other groups."""
        if arrangement != self.arrangement:
            self.arrangement = arrangement
            self._search()
            self._prepare_first_screens()

    def sort_by(self, sort: str) -> None:
        """Sort the list, with the first things first."""
        self.arrange(replace(self.arrangement, sort=sort, is_reversed=False))

    def reverse(self) -> None:
        """Turn the order round."""
        turned = not self.arrangement.is_reversed
        self.arrange(replace(self.arrangement, is_reversed=turned))

    def group_by(self, grouping: Grouping) -> None:
        """Put together what has the same day, month, outlet or person."""
        self.arrange(replace(self.arrangement, grouping=grouping))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the heading some room in a narrow list."""
        super().resizeEvent(event)
        self.save_button.setText(_SAVE if self.width() >= _NARROW else _SAVE_SHORT)
        if self._has_list:
            self._tell_count()

    def _search(self) -> None:
        query, arrangement = self.query, self.arrangement
        if not self._has_list:
            self._search_first(query, replace(arrangement, grouping=Grouping.NONE))
        else:
            # What is only brought up to date stays whole, and where it was scrolled to.
            is_other = (query, arrangement) != (self.shown_query, self._shown_arrangement)
            self._find(query, arrangement, first_screen=is_other)

    def _find(self, query: str, arrangement: Arrangement, *, first_screen: bool) -> None:
        """Find the list; where it is known sooner, and wanted, at first its first screen alone."""
        seen = min(self.view.rows_in_sight, _FIRST_ROWS)

        def find() -> _Found:
            first = None
            if first_screen:
                first = self._library.first_screen(query, arrangement, seen, _FIRST_ROWS)
            result = first or self._library.arranged(query, arrangement)
            rows = self._library.rows(result.ids[:_FIRST_ROWS])
            return _Found(query, result, rows, arrangement, is_whole=first is None)

        task = self._tasks.read(find, key="search", is_first=first_screen)
        task.succeeded(self._on_found)

    def _prepare_first_screens(self) -> None:
        """Let the next search show its first screen at once; no start waits for it."""
        if not self._shows_timeline:
            return
        arrangement, screens = self.arrangement, self._library.first_screens
        self._tasks.read(lambda: screens.prepare(arrangement), key="first-screens", can_wait=True)

    def _search_first(self, query: str, arrangement: Arrangement) -> None:
        """Read what the window's first list shows, and then the whole list."""

        def find() -> list[ArticleRow]:
            first = self._library.arranged(query, arrangement, _FIRST_ROWS)
            return self._library.rows(first.ids)

        self._tasks.read(find, key="search", is_first=True).succeeded(self._on_first_found)

    def _on_first_found(self, rows: list[ArticleRow]) -> None:
        self._has_list = True
        self.model.put_rows(rows)
        self.view.set_ids(tuple(row.id for row in rows))
        # Painted before anything is done that could wait for it, such as reading the whole list:
        # readers hold the interpreter's lock for some milliseconds, and take it again and again.
        self.view.viewport().repaint()
        QTimer.singleShot(_REST_AFTER_MS, self, self._search_rest)

    def _search_rest(self) -> None:
        self._show_icons()
        self._search()
        self.listed.emit()

    def _on_found(self, found: _Found) -> None:
        result, grouping = found.result, found.arrangement.grouping
        self.model.put_rows(found.rows)
        self.model.set_words(result.words)
        self.view.empty_text = self._empty_text()
        self.model.set_groups(result.groups, grouping)
        if found.is_whole:
            self.model.folds.put(result.ids, result.copies)
            # What is being read stays in the list.
            self._unfold(self.view.kept_id)
        else:
            self.model.folds.put_first(result.ids)
        self.view.set_ids(self.model.folds.shown, is_whole=found.is_whole)
        self.view.show_groups(result.groups, grouping)
        self._tell_count() if found.is_whole else self.count.setText("…")
        self.notes.setText(" ".join(result.notes))
        self.notes.setVisible(bool(result.notes))
        if self._wanted is not None and found.is_whole:
            self.show_article(self._wanted)
        self.shown_query, self.words = found.query, result.words
        self._shown_arrangement = found.arrangement
        # At once, before anybody else begins to work on what was found.
        self.view.viewport().repaint()
        self.words_changed.emit(self.words)
        if found.is_whole:
            self.aids.doubt(self._scope, self.typed, len(result.ids))
        else:
            self._find(found.query, found.arrangement, first_screen=False)

    def _empty_text(self) -> str:
        if self.typed:
            return "Nothing matches.\nTake a word away, or press Escape in the search field."
        if self._scope == "in:trash":
            return "The trash is empty."
        if self._scope:
            return "Nothing here yet."
        return "No articles yet.\nCopy one in your browser, then press Ctrl+V here."

    def _on_query_changed(self) -> None:
        self.save_button.setVisible(bool(self.typed))
        self._tell_query()

    def _on_narrowed(self, kind: str, first: str, last: str) -> None:
        self.set_query(with_date_range(self.typed, kind, first, last))

    def _on_widened(self, kind: str) -> None:
        self.set_query(without_date_range(self.typed, kind))

    def _on_left_downwards(self) -> None:
        self.view.setFocus()
        # Also while another window has the keyboard, when the focus hasn't come yet.
        self.view.choose_one()

    def _sort_button(self) -> QToolButton:
        button = QToolButton(self)  # its icon comes with the first list
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName("Order and groups of the list")
        button.setToolTip("Order and groups of the list")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _arrange(self) -> QVBoxLayout:
        """Put everything in its place; gives the column with the search field."""
        title = QHBoxLayout()
        title.setSpacing(GRID)
        title.addWidget(self.heading)
        title.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        title.addWidget(self.save_button)
        title.addWidget(self.sort_button)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        head.setSpacing(GRID)
        head.addLayout(title)
        head.addWidget(self.search)
        head.addWidget(self.notes)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.timeline)
        layout.addWidget(rule)
        layout.addWidget(self.view, 1)
        return head

    def _connect(self) -> None:
        # Each key searches at once, as a search is ended by the next one; the rest follows once
        # typing pauses.
        self.search.typed.connect(self._search)
        self.search.query_changed.connect(self._on_query_changed)
        self.aids.query_wanted.connect(self.set_query)
        self.save_button.clicked.connect(self.save_requested)
        self.search.left_downwards.connect(self._on_left_downwards)
        self.timeline.narrowed.connect(self._on_narrowed)
        self.timeline.widened.connect(self._on_widened)
        self.view.current_changed.connect(self.article_chosen)
        self.view.opened.connect(self.article_opened)
        self.view.selection_changed.connect(self.selection_changed)
        self._tasks.changed.connect(self.on_changed)
        theme().changed.connect(self._show_icons)

    def _show_icons(self) -> None:
        self.search.show_icon()
        self.sort_button.setIcon(theme().icon("sort"))
