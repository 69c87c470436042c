"""Every act of the window under one name: menus, the palette and shortcuts are made from these.

What an act does belongs to whoever registers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

#: The menus of the menu bar, in order, each with the letter that opens it. Alt+L is the list's.
MENUS = {
    "File": "&File",
    "Edit": "&Edit",
    "View": "&View",
    "List": "L&ist",
    "Article": "&Article",
    "Tags": "&Tags",
    "Dossier": "&Dossier",
    "Go": "&Go",
    "Help": "&Help",
}


class Command(NamedTuple):
    """One act: a stable name, the menu it stands in, its words and keys, and what it does.

    ``shortcut`` may name several keys, parted by semicolons. ``group`` parts the menu by lines;
    commands of one group stand together, and those with the same ``below`` in a menu of their own
    under that title. ``checked`` gives the state of an act that is on or off.
    """

    name: str
    menu: str
    title: str
    run: Callable[[], object]
    shortcut: str = ""
    group: int = 0
    hint: str = ""
    checked: Callable[[], bool] | None = None
    below: str = ""


class CommandRegistry(QObject):
    """Holds the commands and the one QAction of each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, command: Command) -> QAction:
        """Register a command; gives its action. A name can be taken only once."""
        if command.name in self._commands:
            raise ValueError(f"the command {command.name} is there already")
        action = QAction(command.title, self)
        if command.shortcut:
            action.setShortcuts(QKeySequence.listFromString(command.shortcut))
        action.setStatusTip(command.hint)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda _checked=False: command.run())
        self._commands[command.name] = command
        self._actions[command.name] = action
        return action

    def action(self, name: str) -> QAction:
        """The action of a command, to be put into a menu or on a button."""
        return self._actions[name]

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def in_menu(self, menu: str) -> list[list[Command]]:
        """A menu's commands by groups, in the order in which they were registered."""
        groups: dict[int, list[Command]] = {}
        for command in self:
            if command.menu == menu:
                groups.setdefault(command.group, []).append(command)
        return [groups[number] for number in sorted(groups)]

    def refresh(self) -> None:
        """Bring the ticks of acts that are on or off up to date."""
        for name, command in self._commands.items():
            if command.checked is not None:
                self._actions[name].setChecked(command.checked())
