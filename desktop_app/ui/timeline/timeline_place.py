"""The timeline's place in the window: made when it is first wanted, following the list's search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.ui.article_list.list_pane import ListPane
from desktop_app.ui.late_parts import LateParts
from desktop_app.ui.widgets.late_page import LatePage

if TYPE_CHECKING:
    from desktop_app.ui.exporting.preset import Preset
    from desktop_app.ui.timeline.timeline_page import TimelinePage


#: The lanes by what the picture's option calls them.
_GROUPS = {"outlet": "publisher", "tag": "tag", "person": "person"}


class TimelinePlace(QObject):
    """Shows the page in place of list and reader, and joins its search to the list's."""

    passage_requested = Signal(int, object)
    left = Signal()
    #: The query of what is to go out, and in which format to begin with.
    export_wanted = Signal(str, object)

    def __init__(self, late: LateParts, centre: QStackedWidget, pane: ListPane) -> None:
        super().__init__(centre)
        self._pane = pane
        self._page = LatePage(centre, late.timeline_page, self._join)
        pane.query_in_force.connect(self._follow)

    @property
    def page(self) -> TimelinePage | None:
        """The page, where it was made yet."""
        return self._page.made

    @property
    def is_shown(self) -> bool:
        """Whether the timeline stands in the window."""
        return self._page.is_shown

    @property
    def kind(self) -> str:
        """The kind of date of the timeline that is seen: the page's, else the strip's."""
        return self._page.get().kind if self.is_shown else self._pane.timeline.kind

    @property
    def preset(self) -> Preset:
        """The picture of the timeline that is seen, with its dates and lanes."""
        from desktop_app.ui.exporting.preset import Preset  # noqa: PLC0415 - when it is wanted

        group = "none"
        if self.is_shown:
            group = _GROUPS.get(self._page.get().grouping, group)
        return Preset("timeline-picture", {"date": self.kind, "group": group})

    def set_kind(self, kind: str) -> None:
        """Show another kind of date; above the list, the strip comes forth if it was hidden."""
        if self.is_shown:
            self._page.get().set_kind(kind)
        else:
            self._pane.timeline.show()
            self._pane.timeline.set_kind(kind)

    def show(self) -> None:
        """Show the timeline of what the list shows; where it is shown, go back to the list."""
        if self.is_shown:
            self.left.emit()
            return
        page = self._page.show()
        self._follow(self._pane.query)
        page.canvas.setFocus()

    def _join(self, page: TimelinePage) -> None:
        page.kind = self._pane.timeline.kind
        page.set_kind(page.kind)
        page.passage_requested.connect(self.passage_requested)
        page.back_requested.connect(self.left)
        page.query_typed.connect(self._pane.set_query)
        page.narrowed.connect(self._pane.timeline.narrowed)
        page.widened.connect(self._pane.timeline.widened)
        page.picture_wanted.connect(lambda: self.export_wanted.emit(page.query or "", self.preset))
        page.lane_chosen.connect(self._pane.narrow)

    def _follow(self, query: str) -> None:
        if self.page is not None:
            self.page.show_query(query, self._pane.typed)
