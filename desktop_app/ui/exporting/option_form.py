"""The rows of a form made from how the options of a format are described."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.exporting.export_options import LONGEST_TEXT, Option, OptionValue
from desktop_app.ui.base.theme import GRID

#: As high as two lines of a hint, so that nothing moves when another one is told.
_HINT_HEIGHT = 5 * GRID


class OptionForm(QWidget):
    """``changed`` tells that something was chosen; the hint below is that of the row in focus.

    Tab comes to the rows after ``before``, in their order, whenever they are made.
    """

    changed = Signal()

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self._options: tuple[Option, ...] = ()
        self.fields: dict[str, QWidget] = {}
        self.area = QScrollArea(self)
        self.area.setObjectName("sheetFields")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "hint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.hint.setFixedHeight(_HINT_HEIGHT)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.hint)

    def show_options(self, options: Iterable[Option], values: Mapping[str, OptionValue]) -> None:
        """Show these options, with these values where they can be, else as they are of old."""
        self._options = tuple(options)
        self.fields = {}
        page = QWidget(self.area)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, GRID, 0)
        form.setVerticalSpacing(GRID)
        form.setHorizontalSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for option in self._options:
            self._add_row(form, page, option, values.get(option.name, option.default))
        if not self._options:
            nothing = QLabel("There is nothing to choose for this format.", page)
            nothing.setProperty("role", "hint")
            form.addRow(nothing)
        self.area.setWidget(page)
        self._order_tabs(page)
        self.hint.clear()

    def values(self) -> dict[str, OptionValue]:
        """What is chosen, by the options' names."""
        return {option.name: self._value(option) for option in self._options}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the hint of the row that gets the focus, or over which the pointer comes.

        The wheel scrolls the form, and changes a choice only once that was clicked.
        """
        if (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, QComboBox)
            and not watched.hasFocus()
        ):
            return QApplication.sendEvent(self.area.verticalScrollBar(), event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self.hint.setText(str(watched.property("hint") or ""))
            if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
                self.area.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _order_tabs(self, page: QWidget) -> None:
        """What is made late would come after everything else in the window."""
        last = self._before
        for field in page.findChildren(QWidget):
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.parentWidget() is page:
                QWidget.setTabOrder(last, field)
                last = field

    # Rows

    def _add_row(
        self, form: QFormLayout, page: QWidget, option: Option, value: OptionValue
    ) -> None:
        field: QWidget
        if option.kind == "flag":
            field = self._check_box(page, option, value)
            form.addRow("", field)
        elif option.kind == "choice":
            field = self._combo(page, option, value)
            form.addRow(option.words, field)
        else:
            field = line = self._line(page, option, value)
            if option.kind == "file":
                form.addRow(option.words, self._with_choosing(page, option, line))
            else:
                form.addRow(option.words, line)
        field.setAccessibleName(option.words)
        field.setAccessibleDescription(option.hint)
        field.setToolTip(option.hint)
        field.setProperty("hint", option.hint)
        field.installEventFilter(self)
        self.fields[option.name] = field

    def _check_box(self, page: QWidget, option: Option, value: OptionValue) -> QCheckBox:
        box = QCheckBox(option.words, page)
        box.setChecked(value if isinstance(value, bool) else option.default is True)
        box.toggled.connect(self.changed)
        return box

    def _combo(self, page: QWidget, option: Option, value: OptionValue) -> QComboBox:
        combo = QComboBox(page)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(20)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for each, words in option.choices:
            combo.addItem(words, each)
        known = combo.findData(value)
        combo.setCurrentIndex(known if known >= 0 else combo.findData(option.default))
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _line(self, page: QWidget, option: Option, value: OptionValue) -> QLineEdit:
        line = QLineEdit(page)
        line.setMaxLength(LONGEST_TEXT)
        line.setText(value if isinstance(value, str) else "")
        line.setCursorPosition(0)
        line.setPlaceholderText(option.hint or ("No file" if option.kind == "file" else ""))
        line.textChanged.connect(self.changed)
        return line

    def _with_choosing(self, page: QWidget, option: Option, line: QLineEdit) -> QHBoxLayout:
        button = QPushButton("Choose…", page)
        button.setAutoDefault(False)
        button.setAccessibleName(f"Choose a file: {option.words}")
        button.clicked.connect(lambda: self._choose_file(option, line))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(line, 1)
        row.addWidget(button)
        return row

    def _choose_file(self, option: Option, line: QLineEdit) -> None:
        name, _ = QFileDialog.getOpenFileName(self, option.words, line.text(), option.files)
        if name:
            line.setText(name)

    def _value(self, option: Option) -> OptionValue:
        field = self.fields[option.name]
        if isinstance(field, QCheckBox):
            return field.isChecked()
        if isinstance(field, QComboBox):
            return str(field.currentData())
        return field.text().strip() if isinstance(field, QLineEdit) else option.default
