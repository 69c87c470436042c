"""Takes in what browsers send while the window is open: cleaned in the background, then told of.

The endpoint keeps each clip in the archive before anything is done with it; here they are claimed
one after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.counted import count_articles
from desktop_app.core.errors import AppError
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.library import Library
from desktop_app.services.receiving.received_clips import Received, Stored, capture_of
from desktop_app.services.receiving.serving import Listeners, Serving
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import ALL_KINDS, TaskRunner

if TYPE_CHECKING:
    from desktop_app.core.article import RawCapture
    from desktop_app.services.clipping.prepared_clip import PreparedClip

#: How often it is looked for clips that nobody told of: another process kept them, and ended.
_LOOK_MS = 60_000


class BrowserReceiving(QObject):
    """``state_changed`` tells that it listens, or why it can't; the rest what was asked for."""

    state_changed = Signal()
    browser_paired = Signal(str)
    article_wanted = Signal(int)
    window_wanted = Signal(object)
    _clip_kept = Signal()

    def __init__(
        self, library: Library, tasks: TaskRunner, notifier: Notifier, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library, self._tasks, self._notifier = library, tasks, notifier
        # The endpoint's threads only emit; Qt brings that over to the window's.
        listeners = Listeners(
            self._clip_kept.emit, self.browser_paired.emit, self.window_wanted.emit
        )
        self.serving = Serving(library.settings, lambda: library.archive, listeners)
        self.problem: AppError | None = None
        self.is_starting = False
        self._is_busy = False
        self._stored: list[Stored] = []
        self._clip_kept.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to listen, in the background."""
        if self.is_starting or self.serving.port:
            return
        if not self._library.settings.endpoint_ports:
            self.problem = AppError("CUTTINGS_PORT is “off” where Cuttings was started.")
            self.state_changed.emit()
            return
        self.is_starting, self.problem = True, None
        task = self._tasks.fetch(lambda _context: self.serving.start(), label="")
        task.succeeded(self._on_started).failed(self._on_not_started)

    def stop(self) -> None:
        """Listen no more; what came is kept, and cleaned when Cuttings is started again."""
        self._timer.stop()
        self.serving.stop()

    def look(self) -> None:
        """Take in the next clip, unless one is being taken in."""
        if self._is_busy:
            return
        self._is_busy = True
        task = self._tasks.write(self._library.received.claim, label="", changes=())
        task.succeeded(self._on_claimed).failed(self._on_not_claimed)

    def _on_started(self, _port: int) -> None:
        self.is_starting = False
        self._timer.start()
        self.state_changed.emit()
        self.look()

    def _on_not_started(self, failure: AppError) -> None:
        """Said where the user looks for it: most who see this send nothing from a browser."""
        self.is_starting = False
        self.problem = failure
        self.state_changed.emit()

    def _on_claimed(self, received: Received | None) -> None:
        if received is None:
            self._is_busy = False
            self._stored = []
            return
        task = self._tasks.fetch(partial(_captured, received), label=_label(received))
        task.succeeded(partial(self._clean, received)).failed(partial(self._on_failed, received))

    def _on_not_claimed(self, failure: AppError) -> None:
        self._is_busy = False
        self._notifier.failure(failure)

    def _clean(self, received: Received, raw: RawCapture) -> None:
        task = self._tasks.clean(prepare_clip, raw, label="Cleaning what the browser sent")
        task.succeeded(partial(self._on_cleaned, received))
        task.failed(partial(self._on_failed, received))

    def _on_cleaned(self, received: Received, prepared: PreparedClip) -> None:
        if received.clip.kind != "link":
            self._store(received, prepared)
            return
        task = self._tasks.fetch(partial(_pictured, prepared), label="Fetching its images")
        task.succeeded(partial(self._store, received))
        task.failed(lambda _failure: self._store(received, prepared))

    def _store(self, received: Received, prepared: PreparedClip) -> None:
        task = self._tasks.write(
            lambda: self._library.received.store(received, prepared),
            label="Saving what the browser sent",
            changes=("articles", "tags", "people"),
        )
        task.succeeded(self._on_stored).failed(partial(self._on_failed, received))

    def _on_stored(self, stored: Stored) -> None:
        show = partial(self.article_wanted.emit, stored.article_id)
        if stored.how == "known":
            self._notifier.offer(f"“{stored.title}” was already saved.", "Show", show)
        else:
            self._stored.append(stored)
            undo = partial(self._take_back, list(self._stored))
            self._notifier.done(_saved(self._stored), undo, ("Show", show))
        self._go_on()

    def _take_back(self, stored: Sequence[Stored]) -> None:
        task = self._tasks.write(
            lambda: self._library.received.take_back(stored), label="Undoing", changes=ALL_KINDS
        )
        task.succeeded(partial(self._on_taken_back, stored))

    def _on_taken_back(self, stored: Sequence[Stored], taken: int) -> None:
        if taken == len(stored):
            what = f"“{stored[0].title}”" if taken == 1 else count_articles(taken)
            self._notifier.info(f"Took {what} back.")
            return
        self._notifier.info(
            f"Took {taken:,} of {len(stored):,} back. Something was done since to the rest, which"
            " are new versions; an older one can be shown again under Versions."
        )

    def _on_failed(self, received: Received, failure: AppError) -> None:
        self._tasks.write(
            lambda: self._library.received.fail(received, failure), label="", changes=()
        )
        name = received.clip.title or received.clip.url
        told = f"“{name[:80]}” from the browser couldn't be saved: {failure.message}"
        self._notifier.failure(AppError(told, failure.next_step))
        self._go_on()

    def _go_on(self) -> None:
        self._is_busy = False
        self.look()


def _saved(stored: Sequence[Stored]) -> str:
    last = stored[-1]
    if len(stored) > 1:
        return f"Saved {count_articles(len(stored))} from the browser, last “{last.title}”."
    if last.how == "version":
        return f"“{last.title}”: {last.message}"
    return f"Saved “{last.title}” from the browser."


def _label(received: Received) -> str:
    return "Fetching what the browser named" if received.clip.kind == "link" else ""


def _captured(received: Received, context: TaskContext) -> RawCapture:
    return capture_of(received.clip, context.cancelled)


def _pictured(prepared: PreparedClip, context: TaskContext) -> PreparedClip:
    # Imported here: only a link is fetched with its images.
    from desktop_app.services.clipping.clip_images import with_fetched_images  # noqa: PLC0415

    return with_fetched_images(prepared, cancelled=context.cancelled)
