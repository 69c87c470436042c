"""A capture made ready to be looked at or stored: the doors to cleaning and analysis.

Slow, so never called on the window's thread. Each door imports the pipeline when it is passed:
the window's start can't spare the second that takes.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.article import CleanArticle, RawCapture
from desktop_app.services.clipping.prepared_clip import PreparedClip


def prepare_clip(raw: RawCapture) -> PreparedClip:
    """Unpack, clean and analyse; a page that defeats the cleaner still gives a clip."""
    from desktop_app.services.clipping import clip_pipeline  # noqa: PLC0415 - see above

    return clip_pipeline.prepare(raw)


def reprepare_clip(prepared: PreparedClip, markdown: str) -> PreparedClip:
    """The clip after its body was edited before saving."""
    return replace(prepared, clean=with_markdown(prepared.clean, markdown))


def with_markdown(article: CleanArticle, markdown: str) -> CleanArticle:
    """The article with another body: text, people and events are worked out again."""
    from desktop_app.services.clipping import clip_pipeline  # noqa: PLC0415 - see above

    return clip_pipeline.with_markdown(article, markdown)


def with_block_restored(article: CleanArticle, index: int) -> CleanArticle:
    """The article with the removed block of this index back in its place."""
    from desktop_app.services.clipping import clip_pipeline  # noqa: PLC0415 - see above

    return clip_pipeline.with_block_restored(article, index)


def source_text(raw: RawCapture) -> str:
    """The readable page inside a capture as source text, for a person to look at."""
    from desktop_app.services.clipping import clip_pipeline  # noqa: PLC0415 - see above

    return clip_pipeline.source_text(raw)
