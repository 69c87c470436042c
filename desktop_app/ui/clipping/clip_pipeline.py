"""Takes drafts from their source to the archive: capture, clean, look up, store.

It knows no widget; the sheet listens to its signals.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError
from desktop_app.services.clipping.clip_article import capture_source
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from desktop_app.ui.base.task import Task, TaskContext
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.clipping.clip_draft import ClipBlock, ClipDraft, DraftState, blocks_of
from desktop_app.ui.clipping.clip_views import (
    ClipViews,
    prepare_views,
    split_views,
    with_edited_body,
)

_log = logging.getLogger(__name__)


class ClipPipeline(QObject):
    """Moves drafts on in the background and says when one is further."""

    draft_changed = Signal(object)
    draft_looked_up = Signal(object)
    draft_saved = Signal(object)
    save_failed = Signal(object, object)
    body_read = Signal(object, list)
    body_failed = Signal(object, str, object)
    draft_split = Signal(object, list)
    split_failed = Signal(object, object)

    def __init__(self, library: Library, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self._under_way: dict[ClipDraft, Task] = {}
        self._saving: dict[ClipDraft, Task] = {}
        self._reading: dict[ClipDraft, Task] = {}
        self._picturing: dict[ClipDraft, Task] = {}
        self._saved_once_pictured: set[ClipDraft] = set()
        self._splitting: dict[ClipDraft, Task] = {}
        self._looking_up: dict[ClipDraft, Task] = {}

    def begin(self, draft: ClipDraft) -> None:
        """Capture and clean a waiting draft."""
        if draft.state is not DraftState.WAITING:
            return
        draft.state = DraftState.WORKING
        source = draft.source
        if isinstance(source, RawCapture):
            self._clean(draft, source)
        else:
            task = self._tasks.fetch(
                lambda context: _capture(source, context), label=activity(draft)
            )
            self._follow(draft, task.succeeded(partial(self._clean, draft)))
        self.draft_changed.emit(draft)

    def cancel(self, draft: ClipDraft) -> None:
        """Stop working on a draft; it can be begun again."""
        task = self._under_way.pop(draft, None)
        if task is not None:
            task.cancel()
            draft.fail(AppError("This was stopped before it was finished.", "Try it again."))
            self.draft_changed.emit(draft)

    def save(self, draft: ClipDraft) -> None:
        """Keep a ready draft for good."""
        prepared = draft.prepared
        if prepared is None or self.is_saving(draft) or self.is_splitting(draft):
            return
        if draft in self._picturing:
            self._saved_once_pictured.add(draft)
            return
        if not draft.body_changed:
            self._store(draft, prepared)
            return
        task = self._tasks.clean(
            with_edited_body, prepared, draft.markdown, draft.removed, label="Reading it again"
        )
        self._saving[draft] = task
        task.succeeded(partial(self._store, draft)).failed(partial(self._on_save_failed, draft))

    def is_saving(self, draft: ClipDraft) -> bool:
        """Whether the draft is being stored."""
        return draft in self._saving or draft in self._saved_once_pictured

    @property
    def being_saved(self) -> list[ClipDraft]:
        """The drafts that are being stored."""
        return [*self._saving, *self._saved_once_pictured]

    def is_looked_up(self, draft: ClipDraft) -> bool:
        """Whether it is known by now which articles are saved from its address."""
        return draft not in self._looking_up

    def read_body(self, draft: ClipDraft, markdown: str) -> None:
        """Work out the blocks of a body that the user typed; the newest typing counts."""
        earlier = self._reading.pop(draft, None)
        if earlier is not None:
            earlier.cancel()
        task = self._tasks.clean(blocks_of, markdown, draft.removed, label="Reading the text")
        self._reading[draft] = task
        task.succeeded(partial(self._on_body_read, draft))
        task.failed(partial(self._on_body_failed, draft, markdown))

    def is_reading(self, draft: ClipDraft) -> bool:
        """Whether a typed body is still being worked out."""
        return draft in self._reading

    def split(self, draft: ClipDraft) -> None:
        """Make the articles of a ready draft drafts of their own."""
        if draft.prepared is None or draft in self._splitting or self.is_saving(draft):
            return
        task = self._tasks.clean(split_views, draft.prepared, label="Splitting it")
        self._splitting[draft] = task
        task.succeeded(partial(self._on_split, draft))
        task.failed(partial(self._on_split_failed, draft))

    def is_splitting(self, draft: ClipDraft) -> bool:
        """Whether the draft is being split."""
        return draft in self._splitting

    def close(self) -> None:
        """Stop what was only for showing; what is being stored goes on, unwatched."""
        shown = (self._under_way, self._reading, self._splitting, self._looking_up)
        for task in (task for tasks in shown for task in tasks.values()):
            task.cancel()
        for task in self._saving.values():
            task.drop_result()
        for draft, task in self._picturing.items():
            if draft not in self._saved_once_pictured:
                task.cancel()
        self._under_way.clear()
        self._saving.clear()
        self._reading.clear()
        self._splitting.clear()
        self._looking_up.clear()

    def _follow(self, draft: ClipDraft, task: Task) -> None:
        self._under_way[draft] = task.failed(partial(self._on_failed, draft))

    def _clean(self, draft: ClipDraft, raw: RawCapture) -> None:
        task = self._tasks.clean(prepare_views, raw, label="Cleaning the page")
        self._follow(draft, task.succeeded(partial(self._on_cleaned, draft)))

    def _on_cleaned(self, draft: ClipDraft, views: ClipViews) -> None:
        self._under_way.pop(draft, None)
        self._show(draft, views)
        self._complete(draft, views.prepared)
        self.draft_changed.emit(draft)

    def _show(self, draft: ClipDraft, views: ClipViews) -> None:
        draft.page_text, draft.page_source = views.text, views.source
        draft.parts = views.parts
        draft.ready(views.prepared, views.blocks)

    def _complete(self, draft: ClipDraft, prepared: PreparedClip) -> None:
        """Get what a draft can do without while it is being looked at."""
        self.look_up(draft)
        self._fetch_images(draft, prepared)

    def _on_split(self, draft: ClipDraft, views: list[ClipViews]) -> None:
        self._splitting.pop(draft, None)
        parts = []
        for each in views:
            part = draft.part(each.prepared.raw)
            self._show(part, each)
            parts.append(part)
        self.draft_split.emit(draft, parts)
        for part, each in zip(parts, views, strict=True):
            self._complete(part, each.prepared)

    def _on_split_failed(self, draft: ClipDraft, failure: AppError) -> None:
        self._splitting.pop(draft, None)
        self.split_failed.emit(draft, failure)

    def _fetch_images(self, draft: ClipDraft, prepared: PreparedClip) -> None:
        """Fetch what the article shows while the user reads it; a paste makes no connection."""
        if prepared.raw.url is None or not prepared.raw.is_fetched:
            return
        task = self._tasks.fetch(
            lambda context: _with_images(prepared, context), label="Fetching its images"
        )
        self._picturing[draft] = task
        task.succeeded(partial(self._on_pictured, draft)).failed(
            lambda _: self._on_pictured(draft, prepared)
        )

    def _on_pictured(self, draft: ClipDraft, prepared: PreparedClip) -> None:
        self._picturing.pop(draft, None)
        if draft.prepared is not None:
            draft.prepared = replace(draft.prepared, images=prepared.images)
        if draft in self._saved_once_pictured:
            self._saved_once_pictured.discard(draft)
            self.save(draft)

    def look_up(self, draft: ClipDraft) -> None:
        """Find out which articles are saved already from the address of a ready draft."""
        if not draft.addresses:
            return
        found = partial(_known_articles, self._library, draft.addresses)
        task = self._tasks.read(found, label="Looking for the address")
        self._looking_up[draft] = task.succeeded(partial(self._on_looked_up, draft))
        task.failed(partial(self._on_not_looked_up, draft))

    def _on_looked_up(self, draft: ClipDraft, known: tuple[tuple[int, str], ...]) -> None:
        self._looking_up.pop(draft, None)
        draft.known = known
        self.draft_looked_up.emit(draft)

    def _on_not_looked_up(self, draft: ClipDraft, failure: AppError) -> None:
        """The clip itself is well; that its address couldn't be looked up only goes to the log."""
        self._looking_up.pop(draft, None)
        _log.warning("the address of “%s” couldn't be looked up: %s", draft.name, failure)
        self.draft_looked_up.emit(draft)

    def _on_body_read(self, draft: ClipDraft, blocks: list[ClipBlock]) -> None:
        self._reading.pop(draft, None)
        self.body_read.emit(draft, blocks)

    def _on_body_failed(self, draft: ClipDraft, markdown: str, failure: AppError) -> None:
        self._reading.pop(draft, None)
        self.body_failed.emit(draft, markdown, failure)

    def _on_failed(self, draft: ClipDraft, failure: AppError) -> None:
        self._under_way.pop(draft, None)
        draft.fail(failure)
        self.draft_changed.emit(draft)

    def _store(self, draft: ClipDraft, prepared: PreparedClip) -> None:
        tags, note, changes = draft.tags, draft.note.strip(), dict(draft.changes)
        as_new, version_of = draft.body_changed, draft.version_of

        def store() -> int:
            if version_of is not None:
                self._library.versions.add(
                    version_of, prepared, tags=tags, note=note, changes=changes
                )
                return version_of
            return self._library.store(
                prepared, tags=tags, note=note, changes=changes, as_new=as_new
            )

        task = self._tasks.write(store, label="Saving", changes=("articles", "tags", "people"))
        self._saving[draft] = task
        task.succeeded(partial(self._on_stored, draft)).failed(partial(self._on_save_failed, draft))

    def _on_stored(self, draft: ClipDraft, article_id: int) -> None:
        self._saving.pop(draft, None)
        draft.article_id = article_id
        draft.state = DraftState.SAVED
        self.draft_saved.emit(draft)

    def _on_save_failed(self, draft: ClipDraft, failure: AppError) -> None:
        self._saving.pop(draft, None)
        self.save_failed.emit(draft, failure)


def activity(draft: ClipDraft) -> str:
    """What is being done for a draft, to be shown beside the progress."""
    if isinstance(draft.source, RawCapture):
        return "Cleaning the text"
    if draft.address is None:
        return f"Reading {draft.name}"
    return f"Fetching the page from {urlsplit(draft.address).netloc or draft.address}"


def _capture(source: str | Path, context: TaskContext) -> RawCapture:
    return capture_source(source, cancelled=context.cancelled)


def _with_images(prepared: PreparedClip, context: TaskContext) -> PreparedClip:
    # Imported here: only a page that was fetched has images to fetch.
    from desktop_app.services.clipping.clip_images import with_fetched_images  # noqa: PLC0415

    return with_fetched_images(prepared, cancelled=context.cancelled)


def _known_articles(library: Library, addresses: Sequence[str]) -> tuple[tuple[int, str], ...]:
    ids = dict.fromkeys(found for one in addresses for found in library.known_address(one))
    return tuple((row.id, row.captured[:10]) for row in library.rows(list(ids)))
