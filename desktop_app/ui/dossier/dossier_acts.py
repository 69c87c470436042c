"""What can be done to dossiers as such; each act says what it did, with undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.counted import count_articles
from desktop_app.ui.base.task import Task
from desktop_app.ui.late_parts import LateParts

if TYPE_CHECKING:
    from desktop_app.core.dossier import Dossier
    from desktop_app.ui.library.library_places import Place

_CHANGES = ("dossiers",)
_RENAMED = (*_CHANGES, "searches")


class DossierActs(QObject):
    """Asks, and runs acts on the writer's thread.

    ``made`` gives the id of a new dossier that is to be filled, ``list_wanted`` the query that
    lists a dossier's articles, ``export_wanted`` the id of a dossier that is to go out,
    ``citation_wanted`` and ``key_wanted`` articles that are to be cited.
    """

    made = Signal(int)
    list_wanted = Signal(str)
    export_wanted = Signal(int)
    citation_wanted = Signal(list)
    key_wanted = Signal(list)

    def __init__(self, late: LateParts, undo: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._late = late
        self.undo = undo
        self._window = window

    # Asking

    def ask_make(self, ids: Sequence[int] = ()) -> None:
        """Ask for a new dossier's name, and make it of these articles."""
        dialog = self._late.name_dossier_dialog("", len(ids), self._window)
        dialog.name_wanted.connect(lambda name: self.make(name, ids))
        dialog.open()

    def ask_add(self, ids: Sequence[int]) -> None:
        """Ask into which dossier to put these articles."""
        dialog = self._late.choose_dossier_dialog(len(ids), self._window)
        dialog.dossier_wanted.connect(lambda found: self.add(found.id, found.name, ids))
        dialog.new_wanted.connect(lambda name: self.make(name, ids))
        dialog.open()

    def ask_rename(self, dossier_id: int, name: str) -> None:
        """Ask for a dossier's new name."""
        dialog = self._late.name_dossier_dialog(name, 0, self._window)
        dialog.name_wanted.connect(lambda new: self.rename(dossier_id, new))
        dialog.open()

    def ask_rename_place(self, place: Place) -> None:
        """Ask for the new name of a dossier in the library."""
        self.ask_rename(int(place.key), place.name)

    def ask_cover(self, dossier: Dossier) -> None:
        """Ask for what stands on a dossier's first page."""
        dialog = self._late.cover_dialog(dossier, self._window)
        dialog.cover_wanted.connect(lambda name, cover: self.edit(dossier.id, name, cover))
        dialog.open()

    # Acting

    def make(self, name: str, ids: Sequence[int] = ()) -> None:
        """Make a dossier of these articles."""
        dossiers = self._late.library.dossiers
        holding = f" with {count_articles(len(ids))}" if ids else ""
        task = self._write(lambda: dossiers.make(name, ids), f"Made the dossier “{name}”{holding}.")
        if not ids:
            task.succeeded(self.made.emit)

    def add(
        self, dossier_id: int, name: str, ids: Sequence[int], before: int | None = None
    ) -> None:
        """Put articles into a dossier, before an entry or last."""
        task = self._late.tasks.write(
            lambda: self._late.library.dossiers.add_articles(dossier_id, ids, before),
            label="Add to dossier",
            changes=_CHANGES,
        )
        task.succeeded(lambda added: self._say_added(name, added, len(ids) - added))

    def rename(self, dossier_id: int, name: str) -> None:
        """Give a dossier another name."""
        dossiers = self._late.library.dossiers
        said = f"The dossier is called “{name}”."
        self._write(lambda: dossiers.rename(dossier_id, name), said, _RENAMED)

    def edit(self, dossier_id: int, name: str, cover: Mapping[str, str]) -> None:
        """Set a dossier's name and cover."""
        dossiers = self._late.library.dossiers
        said = f"Changed the cover of “{name}”."
        self._write(lambda: dossiers.edit(dossier_id, name, cover), said, _RENAMED)

    def delete(self, dossier_id: int, name: str) -> None:
        """Delete a dossier; its articles stay."""
        dossiers = self._late.library.dossiers
        said = f"Deleted the dossier “{name}”; its articles are still in the archive."
        self._write(lambda: dossiers.delete(dossier_id), said)

    def delete_place(self, place: Place) -> None:
        """Delete a dossier of the library."""
        self.delete(int(place.key), place.name)

    def fill_menu(self, menu: QMenu, place: Place) -> None:
        """What can be done to a dossier in the library, or to make one."""
        if place.key:
            menu.addAction("List its articles", lambda: self.list_wanted.emit(place.query))
            menu.addAction("Export…", lambda: self.export_wanted.emit(int(place.key)))
            menu.addAction(
                "Rename the dossier…", QKeySequence("F2"), lambda: self.ask_rename_place(place)
            )
            menu.addSeparator()
            menu.addAction(
                "Delete the dossier", QKeySequence("Del"), lambda: self.delete_place(place)
            )
            menu.addSeparator()
        menu.addAction("New dossier…", self.ask_make)

    def _write(
        self, call: Callable[[], object], said: str, changes: Sequence[str] = _CHANGES
    ) -> Task:
        task = self._late.tasks.write(call, label="Dossier", changes=changes)
        return task.succeeded(lambda _done: self._late.notifier.info(said, undo=self.undo))

    def _say_added(self, name: str, added: int, there: int) -> None:
        stood = f"{there:,} stood" if there != 1 else "1 stood"
        if not added:
            self._late.notifier.info(f"All of them stand in “{name}” already.")
            return
        also = f" {stood} in it already." if there else ""
        said = f"Added {count_articles(added)} to “{name}”.{also}"
        self._late.notifier.info(said, undo=self.undo)
