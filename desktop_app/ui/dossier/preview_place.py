"""The preview's place beside the entries: made when it is first wanted, shown or hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QSplitter

from desktop_app.core.dossier import Dossier, DossierEntry
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.base.window_state import WindowState

if TYPE_CHECKING:
    from desktop_app.ui.dossier.preview_pane import PreviewPane

_PREVIEW, _SHARE = "dossier/preview", "dossier/preview-share"
#: The preview's part of the width, in hundredths, until its edge was moved.
_USUAL_SHARE = 48
_LEAST_WIDTH = 30 * GRID


class PreviewPlace(QObject):
    """Holds what the preview shows, so that it is up to date when it is shown.

    ``entry_wanted`` gives the entry on whose page the user double-clicked.
    """

    entry_wanted = Signal(int)

    def __init__(self, library: Library, tasks: TaskRunner, body: QSplitter) -> None:
        super().__init__(body)
        self._library, self._tasks, self._body = library, tasks, body
        self._state = WindowState(library.settings.config_folder)
        self._newest: tuple[Dossier, Sequence[DossierEntry]] | None = None
        self._current = 0
        self.pane: PreviewPane | None = None
        self.button = QPushButton("Preview", body)
        self.button.setCheckable(True)
        self.button.setToolTip("The pages as they will be printed, while you write (Ctrl+Shift+P)")
        self.button.setChecked(self._state.flag(_PREVIEW, True))
        self.button.toggled.connect(self._on_turned)

    def show_dossier(self, dossier: Dossier, entries: Sequence[DossierEntry]) -> None:
        """Show a dossier with these entries, where the preview is wanted."""
        self._newest = (dossier, entries)
        if not self.button.isChecked() or not entries:
            if self.pane is not None:
                self.pane.hide()
            return
        pane = self.pane or self._made()
        pane.show()
        pane.show_dossier(dossier, entries)
        pane.follow(self._current)

    def show_typed(self, entries: Sequence[DossierEntry]) -> None:
        """Show the same dossier with these entries."""
        if self._newest is not None:
            self.show_dossier(self._newest[0], entries)

    def follow(self, entry_id: int) -> None:
        """Bring the page of an entry into view."""
        self._current = entry_id
        if self.pane is not None:
            self.pane.follow(entry_id)

    def _on_turned(self, wanted: bool) -> None:
        self._state.keep_flag(_PREVIEW, wanted)
        if self.pane is not None:
            self.pane.setVisible(wanted)
        if wanted and self._newest is not None:
            self.show_dossier(*self._newest)

    def _made(self) -> PreviewPane:
        # Imported here: nobody waits for it who doesn't look at it.
        from desktop_app.ui.dossier.preview_pane import PreviewPane  # noqa: PLC0415

        pane = self.pane = PreviewPane(self._library, self._tasks, self._body)
        pane.setMinimumWidth(_LEAST_WIDTH)
        pane.closed.connect(self.button.toggle)
        pane.entry_wanted.connect(self.entry_wanted)
        self._body.addWidget(pane)
        self._share_width()
        self._body.splitterMoved.connect(self._keep_share)
        return pane

    def _share_width(self) -> None:
        """Its share to the preview; the rest to what is shown beside, be it one pane or two."""
        word = self._state.word(_SHARE, "")
        share = int(word) if word.isascii() and word.isdecimal() else _USUAL_SHARE
        share = min(max(share, 1), 99)
        panes = (self._body.widget(at) for at in range(self._body.count()))
        shown = sum(pane is not None and not pane.isHidden() for pane in panes)
        other = 10 * (100 - share) // max(shown - 1, 1)
        self._body.setSizes([other] * (self._body.count() - 1) + [10 * share])

    def _keep_share(self) -> None:
        if self.pane is not None and self.pane.isVisible() and self._body.width():
            share = round(100 * self.pane.width() / self._body.width())
            self._state.keep_word(_SHARE, str(share))
