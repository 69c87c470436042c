"""Clips that came made into articles one after another, without a window.

Cleaning is done in a process of its own, so that the endpoint answers meanwhile, and a page that
ends the cleaner doesn't end the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType

from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError
from desktop_app.services.base.listeners import never
from desktop_app.services.clipping.cleaning_pool import cleaning_pool
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.receiving.received_clips import (
    Received,
    ReceivedClips,
    Stored,
    capture_of,
)

_log = logging.getLogger(__name__)


class TakingIn:
    """Claims, cleans and stores; a context, as it owns a process unless it is lent one."""

    def __init__(self, received: ReceivedClips, pool: ProcessPoolExecutor | None = None) -> None:
        self._received = received
        self._pool = pool

    def __enter__(self) -> TakingIn:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def all_waiting(self) -> Iterator[tuple[Received, Stored | AppError]]:
        """Each clip that nobody works on, and what became of it."""
        while (received := self._received.claim()) is not None:
            try:
                outcome: Stored | AppError = self._received.store(received, self._ready(received))
            except AppError as failure:
                self._received.fail(received, failure)
                outcome = failure
            yield received, outcome

    def _ready(self, received: Received) -> PreparedClip:
        raw = capture_of(received.clip, never)
        prepared = self._cleaned(raw)
        if received.clip.kind != "link":
            return prepared
        # Imported here: few clips are links.
        from desktop_app.services.clipping.clip_images import with_fetched_images  # noqa: PLC0415

        return with_fetched_images(prepared)

    def _cleaned(self, raw: RawCapture) -> PreparedClip:
        if self._pool is None:
            self._pool = cleaning_pool(1)
        try:
            return self._pool.submit(prepare_clip, raw).result()
        except BrokenProcessPool as fault:
            self._pool = None
            _log.warning("the cleaning process ended at %s", raw.url)
            raise AppError(
                "The page couldn't be cleaned: the process that was doing it ended.",
                "Send only the part of it that you need.",
            ) from fault
