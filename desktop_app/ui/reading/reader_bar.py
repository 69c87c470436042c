"""The bar above the text that is read: a button for each act that the window offers there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.ui.base.theme import GRID, theme

_ICON = QSize(20, 20)


class ReaderBar(QWidget):
    """Empty until it is given acts; their icons follow the colours of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[tuple[QToolButton, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)
        theme().changed.connect(self._recolour)

    def add_actions(self, actions: Sequence[tuple[QAction, str]], below: QWidget) -> None:
        """Put in buttons for these acts, each with its icon.

        The bar is filled last, and yet Tab is to come to it before the text ``below`` it.
        """
        for action, icon in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            action.setIcon(theme().icon(icon))
            button.setIconSize(_ICON)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(action.text().replace("&", ""))
            self._buttons.append((button, icon))
            before = below.previousInFocusChain()
            if before is not None:
                self.setTabOrder(before, button)
            self._row.insertWidget(self._row.count() - 1, button)

    def button_of(self, action: QAction) -> QToolButton | None:
        """The button of an act; None where it isn't shown."""
        shown = (button for button, _icon in self._buttons if button.defaultAction() is action)
        return next((button for button in shown if button.isVisible()), None)

    def _recolour(self) -> None:
        for button, icon in self._buttons:
            button.defaultAction().setIcon(theme().icon(icon))
