"""The capture sheet: raw beside clean beside the fields, one clip or a queue of them.

It puts the panes together and says what the keys do; the work is ``ClipPipeline``'s, the state
``ClipDraft``'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.cleaning.markdown_text import markdown_paragraphs
from desktop_app.core.article import RawCapture
from desktop_app.core.counted import counted
from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.clipping.another_try import AnotherTry
from desktop_app.ui.clipping.capture_foot import CaptureFoot
from desktop_app.ui.clipping.capture_queue import CaptureQueue
from desktop_app.ui.clipping.clip_banner import ClipBanner
from desktop_app.ui.clipping.clip_draft import ClipBlock, ClipDraft, DraftState
from desktop_app.ui.clipping.clip_failure import ClipFailure
from desktop_app.ui.clipping.clip_panes import ClipPanes
from desktop_app.ui.clipping.clip_pipeline import ClipPipeline, activity
from desktop_app.ui.clipping.clip_progress import ClipProgress
from desktop_app.ui.clipping.clipboard_data import ClipItem
from desktop_app.ui.clipping.draft_list import DraftList
from desktop_app.ui.clipping.known_address_dialog import KnownAddressDialog
from desktop_app.ui.clipping.saving_all import SavingAll
from desktop_app.ui.clipping.unsaved_clips import may_lose
from desktop_app.ui.widgets.held_dialog import HeldDialog

#: How many clips behind the shown one are made ready beforehand.
_LOOK_AHEAD = 3


class CaptureSheet(HeldDialog):
    """Shows clips before they are kept, lets the user mend them, and keeps them."""

    article_saved = Signal(int)
    article_requested = Signal(int)
    browser_wanted = Signal(str)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        items: Sequence[ClipItem],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Clip an article")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self._tasks = tasks
        self._library = library
        self._notifier = notifier
        self._state = WindowState(library.settings.config_folder)
        self._drafts = DraftList()
        self._save_when_read: ClipDraft | None = None
        self.pipeline = ClipPipeline(library, tasks, self)
        self.pipeline.draft_changed.connect(self._on_draft_changed)
        self.pipeline.draft_looked_up.connect(self._on_looked_up)
        self.pipeline.draft_saved.connect(self._on_draft_saved)
        self.pipeline.save_failed.connect(self._on_save_failed)
        self.pipeline.body_read.connect(self._on_body_read)
        self.pipeline.body_failed.connect(self._on_body_failed)
        self.pipeline.draft_split.connect(self._on_draft_split)
        self.pipeline.split_failed.connect(self._on_split_failed)
        self._saving_all = SavingAll(self.pipeline, self)
        self._saving_all.left_out.connect(self._on_left_out)
        self._saving_all.stopped.connect(self._show_buttons)
        self._build()
        self._restore_geometry()
        tasks.read(library.tagging.all, label="Reading the tags").succeeded(self._on_tags_read)
        self.add_items(items)

    # Drafts

    @property
    def drafts(self) -> Sequence[ClipDraft]:
        """What is in the queue, in order."""
        return tuple(self._drafts)

    @property
    def shown_draft(self) -> ClipDraft | None:
        """The clip that is being looked at."""
        return self._drafts.shown

    def add_items(self, items: Sequence[ClipItem]) -> None:
        """Put further clips at the end of the queue."""
        drafts = [ClipDraft(item) for item in items]
        self._drafts.add(drafts)
        self._show_list(drafts[0] if drafts else None)

    def take_page(self, page: RawCapture) -> bool:
        """Take a page from the browser window for the clip that was opened there.

        Gives whether one waits for it: of the same site, shown, neither saved nor changed since.
        """
        draft = self._drafts.shown
        if draft is None or self.pipeline.is_saving(draft):
            return False
        if not self._another_try.take(draft, page):
            return False
        self.pipeline.cancel(draft)
        self._restart(page)
        return True

    def show_draft(self, draft: ClipDraft) -> None:
        """Look at one of the clips."""
        self.panes.leave_text()
        self._drafts.shown = draft
        self.queue.select(draft)
        self.pipeline.begin(draft)
        self._show_state(draft)
        self._look_ahead()

    def save(self) -> None:
        """Keep the shown clip and go on to the next."""
        draft = self._drafts.shown
        if draft is None or draft.state is not DraftState.READY:
            return
        self.panes.leave_text()
        if self.pipeline.is_reading(draft) or not self.pipeline.is_looked_up(draft):
            self._save_when_read = draft
            return
        invalid = self.panes.fields.first_invalid()
        if invalid is not None:
            invalid.setFocus()
            return
        if draft.is_known_unasked:
            self._ask_version(draft)
            return
        self.pipeline.save(draft)
        self._show_buttons()

    def _ask_version(self, draft: ClipDraft) -> None:
        """Ask whether the clip is to be a version of the article that has its address."""
        article_id, captured = max(draft.known)
        dialog = KnownAddressDialog(captured, self)

        def choose(as_version: bool) -> None:
            draft.version_of = article_id if as_version else None
            draft.is_asked = True
            self.pipeline.save(draft)
            self._show_buttons()

        dialog.chosen.connect(choose)
        dialog.open()

    def skip(self) -> None:
        """Leave the shown clip out."""
        draft = self._drafts.shown
        if draft is None or (draft.edited and not may_lose(self, [draft])):
            return
        self.pipeline.cancel(draft)
        self._take_away(draft)

    def save_all(self) -> None:
        """Keep every clip of the queue as it is, those not ready yet as soon as they are."""
        self._saving_all.start(self.drafts)
        self._look_ahead()
        self._show_buttons()

    def split(self) -> None:
        """Make the articles that came together clips of their own, in the place of the one."""
        draft = self._drafts.shown
        if draft is None or draft.state is not DraftState.READY or draft.parts < 2:
            return
        self.panes.leave_text()
        if draft.loses_by_split and not may_lose(self, [draft], "Split it as it came?"):
            return
        self.pipeline.split(draft)
        self._show_buttons()

    def join(self) -> None:
        """Put the articles that were split together again; what was said of the parts is lost."""
        whole = self._drafts.shown.whole if self._drafts.shown is not None else None
        if whole is None:
            return
        parts = self._drafts.parts_of(whole)
        if any(self.pipeline.is_saving(part) for part in parts):
            return
        changed = [part for part in parts if part.says_more_than_whole]
        if changed and not may_lose(self, changed, "Put the articles together again without it?"):
            return
        self._replace(parts, [whole])

    # Building

    def _build(self) -> None:
        self.queue = CaptureQueue(self)
        self.queue.draft_chosen.connect(self.show_draft)
        self.banner = ClipBanner(self)
        self.banner.article_requested.connect(self.article_requested)
        self.banner.all_text_requested.connect(self._on_all_text)
        self.banner.split_requested.connect(self.split)
        self.banner.join_requested.connect(self.join)
        self.panes = ClipPanes(self)
        self.panes.fields.read_dates_with(self._tasks)
        self.panes.edited.connect(self._on_fields_edited)
        self.panes.text_typed.connect(self.pipeline.read_body)
        self.progress = ClipProgress(self)
        self.progress.cancelled.connect(self._on_cancelled)
        self.foot = CaptureFoot(self)
        self.foot.skip_button.clicked.connect(self.skip)
        self.foot.save_all_button.clicked.connect(self.save_all)
        self.foot.save_button.clicked.connect(self.save)
        self.foot.close_button.clicked.connect(self.reject)
        self.failure = ClipFailure(self)
        self._another_try = AnotherTry(self.failure, lambda: self._drafts.shown, self)
        self._another_try.source_found.connect(self._restart)
        self._another_try.browser_wanted.connect(self.browser_wanted)
        self.banner.browser_requested.connect(self._another_try.open_browser)
        self._compose()
        self._bind_keys()

    def _compose(self) -> None:
        self.pages = QStackedWidget(self)
        for page in (self.panes, self.progress, self.failure):
            self.pages.addWidget(page)
        middle = QVBoxLayout()
        middle.setSpacing(GRID)
        middle.addWidget(self.banner)
        middle.addWidget(self.pages, 1)
        body = QHBoxLayout()
        body.setSpacing(2 * GRID)
        body.addWidget(self.queue)
        body.addLayout(middle, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(body, 1)
        layout.addWidget(self.foot)

    def _bind_keys(self) -> None:
        keys = (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Ctrl+E", self.panes.text_mode.click),
            ("Ctrl+D", self.split),
            ("Alt+Down", partial(self._move, 1)),
            ("Alt+Up", partial(self._move, -1)),
        )
        for keys_text, slot in keys:
            QShortcut(QKeySequence(keys_text), self).activated.connect(slot)

    # Showing

    def _show_state(self, draft: ClipDraft) -> None:
        self.banner.show_draft(draft)
        if draft.state in (DraftState.WAITING, DraftState.WORKING):
            self.progress.show_activity(activity(draft))
            self.pages.setCurrentWidget(self.progress)
        elif draft.state is DraftState.FAILED and draft.failure is not None:
            self.failure.show_failure(draft)
            self.pages.setCurrentWidget(self.failure)
        else:
            self.panes.show_draft(draft)
            self.pages.setCurrentWidget(self.panes)
            self.panes.clean.setFocus()
        self._show_buttons()

    def _show_buttons(self) -> None:
        draft = self._drafts.shown
        ready = draft is not None and draft.state is DraftState.READY
        busy = draft is not None and (
            self.pipeline.is_saving(draft) or self.pipeline.is_splitting(draft)
        )
        several = len(self._drafts) > 1
        self.foot.show_choices(
            several=several, can_save=ready and not busy, saving_all=self._saving_all.is_on
        )
        self.banner.show_busy(busy)
        self.foot.hint.setText(self._hint_words(several))

    def _hint_words(self, several: bool) -> str:
        if self._saving_all.is_on:
            return f"Saving them all: {len(self._drafts)} to go."
        if several:
            return f"{len(self._drafts)} clips · Alt+↑ and Alt+↓ move between them"
        if self.pages.currentWidget() is self.panes:
            return "Click a paragraph's “Take out”, or move with ↑ ↓ and press Delete"
        return ""

    # What happens

    def _on_tags_read(self, tags: Sequence[object]) -> None:
        self.panes.fields.tags.set_known_tags(tag.path for tag in tags)  # type: ignore[attr-defined]

    def _on_draft_changed(self, draft: ClipDraft) -> None:
        if draft not in self._drafts:
            return
        self.queue.show_change(draft)
        if draft is self._drafts.shown:
            self._show_state(draft)
        self._look_ahead()

    def _on_looked_up(self, draft: ClipDraft) -> None:
        if draft not in self._drafts:
            return
        self.queue.show_change(draft)
        if draft is self._drafts.shown and draft.state is DraftState.READY:
            self.banner.show_draft(draft)
            if self._save_when_read is draft and not self.pipeline.is_reading(draft):
                self._save_when_read = None
                self.save()
        self._look_ahead()

    def _on_left_out(self, drafts: list[ClipDraft]) -> None:
        """Leave out the clips whose addresses are saved already, as the user wants it."""
        self._notifier.info(f"{counted(len(drafts), 'clip')} left out: saved already.")
        for draft in drafts:
            self._take_away(draft)

    def _on_draft_saved(self, draft: ClipDraft) -> None:
        if draft.article_id is not None:
            self.article_saved.emit(draft.article_id)
        for other in self._drafts:
            if other is not draft and not other.known and other.shares_address(draft):
                self.pipeline.look_up(other)
        if draft in self._drafts:
            self._take_away(draft)

    def _on_save_failed(self, draft: ClipDraft, failure: AppError) -> None:
        self._saving_all.stop()
        self.banner.show_failure(failure)
        self._show_buttons()

    def _on_draft_split(self, draft: ClipDraft, parts: list[ClipDraft]) -> None:
        if draft in self._drafts and parts:
            self._replace([draft], parts)

    def _on_split_failed(self, draft: ClipDraft, failure: AppError) -> None:
        if draft is self._drafts.shown:
            self.banner.show_failure(failure, "Not split")
        self._show_buttons()

    def _replace(self, old: Sequence[ClipDraft], new: Sequence[ClipDraft]) -> None:
        """Put other clips into the place of the first of these."""
        self._drafts.replace(old, new)
        self._show_list(new[0])

    def _take_away(self, draft: ClipDraft) -> None:
        """Take a finished clip out of the queue; the sheet closes after the last."""
        following = self._drafts.take_away(draft)
        if following is None:
            self.queue.set_drafts(())
            self.accept()
        else:
            self._show_list(following)

    def _show_list(self, if_none_shown: ClipDraft | None) -> None:
        """Show the queue as it is now, and this clip of it where none is looked at."""
        self.queue.set_drafts(self.drafts)
        self.queue.setVisible(len(self._drafts) > 1)
        if self._drafts.shown is None and if_none_shown is not None:
            self.show_draft(if_none_shown)
        self._look_ahead()
        self._show_buttons()

    def _look_ahead(self) -> None:
        """Make the next clips ready; while all are being saved, save those that are."""
        for draft in self._drafts.from_shown(_LOOK_AHEAD):
            self.pipeline.begin(draft)
        self._saving_all.go_on(self.drafts, _LOOK_AHEAD)

    def _on_fields_edited(self) -> None:
        if self._drafts.shown is not None:
            self.queue.show_change(self._drafts.shown)

    def _on_cancelled(self) -> None:
        if self._drafts.shown is not None:
            self.pipeline.cancel(self._drafts.shown)

    def _restart(self, source: ClipItem) -> None:
        draft = self._drafts.shown
        if draft is not None:
            draft.begin_again(source)
            self.show_draft(draft)

    def _move(self, by: int) -> None:
        draft = self._drafts.beside_shown(by)
        if draft is not None:
            self.show_draft(draft)

    def _on_all_text(self) -> None:
        """Where no article was found, take every line of the page as its text."""
        draft = self._drafts.shown
        if draft is not None and draft.page_text:
            self.pipeline.read_body(draft, markdown_paragraphs(draft.page_text))

    def _on_body_read(self, draft: ClipDraft, blocks: list[ClipBlock]) -> None:
        """Take what the user typed, and save it where that was asked meanwhile."""
        draft.rewrite(blocks)
        wanted, self._save_when_read = self._save_when_read is draft, None
        if draft is not self._drafts.shown:
            return
        self.banner.show_draft(draft)
        self.panes.show_body()
        if wanted:
            self.save()

    def _on_body_failed(self, draft: ClipDraft, markdown: str, failure: AppError) -> None:
        """Give what was typed back to the user, and say why it couldn't be read."""
        self._save_when_read = None
        if draft is not self._drafts.shown:
            self.show_draft(draft)
        self.panes.write_text(draft, markdown)
        self.banner.show_failure(failure)

    # Closing

    def reject(self) -> None:
        """Close; asks only where something that the user did would be lost."""
        edited = [draft for draft in self._drafts if draft.edited or self._is_being_written(draft)]
        if edited and not may_lose(self, edited):
            return
        super().reject()

    def _is_being_written(self, draft: ClipDraft) -> bool:
        typing = draft is self._drafts.shown and self.panes.has_typed_text
        return typing or self.pipeline.is_reading(draft)

    def done(self, result: int) -> None:
        """End the sheet: what is only for showing stops, what is being stored goes on."""
        self.pipeline.close()
        self._state.keep_geometry(self, "capture_sheet/geometry")
        self._state.keep_splitter("capture_sheet", self.panes)
        self._state.keep()
        super().done(result)
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close as Escape does."""
        event.ignore()
        self.reject()

    def _restore_geometry(self) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(1320, screen.width() - 60), min(860, screen.height() - 60))
        self._state.restore_geometry(self, "capture_sheet/geometry")
        self._state.restore_splitter("capture_sheet", self.panes)
