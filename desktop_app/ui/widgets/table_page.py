"""A page of the window that lists what is under way: a heading, buttons, a table of rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QWidget

from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.page_head import (
    back_button,
    hint_label,
    nothing_label,
    page_layout,
    page_title,
)
from desktop_app.ui.widgets.row_model import RowModel
from desktop_app.ui.widgets.row_table import RowTable

_Thing = TypeVar("_Thing")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TablePage(QWidget, Generic[_Thing]):
    """What all such pages have; each says what its buttons, its keys and its menu do.

    A page makes its table and its buttons, and then calls ``lay_out``. ``words`` is the line below
    the heading, ``nothing`` stands in place of an empty table.
    """

    back_requested = Signal()
    model: RowModel[_Thing]
    table: RowTable

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back_button = back_button(self)
        self.back_button.clicked.connect(self.back_requested)
        self.title = page_title(title, self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.words = hint_label("", self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.nothing = nothing_label("", self)
        self.pages = QStackedWidget(self)

    def lay_out(self, buttons: Sequence[QWidget], content: QWidget | None = None) -> None:
        """Put the parts in their places; ``content`` is what the table stands in, or itself."""
        self._content = content or self.table
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.doubleClicked.connect(lambda _index: self.open_chosen())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.on_chosen())
        self.pages.addWidget(self._content)
        self.pages.addWidget(self.nothing)
        row = FlowLayout()
        for button in buttons:
            row.addWidget(button)
        layout = page_layout(self)
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addLayout(row)
        layout.addWidget(self.pages, 1)
        self.on_chosen()

    def button(self, words: str, act: Callable[[], None]) -> QPushButton:
        """A button of this page."""
        button = QPushButton(words, self)
        button.clicked.connect(lambda _checked=False: act())
        return button

    @property
    def chosen(self) -> list[_Thing]:
        """The things of the chosen rows."""
        return [self.model.things[row] for row in self.table.chosen_rows]

    def show_table(self, has_rows: bool) -> None:
        """Show the table, or the words that stand in its place."""
        self.pages.setCurrentWidget(self._content if has_rows else self.nothing)
        self.on_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens what is chosen, Delete takes it away."""
        if event.key() in _ENTER:
            self.open_chosen()
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.delete_chosen()
        else:
            super().keyPressEvent(event)

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(position))

    # What each page says

    def on_chosen(self) -> None:
        """Let the buttons follow what is chosen."""
        raise NotImplementedError

    def open_chosen(self) -> None:
        """Do what Return and a double click are for."""
        raise NotImplementedError

    def delete_chosen(self) -> None:
        """Do what the Delete key is for."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be done with the chosen rows into their menu."""
        raise NotImplementedError


def add_buttons(menu: QMenu, buttons: Sequence[QPushButton]) -> None:
    """Entries that do what these buttons do, where these can be used."""
    for button in buttons:
        menu.addAction(button.text(), button.click).setEnabled(button.isEnabled())
