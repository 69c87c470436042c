"""The conditions of the search as chips below its field: each can be turned round or taken away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop_app.core.query import Term, parse_query
from desktop_app.core.query_editing import replaced, turned
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.finding.search_text import term_in_words
from desktop_app.ui.widgets.flow_layout import FlowLayout

#: More conditions than these are only counted.
MOST_CHIPS = 12
_TAKE_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_HEIGHT, _CLOSE, _WIDEST = 24, 20, 240


class QueryChips(QWidget):
    """``query_wanted`` gives the query with one condition changed; whoever listens searches.

    With the Tab key they come behind the search field.
    """

    query_wanted = Signal(str)

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab_from = field
        self._query = ""
        self.chips: list[QueryChip] = []
        self._flow = FlowLayout(self)
        self.setAccessibleName("Conditions of the search")
        self.hide()

    def show_query(self, query: str) -> None:
        """Show the conditions of this query."""
        if query == self._query:
            return
        self._query = query
        terms = parse_query(query).terms
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self._flow.clear()
        self.chips = [self._chip(term) for term in terms[:MOST_CHIPS]]
        before = self._tab_from
        for chip in self.chips:
            self._flow.addWidget(chip)
            self.setTabOrder(before, chip)
            before = chip
        if len(terms) > MOST_CHIPS:
            more = QLabel(f"and {len(terms) - MOST_CHIPS:,} more", self)
            more.setProperty("role", "hint")
            self._flow.addWidget(more)
        self.setVisible(bool(terms))
        self.updateGeometry()
        if focused is not None and self.chips:
            chip = self.chips[min(focused, len(self.chips) - 1)]
            chip.show()
            chip.setFocus()

    def _chip(self, term: Term) -> QueryChip:
        chip = QueryChip(*term_in_words(self._query, term), excludes=term.excludes, parent=self)
        chip.clicked.connect(lambda: self.query_wanted.emit(turned(self._query, term)))
        chip.taken_away.connect(lambda: self.query_wanted.emit(replaced(self._query, term, "")))
        chip.left.connect(self._on_left)
        return chip

    def _on_left(self, step: int) -> None:
        """Go to the chip beside the one with the focus."""
        at = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), 0)
        self.chips[min(max(at + step, 0), len(self.chips) - 1)].setFocus()


class QueryChip(QAbstractButton):
    """One condition; a click or Space turns it round, its cross or Delete takes it away."""

    taken_away = Signal()
    left = Signal(int)

    def __init__(self, field: str, value: str, *, excludes: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = f"{field} " if field else ""
        self._value = value
        self.excludes = excludes
        self._over_close = False
        self.setText(f"{self._field}{value}")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said, other = ("left out", "only these") if excludes else ("wanted", "leave out")
        self.setToolTip(f"{self.text()}: {said}.\nClick: {other}. Cross or Delete: take away.")
        self.setAccessibleName(f"{self.text()}, {said}")
        self.setAccessibleDescription(f"Space: {other}. Delete: take away.")

    def sizeHint(self) -> QSize:
        """As wide as its words, within reason."""
        words = "not " if self.excludes else ""
        width = self.fontMetrics().horizontalAdvance(words + self.text())
        return QSize(min(width + GRID + _CLOSE + 4, _WIDEST), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As wide as it wants to be."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field quietly, the value, and the cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.hasFocus()
        painter.setPen(theme().colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("selected" if lit else "chip"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _HEIGHT / 2, _HEIGHT / 2)
        area = self.rect().adjusted(GRID, 0, -_CLOSE, 0)
        if self.excludes:
            area = self._draw(painter, area, "not ", "failure")
        area = self._draw(painter, area, self._field, "soft")
        font = QFont(self.font())
        font.setStrikeOut(self.excludes)
        painter.setFont(font)
        self._draw(painter, area, self._value, "soft" if self.excludes else "ink")
        place = self._close().adjusted(4, 7, -6, -7)
        theme().icon("close", "ink" if self._over_close else "soft").paint(painter, place)

    def event(self, event: QEvent) -> bool:
        """Keep Delete from the window, where it deletes articles."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _TAKE_AWAY
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes away, Enter turns as Space does, arrows go on."""
        key = event.key()
        if key in _TAKE_AWAY:
            self.taken_away.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross takes away, the rest turns round."""
        if self._close().contains(event.position().toPoint()):
            self.setDown(False)
            self.taken_away.emit()
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the cross up below the pointer."""
        self._over_close = self._close().contains(event.position().toPoint())
        self.update()
        super().mouseMoveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go dark again."""
        self._over_close = False
        self.update()
        super().leaveEvent(event)

    def _close(self) -> QRect:
        return QRect(self.width() - _CLOSE, 0, _CLOSE, self.height())

    def _draw(self, painter: QPainter, area: QRect, words: str, colour: str) -> QRect:
        """Draw words at the left of an area; gives what is left of it."""
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(theme().colour(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
        return area.adjusted(metrics.horizontalAdvance(words), 0, 0, 0)
