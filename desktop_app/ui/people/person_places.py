"""The pages that stand in place of list and reader, and the way back from them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.ui.late_parts import LateParts

if TYPE_CHECKING:
    from desktop_app.ui.dossier.dossier_acts import DossierActs
    from desktop_app.ui.dossier.dossier_page import DossierPage
    from desktop_app.ui.feeds.feed_acts import FeedActs
    from desktop_app.ui.feeds.feed_work import FeedWork
    from desktop_app.ui.feeds.feeds_page import FeedsPage
    from desktop_app.ui.people.people_browser import PeopleBrowser
    from desktop_app.ui.people.person_page import PersonPage
    from desktop_app.ui.people.suggestion_page import SuggestionPage
    from desktop_app.ui.queue.queue_page import QueuePage
    from desktop_app.ui.queue.queue_work import QueueWork
    from desktop_app.ui.queue.watch_acts import WatchActs
    from desktop_app.ui.queue.watched_page import WatchedPagesPage
    from desktop_app.ui.reading.highlights_page import HighlightsPage

#: So many pages back are remembered.
_LONGEST_WAY = 100


class PersonPlaces(QObject):
    """Makes each page when it is first wanted, shows it, and remembers what was shown before."""

    passage_requested = Signal(int, object)
    query_requested = Signal(str)
    article_requested = Signal(int)
    page_requested = Signal(str)
    #: The query of the articles that are to go out, and in which format to begin with.
    export_wanted = Signal(str, object)
    left = Signal()
    person_shown = Signal(int)
    dossier_shown = Signal(int)
    #: The feed, None for all.
    feeds_shown = Signal(object)

    def __init__(
        self,
        late: LateParts,
        centre: QStackedWidget,
        dossier_acts: DossierActs,
        work: QueueWork,
        watch_acts: WatchActs,
        feed_work: FeedWork,
        feed_acts: FeedActs,
    ) -> None:
        super().__init__(centre)
        self._work = work
        self._watch_acts = watch_acts
        self._feed_work, self._feed_acts = feed_work, feed_acts
        self._feeds: FeedsPage | None = None
        self._addresses: QueuePage | None = None
        self._watched: WatchedPagesPage | None = None
        self._dossier_acts = dossier_acts
        self._dossier: DossierPage | None = None
        self._late = late
        self._centre = centre
        self._page: PersonPage | None = None
        self._browser: PeopleBrowser | None = None
        self._queue: SuggestionPage | None = None
        self._highlights: HighlightsPage | None = None
        self._query = ""
        self._way: list[Callable[[], None]] = []

    def show_person(self, person_id: int) -> None:
        """Show a person's page."""
        if self._is_shown() and self._page is not None and self._page.person_id == person_id:
            self._show_page(person_id)
            return
        self._go(partial(self._show_page, person_id))

    def show_people(self) -> None:
        """Show everybody who is named."""
        self._go(self._show_browser)

    def show_suggestions(self) -> None:
        """Ask, pair by pair, who is the same person."""
        self._go(self._show_queue)

    def show_highlights(self) -> None:
        """Show all highlights."""
        self._go(self._show_highlights)

    def show_addresses(self) -> None:
        """Show the queue of addresses."""
        self._go(self._show_addresses)

    def ask_addresses(self) -> None:
        """Show the queue, and ask for addresses to put in."""
        self.show_addresses()
        self.addresses_page.ask_addresses()

    @property
    def addresses_page(self) -> QueuePage:
        """The page of the queue of addresses."""
        if self._addresses is None:
            page = self._addresses = self._late.queue_page(self._work, self._centre)
            page.article_requested.connect(self.article_requested)
            page.page_requested.connect(self.page_requested)
            page.back_requested.connect(self.back)
            self._centre.addWidget(page)
        return self._addresses

    def show_feeds(self, feed_id: int | None = None) -> None:
        """Show what feeds brought, or what one did."""
        self._go(partial(self._show_feeds, feed_id))

    @property
    def feeds_page(self) -> FeedsPage:
        """The inbox of feeds."""
        if self._feeds is None:
            late, centre = self._late, self._centre
            page = self._feeds = late.feeds_page(self._feed_work, self._feed_acts, centre)
            page.article_requested.connect(self.article_requested)
            page.back_requested.connect(self.back)
            centre.addWidget(page)
        return self._feeds

    def show_watched(self, article_id: int | None = None) -> None:
        """Show the watched pages, with the row of this article chosen."""
        self._go(partial(self._show_watched, article_id))

    @property
    def watched_page(self) -> WatchedPagesPage:
        """The page of the watched pages."""
        if self._watched is None:
            late, centre = self._late, self._centre
            page = self._watched = late.watched_page(self._work, self._watch_acts, centre)
            page.article_requested.connect(self.article_requested)
            page.back_requested.connect(self.back)
            centre.addWidget(page)
        return self._watched

    def show_dossier(self, dossier_id: int) -> None:
        """Show a dossier's page."""
        if self.shows_dossier and self.dossier_page.dossier_id == dossier_id:
            self._show_dossier(dossier_id)
            return
        self._go(partial(self._show_dossier, dossier_id))

    @property
    def dossier_page(self) -> DossierPage:
        """The page of the dossier shown last."""
        if self._dossier is None:
            page = self._dossier = self._late.dossier_page(self._dossier_acts, self._centre)
            page.passage_requested.connect(self.passage_requested)
            page.query_requested.connect(self.query_requested)
            page.back_requested.connect(self.back)
            page.gone.connect(self._on_dossier_gone)
            self._centre.addWidget(page)
        return self._dossier

    @property
    def shows_dossier(self) -> bool:
        """Whether a dossier's page stands in the window."""
        return self._dossier is not None and self._centre.currentWidget() is self._dossier

    @property
    def person_query(self) -> str:
        """What finds the articles of the person whose page is shown; empty where none is."""
        shows = self._page is not None and self._centre.currentWidget() is self._page
        return self._page.query if shows and self._page is not None else ""

    @property
    def shows_place(self) -> bool:
        """Whether the page in the window is one that the library leads to."""
        shown = self._centre.currentWidget()
        return shown in (self._page, self._browser, self._dossier, self._feeds)

    def follow(self, query: str) -> None:
        """What the list shows now."""
        self._query = query
        if self._highlights is not None:
            self._highlights.set_query(query)

    def back(self) -> None:
        """Go back to the page before, or to the list; from the list to the page left for it."""
        if self._centre.currentIndex() == 0 and self._way:
            self._way[-1]()
            return
        if not self._is_shown() or len(self._way) < 2:
            self._way.clear()
            self.left.emit()
            return
        self._way.pop()
        self._way[-1]()

    def _go(self, show: Callable[[], None]) -> None:
        if not self._is_shown():
            self._way.clear()
        self._way = [*self._way[-_LONGEST_WAY:], show]
        show()

    def _is_shown(self) -> bool:
        return self._centre.currentWidget() in (
            self._page,
            self._browser,
            self._queue,
            self._highlights,
            self._dossier,
            self._addresses,
            self._watched,
            self._feeds,
        )

    def _show_page(self, person_id: int) -> None:
        if self._page is None:
            page = self._page = self._late.person_page(self._centre)
            page.passage_requested.connect(self.passage_requested)
            page.dossier_wanted.connect(self._dossier_acts.ask_add)
            page.query_requested.connect(self.query_requested)
            page.export_wanted.connect(self.export_wanted)
            page.person_requested.connect(self.show_person)
            page.back_requested.connect(self.back)
            page.suggestions_wanted.connect(self.show_suggestions)
            page.person_gone.connect(self._on_person_gone)
            self._centre.addWidget(page)
        self._centre.setCurrentWidget(self._page)
        self._page.show_person(person_id)
        self._page.setFocus()
        self.person_shown.emit(person_id)

    def _show_browser(self) -> None:
        if self._browser is None:
            self._browser = self._late.people_browser(self._centre)
            self._browser.person_requested.connect(self.show_person)
            self._browser.suggestions_wanted.connect(self.show_suggestions)
            self._centre.addWidget(self._browser)
        self._centre.setCurrentWidget(self._browser)
        self._browser.setFocus()

    def _show_queue(self) -> None:
        if self._queue is None:
            queue = self._queue = self._late.suggestion_page(self._centre)
            queue.person_requested.connect(self.show_person)
            queue.passage_requested.connect(self.passage_requested)
            queue.back_requested.connect(self.back)
            self._centre.addWidget(queue)
        self._centre.setCurrentWidget(self._queue)

    def _show_highlights(self) -> None:
        if self._highlights is None:
            page = self._highlights = self._late.highlights_page(self._centre)
            page.passage_requested.connect(self.passage_requested)
            page.dossier_wanted.connect(self._dossier_acts.ask_add)
            page.back_requested.connect(self.back)
            page.set_query(self._query)
            self._centre.addWidget(page)
        self._centre.setCurrentWidget(self._highlights)
        self._highlights.field.setFocus()

    def _show_addresses(self) -> None:
        page = self.addresses_page
        self._centre.setCurrentWidget(page)
        page.table.setFocus()

    def _show_feeds(self, feed_id: int | None) -> None:
        page = self.feeds_page
        self._centre.setCurrentWidget(page)
        page.show_feed(feed_id)
        page.table.setFocus()
        self.feeds_shown.emit(feed_id)

    def _show_watched(self, article_id: int | None) -> None:
        page = self.watched_page
        page.choose_article(article_id)
        self._centre.setCurrentWidget(page)
        page.table.setFocus()

    def _show_dossier(self, dossier_id: int) -> None:
        page = self.dossier_page
        self._centre.setCurrentWidget(page)
        page.show_dossier(dossier_id)
        page.view.setFocus()
        self.dossier_shown.emit(dossier_id)

    def _on_dossier_gone(self) -> None:
        self._way = self._way[:-1]
        if self._way:
            self._way[-1]()
        else:
            self.left.emit()

    def _on_person_gone(self) -> None:
        if self._way:
            self._way.pop()
        self.show_people()
