"""The small panel behind "Aa": page, face, size, line height and measure, each seen at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.reading.reading_style import (
    LEADING,
    MEASURE,
    POINTS,
    SANS,
    SERIF,
    PageColours,
    ReadingStyle,
)

_PAGES = {
    PageColours.WINDOW: "As the window",
    PageColours.LIGHT: "Light",
    PageColours.SEPIA: "Sepia",
    PageColours.DARK: "Dark",
}
_FACES = {SERIF: "Serif", SANS: "Sans serif"}


class Stepper(QWidget):
    """A number with a button for less and one for more; ``changed`` gives it anew."""

    changed = Signal(float)

    def __init__(
        self, name: str, bounds: tuple[float, float], step: float, unit: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bounds, self._step, self._unit = bounds, step, unit
        self._value = bounds[0]
        self.less = self._button("minus", f"Less: {name}", -1)
        self.shown = QLabel(self)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more = self._button("plus", f"More: {name}", 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.less)
        row.addWidget(self.shown, 1)
        row.addWidget(self.more)

    def show_value(self, value: float) -> None:
        """Show another number, without telling of it."""
        self._value = min(max(value, self._bounds[0]), self._bounds[1])
        self.shown.setText(f"{self._value:g}\u202f{self._unit}")
        self.less.setEnabled(self._value > self._bounds[0])
        self.more.setEnabled(self._value < self._bounds[1])

    def _button(self, icon: str, name: str, direction: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme().icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(name)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self._go(direction))
        return button

    def _go(self, direction: int) -> None:
        before = self._value
        self.show_value(before + direction * self._step)
        if self._value != before:
            self.changed.emit(self._value)


class ReadingPanel(QFrame):
    """``chosen`` gives the style with each change; a click elsewhere or Escape closes it."""

    chosen = Signal(object)

    def __init__(self, style: ReadingStyle, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("readingPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("How articles are set")
        self._style = style
        self.pages = {page: self._page_button(page) for page in PageColours}
        self.face = QComboBox(self)
        self.points = Stepper("text size", POINTS, 0.5, "pt", self)
        self.leading = Stepper("line height", LEADING, 5, "%", self)
        self.measure = Stepper("line length", MEASURE, 2, "letters", self)
        self.usual = QPushButton("As it was at first", self)
        self._fill()
        self._arrange()
        self._show(style)
        self._connect()

    @property
    def reading(self) -> ReadingStyle:
        """What is chosen."""
        return self._style

    def _choose(self, style: ReadingStyle) -> None:
        if style != self._style:
            self._style = style
            self.chosen.emit(style)

    def _show(self, style: ReadingStyle) -> None:
        self.pages[style.page].setChecked(True)
        if self.face.findData(style.face) < 0:  # a family that has gone since
            self.face.addItem(style.face, style.face)
        self.face.setCurrentIndex(self.face.findData(style.face))
        self.points.show_value(style.points)
        self.leading.show_value(style.leading)
        self.measure.show_value(style.measure)

    def _on_page(self, page: PageColours) -> None:
        self._choose(replace(self._style, page=page))

    def _on_face(self, _index: int) -> None:
        self._choose(replace(self._style, face=self.face.currentData()))

    def _on_points(self, points: float) -> None:
        self._choose(replace(self._style, points=points))

    def _on_leading(self, leading: float) -> None:
        self._choose(replace(self._style, leading=int(leading)))

    def _on_measure(self, measure: float) -> None:
        self._choose(replace(self._style, measure=int(measure)))

    def _on_usual(self) -> None:
        usual = ReadingStyle()
        self.face.blockSignals(True)
        self._show(usual)
        self.face.blockSignals(False)
        self._choose(usual)

    # Building

    def _page_button(self, page: PageColours) -> QToolButton:
        button = QToolButton(self)
        button.setText(_PAGES[page])
        button.setCheckable(True)
        button.setAccessibleName(f"Page: {_PAGES[page]}")
        if page is not PageColours.WINDOW:
            look = f"background: {page.colours.paper}; color: {page.colours.ink};"
            button.setStyleSheet(f"QToolButton {{ {look} }}")
        return button

    def _fill(self) -> None:
        for face, words in _FACES.items():
            self.face.addItem(words, face)
        self.face.insertSeparator(self.face.count())
        for family in QFontDatabase.families():
            if not QFontDatabase.isPrivateFamily(family):
                self.face.addItem(family, family)
        self.face.setMaxVisibleItems(16)
        self.face.setMinimumContentsLength(20)
        self.face.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )

    def _arrange(self) -> None:
        pages = QHBoxLayout()
        pages.setSpacing(GRID // 2)
        for button in self.pages.values():
            pages.addWidget(button, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.addLayout(pages, 0, 0, 1, 2)
        rows = {
            "Face": self.face,
            "Text size": self.points,
            "Line height": self.leading,
            "Line length": self.measure,
        }
        for number, (words, widget) in enumerate(rows.items(), 1):
            widget.setAccessibleName(words)
            grid.addWidget(QLabel(words, self), number, 0)
            grid.addWidget(widget, number, 1)
        self.usual.setProperty("flat", "true")
        grid.addWidget(self.usual, len(rows) + 1, 0, 1, 2, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for page, button in self.pages.items():
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, page=page: self._on_page(page))
        self.face.currentIndexChanged.connect(self._on_face)
        self.points.changed.connect(self._on_points)
        self.leading.changed.connect(self._on_leading)
        self.measure.changed.connect(self._on_measure)
        self.usual.clicked.connect(self._on_usual)
