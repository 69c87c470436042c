"""The user's note on a person and their item of Wikidata, which is opened only when asked for."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import Person
from desktop_app.core.wikidata import item_address
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.note_field import NoteField


class PersonNotes(QWidget):
    """Tells what the user wrote, with the person it is about, once the field is left."""

    note_changed = Signal(int, str)
    item_changed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._sent_item = ""
        self.note = NoteField("Note on this person", "Your note, in Markdown", self)
        self.note.changed.connect(self.note_changed)
        self.item = QLineEdit(self)
        self.item.setPlaceholderText("Q…")
        self.item.setAccessibleName("Item of Wikidata, as Q58217")
        self.item.setMaxLength(100)
        self.item.editingFinished.connect(self._on_item_edited)
        self.open_button = QPushButton("Open", self)
        self.open_button.setProperty("flat", True)
        self.open_button.clicked.connect(self._on_open)
        label = QLabel("Wikidata", self)
        label.setProperty("role", "hint")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.item, 1)
        row.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.note)
        layout.addLayout(row)

    def show_person(self, person: Person) -> None:
        """Show what is kept of a person; what is being written stays."""
        other = self._person is None or self._person.id != person.id
        self.note.show_note(person.id, person.note)
        if other or not self.item.hasFocus():
            self.item.setText(person.wikidata or "")
        self._person = person
        self._sent_item = person.wikidata or ""
        self.open_button.setVisible(person.wikidata is not None)
        if person.wikidata is not None:
            self.open_button.setToolTip(f"Open {item_address(person.wikidata)} in your browser")

    def _on_item_edited(self) -> None:
        text = self.item.text().strip()
        if self._person is not None and text != self._sent_item:
            self._sent_item = text
            self.item_changed.emit(self._person.id, text)

    def _on_open(self) -> None:
        if self._person is not None and self._person.wikidata is not None:
            QDesktopServices.openUrl(QUrl(item_address(self._person.wikidata)))
