"""The place of the search for articles beside a dossier's entries: made when first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID

if TYPE_CHECKING:
    from desktop_app.ui.dossier.add_articles_pane import AddArticlesPane

_LEAST_WIDTH = 28 * GRID


class AddingPlace(QObject):
    """``wanted`` gives articles to add, ``turned`` tells whether the search is shown now."""

    wanted = Signal(list)
    turned = Signal(bool)

    def __init__(self, library: Library, tasks: TaskRunner, body: QSplitter) -> None:
        super().__init__(body)
        self._library, self._tasks, self._body = library, tasks, body
        self.pane: AddArticlesPane | None = None

    def turn(self, dossier_id: int) -> None:
        """Show the search for a dossier, with the cursor in it; or put it away."""
        if self.is_open:
            self.close()
            return
        pane = self.pane or self._made()
        pane.show()
        pane.show_for(dossier_id)
        pane.search.setFocus()
        self.turned.emit(True)

    @property
    def is_open(self) -> bool:
        """Whether the search is shown."""
        return self.pane is not None and self.pane.isVisible()

    def follow(self, dossier_id: int) -> None:
        """Another dossier is shown."""
        if self.pane is not None:
            self.pane.show_for(dossier_id)

    def close(self) -> None:
        """Put the search away."""
        if self.pane is not None:
            self.pane.hide()
        self.turned.emit(False)

    def _made(self) -> AddArticlesPane:
        # Imported here: most of the time nobody adds anything.
        from desktop_app.ui.dossier.add_articles_pane import AddArticlesPane  # noqa: PLC0415

        pane = self.pane = AddArticlesPane(self._library, self._tasks, self._body)
        pane.setMinimumWidth(_LEAST_WIDTH)
        pane.closed.connect(self.close)
        pane.wanted.connect(self.wanted)
        self._body.insertWidget(0, pane)
        shares = self._body.count()
        self._body.setSizes([self._body.width() // shares] * shares)
        return pane
