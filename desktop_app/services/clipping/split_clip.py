"""Several articles that came in one capture, made clips of their own."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.article import RawCapture
from desktop_app.services.clipping.prepare_clip import prepare_clip, source_text
from desktop_app.services.clipping.prepared_clip import PreparedClip

#: The warning of a clip that may be split.
TWO_ARTICLES = "two-articles"


def parts_of(prepared: PreparedClip) -> tuple[RawCapture, ...]:
    """The capture's articles as captures; empty where it can't be split soundly.

    Each part holds what was captured as its companion, so that nothing of it is lost, and so that
    cleaning a part again needs no other part. Only a clip that was warned of holding two articles
    is looked into.
    """
    raw, page = prepared.raw, prepared.page
    told = any(warning.code == TWO_ARTICLES for warning in prepared.clean.warnings)
    if not told or raw.further or page.media_type == "text/markdown":
        return ()
    sources = _split(page)
    if len(sources) < 2:
        return ()
    whole = replace(raw, companion=None)
    return tuple(
        RawCapture(
            source.encode("utf-8", "replace"),
            page.media_type,
            raw.captured,
            url=raw.url,
            charset="utf-8",
            companion=whole,
            name=f"{raw.name}, article {number} of {len(sources)}".lstrip(", "),
        )
        for number, source in enumerate(sources, 1)
    )


def split_clip(prepared: PreparedClip) -> tuple[PreparedClip, ...]:
    """The articles of a clip, each cleaned by itself; empty where it can't be split soundly.

    The images that came with the whole go with the part that shows them.
    """
    return tuple(_with_images_of(prepared, prepare_clip(part)) for part in parts_of(prepared))


def _split(page: RawCapture) -> tuple[str, ...]:
    # Imported here, as the cleaning itself: see `prepare_clip`.
    from desktop_app.cleaning.clean_capture import HTML_TYPES  # noqa: PLC0415
    from desktop_app.cleaning.page_parts import split_page  # noqa: PLC0415
    from desktop_app.cleaning.two_articles import split_articles  # noqa: PLC0415

    split = split_page if page.media_type in HTML_TYPES else split_articles
    return split(source_text(page))


def _with_images_of(whole: PreparedClip, part: PreparedClip) -> PreparedClip:
    shown = tuple(image for image in whole.images if image.url in part.clean.markdown)
    return replace(part, images=shown)
