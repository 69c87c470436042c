"""The window: three panes, the pages that stand in for two of them, and where each wish goes.

Composition and routing only; what a pane shows and does is the pane's.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_acts import ArticleActs
from desktop_app.ui.article_list.chosen_articles import ChosenArticles
from desktop_app.ui.article_list.list_pane import ListPane
from desktop_app.ui.base.commands import CommandRegistry, Needs
from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.citing.citing_acts import CitingActs
from desktop_app.ui.clipping.clipboard_data import (
    carries_something,
    dropped_export,
)
from desktop_app.ui.clipping.clipping_acts import ClippingActs
from desktop_app.ui.dossier.dossier_acts import DossierActs
from desktop_app.ui.feeds.feed_acts import FeedActs
from desktop_app.ui.feeds.feed_work import FeedWork
from desktop_app.ui.finding.search_acts import SearchActs
from desktop_app.ui.finding.search_history import SearchHistory
from desktop_app.ui.finding.search_text import person_query, tag_query
from desktop_app.ui.folders.folder_work import FolderWork
from desktop_app.ui.late_parts import LateParts
from desktop_app.ui.library.chosen_place import ChosenPlace
from desktop_app.ui.library.library_pane import LibraryPane
from desktop_app.ui.library.library_places import ALL, FIXED_PLACES, Place, PlaceKind
from desktop_app.ui.queue.queue_work import QueueWork
from desktop_app.ui.queue.watch_acts import WatchActs
from desktop_app.ui.tags.tag_acts import TagActs
from desktop_app.ui.timeline.timeline_place import TimelinePlace
from desktop_app.ui.widgets.late_page import LatePage
from desktop_app.ui.widgets.late_pane import NO_ARTICLE, LatePane, empty_reader
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.window.archive_watch import ArchiveWatch
from desktop_app.ui.window.main_commands import main_commands
from desktop_app.ui.window.main_menu import fill_menu, fill_menu_bar, give_menu
from desktop_app.ui.window.safekeeping_acts import SafekeepingActs
from desktop_app.ui.window.status_line import StatusLine
from desktop_app.ui.window.window_dialogs import WindowDialogs
from desktop_app.ui.window.window_layout import keep_layout, restore_layout, restore_reader
from desktop_app.ui.window.window_pages import WindowPages

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.text_quote import TextQuote
    from desktop_app.ui.article_list.fetching_again import FetchingAgain
    from desktop_app.ui.browsers.browser_receiving import BrowserReceiving
    from desktop_app.ui.browsing.browsing_acts import BrowsingActs
    from desktop_app.ui.dialogs.welcome import WelcomePage
    from desktop_app.ui.exporting.preset import Preset
    from desktop_app.ui.finding.facet_panel import FacetPanel
    from desktop_app.ui.reading.reader_pane import ReaderPane
    from desktop_app.ui.reading.reading_acts import ReadingActs

_SMALLEST = QSize(800, 520)
# The rest of the window waits for the first list, but no longer.
_LIST_WITHIN_MS, _READER_AFTER_MS = 2_000, 60


class MainWindow(QMainWindow):
    """One window on one archive."""

    def __init__(
        self, library: Library, tasks: TaskRunner, notifier: Notifier, state: WindowState
    ) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._notifier = notifier
        self._state = state
        self._late = LateParts(library, tasks, notifier)
        self._has_rest = False
        self._reading: ReadingActs | None = None
        self._receiving: BrowserReceiving | None = None
        self._make_parts()
        self._arrange()
        self._connect()
        self.commands = CommandRegistry(self)
        for command in main_commands(self):
            self.addAction(self.commands.add(command))
        fill_menu_bar(self.menuBar(), self.commands)
        give_menu(self.list_pane.sort_button, self.commands, "list")
        self._enable_commands()
        self._centre.currentChanged.connect(self._on_page_changed)
        restore_layout(self, state)
        self.list_pane.set_scope(ALL.query, ALL.name)
        self.list_pane.view.setFocus()
        self._watch = ArchiveWatch(library, tasks, self)
        self.list_pane.listed.connect(self._show_rest)
        QTimer.singleShot(_LIST_WITHIN_MS, self, self._show_rest)

    @property
    def welcome(self) -> WelcomePage:
        """The page that greets; most archives aren't empty, so it is made when it is wanted."""
        return self._welcome.get()

    @property
    def reader(self) -> ReaderPane:
        """The pane on the right; made once the list is there, or when it is first wanted."""
        return self._reader.get()

    @property
    def reading(self) -> ReadingActs:
        """What the user does to how articles are set."""
        self._reader.get()
        if self._reading is None:
            raise RuntimeError("the reader was made without its acts")
        return self._reading

    @property
    def has_reader(self) -> bool:
        """Whether the pane on the right was made yet."""
        return self._reader.made is not None

    @property
    def receiving(self) -> BrowserReceiving:
        """What takes in what browsers send; made when the window is at rest, or first wanted."""
        if self._receiving is None:
            self._receiving = self._late.browser_receiving(self)
            self._receiving.window_wanted.connect(self._on_window_wanted)
            self._receiving.article_wanted.connect(self.show_article)
        return self._receiving

    def start_receiving(self) -> None:
        """Take in what browsers send, from now on."""
        self.receiving.start()

    def stop_receiving(self) -> None:
        """Take in nothing more."""
        if self._receiving is not None:
            self._receiving.stop()

    @cached_property
    def browsing(self) -> BrowsingActs:
        """What opens pages as a browser would; made when that is first wanted."""
        browsing = self._late.browsing_acts(self)
        browsing.page_captured.connect(self.dialogs.open_captured_page)
        return browsing

    def open_page(self, address: str = "") -> None:
        """Show an address as a browser would, or an empty window for one."""
        self.browsing.open(address)

    def open_shown_page(self) -> None:
        """Show the page of the article in the reader as a browser would."""
        self.browsing.open_article(self.reader.article)

    def stop_browsing(self) -> None:
        """Close the browser window, where it was opened."""
        if "browsing" in vars(self):
            self.browsing.close()

    @property
    def facets(self) -> FacetPanel:
        """By what the list can be narrowed; made when it is first shown."""
        return self._facets.get()

    @property
    def shows_facets(self) -> bool:
        """Whether the facets stand beside the list, in the window or behind another page."""
        return self._facets.made is not None and self._facets.made.isVisibleTo(self.articles)

    @cached_property
    def fetching(self) -> FetchingAgain:
        """What fetches articles again; made when that is first wanted."""
        fetching = self._late.fetching_again(self)
        fetching.versions_wanted.connect(self._on_versions_wanted)
        return fetching

    # Going to places

    def reload(self) -> None:
        """Read the library and the list again."""
        self.library_pane.reload()
        self._tasks.read(self._library.is_empty, key="is-empty").succeeded(self._on_emptiness)

    def show_article(self, article_id: int) -> None:
        """Show an article in the list and the reader."""
        self.show_list()
        if not self.list_pane.has_article(article_id) and (
            self.list_pane.query or self.library_pane.place is not ALL
        ):
            self.list_pane.search.clear()
            self.library_pane.choose(ALL)
        self.list_pane.show_article(article_id)

    def show_passage(self, article_id: int, words: str | TextQuote) -> None:
        """Show an article where these words stand in it."""
        self.reader.seek(article_id, words)
        self.show_article(article_id)

    def show_person(self, person_id: int) -> None:
        """Show a person's page."""
        self.pages.show_person(person_id)

    def show_people(self) -> None:
        """Show everybody who is named."""
        self.pages.show_people()

    def show_list(self) -> None:
        """Show list and reader."""
        self._centre.setCurrentWidget(self.articles)

    def show_welcome(self) -> None:
        """Show how to clip."""
        self._welcome.show()

    def set_query(self, text: str) -> None:
        """Search the whole archive."""
        self.show_list()
        self.library_pane.choose(ALL)
        self.list_pane.set_query(text)

    def go(self, kind: str) -> None:
        """Go to one of the library's fixed places, with the cursor in its list."""
        place = next(place for place in FIXED_PLACES if place.kind == kind)
        self.focus_list()
        self.library_pane.choose(place)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.show_list()
        self.list_pane.search.setFocus()
        self.list_pane.search.selectAll()

    def show_history(self) -> None:
        """Show the searches made before, below the search field."""
        self.show_list()
        self.list_pane.aids.show_history()

    def forget_searches(self) -> None:
        """Forget the searches made before."""
        self.list_pane.aids.history.clear()
        self._notifier.info("The searches made before are forgotten.")

    def focus_list(self) -> None:
        """Put the cursor into the list."""
        self.show_list()
        self.list_pane.view.setFocus()

    def select_all(self) -> None:
        """Choose everything in the list that has the cursor, else every article."""
        focused = QApplication.focusWidget()
        extended = QAbstractItemView.SelectionMode.ExtendedSelection
        if isinstance(focused, QAbstractItemView) and focused.selectionMode() is extended:
            focused.selectAll()
            return
        self.focus_list()
        self.list_pane.view.selectAll()

    def focus_reader(self) -> None:
        """Put the cursor into the text; where none is shown, into the list."""
        self.focus_list()
        self.reader.focus_text()

    def cited_ids(self) -> list[int]:
        """The articles that are chosen in the list, or in the dossier that is shown."""
        if self.pages.shows_dossier:
            chosen = self.pages.dossier_page.view.chosen()
            return [each.article_id for each in chosen if each.article_id is not None]
        return self.chosen.ids() if self._centre.currentWidget() is self.articles else []

    def save_search(self) -> None:
        """Keep the present query under a name."""
        self.chosen_place.save_search(self.list_pane.query)

    def export_shown(self, preset: Preset | None = None) -> None:
        """Export the dossier or person that is shown, else what the list or timeline shows."""
        if self.pages.shows_dossier:
            self.keeping.export_dossier(self.pages.dossier_page.dossier_id, preset)
        else:
            self.keeping.export(self.pages.person_query or self.list_pane.query, preset)

    # Looks

    def set_theme(self, mode: ThemeMode) -> None:
        """Choose the colours, and remember the choice."""
        theme().set_mode(mode)
        self._state.keep_word("theme", mode)

    def find_tag(self) -> None:
        """Put the cursor where tags are found by a few letters."""
        self.library_pane.show()
        self.library_pane.find_tag()

    def toggle_facets(self) -> None:
        """Show or hide by what the list can be narrowed."""
        self.facets.setVisible(not self.facets.isVisible())
        if self.facets.isVisible():
            self.show_list()
            self.facets.view.setFocus()

    # What Qt calls

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Be dressed before being seen."""
        if visible:
            theme().dress(self)
        super().setVisible(visible)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pages, texts, addresses and files."""
        mime = event.mimeData()
        if carries_something(mime) and not mime.hasFormat(ARTICLE_IDS_TYPE):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Clip what was dropped; show what is in another program's export."""
        event.acceptProposedAction()
        export = dropped_export(event.mimeData())
        if export is not None:
            self.dialogs.open_import(export)
        else:
            self.clipping.take(event.mimeData())

    def take_file(self, path: Path) -> None:
        """Clip a file, or show what is in it where it is an export of many articles."""

        def on_known(export: str | None) -> None:
            if export is not None:
                self.dialogs.open_import(path)
            else:
                self.clipping.take_file(path)

        importing = self._library.importing
        task = self._tasks.read(lambda: importing.surely_of(path), label="Reading the file")
        task.succeeded(on_known).failed(lambda _failure: on_known(None))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was left."""
        if self._reader.made is not None:
            self._reader.made.keep_edits()
            self._reader.made.position.leave()
        self.pages.keep_writing()
        keep_layout(self, self._state)
        self._watch.stop()
        super().closeEvent(event)
        self.stop_receiving()

    # Building

    def _make_parts(self) -> None:
        library, tasks, notifier = self._library, self._tasks, self._notifier
        self.setWindowTitle(f"{library.path.stem} – Cuttings")
        self.setAcceptDrops(True)
        self.setMinimumSize(_SMALLEST)
        self.acts = ArticleActs(library, tasks, notifier, self)
        self.tag_acts = TagActs(self._late, self.acts, self)
        self.search_acts = SearchActs(self._late, self.acts.undo, self)
        self.dossier_acts = DossierActs(self._late, self.acts.undo, self)
        self.feed_work = FeedWork(library, tasks, self)
        self.folder_work = FolderWork(library, tasks, self)
        self.feed_acts = FeedActs(self._late, self.feed_work, self.acts.undo, self)
        self.library_pane = LibraryPane(
            library,
            tasks,
            self.acts,
            self.tag_acts,
            self.search_acts,
            self.dossier_acts,
            self.feed_acts,
            self,
        )
        history = SearchHistory(self._state, library.path)
        self.list_pane = ListPane(library, tasks, history, self)
        self.articles = QSplitter(Qt.Orientation.Horizontal, self)
        self._facets = LatePane(
            QWidget(self), lambda: self._late.facet_panel(self), self._join_facets
        )
        self._reader = LatePane(
            empty_reader(NO_ARTICLE, self),
            lambda: self._late.reader_pane(self.acts, self),
            self._join_reader,
        )
        self.list_pane.view.set_tag_colours(self.library_pane.tag_colours)
        self.dialogs = WindowDialogs(self, self._late)
        self.queue_work = QueueWork(library, tasks, self)
        self.watch_acts = WatchActs(library, tasks, notifier)
        self.clipping = ClippingActs(notifier, self)
        self.chosen = ChosenArticles(self.list_pane, self.acts, self)
        self.chosen_place = ChosenPlace(
            self.library_pane, self.tag_acts, self.search_acts, notifier
        )
        self.keeping = SafekeepingActs(self._late, self.list_pane, self)
        self.citing = CitingActs(self._late, self._state, self)
        self.dossier_acts.citation_wanted.connect(self.citing.copy)
        self.dossier_acts.key_wanted.connect(self.citing.copy_keys)

    def _arrange(self) -> None:
        for part in (self._facets.shown, self.list_pane, self._reader.shown):
            self.articles.addWidget(part)
        self._facets.shown.hide()
        self.articles.setStretchFactor(2, 1)
        self.articles.setSizes([190, 360, 800])
        self._centre = QStackedWidget(self)
        self._centre.addWidget(self.articles)
        self._welcome = LatePage(self._centre, self._late.welcome_page, self._join_welcome)
        self.pages = WindowPages(
            self._late,
            self._centre,
            self.dossier_acts,
            self.queue_work,
            self.watch_acts,
            self.feed_work,
            self.feed_acts,
        )
        self.timeline_place = TimelinePlace(self._late, self._centre, self.list_pane)
        self.panes = QSplitter(Qt.Orientation.Horizontal, self)
        self.panes.addWidget(self.library_pane)
        self.panes.addWidget(self._centre)
        self.panes.setStretchFactor(1, 1)
        self.panes.setSizes([200, 1160])
        for splitter in (self.articles, self.panes):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.library_pane.setMinimumWidth(200)
        self._facets.shown.setMinimumWidth(150)
        self.list_pane.setMinimumWidth(260)
        self.setCentralWidget(self.panes)
        self.message_bar = MessageBar(self._notifier, self)
        self.status_line = StatusLine(self._library.path, self)
        self.setStatusBar(self.status_line)

    def _connect(self) -> None:
        self._tasks.task_count_changed.connect(self.status_line.show_task_count)
        self._tasks.write_begun.connect(self.status_line.follow_write)
        self._tasks.changed.connect(self._on_changed)
        self.library_pane.place_chosen.connect(self._on_place_chosen)
        self.library_pane.person_chosen.connect(self.show_person)
        self.library_pane.all_people_chosen.connect(self.show_people)
        self.library_pane.dossier_chosen.connect(self.pages.show_dossier)
        self.library_pane.feed_chosen.connect(self.pages.show_feeds)
        self.feed_work.queued.connect(self.queue_work.look)
        mark = self.library_pane.mark
        self.pages.person_shown.connect(lambda each: mark(PlaceKind.PERSON, str(each)))
        self.pages.feeds_shown.connect(self._on_feeds_shown)
        self.pages.dossier_shown.connect(lambda each: mark(PlaceKind.DOSSIER, str(each)))
        self.library_pane.emptying_wanted.connect(self.keeping.ask_empty_trash)
        self.library_pane.person_narrowed.connect(self._on_person_narrowed)
        self.list_pane.query_in_force.connect(self.library_pane.follow)
        pane = self.list_pane
        pane.article_chosen.connect(self._on_article_chosen)
        pane.article_opened.connect(lambda _article_id: self.focus_reader())
        pane.selection_changed.connect(self._on_selection_changed)
        pane.save_requested.connect(self.save_search)
        pane.view.versions_wanted.connect(self._on_versions_wanted)
        pane.view.watched_wanted.connect(self.pages.show_watched)
        pane.view.customContextMenuRequested.connect(self._on_list_menu)
        self.pages.query_requested.connect(self.set_query)
        self.pages.article_requested.connect(self.show_article)
        self.pages.page_requested.connect(self.open_page)
        self.queue_work.stood.connect(lambda standing: self.status_line.show_queue(standing.words))
        self.status_line.queue_button.clicked.connect(self.pages.show_addresses)
        for page in (self.pages, self.timeline_place):
            page.passage_requested.connect(self.show_passage)
            page.left.connect(self.show_list)
        self.list_pane.query_in_force.connect(self.pages.follow)
        self.clipping.items_ready.connect(self.dialogs.open_capture)
        self.clipping.file_chosen.connect(self.take_file)
        self.chosen.export_requested.connect(self.keeping.export)
        self.chosen.print_requested.connect(self.keeping.print_articles)
        self.chosen.tag_line_wanted.connect(self._on_tag_line_wanted)
        self.chosen.fetch_wanted.connect(self._on_fetch_wanted)
        self.chosen.fields_wanted.connect(self.dialogs.edit_fields)
        self.chosen.tag_choice_wanted.connect(self.library_pane.choose_tags)
        self.chosen.dossier_wanted.connect(self.dossier_acts.ask_add)
        self.dossier_acts.list_wanted.connect(self.set_query)
        self.dossier_acts.made.connect(self.pages.show_dossier)
        self.dossier_acts.export_wanted.connect(self.keeping.export_dossier)
        self.library_pane.export_wanted.connect(self.keeping.export)
        for page in (self.pages, self.timeline_place):
            page.export_wanted.connect(self.keeping.export)

    def _show_rest(self) -> None:
        """What the first list doesn't wait for: the library's counts, the timeline, the reader."""
        if self._has_rest:
            return
        self._has_rest = True
        self.reload()
        self.list_pane.show_timeline()
        QTimer.singleShot(_READER_AFTER_MS, self, self._reader.get)

    def _join_welcome(self, page: WelcomePage) -> None:
        page.clip_requested.connect(self.clipping.paste)
        page.address_requested.connect(self.clipping.ask_address)
        page.files_requested.connect(self.clipping.ask_files)
        page.sample_loaded.connect(self.show_list)

    def _join_facets(self, facets: FacetPanel) -> None:
        pane = self.list_pane

        def follow() -> None:
            facets.follow(pane.scope, pane.typed)

        pane.query_in_force.connect(follow)
        facets.query_wanted.connect(pane.set_query)
        follow()

    def _join_reader(self, reader: ReaderPane) -> None:
        pane = self.list_pane
        reader.leave = pane.view.step
        pane.words_changed.connect(reader.set_words)
        reader.set_words(pane.words)
        reader.person_requested.connect(self.show_person)
        reader.tag_requested.connect(lambda path: self.set_query(tag_query(path)))
        reader.archived_copy_wanted.connect(self._on_archived_copy_wanted)
        reader.browser_wanted.connect(self.open_shown_page)
        reader.shown.connect(self._on_article_shown)
        reader.browser.highlighted.connect(self.status_line.show_link)
        self._reading = self._late.reading_acts(reader.browser, self._state, self)
        reader.details.tags.set_tag_colours(self.library_pane.tag_colours)
        restore_reader(reader, self._state)
        icons = {
            "article.star": "star",
            "article.read": "unread",
            "article.tag": "tag",
            "article.edit": "edit",
            "article.versions": "history",
            "article.export": "export",
            "article.delete": "trash",
            "view.reading": "reading",
            "view.details": "details",
        }
        actions = [(self.commands.action(name), icon) for name, icon in icons.items()]
        reader.add_actions(actions)

    # What the parts tell

    def _on_emptiness(self, empty: bool) -> None:
        if empty:
            self.show_welcome()
        elif self._welcome.is_shown:
            self.show_list()

    def _on_changed(self, changed: Changed) -> None:
        if self._reader.made is not None:
            self._reader.made.set_known_tags(self.library_pane.tag_paths)
        if self._welcome.is_shown and "articles" in changed.kinds:
            self.reload()

    def _on_place_chosen(self, place: Place) -> None:
        if not self.timeline_place.is_shown:
            self.show_list()
        self._enable_commands()
        titles = {PlaceKind.TAG: f"Tag {place.key}"}
        self.list_pane.set_scope(place.query, titles.get(place.kind, place.name))

    def _on_feeds_shown(self, feed_id: int | None) -> None:
        if feed_id is None:
            self.library_pane.mark(PlaceKind.INBOX, "")
        else:
            self.library_pane.mark(PlaceKind.FEED, str(feed_id))

    def _on_person_narrowed(self, name: str) -> None:
        if not self.timeline_place.is_shown:
            self.show_list()
        self.list_pane.narrow(person_query(name))

    def _on_selection_changed(self, count: int) -> None:
        if count > 1 or self._reader.made is not None:
            self.reader.show_many(count)
        self._enable_commands()

    def _on_article_chosen(self, article_id: int) -> None:
        if article_id >= 0 or self.has_reader:
            self.reader.show_article(article_id)

    # Not connected to the acts themselves, which are made when they are first wanted.

    def _on_fetch_wanted(self, ids: list[int]) -> None:
        self.fetching.fetch(ids)

    def _on_archived_copy_wanted(self, article_id: int) -> None:
        self.fetching.fetch_archived(article_id)

    def _on_window_wanted(self, article_id: int | None) -> None:
        """Another Cuttings was started for this archive."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if article_id is not None:
            self.show_article(article_id)

    def _on_versions_wanted(self, article_id: int) -> None:
        self.reader.compare_revisions(article_id)

    def _on_tag_line_wanted(self) -> None:
        self.reader.focus_tags()

    def _on_article_shown(self) -> None:
        self.reader.set_known_tags(self.library_pane.tag_paths)

    def _on_list_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        fill_menu(menu, self.commands, "article")
        menu.exec(self.list_pane.view.viewport().mapToGlobal(position))
        menu.deleteLater()

    def _on_page_changed(self) -> None:
        if not self.pages.shows_place:
            self.library_pane.mark_listed()
        self._enable_commands()

    def _enable_commands(self) -> None:
        """Enable what can be done to what stands in the window now.

        Behind another page nothing is done to articles that nobody sees.
        """
        met = set()
        if self.library_pane.chosen_tag:
            met.add(Needs.TAG)
        if self.pages.shows_dossier:
            met |= {Needs.DOSSIER, Needs.CITABLE}
        if self._centre.currentWidget() is self.articles:
            met.add(Needs.LIST)
            if self.list_pane.view.selectionModel().hasSelection():
                is_deleted = self.list_pane.in_trash
                met |= {Needs.ARTICLE, Needs.CITABLE}
                met.add(Needs.DELETED_ARTICLE if is_deleted else Needs.KEPT_ARTICLE)
        self.commands.enable(met)
