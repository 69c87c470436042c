"""The page of a dossier: its cover in short, what stands in it, and what can be done to that."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from desktop_app.core.counted import count_articles, counted
from desktop_app.core.dossier import Dossier, DossierEntry, EntryKind
from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.dossier.adding_place import AddingPlace
from desktop_app.ui.dossier.dossier_acts import DossierActs
from desktop_app.ui.dossier.dossier_buttons import ButtonAct, DossierButtons
from desktop_app.ui.dossier.empty_dossier import EmptyDossier
from desktop_app.ui.dossier.entry_acts import EntryActs
from desktop_app.ui.dossier.entry_menu import entry_menu
from desktop_app.ui.dossier.entry_view import EntryView
from desktop_app.ui.dossier.excerpts_dialog import ExcerptsDialog
from desktop_app.ui.dossier.kept_while_written import KeptWhileWritten
from desktop_app.ui.dossier.preview_place import PreviewPlace
from desktop_app.ui.finding.search_text import dossier_query
from desktop_app.ui.widgets.page_head import (
    back_button,
    hint_label,
    page_layout,
    page_title,
)

_LEAST_WIDTH = 30 * GRID
_KINDS = frozenset({"dossiers", "articles", "highlights"})
_BY_DATE = "This dossier is ordered by date: order it by hand to move its entries."


class DossierPage(QWidget):
    """Read off the window's thread, again whenever something changed.

    ``passage_requested`` gives an article to read, ``gone`` tells that the dossier was deleted.
    """

    passage_requested = Signal(int, object)
    query_requested = Signal(str)
    back_requested = Signal()
    gone = Signal()

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        acts: DossierActs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("personPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self.acts = acts
        self._entry_acts = EntryActs(library, tasks, notifier, acts.undo)
        self._kept = KeptWhileWritten(library, tasks, notifier, self)
        self.dossier: Dossier | None = None
        self._id = 0
        self._stale = True
        self._wanted = self._wanted_article = 0
        self._is_kept_soon = False
        self._offered: tuple[int | None, ...] = ()
        self._build()
        tasks.changed.connect(self._on_changed)

    @property
    def dossier_id(self) -> int:
        """The dossier that is shown."""
        return self._id

    def show_dossier(self, dossier_id: int) -> None:
        """Show another dossier, or this one as it is now."""
        if dossier_id != self._id:
            self._id, self.dossier = dossier_id, None
            self.view.show_entries(())
        self.refresh()

    def refresh(self) -> None:
        """Read the dossier again; not while something is written in it."""
        if self.view.is_writing:
            self._stale = True
            return
        self._stale = False
        dossier_id, dossiers = self._id, self._library.dossiers
        task = self._tasks.read(
            lambda: (dossiers.get(dossier_id), dossiers.entries(dossier_id)), key="dossier"
        )
        task.succeeded(self._show).failed(self._on_failed)

    # What the user does

    def add_heading(self, *, above: bool = False) -> None:
        """Write a new heading below the cursor, or above it."""
        self._write_new(EntryKind.HEADING, above=above)

    def add_text(self) -> None:
        """Write text of one's own below the cursor."""
        self._write_new(EntryKind.TEXT)

    def find_articles(self) -> None:
        """Search for articles beside the entries, to drag or add them; or be done with that."""
        if self.dossier is not None:
            self.adding.turn(self.dossier.id)

    def add_articles(self, ids: list[int], before: int | None) -> None:
        """Put articles before an entry, or last; those that stand here already stay."""
        if self.dossier is not None and ids:
            self._wanted_article = ids[-1]
            self.acts.add(self._id, self.dossier.name, ids, before)

    def shift_level(self, by: int) -> None:
        """Make the chosen headings one level higher (-1) or lower (1)."""
        self._entry_acts.shift_levels(self.view.chosen(), by)

    def fold_all(self) -> None:
        """Fold every section, or unfold all."""
        self.view.fold_all()

    def move_chosen(self, by: int) -> None:
        """Move the chosen entries one place up (-1) or down (1)."""
        ids = self.view.chosen_ids()
        if not ids:
            return
        entries = [entry.id for entry in self.view.entries.entries]
        row = self.view.step_row(by, [entries.index(each) for each in ids])
        self.move_entries(ids, self.view.entries.id_at(row))

    def move_entries(self, ids: list[int], before: int | None) -> None:
        """Put entries before another one, or last."""
        if self.dossier is not None and self.dossier.by_date:
            self._notifier.info(_BY_DATE)
            return
        self._entry_acts.move(ids, before)

    def remove_chosen(self) -> None:
        """Take the chosen entries out."""
        if ids := self.view.chosen_ids():
            self._entry_acts.remove(ids)

    def put_again(self) -> None:
        """Put the chosen articles into the dossier once more, below the last of them."""
        if not (articles := self._chosen_articles()):
            return
        ids = [entry.article_id for entry in articles if entry.article_id]
        entries = [entry.id for entry in self.view.entries.entries]
        before = self.view.entries.id_at(entries.index(articles[-1].id) + 1)
        self._entry_acts.put_again(self._id, ids, before)

    def _chosen_articles(self) -> list[DossierEntry]:
        """The articles among the chosen entries; where there is none, it is said."""
        articles = [each for each in self.view.chosen() if each.article_id is not None]
        if not articles:
            self._notifier.info("Choose an article of the dossier first.")
        return articles

    def choose_excerpts(self) -> None:
        """Ask which highlights stand for the article at the cursor."""
        if not (articles := self._chosen_articles()):
            return
        entry = articles[0]
        dialog = ExcerptsDialog(self._library, self._tasks, entry, self)
        dialog.excerpts_wanted.connect(lambda ids: self._entry_acts.set_excerpts(entry.id, ids))
        dialog.open()

    def order_by_date(self, by_date: bool) -> None:
        """Order the articles of each section by published date, or all by hand."""
        self._entry_acts.order_by_date(self._id, by_date)

    def turn_order(self) -> None:
        """Order by date what is ordered by hand, and the other way round."""
        if self.dossier is not None:
            self.order_by_date(not self.dossier.by_date)

    def change_cover(self) -> None:
        """Ask for the name and what stands on the first page."""
        if self.dossier is not None:
            self.acts.ask_cover(self.dossier)

    def turn_preview(self) -> None:
        """Show or hide the pages as they will be printed."""
        self.preview.button.toggle()

    def export(self) -> None:
        """Ask how to export the dossier."""
        if self.dossier is not None:
            self.acts.export_wanted.emit(self.dossier.id)

    def list_articles(self) -> None:
        """Show the dossier's articles in the list."""
        if self.dossier is not None:
            self.query_requested.emit(dossier_query(self.dossier.name))

    def delete(self) -> None:
        """Delete the dossier."""
        if self.dossier is not None:
            self.acts.delete(self.dossier.id, self.dossier.name)

    # What the parts tell

    def _show(self, read: tuple[Dossier, list[DossierEntry]]) -> None:
        dossier, entries = read
        if dossier.id != self._id:
            return
        if self.view.is_writing:
            self._stale = True
            return
        self.dossier = dossier
        self.title.setText(dossier.name)
        cover = dossier.cover
        told = [cover.subtitle, cover.author, cover.date]
        self.told.setText(" · ".join(part for part in told if part))
        self.told.setVisible(any(told))
        self.words.setText(_in_words(dossier, entries))
        self.adding.follow(dossier.id)
        self.buttons.show_order(dossier.by_date)
        self._offer_articles(entries)
        self.view.show_entries(entries)
        self.pages.setCurrentWidget(self.view if entries else self.nothing)
        self.preview.show_dossier(dossier, entries)
        self.view.choose_article(self._wanted_article)
        self._wanted_article = 0
        if self._wanted:
            self.view.choose(self._wanted)
            self._wanted = 0
        elif entries and not self.view.currentIndex().isValid():
            self.view.choose(entries[0].id)

    def _offer_articles(self, entries: Iterable[DossierEntry]) -> None:
        """Have the articles ready for a text that cites them; they get their keys with that."""
        ids = tuple(each.article_id for each in entries if each.kind is EntryKind.ARTICLE)
        if ids == self._offered:
            return
        self._offered = ids
        dossier_id, citing = self._id, self._library.citing
        task = self._tasks.write(lambda: citing.offers(dossier_id), label="", changes=())
        task.succeeded(self.view.set_offers)

    def _on_articles_wanted(self, ids: list[int]) -> None:
        """They come below the cursor, which goes with them, so that the next come below those."""
        row = self.view.currentIndex().row()
        rows = self.view.entries.with_folded([row]) if row >= 0 else [-1]
        before = self.view.entries.id_at(rows[-1] + 1) if self.view.entries.rowCount() else None
        self.add_articles(ids, before)

    def _on_search_turned(self, is_open: bool) -> None:
        if not is_open:
            self.view.setFocus()

    def _on_failed(self, failure: AppError) -> None:
        if self.isVisible():
            self.gone.emit()
        self.dossier = None

    def _on_opened(self, entry: DossierEntry) -> None:
        if entry.article_id is None:
            self._notifier.info("This article was deleted for good; its title is what is left.")
        elif entry.in_trash:
            self._notifier.info("This article is in the trash: bring it back from there first.")
        else:
            self.passage_requested.emit(entry.article_id, "")

    def _on_left(self, entry: DossierEntry, words: str, level: int, before: int | None) -> None:
        """What was written and left by Escape isn't lost by that."""
        keep = partial(self._keep, self._id, entry, words, level, before)
        self._notifier.offer("What you wrote is not in the dossier.", "Put it in", keep)

    def _on_written(self, entry: DossierEntry, words: str, level: int, before: int | None) -> None:
        self._keep(self._id, entry, words, level, before)

    def _keep(
        self, dossier_id: int, entry: DossierEntry, words: str, level: int, before: int | None
    ) -> None:
        self._is_kept_soon = True
        if entry.kind is EntryKind.TEXT:
            task = self._kept.finish(dossier_id, entry, words, before)
        else:
            task = self._entry_acts.write_heading(dossier_id, entry, words, level, before)
        task.succeeded(self._on_added).ended.connect(self._on_kept)

    def _on_text_typed(self, entry: DossierEntry, words: str, before: int | None) -> None:
        self._kept.typed(self._id, entry, words, before)

    def keep_writing(self) -> None:
        """Keep what is being written, as Cuttings ends."""
        self._kept.keep_now()

    def _on_added(self, entry_id: int | None) -> None:
        """The cursor goes to what is new; None or 0 tells that it isn't."""
        self._wanted = entry_id or 0
        self.refresh()

    def _write_new(self, kind: EntryKind, *, above: bool = False) -> None:
        if self.dossier is not None:
            self.pages.setCurrentWidget(self.view)
            self.view.write_new(kind, above=above)

    def _on_kept(self) -> None:
        self._is_kept_soon = False

    def _on_writing_ended(self) -> None:
        if not self._is_kept_soon:
            self._kept.leave_out()
            self.preview.show_typed(self.view.entries.entries)
        if self._stale or not self.view.entries.rowCount():
            self.refresh()

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & _KINDS:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the search for articles away, from wherever nothing else is left by it."""
        if event.key() == Qt.Key.Key_Escape and self.adding.is_open:
            self.adding.close()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed meanwhile."""
        super().showEvent(event)
        if self._stale and self._id:
            self.refresh()

    def _on_menu(self, position: QPoint) -> None:
        menu = self.menu()
        menu.popup(self.view.viewport().mapToGlobal(position))

    def menu(self) -> QMenu:
        """What can be done with the chosen entries."""
        return entry_menu(self)

    def set_level(self, chosen: Iterable[DossierEntry], level: int) -> None:
        """Give headings the same level."""
        self._entry_acts.set_level(chosen, level)

    # Building

    def _build(self) -> None:
        self.back_button = back_button(self)
        self.back_button.clicked.connect(self.back_requested)
        self.title = page_title("", self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.told = hint_label("", self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.words = hint_label("", self)
        self.view = EntryView(self)
        self._follow(self.view)
        self.setFocusProxy(self.view)
        self.body = QSplitter(Qt.Orientation.Horizontal, self)
        self.body.setChildrenCollapsible(False)
        self.body.setHandleWidth(1)
        self.nothing = EmptyDossier(self)
        self.nothing.search_wanted.connect(self.find_articles)
        self.nothing.articles_dropped.connect(lambda ids: self.add_articles(ids, None))
        self.pages = QStackedWidget(self)
        self.pages.setMinimumWidth(_LEAST_WIDTH)
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.nothing)
        self.body.addWidget(self.pages)
        self.adding = AddingPlace(self._library, self._tasks, self.body)
        self.adding.wanted.connect(self._on_articles_wanted)
        self.adding.turned.connect(self.nothing.show_searching)
        self.adding.turned.connect(self._on_search_turned)
        self.preview = PreviewPlace(self._library, self._tasks, self.body)
        self.preview.entry_wanted.connect(self.view.choose)
        self.view.typed.connect(self.preview.show_typed)
        self.view.current_changed.connect(self.preview.follow)
        layout = page_layout(self)
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        head.addWidget(self.words)
        layout.addLayout(head)
        layout.addWidget(self.title)
        layout.addWidget(self.told)
        self.buttons = self._buttons()
        layout.addWidget(self.buttons)
        layout.addWidget(self.body, 1)

    def _follow(self, view: EntryView) -> None:
        """Do what is done to the entries."""
        view.opened.connect(self._on_opened)
        view.move_wanted.connect(self.move_entries)
        view.step_wanted.connect(self.move_chosen)
        view.removal_wanted.connect(self._entry_acts.remove)
        view.level_wanted.connect(self.shift_level)
        view.articles_dropped.connect(self.add_articles)
        view.written.connect(self._on_written)
        view.text_typed.connect(self._on_text_typed)
        view.left.connect(self._on_left)
        view.writing_ended.connect(self._on_writing_ended)
        view.customContextMenuRequested.connect(self._on_menu)

    def _buttons(self) -> DossierButtons:
        acts = (
            ButtonAct(
                "Add articles…",
                "plus",
                self.find_articles,
                "Search for articles beside the entries (Ctrl+Shift+D)",
            ),
            ButtonAct(
                "Heading", "heading", self.add_heading, "A heading below the cursor (Ctrl+Shift+H)"
            ),
            ButtonAct(
                "Text",
                "note",
                self.add_text,
                "Text of your own below the cursor, in Markdown (Ctrl+Shift+M)",
            ),
            ButtonAct(
                "Cover…", "edit", self.change_cover, "Title, subtitle, author, date and abstract"
            ),
            ButtonAct(
                "Show in list",
                "all",
                self.list_articles,
                "The articles of the dossier in the list, to search and read them",
            ),
            ButtonAct("Export…", "export", self.export, "The dossier in any format (Ctrl+E)"),
        )
        buttons = DossierButtons(acts, self.preview.button, self)
        buttons.order_wanted.connect(self.order_by_date)
        self.order = buttons.order
        return buttons


def _in_words(dossier: Dossier, entries: Iterable[DossierEntry]) -> str:
    held = counted(dossier.entries, "entry", "entries")
    words = counted(sum(_words(each) for each in entries), "word")
    return f"{count_articles(dossier.articles)} · {held} · {words}"


def _words(entry: DossierEntry) -> int:
    return entry.words or len(entry.markdown.split()) + len(entry.title.split()) * (
        entry.kind is EntryKind.HEADING
    )
