"""Every act of the window under one name: menus, the palette and shortcuts are made from these.

What an act does belongs to whoever registers it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

#: The menus of the menu bar, in order, each with the letter that opens it. Alt+L is the list's.
MENUS = {
    "file": "&File",
    "edit": "&Edit",
    "view": "&View",
    "list": "L&ist",
    "article": "&Article",
    "tag": "&Tags",
    "dossier": "&Dossier",
    "go": "&Go",
    "help": "&Help",
}


class Needs(Enum):
    """What must stand in the window for a command to have anything to act on."""

    LIST = auto()
    #: One at least that is chosen in the list.
    ARTICLE = auto()
    KEPT_ARTICLE = auto()
    DELETED_ARTICLE = auto()
    #: An article chosen in the list or in a dossier.
    CITABLE = auto()
    TAG = auto()
    DOSSIER = auto()


class Command(NamedTuple):
    """One act: a stable name, its words and keys, and what it does.

    The name begins with its menu, one of ``MENUS``. ``shortcut`` may name several keys, parted by
    semicolons. ``group`` parts the menu by lines; commands of one group stand together, and those
    with the same ``below`` in a menu of their own under that title. ``checked`` gives the state of
    an act that is on or off. Without what it ``needs`` it can't be chosen.
    """

    name: str
    title: str
    run: Callable[[], object]
    shortcut: str = ""
    group: int = 0
    hint: str = ""
    checked: Callable[[], bool] | None = None
    below: str = ""
    needs: Needs | None = None

    @property
    def menu(self) -> str:
        """The menu in which it stands."""
        return self.name.partition(".")[0]


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

    def enable(self, met: Collection[Needs]) -> None:
        """Let those be chosen that have what they need."""
        for name, command in self._commands.items():
            if command.needs is not None:
                self._actions[name].setEnabled(command.needs in met)

    def refresh(self) -> None:
        """Bring the ticks of acts that are on or off up to date."""
        for name, command in self._commands.items():
            if command.checked is not None:
                self._actions[name].setChecked(command.checked())
