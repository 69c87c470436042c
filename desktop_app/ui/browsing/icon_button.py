"""A button with a drawing of ours, in the theme's colours whichever they are."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.ui.base.theme import theme

_SIZE = QSize(18, 18)


class IconButton(QToolButton):
    """``words`` say what it does, as tip and for screen readers."""

    def __init__(self, icon: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setIconSize(_SIZE)
        self.show_as(icon, words)
        theme().changed.connect(self._recolour)

    def show_as(self, icon: str, words: str) -> None:
        """Stand for another act."""
        self._icon = icon
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._recolour()

    def _recolour(self) -> None:
        self.setIcon(theme().icon(self._icon))
