"""What a browser sent, from the moment it came until it is an article.

Kept before it is looked at, so that nothing loses it; cleaned by whoever claims it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from desktop_app.core.errors import AppError
from desktop_app.services.clipping.clip_article import already_stored, capture_source, store_clip
from desktop_app.services.versions.keep_clip import Kept, keep_clip

if TYPE_CHECKING:
    from desktop_app.capture.endpoint.messages import Clip, ClipState
    from desktop_app.core.article import RawCapture
    from desktop_app.services.clipping.prepared_clip import PreparedClip
    from desktop_app.store.archive import Archive

# ruff: noqa: PLC0415 - the window's start doesn't wait for what reads messages


@dataclass(frozen=True, slots=True)
class Received:
    """A clip that is to be cleaned and stored."""

    key: str
    clip: Clip


@dataclass(frozen=True, slots=True)
class Stored:
    """The article that a clip became, became a version of (``how``), or was already.

    ``message`` says what was done where the address was known. ``act_id`` is the act that kept it,
    by which it is taken back; 0 where nothing was changed.
    """

    article_id: int
    title: str
    how: Literal["new", "version", "known"]
    message: str = ""
    act_id: int = 0

    @property
    def is_new(self) -> bool:
        """Whether it is an article that wasn't there before."""
        return self.how == "new"


class ReceivedClips:
    """The clips that came to one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def keep(self, clip: Clip) -> None:
        """Keep a clip as it came; the same one twice is kept once. Raises AppError for a tag or
        address that can't be one.
        """
        import msgspec

        from desktop_app.capture.addresses import checked_address
        from desktop_app.store.articles.tags import checked_path

        checked_address(clip.url)
        for tag in clip.tags:
            checked_path(tag)
        self._archive().received_clips.keep(str(clip.id), msgspec.json.encode(clip))

    def state(self, clip_id: UUID) -> ClipState | None:
        """How far a clip is; None where it never came."""
        from desktop_app.capture.endpoint.messages import ClippedArticle, ClipState, ClipWarning

        found = self._archive().received_clips.get(str(clip_id))
        if found is None:
            return None
        article = None
        if found.article_id is not None:
            try:
                stored = self._archive().articles.get(found.article_id)
            except AppError:
                stored = None  # deleted for good since
            if stored is not None:
                clean = stored.clean
                warnings = [ClipWarning(each.code, each.message) for each in clean.warnings]
                article = ClippedArticle(stored.id, clean.title or "", clean.words, warnings)
        return ClipState(clip_id, found.state, article, found.message)  # type: ignore[arg-type]

    def waiting(self) -> int:
        """How many clips nobody works on yet."""
        return self._archive().received_clips.waiting()

    def free_claims(self) -> None:
        """Begin again what an earlier run was ended in the midst of."""
        self._archive().received_clips.free_claims()

    def claim(self) -> Received | None:
        """The next clip to clean; None where there is none."""
        import msgspec

        from desktop_app.capture.endpoint.messages import Clip

        found = self._archive().received_clips.claim()
        if found is None:
            return None
        return Received(found.key, msgspec.json.decode(found.content, type=Clip))

    def store(self, received: Received, prepared: PreparedClip) -> Stored:
        """Keep the article for good, and note what became of the clip: both or neither."""
        archive, clip = self._archive(), received.clip
        note = clip.note.strip()
        title = prepared.clean.title or clip.title or "an article"
        last_act = _last_act(archive)
        with archive.act(f"Clipped “{title}” from the browser"):
            if clip.if_known is None and clip.kind in ("selection", "text"):
                kept = _kept_as_part(archive, prepared, clip.tags, note)
            else:
                kept = keep_clip(
                    archive, prepared, if_known=clip.if_known, tags=clip.tags, note=note
                )
            if clip.starred:
                archive.articles.set_starred([kept.article_id], True)
            state = "known" if kept.how == "known" else "stored"
            archive.received_clips.finish(
                received.key, state, kept.article_id, kept.message or None
            )
        act_id = _last_act(archive)
        act_id = 0 if act_id == last_act else act_id
        if kept.how != "new":
            title = archive.articles.get(kept.article_id).clean.title or title
        return Stored(kept.article_id, title, kept.how, kept.message, act_id)

    def take_back(self, stored: Sequence[Stored]) -> int:
        """Undo what these did; gives how many of them were taken back.

        Where something was done since, new articles go to the trash: undoing would take back what
        the user did after them. A version stays then.
        """
        archive, taken = self._archive(), 0
        for each in reversed(stored):
            newest = next((act for act in archive.recent_acts(100) if not act.undone), None)
            if newest is not None and newest.id == each.act_id:
                archive.undo()
            elif each.is_new:
                archive.articles.delete([each.article_id])
            else:
                continue
            taken += 1
        return taken

    def fail(self, received: Received, failure: AppError) -> None:
        """Note why a clip became no article."""
        self._archive().received_clips.fail(received.key, str(failure))


def capture_of(clip: Clip, cancelled: Callable[[], bool]) -> RawCapture:
    """The raw capture of a clip; a link is fetched. Raises AppError where it can't be had."""
    if clip.kind == "link":
        return capture_source(clip.url, cancelled=cancelled)
    from desktop_app.capture.browser_clip import browser_capture

    captured = clip.captured.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return browser_capture(
        clip.kind,
        html=clip.html or "",
        text=clip.text or "",
        url=clip.url,
        title=clip.title,
        canonical_url=clip.canonical_url,
        captured=captured,
    )


def _kept_as_part(archive: Archive, prepared: PreparedClip, tags: Sequence[str], note: str) -> Kept:
    """A part of a page is no version of the whole: an article of its own, once."""
    earlier = already_stored(archive, prepared.raw)
    article_id = store_clip(archive, prepared, tags=tags, note=note)
    return Kept(article_id, "known" if article_id == earlier else "new")


def _last_act(archive: Archive) -> int:
    acts = archive.recent_acts(1)
    return acts[0].id if acts else 0
