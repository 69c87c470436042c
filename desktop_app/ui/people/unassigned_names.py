"""Names of an article that may be several persons', each with a button for every one of these."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.article import UnassignedMention
from desktop_app.core.counted import counted
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.people.mention_acts import places_alike
from desktop_app.ui.widgets.flow_layout import FlowLayout

_MOST_SHOWN, _MOST_PERSONS = 8, 6


class UnassignedNames(QWidget):
    """``assignment_wanted`` tells the places, the person's id and what will have been done."""

    assignment_wanted = Signal(object, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)

    def show_names(self, found: tuple[UnassignedMention, ...]) -> None:
        """Show these; without any, nothing."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(found))
        if not found:
            return
        count = counted(len(found), "mention")
        self._add_words(f"{count} not assigned")
        asked = {(each.mention.text, each.ids): each for each in reversed(found)}
        for each in list(reversed(asked.values()))[:_MOST_SHOWN]:
            self._add_name(each, places_alike(found, each))

    def _add_words(self, words: str) -> None:
        label = QLabel(words, self)
        label.setProperty("role", "hint")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._layout.addWidget(label)

    def _add_name(self, found: UnassignedMention, places: list[tuple[int, int]]) -> None:
        words = found.mention.text
        times = f", {len(places):,} times" if len(places) > 1 else ""
        self._add_words(f"“{words}”{times}, is")
        row = QWidget(self)
        flow = FlowLayout(row)
        for name, person_id in list(zip(found.names, found.ids, strict=True))[:_MOST_PERSONS]:
            chip = QToolButton(row)
            chip.setText(f"{name.replace('&', '&&')}?")
            chip.setProperty("chip", "true")
            chip.setAccessibleName(f"{words} is {name}")
            chip.setToolTip(f"“{words}” is {name} in this article")
            said = f"“{words}” is {name} in this article."
            chip.clicked.connect(partial(self._on_chip, places, person_id, said))
            flow.addWidget(chip)
        self._layout.addWidget(row)

    def _on_chip(
        self, places: list[tuple[int, int]], person_id: int, said: str, _checked: bool = False
    ) -> None:
        self.assignment_wanted.emit(places, person_id, said)
