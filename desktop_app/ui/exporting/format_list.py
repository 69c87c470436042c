"""Every format in its group, found by a few letters; the field keeps the focus meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.core.folding import fold
from desktop_app.services.exporting.formats import FORMATS, ExportFormat, FormatGroup
from desktop_app.ui.base.theme import GRID, theme

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_NAME = Qt.ItemDataRole.UserRole + 1
_NOTHING = "No format is called that."


class FormatList(QWidget):
    """``chosen`` tells that another format is chosen; ``current`` is it, and ``is_shown`` whether
    the letters that are typed leave it in the list, which ``narrowed`` tells to have changed.

    What can't be made of the articles that go out stands in grey, with the reason.
    """

    chosen = Signal()
    narrowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current: ExportFormat = FORMATS[0]
        self.is_shown = True
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Find a format")
        self.filter.setAccessibleName("Find a format")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaxLength(100)
        self.filter.installEventFilter(self)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("formats")
        self.tree.setAccessibleName("Formats")
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(GRID)
        self.tree.setUniformRowHeights(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QTreeWidgetItem([_NOTHING])
        self._nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self._fill()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        self.filter.textChanged.connect(self._on_typed)
        self.tree.currentItemChanged.connect(self._on_current)
        theme().changed.connect(self._colour)

    def choose(self, name: str) -> None:
        """Choose the format of this name; the first one where there is none."""
        items = {each.data(0, _NAME): each for each in self._items()}
        item = items.get(name) or next(iter(items.values()))
        self.tree.setCurrentItem(item)
        self._show_item(item)

    def grey(self, misfit: Callable[[ExportFormat], str]) -> None:
        """Show those in grey for which there is a reason not to take them."""
        for item in self._items():
            chosen = _format_of(item)
            reason = misfit(chosen)
            item.setToolTip(0, reason or chosen.words)
            item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, reason)
        self._colour()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known what has room."""
        super().showEvent(event)
        self.tree.scrollToTop()
        if (current := self.tree.currentItem()) is not None:
            self._show_item(current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while letters go into the field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.tree.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        for group in FormatGroup:
            members = [each for each in FORMATS if each.group is group]
            if not members:
                continue
            heading = QTreeWidgetItem([group.value])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            self.tree.addTopLevelItem(heading)
            for each in members:
                item = QTreeWidgetItem(heading, [each.words])
                item.setData(0, _NAME, each.name)
            heading.setExpanded(True)
        self.tree.addTopLevelItem(self._nothing)
        self._nothing.setHidden(True)
        self._colour()

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.tree.topLevelItemCount()):
            heading = self.tree.topLevelItem(row)
            if heading is not None:
                yield from _below(heading)

    def _colour(self) -> None:
        ink, soft = theme().colour("ink"), theme().colour("faint")
        for row in range(self.tree.topLevelItemCount()):
            heading = self.tree.topLevelItem(row)
            if heading is not None:
                heading.setForeground(0, theme().colour("soft"))
        for item in self._items():
            is_misfit = bool(item.data(0, Qt.ItemDataRole.AccessibleDescriptionRole))
            item.setForeground(0, soft if is_misfit else ink)

    def _on_typed(self, typed: str) -> None:
        words = fold(typed).split()
        fitting = [each for each in self._items() if _is_meant(_format_of(each), words)]
        for item in self._items():
            item.setHidden(item not in fitting)
        for row in range(self.tree.topLevelItemCount()):
            heading = self.tree.topLevelItem(row)
            if heading is not None and heading is not self._nothing:
                heading.setHidden(all(each.isHidden() for each in _below(heading)))
        self._nothing.setHidden(bool(fitting))
        if self.is_shown != bool(fitting):
            self.is_shown = bool(fitting)
            self.narrowed.emit()
        current = self.tree.currentItem()
        if fitting and (current is None or current not in fitting):
            best = min(fitting, key=lambda each: not _format_of(each).name.startswith(fold(typed)))
            self.tree.setCurrentItem(best)
        if (current := self.tree.currentItem()) is not None:
            self._show_item(current)

    def _show_item(self, item: QTreeWidgetItem) -> None:
        """Bring an item into view, the first of a group with its heading."""
        heading = item.parent()
        if heading is not None and heading.indexOfChild(item) == 0:
            self.tree.scrollToItem(heading)
        self.tree.scrollToItem(item)

    def _on_current(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if item is not None and item.data(0, _NAME):
            self.current = _format_of(item)
            self.chosen.emit()


def _below(heading: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(heading.childCount()):
        item = heading.child(at)
        if item is not None:
            yield item


def _format_of(item: QTreeWidgetItem) -> ExportFormat:
    name = item.data(0, _NAME)
    return next(each for each in FORMATS if each.name == name)


def _is_meant(chosen: ExportFormat, words: list[str]) -> bool:
    whole = fold(f"{chosen.name} {chosen.words} {chosen.group.value} {chosen.suffix}")
    return all(word in whole for word in words)
