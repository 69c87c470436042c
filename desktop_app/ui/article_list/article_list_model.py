"""The list's model: it holds the ids of what a search found, and fetches rows as they are seen."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from desktop_app.core.arrangement import ArticleGroup, Grouping
from desktop_app.core.article_row import ArticleRow
from desktop_app.core.counted import counted
from desktop_app.core.query import Words
from desktop_app.services.library import Library
from desktop_app.ui.article_list.copy_folds import CopyFolds
from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE, dragged
from desktop_app.ui.base.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop_app.core.word_matches import FoundText, WordMatcher

_BATCH = 64
#: More rows than this aren't on the screen at once.
_LOOKED_INTO = 40
_KEPT_ROWS = 4_096
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class ArticleRole(IntEnum):
    """What the list's delegate asks a row for."""

    ID = Qt.ItemDataRole.UserRole
    ROW = Qt.ItemDataRole.UserRole + 1
    FOUND = Qt.ItemDataRole.UserRole + 2
    MATCHER = Qt.ItemDataRole.UserRole + 3
    HEADING = Qt.ItemDataRole.UserRole + 4
    COPIES = Qt.ItemDataRole.UserRole + 5


class ArticleListModel(QAbstractListModel):
    """Ids in order; an ArticleRow for each that is looked at, None until it has come."""

    def __init__(self, library: Library, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self._ids: tuple[int, ...] = ()
        self._rows: OrderedDict[int, ArticleRow] = OrderedDict()
        self._stale: set[int] = set()
        self._asked: set[int] = set()
        self._wanted: set[int] = set()
        self._groups: tuple[ArticleGroup, ...] = ()
        self._starts: list[int] = []
        self.grouping = Grouping.NONE
        self.folds = CopyFolds()
        self._words: tuple[Words, ...] = ()
        self._matcher: WordMatcher | None = None
        self._found: OrderedDict[int, FoundText | None] = OrderedDict()
        self._to_look_into: dict[int, int] = {}
        self._values: dict[int, Callable[[int], object]] = {
            ArticleRole.ID: self._id,
            ArticleRole.ROW: self._row,
            ArticleRole.FOUND: self._found_in,
            ArticleRole.MATCHER: lambda _number: self._matcher,
            ArticleRole.HEADING: self._heading,
            ArticleRole.COPIES: lambda number: self.folds.mark(self._ids[number]),
            Qt.ItemDataRole.DisplayRole: self._spoken,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }
        self._generation = 0
        self._fetch_soon = QTimer(self)
        self._fetch_soon.setSingleShot(True)
        self._fetch_soon.setInterval(0)
        self._fetch_soon.timeout.connect(self._fetch_wanted)
        self._fetch_soon.timeout.connect(self._fetch_found)

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids, in the list's order."""
        return self._ids

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other articles; rows already fetched are kept."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._generation += 1
        self._asked.clear()
        self._wanted.clear()
        self.endResetModel()

    def set_words(self, words: Sequence[Words]) -> None:
        """Tell where these words stand in each text that is looked at."""
        if tuple(words) != self._words:
            self._words = tuple(words)
            self._found.clear()
            self._to_look_into.clear()
            self._matcher = _matcher(self._words)

    def set_groups(self, groups: Sequence[ArticleGroup], grouping: Grouping) -> None:
        """Put headings above the first articles of these groups, which come in the list's order."""
        self._groups, self.grouping = tuple(groups), grouping
        self._starts = [group.start for group in self._groups]

    def group_of(self, row: int) -> ArticleGroup | None:
        """The group that a row stands in; None where the list has none."""
        place = bisect_right(self._starts, row) - 1
        return self._groups[place] if place >= 0 else None

    def group_beside(self, row: int, by: int) -> ArticleGroup | None:
        """The group so many after, or before, the one that a row stands in."""
        place = bisect_right(self._starts, row) - 1 + by
        return self._groups[place] if 0 <= place < len(self._groups) else None

    def row_of(self, article_id: int) -> int | None:
        """Where an article stands, None if it isn't in the list."""
        try:
            return self._ids.index(article_id)
        except ValueError:
            return None

    def forget_rows(self, ids: Iterable[int] = ()) -> None:
        """Fetch these rows again when they are next seen; without ids, all of them.

        Until then they are shown as they were.
        """
        self._generation += 1
        self._asked.clear()
        self._stale.update(tuple(ids) or self._rows)
        for article_id in tuple(ids) or tuple(self._found):
            self._found.pop(article_id, None)
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def put_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Keep rows that were fetched together with the ids."""
        for row in rows:
            self._rows[row.id] = row
            self._stale.discard(row.id)
            self._rows.move_to_end(row.id)
        while len(self._rows) > _KEPT_ROWS:
            self._rows.popitem(last=False)

    # What Qt asks

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many articles the list has."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The id, the row, or the words a screen reader speaks."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        give = self._values.get(role)
        return None if give is None else give(index.row())

    def _id(self, number: int) -> int:
        return self._ids[number]

    def _row(self, number: int) -> ArticleRow | None:
        article_id = self._ids[number]
        row = self._rows.get(article_id)
        if row is None or article_id in self._stale:
            self._want(number)
        return row

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be chosen and dragged."""
        return _ROW_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """Dragged articles travel as their ids."""
        return [ARTICLE_IDS_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged articles' ids, in the list's order."""
        return dragged(self._ids[row] for row in sorted({index.row() for index in indexes}))

    # Fetching

    def _want(self, row: int) -> None:
        batch = row // _BATCH
        if batch not in self._asked:
            self._asked.add(batch)
            self._wanted.add(batch)
            self._fetch_soon.start()

    def _fetch_wanted(self) -> None:
        for batch in sorted(self._wanted):
            ids = self._ids[batch * _BATCH : (batch + 1) * _BATCH]
            missing = tuple(
                article_id
                for article_id in ids
                if article_id not in self._rows or article_id in self._stale
            )
            self._fetch(batch, missing, self._generation)
        self._wanted.clear()

    def _fetch(self, batch: int, ids: tuple[int, ...], generation: int) -> None:
        def arrived(rows: list[ArticleRow]) -> None:
            self.put_rows(rows)
            if generation == self._generation:
                last = min((batch + 1) * _BATCH, len(self._ids)) - 1
                self.dataChanged.emit(self.index(batch * _BATCH), self.index(last))

        self._tasks.read(lambda: self._library.rows(ids)).succeeded(arrived)

    def _spoken(self, number: int) -> str:
        spoken = spoken_row(self._row(number))
        mark = self.folds.mark(self._ids[number])
        if mark is None:
            return spoken
        state = "open" if mark.is_open else "closed"
        return f"{spoken}, {'copy' if mark.is_below else f'{mark.articles:,} copies, {state}'}"

    def _heading(self, number: int) -> ArticleGroup | None:
        group = self.group_of(number)
        return group if group is not None and group.start == number else None

    def _found_in(self, row: int) -> FoundText | None:
        article_id = self._ids[row]
        if self._matcher is not None and article_id not in self._found:
            self._to_look_into[article_id] = row
            self._fetch_soon.start()
        return self._found.get(article_id)

    def _fetch_found(self) -> None:
        """Look into the texts that were painted last; what was scrolled past is left."""
        wanted = dict(list(self._to_look_into.items())[-_LOOKED_INTO:])
        self._to_look_into.clear()
        if not wanted:
            return
        ids, words = tuple(wanted), self._words

        def arrived(found: dict[int, FoundText]) -> None:
            if words != self._words:
                return
            for article_id, row in wanted.items():
                self._found[article_id] = found.get(article_id)
                self.dataChanged.emit(self.index(row), self.index(row))
            while len(self._found) > _KEPT_ROWS:
                self._found.popitem(last=False)

        task = self._tasks.read(
            lambda: self._library.found_texts(ids, words), key="found-texts", can_wait=True
        )
        task.succeeded(arrived)


def _matcher(words: Sequence[Words]) -> WordMatcher | None:
    if not words:
        return None
    # Imported here: the first list has nothing that was searched for.
    from desktop_app.core.word_matches import WordMatcher  # noqa: PLC0415

    matcher = WordMatcher(words)
    return None if matcher.is_empty else matcher


def spoken_row(row: ArticleRow | None) -> str:
    """A row in words, for a screen reader."""
    if row is None:
        return "Loading"
    marks = ["Unread"] if row.unread else []
    marks += ["Starred"] if row.starred else []
    parts = [*marks, row.title, row.publisher, row.published, counted(row.words, "word")]
    if row.versions > 1:
        parts.append(f"{row.versions:,} versions")
    if row.watched:
        parts.append(f"watched {row.watched}")
    return ", ".join(part for part in parts if part)
