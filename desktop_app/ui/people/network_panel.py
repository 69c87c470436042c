"""The network of those named beside a person, with what can be done to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.analysis.network_layout import Picture, picture_of
from desktop_app.core.article import Person
from desktop_app.core.network import PersonNetwork
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.people.network_view import NetworkView
from desktop_app.ui.widgets.elided_label import ElidedLabel

_COUNTS = (30, 80, 200, 600, 2_000)
_FORMATS = "GEXF, for Gephi (*.gexf);;GraphML, for yEd or Cytoscape (*.graphml)"


class NetworkPanel(QWidget):
    """Reads and lays out off the window's thread, and only while somebody looks.

    ``picture_wanted`` gives how many persons the panel shows at most.
    """

    picture_wanted = Signal(int)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._person: Person | None = None
        self._network = PersonNetwork()
        self._wanted = 0
        self.view = NetworkView(self)
        self.most = QComboBox(self)
        self.most.setAccessibleName("How many persons")
        for count in _COUNTS:
            self.most.addItem(f"The {count:,} named most", count)
        self.most.setCurrentIndex(1)
        self.most.setMinimumWidth(self.most.sizeHint().width())
        self.most.currentIndexChanged.connect(lambda _index: self.read())
        self.words = ElidedLabel(self)
        self.words.setProperty("role", "hint")
        self.fit_button = _button("Show all", "Show everybody (0)", self)
        self.fit_button.clicked.connect(self.view.fit)
        self.export_button = _button("Export…", "Write the network as GEXF or GraphML", self)
        self.export_button.clicked.connect(self._ask_export)
        self.picture_button = _button("Picture…", "Export the network as PDF, PNG or SVG", self)
        self.picture_button.clicked.connect(
            lambda _checked: self.picture_wanted.emit(int(self.most.currentData()))
        )
        self.view.chosen_changed.connect(self._show_words)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.most)
        head.addWidget(self.words, 1)
        head.addWidget(self.fit_button)
        head.addWidget(self.export_button)
        head.addWidget(self.picture_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)

    def show_person(self, person: Person) -> None:
        """Show those named with a person; read when it comes into view."""
        self._person = person
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Read and lay out the network as it is now."""
        person = self._person
        if person is None:
            return
        self._wanted += 1
        token, most = self._wanted, int(self.most.currentData())
        self.words.setText("Laying out …")

        def work() -> tuple[PersonNetwork, Picture]:
            network = self._library.people.network(person.id, most + 1)
            shown = without(network, person.id)
            return network, picture_of(shown, lambda: token != self._wanted)

        self._tasks.read(work, key="person network").succeeded(self._show)

    def _show(self, found: tuple[PersonNetwork, Picture]) -> None:
        self._network, picture = found
        self.view.show_picture(picture)
        self._show_words("")
        for button in (self.export_button, self.picture_button):
            button.setEnabled(bool(self._network.ties))

    def _show_words(self, chosen: str) -> None:
        picture = self.view.picture
        if chosen or picture is None or self._person is None:
            self.words.setText(chosen)
            return
        count = len(picture.network.persons)
        nobody = f"Nobody is named with {self._person.name}."
        self.words.setText(f"{count:,} named with {self._person.name}" if count else nobody)

    def showEvent(self, event: QShowEvent) -> None:
        """Read, now that somebody looks."""
        super().showEvent(event)
        self.read()

    def _ask_export(self) -> None:
        name = self._person.name if self._person else "network"
        safe = "".join(each if each.isalnum() or each in " -." else "_" for each in name).strip()
        path, kind = QFileDialog.getSaveFileName(
            self, "Export the network", f"{safe}.gexf", _FORMATS
        )
        if path:
            chosen = Path(path)
            if chosen.suffix.lower() not in (".gexf", ".graphml"):
                ending = ".graphml" if "graphml" in kind else ".gexf"
                chosen = chosen.with_name(chosen.name + ending)
            self.export_to(chosen)

    def export_to(self, path: Path) -> None:
        """Write the network that is shown, the person among it."""
        network = self._network
        task = self._tasks.read(lambda: self._library.export_network(network, path))
        task.succeeded(lambda _: self._notifier.info(f"Wrote “{path.name}”."))


def without(network: PersonNetwork, person_id: int) -> PersonNetwork:
    """The network without somebody to whom everybody is tied, which would hide all else."""
    return replace(
        network,
        persons=tuple(each for each in network.persons if each.id != person_id),
        ties=tuple(tie for tie in network.ties if person_id not in (tie.one, tie.other)),
    )


def _button(text: str, tip: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("flat", True)
    button.setToolTip(tip)
    return button
