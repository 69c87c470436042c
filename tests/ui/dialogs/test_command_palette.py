from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.base.commands import Command, CommandRegistry
from desktop_app.ui.dialogs.command_palette import CommandPalette, matching_commands


def command(name: str, title: str, **more: object) -> Command:
    return Command(name, title, lambda: None, **more)  # type: ignore[arg-type]


COMMANDS = [
    command("file.a", "&Export…"),
    command("file.b", "Back &up…", hint="Copy the archive"),
    command("article.c", "E&xport the list"),
    command("file.d", "Édition"),
    command("file.f", "&Timeline…", below="Pictu&res"),
]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("exp", ["article.c", "file.a"]),
        ("article exp", ["article.c"]),
        ("copy", ["file.b"]),
        ("edition", ["file.d"]),
        ("picture", ["file.f"]),
        ("nothing", []),
    ],
)
def test_commands_are_found_by_words_of_title_menu_and_hint(typed: str, names: list[str]) -> None:
    assert [found.name for found in matching_commands(COMMANDS, typed)] == names


def test_the_arrow_keys_and_enter_run_a_command(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    registry = CommandRegistry(parent)
    for one in COMMANDS:
        registry.add(one)
    registry.action("file.a").setEnabled(False)
    palette = CommandPalette(registry, parent)
    palette.show()

    qtbot.keyClicks(palette.search, "e")
    assert palette.list.topLevelItemCount() == 5
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)

    assert chosen.args[0] in ("file.b", "article.c", "file.d", "file.f")


def test_what_cannot_be_run_now_is_found_but_not_run(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    registry = CommandRegistry(parent)
    for one in COMMANDS:
        registry.add(one)
    registry.action("file.d").setEnabled(False)
    palette = CommandPalette(registry, parent)
    palette.show()
    chosen: list[str] = []
    palette.chosen.connect(chosen.append)

    palette.search.setText("édition")
    item = palette.list.topLevelItem(0)
    assert item is not None
    assert (item.text(0), item.text(1)) == ("File ▸ Édition", "not now")

    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert chosen == []
    assert palette.isVisible()
    palette.reject()


def test_where_nothing_is_called_that_it_says_so(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    palette = CommandPalette(CommandRegistry(parent), parent)
    palette.show()

    qtbot.keyClicks(palette.search, "zzz")

    item = palette.list.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "No command is called that. Try another word."
    palette.reject()


def test_a_name_is_taken_once(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    registry = CommandRegistry(parent)
    registry.add(COMMANDS[0])

    with pytest.raises(ValueError, match="there already"):
        registry.add(COMMANDS[0])


def test_a_command_tells_the_whole_way_to_it_through_the_menus(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    registry = CommandRegistry(parent)
    registry.add(command("file.f", "&Timeline…", below="Export a pictu&re"))

    palette = CommandPalette(registry, parent)
    palette.show()

    item = palette.list.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "File ▸ Export a picture ▸ Timeline…"
