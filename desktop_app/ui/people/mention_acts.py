"""The user's word on who is named at a place in an article: menus, the question, the writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.article import Article, NamedPerson, UnassignedMention
from desktop_app.core.errors import InputError
from desktop_app.core.quote_search import find_quotes
from desktop_app.core.text_quote import TextQuote
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import ALL_KINDS, TaskRunner
from desktop_app.ui.people.whom_dialog import Asked, WhomDialog
from desktop_app.ui.reading.reader_links import NamedPlace

_Places = Sequence[tuple[int, int]]
_UNTITLED = "Untitled"


class MentionActs(QObject):
    """Asks and writes for one view; ``person_requested`` opens a person."""

    person_requested = Signal(int)

    def __init__(
        self, library: Library, tasks: TaskRunner, notifier: Notifier, view: QWidget
    ) -> None:
        super().__init__(view)
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._view = view

    def menu_of(self, article: Article, place: NamedPlace) -> QMenu:
        """What can be done with a name of the article."""
        menu = QMenu(self._view)
        menu.setToolTipsVisible(True)
        clean = article.clean
        person = next((each for each in clean.people if each.id == place.person_id), None)
        if person is not None and place.person_id is not None:
            self._offer_person(menu, person, place.person_id)
        else:
            self._offer_those_possible(menu, article, place)
        menu.addSeparator()
        words = clean.text[place.start : place.end]
        asked = Asked(words, clean.title or _UNTITLED, place.person_id)
        here = [(place.start, place.end)]
        menu.addAction("This is somebody else…", partial(self.ask, article.id, here, asked))
        said = f"“{words}” is no person here."
        nobody = partial(self.assign, article.id, here, None, said)
        menu.addAction("Not a person here", nobody)
        if person is not None:
            menu.addAction("Not a person anywhere", partial(self._hide, person))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def ask(self, article_id: int, places: _Places, asked: Asked) -> None:
        """Ask who is meant at some places."""
        dialog = WhomDialog(self._library, self._tasks, asked, self._view)
        dialog.whom_chosen.connect(partial(self._on_whom_chosen, article_id, places, asked))
        dialog.open()

    def ask_stretch(self, article: Article, selected: TextQuote) -> None:
        """Ask who is meant by words that were selected where the article is shown."""
        (start,) = find_quotes(article.clean.text, [selected])
        if start is None or not selected.exact:
            self._notifier.failure(
                InputError(
                    "Nobody can be named by this selection.",
                    "Select a name within one paragraph of the article's text.",
                )
            )
            return
        asked = Asked(selected.exact, article.clean.title or _UNTITLED)
        self.ask(article.id, [(start, start + len(selected.exact))], asked)

    def assign(self, article_id: int, places: _Places, whom: int | str | None, said: str) -> None:
        """Write who is named at some places."""
        self._write(partial(self._library.people.assign_mentions, article_id, places, whom), said)

    def _offer_person(self, menu: QMenu, person: NamedPerson, person_id: int) -> None:
        opening = menu.addAction(
            f"Open {_plain(person.name)}", partial(self.person_requested.emit, person_id)
        )
        menu.setDefaultAction(opening)

    def _offer_those_possible(self, menu: QMenu, article: Article, place: NamedPlace) -> None:
        """Each person whom a name may mean, for this place and for all alike."""
        found = article.clean.unassigned
        here = next((each for each in found if each.mention.start == place.start), None)
        if here is None:
            return
        words, alike = here.mention.text, places_alike(found, here)
        menu.addAction(f"“{_plain(words)}” here is…").setEnabled(False)
        for name, person_id in zip(here.names, here.ids, strict=True):
            place_here = [(place.start, place.end)]
            said = f"“{words}” is {name} here."
            call = partial(self.assign, article.id, place_here, person_id, said)
            menu.addAction(_plain(name), call)
        if len(alike) > 1 and here.ids:
            count = "Both" if len(alike) == 2 else f"All {len(alike)}"
            every = menu.addMenu(f"{count} of these are…")
            for name, person_id in zip(here.names, here.ids, strict=True):
                said = f"“{words}” is {name} in this article."
                call = partial(self.assign, article.id, alike, person_id, said)
                every.addAction(_plain(name), call)

    def _on_whom_chosen(
        self,
        article_id: int,
        places: _Places,
        asked: Asked,
        whom: int | str,
        everywhere: bool,
    ) -> None:
        if everywhere and asked.person_id is not None:
            call = partial(
                self._library.people.assign_in_article, article_id, asked.person_id, whom
            )
            self._write(call, "In this article it is somebody else now.")
            return
        self.assign(article_id, places, whom, f"“{asked.words}” is somebody else here now.")

    def _hide(self, person: NamedPerson) -> None:
        if person.id is not None:
            call = partial(self._library.people.hide, person.id, True)
            self._write(call, f"“{person.name}” is hidden: not a person.")

    def _write(self, call: Callable[[], object], said: str) -> None:
        task = self._tasks.write(call, label="Changing who is named", changes=("people",))
        task.succeeded(lambda _: self._notifier.info(said, undo=self._undo))

    def _undo(self) -> None:
        self._tasks.write(self._library.undo, label="Taking it back", changes=ALL_KINDS)


def places_alike(
    found: Sequence[UnassignedMention], one: UnassignedMention
) -> list[tuple[int, int]]:
    """The places of the same words that may mean the same persons."""
    return [
        (each.mention.start, each.mention.end)
        for each in found
        if each.mention.text == one.mention.text and each.ids == one.ids
    ]


def _plain(words: str) -> str:
    """Words in a menu, where an ampersand would be the mark of a key."""
    return words.replace("&", "&&")
