"""Rows of entries whose sections fold below their headings; what is folded moves as one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from desktop_app.core.dossier import DossierEntry, EntryKind
from desktop_app.ui.dossier.entry_model import EntryModel


class FoldingView(QTableView):
    """A table of one column, as rows whose height is known need not be asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self._hides = False

    def fold(self, is_folded: bool) -> None:
        """Fold the section at the cursor, or unfold it; folded once more, go to the one above."""
        row = self.currentIndex().row()
        if row < 0:
            return
        entries = self.entries.entries
        folded = self.entries.folded
        at = self._heading_of(row) if entries[row].kind is not EntryKind.HEADING else row
        if at is None:
            return
        if is_folded and at == row and entries[at].id not in folded:
            folded.add(entries[at].id)
        elif not is_folded and at == row:
            folded.discard(entries[at].id)
        elif is_folded:
            self.put_cursor(at)
        self.hide_folded()

    def fold_all(self) -> None:
        """Fold every section, or unfold all where one is folded."""
        headings = {each.id for each in self.entries.entries if each.kind is EntryKind.HEADING}
        is_folded = bool(self.entries.folded & headings)
        self.entries.folded = set() if is_folded else headings
        self.hide_folded()

    def step_row(self, by: int, rows: Sequence[int]) -> int:
        """Before which row these rows come one step further up or down, past what is folded.

        A folded section goes past whole sections.
        """
        entries = self.entries.entries
        first = entries[rows[0]]
        is_section = first.id in self.entries.folded
        if by < 0:
            row = rows[0] - 1
            while row > 0 and (
                self.isRowHidden(row) or (is_section and not _parts(entries[row], first))
            ):
                row -= 1
            return max(row, 0)
        behind = rows[-1] + 1
        if behind >= len(entries):
            return behind
        if is_section and entries[behind].level == first.level:
            return self.entries.section(behind).stop
        return self.entries.with_folded([behind])[-1] + 1

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last entry; a table's own stay in the row."""
        rows = range(self.entries.rowCount())
        if action is QTableView.CursorAction.MoveHome:
            row = next((each for each in rows if not self.isRowHidden(each)), 0)
        elif action is QTableView.CursorAction.MoveEnd:
            row = next((each for each in reversed(rows) if not self.isRowHidden(each)), 0)
        else:
            return super().moveCursor(action, modifiers)
        return self.entries.index(row, 0)

    def put_cursor(self, row: int) -> None:
        """Choose a row alone."""
        flag = QItemSelectionModel.SelectionFlag
        index = self.entries.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def hide_folded(self) -> None:
        """Hide what is folded, and show the rest; rows that are right already are left alone."""
        hidden = self.entries.hidden_rows() if self.entries.folded else set()
        if not hidden and not self._hides:
            return
        for row in range(self.entries.rowCount()):
            if self.isRowHidden(row) != (row in hidden):
                self.setRowHidden(row, row in hidden)
        self._hides = bool(hidden)
        self.viewport().update()

    def _heading_of(self, row: int) -> int | None:
        """The row of the heading below which a row stands."""
        for at in range(row - 1, -1, -1):
            if self.entries.entries[at].kind is EntryKind.HEADING:
                return at
        return None


def _parts(entry: DossierEntry, section: DossierEntry) -> bool:
    """Whether a section can stand before this entry without breaking another one of its level."""
    return entry.kind is EntryKind.HEADING and entry.level <= section.level
