"""The command palette (Ctrl+K): type a few letters, run any command."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.folding import fold
from desktop_app.ui.base.commands import MENUS, Command, CommandRegistry
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.held_dialog import HeldDialog

_NATIVE = QKeySequence.SequenceFormat.NativeText
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def _menu_title(command: Command) -> str:
    return MENUS[command.menu].replace("&", "")


def matching_commands(commands: list[Command], typed: str) -> list[Command]:
    """The commands whose words contain every typed word, best first: title before menu."""
    words = fold(typed).split()
    found: list[tuple[int, str, Command]] = []
    for command in commands:
        title = fold(command.title.replace("&", ""))
        below = fold(command.below.replace("&", ""))
        whole = f"{fold(_menu_title(command))} {below} {title} {fold(command.hint)}"
        if all(word in whole for word in words):
            starts = sum(title.startswith(word) for word in words)
            inside = sum(word in title for word in words)
            found.append((-10 * starts - inside, title, command))
    return [command for _, _, command in sorted(found, key=lambda entry: entry[:2])]


class CommandPalette(HeldDialog):
    """Shows every command, narrowed while typing; ``chosen`` gives one.

    Those that can't be run now stand below the others in grey, so that nobody looks in vain.
    """

    chosen = Signal(str)

    def __init__(self, registry: CommandRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self._registry = registry
        self.setObjectName("palette")
        self.setWindowTitle("Commands")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Type what you want to do")
        self.search.setAccessibleName("Find a command")
        self.search.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.setAccessibleName("Commands")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(lambda _item: self._choose())
        self._on_typed("")
        self.resize(560, 400)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while the field keeps the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _on_typed(self, text: str) -> None:
        found = matching_commands(list(self._registry), text)
        found.sort(key=lambda command: not self._is_usable(command))
        self.list.clear()
        for command in found:
            self.list.addTopLevelItem(self._item(command))
        first = self.list.topLevelItem(0)
        if first is None:
            nothing = QTreeWidgetItem(["No command is called that. Try another word."])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addTopLevelItem(nothing)
        elif first.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.list.setCurrentItem(first)

    def _is_usable(self, command: Command) -> bool:
        return self._registry.action(command.name).isEnabled()

    def _item(self, command: Command) -> QTreeWidgetItem:
        keys = self._registry.action(command.name).shortcut().toString(_NATIVE)
        path = (part for part in (_menu_title(command), command.below, command.title) if part)
        title = " ▸ ".join(path).replace("&", "")
        item = QTreeWidgetItem([title, keys])
        item.setData(0, Qt.ItemDataRole.UserRole, command.name)
        item.setForeground(1, theme().colour("soft"))
        item.setToolTip(0, command.hint)
        if not self._is_usable(command):
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setForeground(0, theme().colour("soft"))
            item.setText(1, "not now")
        return item

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        self.accept()
        self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))
