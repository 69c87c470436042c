"""An article's metadata as lines that can be changed in place, each with where it came from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop_app.core.article import DATE_FIELDS, Article, Provenance
from desktop_app.core.errors import InputError
from desktop_app.services.base.field_values import FieldValue, checked_changes
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.provenance_words import provenance_words

#: The fields, in order: the article's name for each, and the words in the window.
DETAIL_FIELDS = (
    ("title", "Title"),
    ("subtitle", "Standfirst"),
    ("authors", "Authors"),
    ("publisher", "Outlet"),
    ("agency", "Agency"),
    ("published", "Published"),
    ("modified", "Changed"),
    ("accessed", "Accessed"),
    ("language", "Language"),
    ("url", "Address"),
)


class FieldLine(QLineEdit):
    """One value: Enter or leaving the line keeps it, Escape brings the old one back."""

    committed = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setProperty("quiet", "true")
        self.setPlaceholderText("unknown")
        self._stored = ""
        self.editingFinished.connect(self._on_finished)

    def show_value(self, value: str, source: str, *, other: bool) -> None:
        """Show what is stored; what the user is typing stays, unless it's another article's."""
        typing = not other and self.hasFocus() and self.text() != self._stored
        self._stored = value
        if not typing:
            self.setText(value)
            self.setCursorPosition(0)
        self.setToolTip(f"{value}\n({source})" if source else value)
        self.setAccessibleDescription(source)

    def take_over(self, value: str) -> None:
        """Show another value in place of what was typed, which is being stored."""
        self._stored = value
        self.setText(value)

    def put_back(self) -> None:
        """Show what is stored."""
        self.setText(self._stored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape undoes what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.put_back()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let a value that is longer than the line fade out, so that it doesn't look cut off."""
        super().paintEvent(event)
        room = self.width() - 2 * GRID
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room:
            return
        ground = theme().colour("side")
        clear = QColor(ground)
        clear.setAlpha(0)
        end = self.width() - 2
        fade = QLinearGradient(end - 4 * GRID, 0, end - GRID, 0)
        fade.setColorAt(0, clear)
        fade.setColorAt(1, ground)
        place = QRect(end - 4 * GRID, 2, 4 * GRID, self.height() - 4)
        QPainter(self).fillRect(place, fade)

    def _on_finished(self) -> None:
        if self.text().strip() != self._stored:
            self.committed.emit(self.text())


class DetailsFields(QWidget):
    """``changed`` gives an article and a checked change, ``refused`` why a value can't be kept."""

    changed = Signal(int, dict)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, FieldLine] = {}
        self._hints: dict[str, QLabel] = {}
        self._dates: dict[str, DateEntry] = {}
        self._article_id = 0
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GRID)
        form.setVerticalSpacing(2)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, label in DETAIL_FIELDS:
            line = FieldLine(label, self)
            line.committed.connect(lambda text, name=name: self._on_committed(name, text))
            caption = QLabel(label, self)
            caption.setProperty("role", "hint")
            caption.setBuddy(line)
            form.addRow(caption, line)
            self.lines[name] = line
            if name in DATE_FIELDS:
                hint = self._hints[name] = QLabel(self)
                hint.hide()
                form.addRow(hint)

    def read_dates_with(self, tasks: TaskRunner) -> None:
        """Let dates be typed in plain words, read off the window's thread."""
        for name, hint in self._hints.items():
            self._dates[name] = DateEntry(self.lines[name], hint, tasks)

    def date_hint(self, name: str) -> QLabel:
        """What says how the words of a date are understood."""
        return self._hints[name]

    def show_article(self, article: Article) -> None:
        """Show an article's fields."""
        other, self._article_id = article.id != self._article_id, article.id
        for entry in self._dates.values():
            entry.languages = (article.clean.language or "en",)
        for name, line in self.lines.items():
            value = getattr(article.clean, name)
            text = "; ".join(value) if isinstance(value, tuple) else value or ""
            line.show_value(text, _source(name, article.clean.provenance), other=other)

    def _on_committed(self, name: str, text: str) -> None:
        article_id, entry = self._article_id, self._dates.get(name)
        if entry is None or not text.strip():
            self._commit(article_id, name, text)
        else:
            entry.resolve(text, lambda edtf: self._commit_date(article_id, name, text, edtf))

    def _commit_date(self, article_id: int, name: str, text: str, edtf: str | None) -> None:
        line = self.lines[name]
        if edtf is not None and article_id == self._article_id and line.text() == text:
            line.take_over(edtf)
        self._commit(article_id, name, edtf or text)

    def _commit(self, article_id: int, name: str, text: str) -> None:
        try:
            checked: dict[str, FieldValue] = checked_changes({name: text})
        except InputError as failure:
            if article_id == self._article_id:
                self.lines[name].put_back()
            self.refused.emit(failure)
            return
        self.changed.emit(article_id, checked)


def _source(name: str, provenance: Mapping[str, Provenance]) -> str:
    return provenance_words(provenance.get(name))
