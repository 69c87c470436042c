"""Saving every clip of the sheet's queue: what is ready at once, what is known after one question.

Clips whose address is saved already are held back until the others are saved; then one question is
asked for all of them, so that nobody has to answer thirty, or to wait for the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.clipping.clip_draft import ClipDraft, DraftState
from desktop_app.ui.clipping.clip_pipeline import ClipPipeline
from desktop_app.ui.clipping.known_address_dialog import KnownAddressesDialog


class SavingAll(QObject):
    """``left_out`` are clips that the user skips; ``stopped`` says that it ended unfinished."""

    left_out = Signal(list)
    stopped = Signal()

    def __init__(self, pipeline: ClipPipeline, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._pipeline, self._sheet = pipeline, sheet
        self.is_on = False
        self._count = 0
        self._question: KnownAddressesDialog | None = None

    def start(self, drafts: Sequence[ClipDraft]) -> None:
        """Begin; ``go_on`` does the work."""
        self.is_on, self._count = True, len(drafts)

    def stop(self) -> None:
        """Save no more by itself."""
        self.is_on = False

    def go_on(self, drafts: Sequence[ClipDraft], look_ahead: int) -> None:
        """Save what can be, begin the next, and ask once only what is known is left."""
        if not self.is_on:
            return
        unfinished = [draft for draft in drafts if draft.state is not DraftState.FAILED]
        held = [draft for draft in unfinished if draft.is_known_unasked]
        free = [draft for draft in unfinished if draft not in held]
        if not unfinished:
            self.stop()
        for draft in free[: 1 + look_ahead]:
            self._pipeline.begin(draft)
            if draft.state is DraftState.READY and self._pipeline.is_looked_up(draft):
                self._save(draft)
        if held and not free and self._question is None:
            self._ask(held)

    def _save(self, draft: ClipDraft) -> None:
        # Of two clips of one page the second is known once the first is saved.
        if not any(draft.shares_address(other) for other in self._pipeline.being_saved):
            self._pipeline.save(draft)

    def _ask(self, held: list[ClipDraft]) -> None:
        question = KnownAddressesDialog(len(held), self._count, self._sheet)

        def choose(choice: str) -> None:
            if choice == "skip":
                self.left_out.emit(held)
                return
            for draft in held:
                draft.version_of = draft.newest_known if choice == "version" else None
                draft.is_asked = True
                self._pipeline.save(draft)

        def end(_result: int) -> None:
            self._question = None
            if any(draft.is_known_unasked for draft in held):
                self.stop()
                self.stopped.emit()

        question.chosen.connect(choose)
        question.finished.connect(end)
        self._question = question
        question.open()
