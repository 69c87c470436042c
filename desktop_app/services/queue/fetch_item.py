"""One address of the queue: asked for politely, fetched, cleaned; no archive is touched here."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import dataclass

from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError, CaptureError, InputError
from desktop_app.core.fetch_queue import QueueItem
from desktop_app.services.base.clock import now_utc
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip

#: Warnings of cleaning that say that what came is no article: nobody looks on who could decide.
_NO_ARTICLE = {
    "no-text": "There is no article text on this page.",
    "needs-javascript": "This page builds its text with a script, so that none came.",
    "error-page": "The page says that the article can't be shown.",
    "consent-page": "Instead of the article, the site asks about cookies.",
    "login-page": "Instead of the article, the site asks to log in.",
    "not-an-article": "This looks like a list of articles, not like one.",
}
_BY_HAND = "Open it in your browser and clip it from there, or try again keeping what comes."


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of fetching an item: a clip, or the failure; ``delay`` is what the site asks for.

    ``stopped`` says that the user wanted no more, which is no failure.
    """

    item: QueueItem
    clip: PreparedClip | None = None
    failure: AppError | None = None
    delay: float = 0.0
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class ItemFetcher:
    """Fetches and cleans items, each on the thread that calls it.

    ``delay_of`` raises CaptureError where the site doesn't want the address fetched, and gives how
    long it wants us to wait. ``cleaners`` is where pages are cleaned.
    """

    delay_of: Callable[[str, str, bool], float]
    fetch: Callable[[str, str], RawCapture]
    cleaners: Callable[[], Executor]
    images: bool
    cancelled: Callable[[], bool]

    def fetched(self, item: QueueItem) -> Fetched:
        """The item's page as a clip, or why there is none; never raises for a page's sake."""
        delay = 0.0
        try:
            delay = self.delay_of(item.url, item.host, item.ignores_robots)
            clip = self._clip(item)
        except AppError as failure:
            if self.cancelled():
                return Fetched(item, stopped=True, delay=delay)
            return Fetched(item, failure=failure, delay=delay)
        return Fetched(item, clip=clip, delay=delay)

    def _clip(self, item: QueueItem) -> PreparedClip:
        raw = self.fetch(item.url, now_utc())
        try:
            clip = self.cleaners().submit(prepare_clip, raw).result()
        except BrokenExecutor as fault:
            raise InputError(
                "The process that was cleaning this page ended.",
                "It may be too large for this machine's memory.",
            ) from fault
        if not item.takes_anything:
            _require_article(clip)
        if self.images:
            # Imported here: the window's start doesn't wait for what fetches images.
            from desktop_app.services.clipping.clip_images import (  # noqa: PLC0415
                with_fetched_images,
            )

            clip = with_fetched_images(clip, cancelled=self.cancelled)
        return clip


def _require_article(clip: PreparedClip) -> None:
    for warning in clip.clean.warnings:
        if warning.code in _NO_ARTICLE:
            raise CaptureError(warning.code, _NO_ARTICLE[warning.code], _BY_HAND)
    if not clip.clean.words:
        raise CaptureError("no-text", _NO_ARTICLE["no-text"], _BY_HAND)
