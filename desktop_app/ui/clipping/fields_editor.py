"""The metadata of a clip: one line a field, each with where its value came from.

A table describes the fields and a loop builds the lines. It edits a ClipDraft and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import Provenance
from desktop_app.core.errors import InputError
from desktop_app.services.base.field_values import FieldValue, authors_from_text, checked_changes
from desktop_app.ui.base.field_buttons import add_button
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.text_direction import layout_direction
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.clipping.clip_draft import ClipDraft
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.elided_label import ElidedLabel
from desktop_app.ui.widgets.provenance_words import provenance_words
from desktop_app.ui.widgets.tag_line_edit import TagLineEdit


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """A field's name in the article, its words in the window, and what an empty line suggests."""

    name: str
    label: str
    placeholder: str


FIELDS = (
    FieldDescription("title", "Title", "The headline"),
    FieldDescription("subtitle", "Standfirst", "The line below the headline"),
    FieldDescription("authors", "Authors", "Jane Roe; John Doe"),
    FieldDescription("publisher", "Outlet", "Who published it"),
    FieldDescription("agency", "Agency", "The wire it came from, such as AP"),
    FieldDescription("published", "Published", "14 April 2023, April 2023 …"),
    FieldDescription("accessed", "Accessed", "When you looked at it"),
    FieldDescription("language", "Language", "en, de, ru …"),
    FieldDescription("url", "Address", "https://…"),
)


class _FieldLine(QWidget):
    """One field: label and chip above, the value below, what is wrong with it under that."""

    edited = Signal(str)

    def __init__(self, description: FieldDescription, parent: QWidget) -> None:
        super().__init__(parent)
        self.description = description
        self._provenance: Provenance | None = None
        self._found = ""
        self._date: DateEntry | None = None
        self.line = QLineEdit(self, placeholderText=description.placeholder)
        self.line.setAccessibleName(description.label)
        self.line.textEdited.connect(self._on_edited)
        self._undo = add_button(self.line, theme().icon("restore"), "Back to what was found")
        self._undo.triggered.connect(self._go_back)
        label = QLabel(description.label, self)
        label.setProperty("role", "heading")
        label.setBuddy(self.line)
        self.chip = ElidedLabel(self)
        self.chip.setProperty("role", "hint")
        self.problem = QLabel(self, wordWrap=True)
        self.problem.setProperty("role", "problem")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(label)
        head.addWidget(self.chip, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)

    def read_dates_with(self, tasks: TaskRunner) -> None:
        """Let a date be written in plain words, or picked."""
        hint = QLabel(self)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.line) + 1, hint)
        self._date = DateEntry(self.line, hint, tasks)
        self._date.understood.connect(self._on_edited)

    def show_value(self, value: str, found: str, provenance: Provenance | None) -> None:
        """Show a value beside what cleaning found."""
        self._found, self._provenance = found, provenance
        if self.line.text() != value:
            self.line.setText(value)
            self.line.setCursorPosition(0)
        self._show_state()

    def value(self) -> FieldValue:
        """The value as the archive takes it."""
        text = " ".join(self.line.text().split())
        if self.description.name == "authors":
            return authors_from_text(text)
        if self._date is not None:
            text = self._date.value(text)
        return text or None

    def is_valid(self) -> bool:
        """Whether the value can be stored; what is wrong is shown."""
        try:
            checked_changes({self.description.name: self.value()})
        except InputError as problem:
            self.problem.setText(str(problem))
        else:
            self.problem.setText("")
        self.problem.setVisible(bool(self.problem.text()))
        return not self.problem.text()

    def _on_edited(self) -> None:
        self._show_state()
        self.edited.emit(self.description.name)

    def _go_back(self) -> None:
        self.line.setText(self._found)
        self._on_edited()

    def _show_state(self) -> None:
        changed = " ".join(self.line.text().split()) != " ".join(self._found.split())
        self._undo.setVisible(changed)
        self.is_valid()
        if changed:
            self.chip.setText("yours")
        elif self._found:
            words = provenance_words(self._provenance)
            self.chip.setText(words.removeprefix("from the "))
            self.chip.setToolTip(words)
        else:
            self.chip.setText("not found")
        self.line.setToolTip(self.line.text() if len(self.line.text()) > 30 else "")


class FieldsEditor(QWidget):
    """All fields of a draft, its tags and its note; writes every change into the draft at once."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: ClipDraft | None = None
        self.lines = {field.name: _FieldLine(field, self) for field in FIELDS}
        self.tags = TagLineEdit(self)
        self.tags.textEdited.connect(self._on_tags_edited)
        self.note = QPlainTextEdit(self, placeholderText="Why you keep it")
        self.note.setAccessibleName("Your note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(9 * GRID)
        self.note.textChanged.connect(self._on_note_edited)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, GRID // 2, GRID, 0)
        layout.setVerticalSpacing(GRID)
        layout.setHorizontalSpacing(2 * GRID)
        self._lay_out(layout)

    def read_dates_with(self, tasks: TaskRunner) -> None:
        """Let dates be written in plain words, which are read off the window's thread."""
        for name in ("published", "accessed"):
            self.lines[name].read_dates_with(tasks)

    def show_draft(self, draft: ClipDraft) -> None:
        """Show a draft's fields."""
        self._draft = None  # what is set while showing is nobody's edit
        provenance = draft.prepared.clean.provenance if draft.prepared else {}
        for name, line in self.lines.items():
            value, found = _as_text(draft.value(name)), _as_text(draft.found(name))
            line.show_value(value, found, provenance.get(name))
            line.line.setLayoutDirection(layout_direction(value))
        self.tags.set_tags(draft.tags)
        self.note.setPlainText(draft.note)
        self._draft = draft

    def first_invalid(self) -> QLineEdit | None:
        """The first line with a value that can't be stored."""
        return next((line.line for line in self.lines.values() if not line.is_valid()), None)

    def _lay_out(self, layout: QGridLayout) -> None:
        row = 0
        pairs = {"publisher": "agency", "published": "accessed"}
        for name, line in self.lines.items():
            line.edited.connect(self._on_field_edited)
            if name in pairs.values():
                layout.addWidget(line, row - 1, 1, Qt.AlignmentFlag.AlignTop)
                continue
            columns = 1 if name in pairs else 2
            layout.addWidget(line, row, 0, 1, columns, Qt.AlignmentFlag.AlignTop)
            row += 1
        for text, widget in (("Tags", self.tags), ("Note", self.note)):
            label = QLabel(text, self)
            label.setProperty("role", "heading")
            label.setBuddy(widget)
            box = QVBoxLayout()
            box.setSpacing(3)
            box.addWidget(label)
            box.addWidget(widget)
            layout.addLayout(box, row, 0, 1, 2)
            row += 1
        layout.setRowStretch(row, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)

    def _on_field_edited(self, name: str) -> None:
        if self._draft is not None:
            self._draft.set_value(name, self.lines[name].value())
            self.edited.emit()

    def _on_tags_edited(self) -> None:
        if self._draft is not None:
            self._draft.tags = self.tags.tags()
            self.edited.emit()

    def _on_note_edited(self) -> None:
        if self._draft is not None:
            self._draft.note = self.note.toPlainText()
            self.edited.emit()


def _as_text(value: FieldValue) -> str:
    return "; ".join(value) if isinstance(value, tuple) else (value or "")
