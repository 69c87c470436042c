"""What the user changes on a person: the questions asked, the writes made, each with its undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import ALL_KINDS, TaskRunner
from desktop_app.ui.people.person_dialogs import (
    AddAliasDialog,
    MergePersonsDialog,
    RenamePersonDialog,
    SplitAliasDialog,
)
from desktop_app.ui.people.person_facts import PersonFacts


class PersonActs(QObject):
    """Acts on the person whom ``set_facts`` named last."""

    def __init__(
        self, library: Library, tasks: TaskRunner, notifier: Notifier, page: QWidget
    ) -> None:
        super().__init__(page)
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._page = page
        self._facts: PersonFacts | None = None

    def set_facts(self, facts: PersonFacts) -> None:
        """Act on this person from now on."""
        self._facts = facts

    def rename(self) -> None:
        """Ask for another main name."""
        if self._facts is not None:
            dialog = RenamePersonDialog(self._facts, self._page)
            dialog.name_chosen.connect(self.call)
            dialog.open()

    def merge(self) -> None:
        """Ask who else is the same person."""
        if self._facts is not None:
            dialog = MergePersonsDialog(self._library, self._tasks, self._facts, self._page)
            dialog.persons_chosen.connect(self._on_persons_chosen)
            dialog.open()

    def split(self) -> None:
        """Ask which name is somebody else's."""
        if self._facts is not None and len(self._facts.spellings) > 1:
            dialog = SplitAliasDialog(self._facts, self._page)
            dialog.alias_chosen.connect(self.split_off)
            dialog.open()

    def ask_alias(self) -> None:
        """Ask for another spelling."""
        if self._facts is not None:
            dialog = AddAliasDialog(self._facts, self._page)
            dialog.name_chosen.connect(self._on_alias_added)
            dialog.open()

    def hide_it(self) -> None:
        """Say that this is no person, or that it is one after all."""
        if self._facts is None:
            return
        person = self._facts.person
        words = "is a person again" if person.hidden else "is hidden: not a person"
        call = partial(self._library.people.hide, person.id, not person.hidden)
        self._write(call, f"“{person.name}” {words}.")

    def write_note(self, person_id: int, note: str) -> None:
        """Keep the user's note on a person."""
        self._write(partial(self._library.people.set_note, person_id, note), "The note is kept.")

    def link_wikidata(self, person_id: int, item: str) -> None:
        """Keep which item of Wikidata a person is; empty takes the link away."""
        said = "Linked to Wikidata." if item else "The link to Wikidata is taken away."
        self._write(partial(self._library.people.link_wikidata, person_id, item), said)

    def call(self, name: str) -> None:
        """Give the person this main name."""
        if self._facts is not None:
            rename = partial(self._library.people.rename, self._facts.person.id, name)
            self._write_name(rename, name, f"Now called “{name}”.")

    def split_off(self, alias: str) -> None:
        """Make a spelling a person of its own."""
        if self._facts is not None:
            act = partial(self._library.people.split_alias, self._facts.person.id, alias)
            self._write(act, f"“{alias}” is a person of its own now.")

    def remove_alias(self, alias: str) -> None:
        """Forget a spelling that no article uses."""
        if self._facts is not None:
            act = partial(self._library.people.remove_alias, self._facts.person.id, alias)
            self._write(act, f"Removed “{alias}”.")

    def _on_alias_added(self, alias: str) -> None:
        if self._facts is not None:
            add = partial(self._library.people.add_alias, self._facts.person.id, alias)
            said = f"“{alias}” is another name of {self._facts.person.name} now."
            self._write_name(add, alias, said)

    def _on_persons_chosen(self, ids: tuple[int, ...]) -> None:
        if self._facts is not None:
            act = partial(self._library.people.merge, self._facts.person.id, ids)
            self._write(act, f"Merged {len(ids) + 1} names into one person.")

    def _write_name(self, call: Callable[[], object], name: str, said: str) -> None:
        """Give a name, and tell who else has it: that doesn't make them one person."""
        assert self._facts is not None
        people, person_id = self._library.people, self._facts.person.id

        def write() -> int:
            call()
            return len(people.namesakes(person_id, name))

        def tell(others: int) -> None:
            who = "Somebody else is" if others == 1 else f"{others} others are"
            more = f" {who} called so too: Merge… makes them one." if others else ""
            self._notifier.info(said + more, undo=self._undo)

        task = self._tasks.write(write, label="Changing a person", changes=("people",))
        task.succeeded(tell)

    def _write(self, call: Callable[[], object], said: str) -> None:
        task = self._tasks.write(call, label="Changing a person", changes=("people",))
        task.succeeded(lambda _: self._notifier.info(said, undo=self._undo))

    def _undo(self) -> None:
        self._tasks.write(self._library.undo, label="Taking it back", changes=ALL_KINDS)
