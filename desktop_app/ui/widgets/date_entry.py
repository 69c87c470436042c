"""Lets a date be typed in plain words or picked: what is understood is shown while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLabel, QLineEdit, QToolButton, QVBoxLayout
from shiboken6 import isValid

from desktop_app.core.dates import EdtfDate
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.errors import InputError
from desktop_app.ui.base.field_buttons import add_button
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import theme

_TYPING_PAUSE_MS = 100
_NOT_UNDERSTOOD = "Not understood. Write 2019-05-03, May 2019 or spring 1991."


class DateEntry(QObject):
    """Joins a line with the label that says what is meant; ``understood`` tells that it is known.

    Reading the words takes a moment, since many languages' forms are loaded with it, and so it is
    done off the window's thread.
    """

    understood = Signal()

    def __init__(self, line: QLineEdit, hint: QLabel, tasks: TaskRunner) -> None:
        super().__init__(line)
        self._line, self._hint, self._tasks = line, hint, tasks
        self._meaning: tuple[str, str | None] = ("", None)
        #: The languages in which the words may be, besides English and the system's own.
        self.languages: tuple[str, ...] = ()
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        hint.hide()
        self._pause = QTimer(self, interval=_TYPING_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._on_rest)
        line.textEdited.connect(self._on_edited)
        line.editingFinished.connect(hint.hide)
        self._picker = add_button(line, theme().icon("calendar"), "Pick a day")
        self._picker.triggered.connect(self.pick)
        theme().changed.connect(self._on_theme_changed)

    def value(self, text: str) -> str:
        """The EDTF that is known for a text; the text itself where it isn't."""
        known, edtf = self._meaning
        return edtf if edtf is not None and text.strip() == known else text

    def resolve(self, text: str, then: Callable[[str | None], None]) -> None:
        """Find out what a text means and hand the EDTF on; None where it has none."""
        text, languages = text.strip(), self.languages
        self._pause.stop()

        def tell(edtf: str | None) -> None:
            if not isValid(self):
                return  # the dialog was closed meanwhile
            self._meaning = (text, edtf)
            then(edtf)
            self.understood.emit()

        self._tasks.read(lambda: _read(text, languages)).succeeded(tell)

    def _show(self, text: str, edtf: str | None) -> None:
        if text == self._line.text() and self._line.hasFocus():
            self._hint.setText(_said(text, edtf))
            self._hint.setMinimumHeight(self._hint.heightForWidth(self._line.width()))
            self._hint.setVisible(bool(text.strip()))

    def pick(self) -> None:
        """Show a calendar below the line."""
        popup = QFrame(self._line, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setFrameShape(QFrame.Shape.StyledPanel)
        calendar = _calendar(popup)
        calendar.setSelectedDate(self._first_day())
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(calendar)

        def take(day: QDate) -> None:
            popup.close()
            self._line.setText(day.toString(Qt.DateFormat.ISODate))
            self._line.textEdited.emit(self._line.text())
            self._line.editingFinished.emit()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        popup.adjustSize()
        popup.move(self._below_line(popup))
        popup.show()
        calendar.setFocus()

    def _below_line(self, popup: QFrame) -> QPoint:
        """Where the popup stands wholly on the screen."""
        below = self._line.mapToGlobal(QPoint(0, self._line.height()))
        room = self._line.screen().availableGeometry()
        return QPoint(
            min(below.x(), room.right() - popup.width()),
            min(below.y(), room.bottom() - popup.height()),
        )

    def _first_day(self) -> QDate:
        """The first day of what stands in the line; today where nothing does."""
        try:
            first = EdtfDate.parse(self.value(self._line.text())).earliest
        except InputError:
            return QDate.currentDate()
        day = QDate.fromString(first, Qt.DateFormat.ISODate)
        return day if day > QDate(1752, 9, 14) else QDate.currentDate()

    def _on_rest(self) -> None:
        text = self._line.text()
        self.resolve(text, lambda edtf: self._show(text, edtf))

    def _on_edited(self, _text: str) -> None:
        self._pause.start()

    def _on_theme_changed(self) -> None:
        self._picker.setIcon(theme().icon("calendar"))


def _calendar(parent: QFrame) -> QCalendarWidget:
    calendar = QCalendarWidget(parent)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    # Qt's own arrows are black in every theme.
    for name, arrow in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(QIcon())
            button.setText(arrow)
    return calendar


def _said(text: str, edtf: str | None) -> str:
    if edtf is not None:
        return f"{date_in_words(edtf)}  ·  {edtf}"
    # Imported here, as in ``_read``, which came before.
    from desktop_app.services.finding.plain_dates import either_day  # noqa: PLC0415

    days = either_day(text)
    if days is None:
        return _NOT_UNDERSTOOD
    words = " or ".join(date_in_words(day) for day in days)
    return f"{words}? Write {' or '.join(days)}."


def _read(text: str, languages: Sequence[str]) -> str | None:
    # Imported here: no other part of the window needs the words of dates.
    from desktop_app.services.finding.plain_dates import read_plain_date  # noqa: PLC0415

    today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    found = read_plain_date(text, languages, today)
    return None if found is None else found.text
