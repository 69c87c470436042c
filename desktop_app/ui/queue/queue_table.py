"""The table of the queue's page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.ui.base.theme import GRID
from desktop_app.ui.queue.queue_model import QueueColumn, QueueModel

_WIDTHS = {QueueColumn.STATE: 18 * GRID, QueueColumn.NEXT_TRY: 17 * GRID}


class QueueTable(QTableView):
    """Whole rows are chosen, several at once."""

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("peopleTable")
        self.setAccessibleName("Addresses")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(4 * GRID)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in QueueColumn:
            if column in _WIDTHS:
                self.setColumnWidth(column, _WIDTHS[column])
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def choose(self, rows: Iterable[int]) -> None:
        """Choose these rows beside those that are chosen."""
        selection = self.selectionModel()
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        for row in rows:
            if not selection.isRowSelected(row):
                selection.select(self.model().index(row, 0), flags)
