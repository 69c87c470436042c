"""The pages that stand in place of list and reader, and the way back from them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.ui.late_parts import LateParts
from desktop_app.ui.widgets.late_page import LatePage

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


class WindowPages(QObject):
    """Shows each page, made when it is first wanted, and remembers what was shown before."""

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
        queue_work: QueueWork,
        watch_acts: WatchActs,
        feed_work: FeedWork,
        feed_acts: FeedActs,
    ) -> None:
        super().__init__(centre)
        self._centre = centre
        self._dossier_acts = dossier_acts
        self._person = LatePage(centre, late.person_page, self._join_person)
        self._people = LatePage(centre, late.people_browser, self._join_people)
        self._suggestions = LatePage(centre, late.suggestion_page, self._join_suggestions)
        self._highlights = LatePage(centre, late.highlights_page, self._join_highlights)
        self._dossier = LatePage(
            centre, partial(late.dossier_page, dossier_acts), self._join_dossier
        )
        self._addresses = LatePage(
            centre, partial(late.queue_page, queue_work), self._join_addresses
        )
        self._watched = LatePage(
            centre, partial(late.watched_page, queue_work, watch_acts), self._join_articles
        )
        self._feeds = LatePage(
            centre, partial(late.feeds_page, feed_work, feed_acts), self._join_articles
        )
        #: Those that the library leads to, and those that stand nowhere in it.
        self._places = (self._person, self._people, self._dossier, self._feeds)
        self._others = (self._suggestions, self._highlights, self._addresses, self._watched)
        self._query = ""
        self._way: list[Callable[[], object]] = []

    # Going to pages

    def show_person(self, person_id: int) -> None:
        """Show a person's page."""
        shown = self._person.made if self._person.is_shown else None
        if shown is not None and shown.person_id == person_id:
            self._show_person(person_id)
        else:
            self._go(partial(self._show_person, person_id))

    def show_people(self) -> None:
        """Show everybody who is named."""
        self._go(self._show_people)

    def show_suggestions(self) -> None:
        """Ask, pair by pair, who is the same person."""
        self._go(self._suggestions.show)

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

    def show_feeds(self, feed_id: int | None = None) -> None:
        """Show what feeds brought, or what one did."""
        self._go(partial(self._show_feeds, feed_id))

    def show_watched(self, article_id: int | None = None) -> None:
        """Show the watched pages, with the row of this article chosen."""
        self._go(partial(self._show_watched, article_id))

    def show_dossier(self, dossier_id: int) -> None:
        """Show a dossier's page."""
        if self.shows_dossier and self.dossier_page.dossier_id == dossier_id:
            self._show_dossier(dossier_id)
        else:
            self._go(partial(self._show_dossier, dossier_id))

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

    def follow(self, query: str) -> None:
        """What the list shows now."""
        self._query = query
        if self._highlights.made is not None:
            self._highlights.made.set_query(query)

    # What is shown

    @property
    def addresses_page(self) -> QueuePage:
        """The page of the queue of addresses."""
        return self._addresses.get()

    def keep_writing(self) -> None:
        """Keep the text of a dossier that is being written, as Cuttings ends."""
        if self._dossier.made is not None:
            self._dossier.made.keep_writing()

    @property
    def dossier_page(self) -> DossierPage:
        """The page of the dossier shown last."""
        return self._dossier.get()

    @property
    def shows_dossier(self) -> bool:
        """Whether a dossier's page stands in the window."""
        return self._dossier.is_shown

    @property
    def person_query(self) -> str:
        """What finds the articles of the person whose page is shown; empty where none is."""
        return self._person.get().query if self._person.is_shown else ""

    @property
    def shows_place(self) -> bool:
        """Whether the page in the window is one that the library leads to."""
        return any(page.is_shown for page in self._places)

    def _is_shown(self) -> bool:
        return self.shows_place or any(page.is_shown for page in self._others)

    def _go(self, show: Callable[[], object]) -> None:
        if not self._is_shown():
            self._way.clear()
        self._way = [*self._way[-_LONGEST_WAY:], show]
        show()

    def _show_person(self, person_id: int) -> None:
        page = self._person.show()
        page.show_person(person_id)
        page.setFocus()
        self.person_shown.emit(person_id)

    def _show_people(self) -> None:
        self._people.show().setFocus()

    def _show_highlights(self) -> None:
        self._highlights.show().field.setFocus()

    def _show_addresses(self) -> None:
        self._addresses.show().table.setFocus()

    def _show_feeds(self, feed_id: int | None) -> None:
        page = self._feeds.show()
        page.show_feed(feed_id)
        page.table.setFocus()
        self.feeds_shown.emit(feed_id)

    def _show_watched(self, article_id: int | None) -> None:
        self._watched.get().choose_article(article_id)
        self._watched.show().table.setFocus()

    def _show_dossier(self, dossier_id: int) -> None:
        page = self._dossier.show()
        page.show_dossier(dossier_id)
        page.view.setFocus()
        self.dossier_shown.emit(dossier_id)

    # What the pages tell

    def _join_person(self, page: PersonPage) -> None:
        page.passage_requested.connect(self.passage_requested)
        page.dossier_wanted.connect(self._dossier_acts.ask_add)
        page.query_requested.connect(self.query_requested)
        page.export_wanted.connect(self.export_wanted)
        page.person_requested.connect(self.show_person)
        page.back_requested.connect(self.back)
        page.suggestions_wanted.connect(self.show_suggestions)
        page.person_gone.connect(self._on_person_gone)

    def _join_people(self, page: PeopleBrowser) -> None:
        page.person_requested.connect(self.show_person)
        page.suggestions_wanted.connect(self.show_suggestions)

    def _join_suggestions(self, page: SuggestionPage) -> None:
        page.person_requested.connect(self.show_person)
        page.passage_requested.connect(self.passage_requested)
        page.back_requested.connect(self.back)

    def _join_highlights(self, page: HighlightsPage) -> None:
        page.passage_requested.connect(self.passage_requested)
        page.dossier_wanted.connect(self._dossier_acts.ask_add)
        page.back_requested.connect(self.back)
        page.set_query(self._query)

    def _join_dossier(self, page: DossierPage) -> None:
        page.passage_requested.connect(self.passage_requested)
        page.query_requested.connect(self.query_requested)
        page.back_requested.connect(self.back)
        page.gone.connect(self._on_dossier_gone)

    def _join_addresses(self, page: QueuePage) -> None:
        self._join_articles(page)
        page.page_requested.connect(self.page_requested)

    def _join_articles(self, page: QueuePage | WatchedPagesPage | FeedsPage) -> None:
        page.article_requested.connect(self.article_requested)
        page.back_requested.connect(self.back)

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
