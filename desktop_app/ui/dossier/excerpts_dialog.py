"""Asks which highlights stand for an article in a dossier, or whether it stands there whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QRadioButton, QWidget

from desktop_app.core.dossier import DossierEntry
from desktop_app.core.highlight import Highlight
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.reading.highlight_bar import dot_icon
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_ID = Qt.ItemDataRole.UserRole + 1
_LONGEST_SHOWN = 300
_NOTHING = "Nothing is highlighted in this article yet: open it, select words and press H."


class ExcerptsDialog(QuestionDialog):
    """``excerpts_wanted`` gives the ids of highlights, or None for the whole article."""

    excerpts_wanted = Signal(object)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        entry: DossierEntry,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Excerpts", f"“{entry.title or 'Without a title'}”", "Choose", parent)
        self._entry = entry
        self.setMinimumWidth(76 * GRID)
        self.whole = QRadioButton("The &whole article", self)
        self.some = QRadioButton("Only these &highlights", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Highlights of the article")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(30 * GRID)
        for widget in (self.whole, self.some, self.list, self.buttons):
            self.column.addWidget(widget)
        self.whole.setChecked(entry.excerpts is None)
        self.some.setChecked(entry.excerpts is not None)
        self.some.toggled.connect(self._tell)
        self.list.itemChanged.connect(self._on_item_changed)
        self.act_button.setEnabled(False)
        article_id = entry.article_id or 0
        task = tasks.read(lambda: library.dossiers.highlights(article_id), key="excerpts")
        task.succeeded(self._on_read)

    def accept(self) -> None:
        """Tell the choice and close; nothing where it is what it was."""
        wanted = None if self.whole.isChecked() else tuple(self.chosen())
        if wanted != self._entry.excerpts:
            self.excerpts_wanted.emit(None if wanted is None else list(wanted))
        super().accept()

    def chosen(self) -> list[int]:
        """The ids of the checked highlights, in the order of the text."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _on_read(self, highlights: Sequence[Highlight]) -> None:
        before = self._entry.excerpts
        self.list.blockSignals(True)
        for each in highlights:
            words = " ".join(each.quote.exact.split())
            shown = words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"
            gone = " (not in the text)" if each.is_orphan else ""
            item = QListWidgetItem(dot_icon(each.colour), f"{shown}{gone}", self.list)
            item.setData(_ID, each.id)
            is_on = before is None or each.id in before
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        if not highlights:
            self.some.setEnabled(False)
            item = QListWidgetItem(_NOTHING, self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.blockSignals(False)
        self._tell()

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        """Checking one is the wish for excerpts; with several chosen, all of them turn."""
        self.list.blockSignals(True)
        if item.isSelected():
            for each in self.list.selectedItems():
                each.setCheckState(item.checkState())
        self.list.blockSignals(False)
        self.some.setChecked(True)
        self._tell()

    def _tell(self) -> None:
        self.act_button.setEnabled(self.whole.isChecked() or bool(self.chosen()))
