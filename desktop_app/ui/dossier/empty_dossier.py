"""What stands in place of a dossier's entries while there are none; it takes dropped articles."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE, dropped
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.page_head import nothing_label

_NOTHING = (
    "Nothing stands in this dossier yet.\n"
    "Search for articles to put into it; or choose some in the list and press D."
)
_ADDING = "Nothing stands in this dossier yet.\nDrag articles here, or choose some and press Enter."


class EmptyDossier(QWidget):
    """``articles_dropped`` gives articles, ``search_wanted`` asks for the search for some."""

    articles_dropped = Signal(list)
    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._is_over = False
        self.words = nothing_label(_NOTHING, self)
        self.button = QPushButton("Add articles…", self)
        self.button.clicked.connect(self.search_wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def show_searching(self, is_open: bool) -> None:
        """Say what can be done, with the search beside it or without."""
        self.words.setText(_ADDING if is_open else _NOTHING)
        self.button.setVisible(not is_open)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles, and show that."""
        if event.mimeData().hasFormat(ARTICLE_IDS_TYPE):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for them to be put into the dossier."""
        self._show_over(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.articles_dropped.emit(dropped(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame where something would come."""
        super().paintEvent(event)
        if self._is_over:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("accent"), 2))
            inside = QRectF(self.rect()).adjusted(GRID, GRID, -GRID, -GRID)
            painter.drawRoundedRect(inside, GRID, GRID)

    def _show_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()
