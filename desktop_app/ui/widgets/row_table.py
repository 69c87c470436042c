"""A table of rows that are chosen as a whole, for pages that list what is under way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.ui.base.theme import GRID


class RowTable(QTableView):
    """Whole rows are chosen, several at once.

    ``widths`` gives the columns' widths in pixels; those left out share the room that is left.
    """

    def __init__(
        self, name: str, model: QAbstractTableModel, widths: Mapping[int, int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("peopleTable")
        self.setAccessibleName(name)
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
        for column in range(model.columnCount()):
            if column in widths:
                self.setColumnWidth(column, widths[column])
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def chosen_rows(self) -> list[int]:
        """The chosen rows, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose(self, rows: Iterable[int]) -> None:
        """Choose these rows beside those that are chosen."""
        selection = self.selectionModel()
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        for row in rows:
            if not selection.isRowSelected(row):
                selection.select(self.model().index(row, 0), flags)
