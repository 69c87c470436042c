"""A person's spellings with their counts, each with what can be done to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton, QWidget

from desktop_app.ui.people.person_facts import PersonFacts
from desktop_app.ui.widgets.flow_layout import FlowLayout

_MOST_SHOWN = 14


class PersonNames(QWidget):
    """Chips; each opens a menu. Tells what is wanted, and changes nothing."""

    filter_wanted = Signal(str)
    main_wanted = Signal(str)
    split_wanted = Signal(str)
    removal_wanted = Signal(str)
    addition_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = ""
        self._flow = FlowLayout(self)

    def show_facts(self, facts: PersonFacts) -> None:
        """Show a person's spellings, the main name first."""
        self._main = facts.person.name
        self._flow.clear()
        ordered = sorted(facts.spellings, key=lambda item: item[0] != self._main)
        for spelling, count in ordered[:_MOST_SHOWN]:
            self._flow.addWidget(self._chip(spelling, count))
        if len(ordered) > _MOST_SHOWN:
            more = QLabel(f"and {len(ordered) - _MOST_SHOWN} more", self)
            more.setProperty("role", "hint")
            more.setToolTip(", ".join(spelling for spelling, _ in ordered[_MOST_SHOWN:]))
            self._flow.addWidget(more)
        self.add_button = QPushButton("Add a name…", self)
        self.add_button.setProperty("flat", True)
        self.add_button.setToolTip("Another spelling, by which this person is found and recognised")
        self.add_button.clicked.connect(self._on_add)
        self._flow.addWidget(self.add_button)

    def chips(self) -> dict[str, QToolButton]:
        """The chip of each spelling that is shown."""
        found = self.findChildren(QToolButton)
        return {chip.objectName(): chip for chip in found if not chip.isHidden()}

    def menu_of(self, spelling: str, count: int) -> QMenu:
        """What can be done to a spelling."""
        menu = QMenu(self)
        menu.addAction("Show its sentences", partial(self.filter_wanted.emit, spelling))
        if spelling != self._main:
            menu.addAction("Make it the main name", partial(self.main_wanted.emit, spelling))
            menu.addAction("It is somebody else", partial(self.split_wanted.emit, spelling))
            if count == 0:
                menu.addAction("Remove it", partial(self.removal_wanted.emit, spelling))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _chip(self, spelling: str, count: int) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(spelling)
        # An ampersand would be read as the mark of a key.
        used = f"  {count:,}" if count else ""
        chip.setText(f"{spelling.replace('&', '&&')}{used}")
        chip.setProperty("chip", True)
        times = "once" if count == 1 else f"{count:,} times"
        chip.setAccessibleName(f"{spelling}, used {times}; what to do with it")
        chip.setToolTip(f"Used {times}" if count else "Not used in an article yet")
        chip.clicked.connect(partial(self._on_chip, chip, spelling, count))
        return chip

    def _on_chip(self, chip: QToolButton, spelling: str, count: int) -> None:
        self.menu_of(spelling, count).popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _on_add(self) -> None:
        self.addition_wanted.emit()
