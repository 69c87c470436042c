"""All that the capture sheet shows of one capture, made in one go in the cleaning process.

No Qt here: this module is imported by a process that has no window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.core.article import RawCapture, RemovedBlock
from desktop_app.services.prepare_clip import prepare_clip, reprepare_clip, source_text
from desktop_app.services.prepared_clip import PreparedClip
from desktop_app.services.readable_page import MAX_SHOWN_CHARACTERS, readable_text
from desktop_app.ui.clip_draft import ClipBlock, blocks_of


@dataclass(frozen=True, slots=True)
class ClipViews:
    """A prepared clip with its blocks, the page's readable text and its source."""

    prepared: PreparedClip
    blocks: list[ClipBlock]
    text: str
    source: str


def prepare_views(raw: RawCapture) -> ClipViews:
    """Clean a capture and make everything ready to be shown."""
    prepared = prepare_clip(raw)
    blocks = blocks_of(prepared.clean.markdown, prepared.clean.removed)
    source = source_text(prepared.page)[:MAX_SHOWN_CHARACTERS]
    companion = raw.companion
    text = readable_text(companion if companion is not None else prepared.page)
    return ClipViews(prepared, blocks, text, "" if source == text else source)


def with_edited_body(
    prepared: PreparedClip, markdown: str, removed: Sequence[RemovedBlock]
) -> PreparedClip:
    """The clip with the body and the cut blocks as the user left them, analysed again."""
    again = reprepare_clip(prepared, markdown)
    return replace(again, clean=replace(again.clean, removed=tuple(removed)))
