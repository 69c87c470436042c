"""What can be done to saved searches; each act says what it did, with undo."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.ui.late_parts import LateParts
from desktop_app.ui.library.library_places import Place


class SearchActs(QObject):
    """Asks, and runs acts on the writer's thread; ``undo`` takes the last one back."""

    def __init__(self, late: LateParts, undo: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._late = late
        self._undo = undo
        self._window = window

    def ask_save(self, query: str, names: Collection[str]) -> None:
        """Ask under which name to keep a query; ``names`` are taken."""
        dialog = self._late.saved_search_dialog(query, "", names, self._window)
        dialog.wanted.connect(self.save)
        dialog.open()

    def ask_change(self, place: Place, names: Collection[str]) -> None:
        """Ask for another name or query of a saved search."""
        dialog = self._late.saved_search_dialog(place.query, place.name, names, self._window)
        dialog.wanted.connect(lambda name, query: self.change(place, name, query))
        dialog.open()

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        self._write(
            lambda: self._late.library.searches.save(name, query), f"Saved the search “{name}”."
        )

    def change(self, place: Place, name: str, query: str) -> None:
        """Give a saved search another name and query."""
        if (name, query) != (place.name, place.query):
            self._write(
                lambda: self._late.library.searches.change(int(place.key), name, query),
                f"Changed the search “{name}”.",
            )

    def delete(self, place: Place) -> None:
        """Forget a saved search."""
        said = f"Deleted the search “{place.name}”."
        self._write(lambda: self._late.library.searches.delete(int(place.key)), said)

    def move(self, place: Place, by: int) -> None:
        """Put a saved search so many places further down, or with a negative number up."""
        self._late.tasks.write(
            lambda: self._late.library.searches.move(int(place.key), by),
            label="Saved searches",
            changes=("searches",),
        )

    def _write(self, call: Callable[[], object], said: str) -> None:
        task = self._late.tasks.write(call, label="Saved searches", changes=("searches",))
        task.succeeded(lambda _result: self._late.notifier.info(said, undo=self._undo))
