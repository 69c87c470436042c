"""All that the capture sheet shows of one capture, made in one go in the cleaning process.

No Qt here: this module is imported by a process that has no window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.core.article import RawCapture, RemovedBlock
from desktop_app.services.clipping.prepare_clip import prepare_clip, reprepare_clip, source_text
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.clipping.readable_page import MAX_SHOWN_CHARACTERS, readable_text
from desktop_app.services.clipping.split_clip import parts_of, split_clip
from desktop_app.ui.clipping.clip_draft import ClipBlock, blocks_of


@dataclass(frozen=True, slots=True)
class ClipViews:
    """A prepared clip with its blocks, the page's readable text and its source.

    ``parts`` is the number of articles that it can be split into; 0 where it can't be.
    """

    prepared: PreparedClip
    blocks: list[ClipBlock]
    text: str
    source: str
    parts: int = 0


def prepare_views(raw: RawCapture) -> ClipViews:
    """Clean a capture and make everything ready to be shown."""
    return _views(prepare_clip(raw))


def split_views(prepared: PreparedClip) -> list[ClipViews]:
    """The articles of a clip that holds several, each as a clip ready to be shown."""
    return [_views(part) for part in split_clip(prepared)]


def _views(prepared: PreparedClip) -> ClipViews:
    blocks = blocks_of(prepared.clean.markdown, prepared.clean.removed)
    source = source_text(prepared.page)[:MAX_SHOWN_CHARACTERS]
    text = readable_text(_plain_flavour(prepared.raw) or prepared.page)
    parts = len(parts_of(prepared))
    return ClipViews(prepared, blocks, text, "" if source == text else source, parts)


def _plain_flavour(raw: RawCapture) -> RawCapture | None:
    """The plain text that a clipboard held beside its HTML."""
    other = raw.companion
    is_plain = other is not None and other.media_type == "text/plain"
    return other if is_plain and raw.media_type != "text/plain" else None


def with_edited_body(
    prepared: PreparedClip, markdown: str, removed: Sequence[RemovedBlock]
) -> PreparedClip:
    """The clip with the body and the cut blocks as the user left them, analysed again."""
    again = reprepare_clip(prepared, markdown)
    return replace(again, clean=replace(again.clean, removed=tuple(removed)))
