"""The row of buttons above a dossier's entries; where there is little room it takes two lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.flow_layout import FlowLayout


class ButtonAct(NamedTuple):
    """What a button says, its drawing, what it does, and that in a sentence."""

    words: str
    icon: str
    act: Callable[[], None]
    hint: str


class DossierButtons(QWidget):
    """``order_wanted`` tells whether the dossier is to be ordered by date."""

    order_wanted = Signal(bool)

    def __init__(
        self, acts: Iterable[ButtonAct], preview: QPushButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.order = QComboBox(self)
        self.order.setAccessibleName("Order")
        self.order.addItems(["Ordered by hand", "Ordered by date"])
        self.order.setToolTip("By date: the articles of each section, the oldest first")
        self.order.currentIndexChanged.connect(lambda at: self.order_wanted.emit(bool(at)))
        self._icons = {preview: "reading"}
        layout = FlowLayout(self, spacing=GRID)
        for words, icon, act, hint in acts:
            button = QPushButton(words, self)
            button.setToolTip(hint)
            button.clicked.connect(partial(_do, act))
            self._icons[button] = icon
            layout.addWidget(button)
        layout.addWidget(self.order)
        layout.addWidget(preview)
        self._colour()
        theme().changed.connect(self._colour)

    def show_order(self, by_date: bool) -> None:
        """Show how the dossier is ordered."""
        self.order.blockSignals(True)
        self.order.setCurrentIndex(int(by_date))
        self.order.blockSignals(False)

    def _colour(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(theme().icon(icon))


def _do(act: Callable[[], None], _checked: bool) -> None:
    act()
