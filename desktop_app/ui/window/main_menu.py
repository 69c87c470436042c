"""The menu bar, built from the registered commands."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton

from desktop_app.ui.base.commands import MENUS, CommandRegistry


def fill_menu_bar(bar: QMenuBar, registry: CommandRegistry) -> None:
    """Put every command into its menu, groups parted by lines."""
    for name, title in MENUS.items():
        menu = bar.addMenu(title)
        fill_menu(menu, registry, name)
        menu.aboutToShow.connect(registry.refresh)


def give_menu(button: QToolButton, registry: CommandRegistry, name: str) -> None:
    """Let a button open one menu's commands, put together when it is first pressed."""
    menu = QMenu(button)

    def fill() -> None:
        if menu.isEmpty():
            fill_menu(menu, registry, name)
        registry.refresh()

    menu.aboutToShow.connect(fill)
    button.setMenu(menu)


def fill_menu(menu: QMenu, registry: CommandRegistry, name: str) -> None:
    """Put one menu's commands into it, those of a menu below it where its first one stands."""
    below: dict[str, QMenu] = {"": menu}
    for number, group in enumerate(registry.in_menu(name)):
        if number:
            menu.addSeparator()
        for command in group:
            if command.below not in below:
                below[command.below] = menu.addMenu(command.below)
            below[command.below].addAction(registry.action(command.name))
