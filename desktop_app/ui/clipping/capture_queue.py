"""The list of clips in the sheet, where there are several, each with how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.clipping.clip_draft import ClipDraft, DraftState

_WORDS = {
    DraftState.WAITING: "waiting",
    DraftState.WORKING: "being read…",
    DraftState.READY: "ready",
    DraftState.FAILED: "needs you",
    DraftState.SAVED: "saved",
}
_Index = QModelIndex | QPersistentModelIndex


class CaptureQueueModel(QAbstractListModel):
    """Drafts in order; the name, and below it the state in a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafts: list[ClipDraft] = []

    def set_drafts(self, drafts: Sequence[ClipDraft]) -> None:
        """Show these drafts."""
        self.beginResetModel()
        self.drafts = list(drafts)
        self.endResetModel()

    def show_change(self, draft: ClipDraft) -> None:
        """Show one draft's new name or state."""
        if draft in self.drafts:
            index = self.index(self.drafts.index(draft))
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many clips wait."""
        return 0 if parent.isValid() else len(self.drafts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A clip's name and state."""
        if not 0 <= index.row() < len(self.drafts):
            return None
        draft = self.drafts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            name = draft.name if len(draft.name) <= 60 else f"{draft.name[:59]}…"
            return f"{name}\n{_WORDS[draft.state]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return draft.name
        if role == Qt.ItemDataRole.ForegroundRole:
            names = {DraftState.FAILED: "failure", DraftState.READY: "ink"}
            return theme().colour(names.get(draft.state, "soft"))
        return None


class CaptureQueue(QWidget):
    """The queue as a list beside the panes."""

    draft_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CaptureQueueModel(self)
        self.list = QListView(self)
        self.list.setObjectName("captureQueue")
        self.list.setAccessibleName("Clips in the queue")
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setUniformItemSizes(False)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        title = QLabel("Clips", self)
        title.setProperty("role", "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(title)
        layout.addWidget(self.list, 1)
        self.setFixedWidth(27 * GRID)

    def set_drafts(self, drafts: Sequence[ClipDraft]) -> None:
        """Show these drafts; the choice stays where it can."""
        chosen = self.model.drafts[row] if (row := self.list.currentIndex().row()) >= 0 else None
        blocked = self.list.selectionModel().blockSignals(True)
        self.model.set_drafts(drafts)
        self.list.selectionModel().blockSignals(blocked)
        if chosen in drafts:
            self.select(chosen)

    def select(self, draft: ClipDraft | None) -> None:
        """Mark the draft that is shown."""
        if draft in self.model.drafts:
            self.list.setCurrentIndex(self.model.index(self.model.drafts.index(draft)))

    def show_change(self, draft: ClipDraft) -> None:
        """Show one draft's new name or state."""
        self.model.show_change(draft)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.draft_chosen.emit(self.model.drafts[current.row()])
