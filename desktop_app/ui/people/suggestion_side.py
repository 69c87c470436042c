"""One of the two persons in question: name, counts, roles, other spellings, sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.article import Person, PersonMention
from desktop_app.ui.base.theme import GRID, reading_font
from desktop_app.ui.people.mention_list import MentionList
from desktop_app.ui.people.person_facts import span_words

_MOST_WORDS = 5


class SuggestionSide(QWidget):
    """Shows a person beside the other one."""

    person_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person_id = 0
        self.name = QLabel(self)
        self.name.setFont(reading_font(15))
        self.name.setProperty("role", "large")
        self.span = QLabel(self)
        self.span.setProperty("role", "hint")
        self.known = QLabel(self)
        self.known.setProperty("role", "hint")
        for label in (self.name, self.span, self.known):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.open_button = QPushButton("Open the page", self)
        self.open_button.setProperty("flat", True)
        self.open_button.clicked.connect(self._on_open)
        self.list = MentionList(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for widget in (self.name, self.span, self.known):
            layout.addWidget(widget)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list, 1)

    def show_person(self, person: Person) -> None:
        """Show a person; their sentences follow."""
        self._person_id = person.id
        self.name.setText(person.name)
        self.span.setText(span_words(person))
        known = (*person.roles[-_MOST_WORDS:], *person.aliases[:_MOST_WORDS])
        self.known.setText("; ".join(known))
        self.open_button.setAccessibleName(f"Open the page of {person.name}")
        self.list.setAccessibleName(f"Sentences that name {person.name}")
        self.list.mentions.set_mentions(())

    def show_sentences(self, mentions: Sequence[PersonMention]) -> None:
        """Show where the person is named."""
        self.list.mentions.set_mentions(mentions)

    def _on_open(self) -> None:
        self.person_requested.emit(self._person_id)
