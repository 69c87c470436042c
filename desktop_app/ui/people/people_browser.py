"""Everybody named in the archive, with counts, searchable, read piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QWidget,
)

from desktop_app.core.article import Person
from desktop_app.services.library import Library
from desktop_app.ui.base.field_buttons import add_clearing, add_search_icon
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.page_head import nothing_label, page_layout, page_title
from desktop_app.ui.widgets.suggestion_button import SuggestionButton

_Index = QModelIndex | QPersistentModelIndex
_TYPING_PAUSE_MS = 80
#: How many persons are read at first, and how many times more when the end comes into view.
_FIRST, _GROWTH = 200, 3
_COLUMNS = ("Name", "Called", "Articles", "Mentions", "First", "Last")
_NUMBERS = (2, 3)
PERSON_ID = Qt.ItemDataRole.UserRole


class PeopleTableModel(QAbstractTableModel):
    """Persons in the order given; says when the end has come into view."""

    end_reached = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: list[Person] = []
        self.complete = True

    def set_people(self, people: Sequence[Person], *, complete: bool) -> None:
        """Show these persons; ``complete`` tells that there are no more."""
        known = len(self.people)
        if known and list(people[:known]) == self.people:
            self.beginInsertRows(QModelIndex(), known, len(people) - 1)
            self.people = list(people)
            self.endInsertRows()
        else:
            self.beginResetModel()
            self.people = list(people)
            self.endResetModel()
        self.complete = complete

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many persons were read."""
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """The columns' number."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether there are more to read."""
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: _Index) -> None:
        """Say that the end has come into view."""
        self.complete = True  # asked once; the answer says whether there is still more
        self.end_reached.emit()

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell."""
        if not 0 <= index.row() < len(self.people):
            return None
        person = self.people[index.row()]
        column = index.column()
        values: dict[int, Callable[[], object]] = {
            PERSON_ID: lambda: person.id,
            Qt.ItemDataRole.DisplayRole: lambda: _cell(person, column),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(column),
            Qt.ItemDataRole.ForegroundRole: lambda: theme().colour("soft") if column else None,
            Qt.ItemDataRole.ToolTipRole: lambda: ", ".join(person.aliases[:12]) or None,
        }
        return values[role]() if role in values else None


class PeopleBrowser(QWidget):
    """The table with its search field; Return or a double click opens a person's page."""

    person_requested = Signal(int)
    suggestions_wanted = Signal()

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("peopleBrowser")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._tasks = tasks
        self._limit = _FIRST
        self._stale = True
        self.people = PeopleTableModel(self)
        self.people.end_reached.connect(self._read_more)
        self._pause = QTimer(self, interval=_TYPING_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        self._build()
        tasks.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read from the beginning."""
        self._limit = _FIRST
        self._read()

    def _build(self) -> None:
        title = page_title("People", self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search by any spelling of a name")
        self.search.setAccessibleName("Search people")
        add_clearing(self.search)
        add_search_icon(self.search, theme().icon("search"))
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._open_first)
        self.search.setMinimumWidth(34 * GRID)
        head = QHBoxLayout()
        head.addWidget(title)
        self.suggestions = SuggestionButton(self._library, self._tasks, self)
        self.suggestions.clicked.connect(lambda _checked: self.suggestions_wanted.emit())
        head.addStretch()
        head.addWidget(self.suggestions)
        head.addWidget(self.search)
        self.nobody = nothing_label("", self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._table())
        self.pages.addWidget(self.nobody)
        layout = page_layout(self)
        layout.setSpacing(2 * GRID)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)

    def _table(self) -> QTableView:
        self.table = _PeopleTable(self)
        self.table.setModel(self.people)
        self.table.person_opened.connect(self.person_requested)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column, width in ((0, 220), (2, 80), (3, 80), (4, 100), (5, 100)):
            self.table.setColumnWidth(column, width)
        return self.table

    def _read(self) -> None:
        self._stale = False
        text, limit = self.search.text().strip(), self._limit
        call = partial(self._library.people.find, text=text, limit=limit)
        self._tasks.read(call, key="people browser").succeeded(self._show)

    def _read_more(self) -> None:
        self._limit *= _GROWTH
        self._read()

    def _show(self, people: Sequence[Person]) -> None:
        self.people.set_people(people, complete=len(people) < self._limit)
        typed = self.search.text().strip()
        self.nobody.setText(
            f"Nobody here is called “{typed}”."
            if typed
            else "Nobody is named yet. Clip an article, and whoever it names appears here."
        )
        self.pages.setCurrentIndex(0 if people else 1)

    def _open_first(self) -> None:
        if self.people.people:
            self.person_requested.emit(self.people.people[0].id)

    def _on_changed(self, changed: Changed) -> None:
        if not changed.kinds & {"people", "articles"}:
            return
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Read, where something changed meanwhile."""
        super().showEvent(event)
        self.suggestions.refresh()
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing while nobody looks."""
        super().hideEvent(event)
        self._pause.stop()


class _PeopleTable(QTableView):
    """Rows without a grid; Return opens."""

    person_opened = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("peopleTable")
        self.setAccessibleName("People")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(4 * GRID)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the person."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.person_opened.emit(index.data(PERSON_ID))


def _cell(person: Person, column: int) -> str:
    role = person.roles[-1] if person.roles else ""
    numbers = (f"{person.articles:,}", f"{person.mentions:,}")
    return (person.name, role, *numbers, person.first or "", person.last or "")[column]


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
