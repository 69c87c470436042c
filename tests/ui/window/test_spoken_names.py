"""Whatever takes the keyboard or the mouse has a name that a screen reader can say, everywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QMenuBar,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.core.highlight import Colour
from desktop_app.services.clipping.paste import read_clipboard
from desktop_app.services.library import Library
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

#: What has no words of its own: a frame round what has.
FRAMES = (QMenuBar, QScrollBar, QSplitter, QSplitterHandle, QStackedWidget)


def spoken(widget: QWidget) -> str:
    """What a screen reader says of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        acts = isinstance(widget, QAbstractButton | QLineEdit)
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        within = widget.objectName().startswith(("qt_", "_q_"))
        if not widget.isVisible() or within or isinstance(widget, FRAMES):
            continue
        if (acts or takes_keys) and not spoken(widget):
            parents = [type(widget).__name__]
            above = widget.parentWidget()
            while above is not None and above is not root:
                parents.append(type(above).__name__)
                above = above.parentWidget()
            found.append(" < ".join(parents[:4]))
    return found


@pytest.fixture
def reading(
    add_article: AddArticle, library: Library, window: MainWindow, settle: Settle
) -> MainWindow:
    """A window on articles with everything that an article can have."""
    text = "Jane Roe met Sergey Lavrov in Riga on 3 May 2019. “We agree,” Jane Roe said."
    for number in range(3):
        add_article(
            f"{text}\n\nNumber {number}.",
            title=f"Talks {number}",
            publisher="The Gazette",
            published="2019-05-04",
            tags=("diplomacy/russia",),
            note="A note.",
        )
    first = library.search("").ids[0]
    library.highlights.add_quote(first, "met Sergey Lavrov", colour=Colour.GREEN, note="Why?")
    library.searches.save("Talks", "talks")
    library.delete([library.search("").ids[2]])
    window.reload()
    window.list_pane.reload()
    window.list_pane.set_query("talks person:roe")
    window.toggle_facets()
    settle()
    window.list_pane.view.choose(first)
    settle()
    settle()
    return window


def a_person(window: MainWindow) -> None:
    window.show_person(window.list_pane._library.people.find(text="Roe")[0].id)


def capture(window: MainWindow) -> None:
    (item,) = read_clipboard(text="A headline\n\nBy Jane Roe\n\n3 May 2019\n\n" + "Words. " * 80)
    window.dialogs.open_capture([item])


PAGES: dict[str, Callable[[MainWindow], object]] = {
    "list, facets, reader, details": lambda window: None,
    "people": lambda window: window.show_people(),
    "person": a_person,
    "same person": lambda window: window.pages.show_suggestions(),
    "highlights": lambda window: window.pages.show_highlights(),
    "timeline": lambda window: window.timeline_place.show(),
    "welcome": lambda window: window.show_welcome(),
    "editor": lambda window: window.reader.edit_text(),
    "note": lambda window: window.reader.edit_note(),
    "find": lambda window: window.reader.find_words(),
    "trash": lambda window: window.go("trash"),
}


@pytest.mark.parametrize("name", PAGES)
def test_everything_on_a_page_has_a_name(reading: MainWindow, settle: Settle, name: str) -> None:
    PAGES[name](reading)
    settle()

    missing = nameless(reading)
    assert not missing, "\n".join(missing)


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "capture": capture,
    "palette": lambda window: window.dialogs.open_palette(),
    "doctor": lambda window: window.dialogs.show_doctor(),
    "settings": lambda window: window.dialogs.show_settings(),
    "about": lambda window: window.dialogs.show_about(),
    "fields": lambda window: window.dialogs.edit_fields(window.list_pane.model.ids),
    "tags": lambda window: window.library_pane.choose_tags(list(window.list_pane.model.ids)),
    "rename a tag": lambda window: window.chosen_place.rename_tag(),
    "save a search": lambda window: window.save_search(),
    "recent changes": lambda window: window.keeping.show_recent_changes(),
    "export": lambda window: window.export_shown(),
    "print": lambda window: window.keeping.print_articles(list(window.list_pane.model.ids)),
    "empty the trash": lambda window: window.keeping.ask_empty_trash(),
    "versions": lambda window: window.reader.compare_revisions(),
    "how articles are set": lambda window: window.commands.action("view.reading").trigger(),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_everything_in_a_dialog_has_a_name(
    reading: MainWindow, settle: Settle, qtbot: QtBot, name: str
) -> None:
    before = set(QApplication.topLevelWidgets())
    DIALOGS[name](reading)
    settle()

    opened = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget not in before and widget.isVisible()
    ]
    assert opened, "nothing was opened"
    missing = [each for dialog in opened for each in nameless(dialog)]
    for dialog in opened:
        if isinstance(dialog, QDialog):
            dialog.reject()
        else:
            dialog.close()
    settle()
    assert not missing, "\n".join(missing)
