"""Completion in the search field: offers while typing, and puts there what was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.core.completion import Offer, OfferKind, Typed, field_offers, typed_at, with_offer
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.finding.search_field import SearchField
from desktop_app.ui.widgets.offer_list import OfferList

_OF_GRAMMAR = (OfferKind.FIELD, OfferKind.FLAG)


class SearchCompletion(QObject):
    """Follows one search field. What the grammar knows is offered at once, the rest as it comes.

    ``history_cleared`` says that earlier searches shall be forgotten.
    """

    history_cleared = Signal()

    def __init__(self, field: SearchField, library: Library, tasks: TaskRunner) -> None:
        super().__init__(field)
        self._field = field
        self._library = library
        self._tasks = tasks
        self._typed: Typed | None = None
        self.list = OfferList(field)
        self.list.chosen.connect(self._on_chosen)
        field.textEdited.connect(self.offer)

    def offer(self) -> None:
        """Offer what may be meant by what stands at the cursor."""
        text, cursor = self._field.text(), self._field.cursorPosition()
        typed = self._typed = typed_at(text, cursor)
        if typed is None or (typed.field is None and not typed.text):
            self._show([])
            return
        if all(offer.kind in _OF_GRAMMAR for offer in self.list.offers):
            self._show(field_offers(typed))
        task = self._tasks.read(
            lambda: (typed, self._library.offers(typed)), key="completion", can_wait=True
        )
        task.succeeded(self._on_offers)

    def offer_history(self, searches: Sequence[str]) -> None:
        """Offer earlier searches, and to forget them."""
        self._typed = None
        offers = [Offer(OfferKind.QUERY, query, query) for query in searches]
        forget = Offer(OfferKind.FORGET, "", "Forget these searches")
        self.list.show_offers([*offers, forget] if offers else [])

    def offer_meant(self, query: str, words: str) -> None:
        """Put another spelling of the whole query first, where something is offered now."""
        if self.list.offers:
            meant = Offer(OfferKind.MEANT, query, f"Did you mean {words}?")
            rest = [offer for offer in self.list.offers if offer.kind is not OfferKind.MEANT]
            self.list.show_offers([meant, *rest])

    def _on_offers(self, found: tuple[Typed, list[Offer]]) -> None:
        typed, offers = found
        if typed == self._typed:
            self._show(offers)

    def _show(self, offers: list[Offer]) -> None:
        typed = self._typed
        if typed is not None and len(offers) == 1:
            written = self._field.text()[typed.start : typed.end]
            if written == offers[0].term:
                offers = []
        self.list.show_offers(offers)

    def _on_chosen(self, offer: Offer) -> None:
        if offer.kind is OfferKind.FORGET:
            self.history_cleared.emit()
        elif offer.kind in (OfferKind.QUERY, OfferKind.MEANT):
            self._field.set_query(offer.term)
        elif self._typed is not None:
            self._complete(self._typed, offer)

    def _complete(self, typed: Typed, offer: Offer) -> None:
        text, cursor = with_offer(self._field.text(), typed, offer)
        self._field.put(text, cursor)
        self._typed = None
        if not offer.is_whole:
            self.offer()
